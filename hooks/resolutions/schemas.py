"""The shape of every kind of record as JSON Schema, for editors and for programs that read or write records.

In: the classes of records and `docs/records/fields.yml`, which says in both languages what their keys mean. Out: for
each kind the schema, which `scripts/schemas` keeps in `docs/schemas/v<VERSION>` and the site publishes from there.

The classes are what the build checks by; the schemas say the same as far as JSON Schema can. Left to the build alone:
that a pattern matches its examples, and whatever needs a second file (a body's record, a checksum, a line).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import RootModel, TypeAdapter

from . import yamls
from .problems import Problem
from .records.bodies import BodyRecord
from .records.fields import Date, Pair, Record, RecordId, Sha256, Text, Whole
from .records.grammar import NameGrammar, OpeningGrammar, PinpointGrammar, ReferenceGrammar, ShapeGrammar
from .records.held import HeldRecord
from .records.instruments import InstrumentRecord
from .records.load import check
from .records.masthead import MastheadGrammar
from .records.notes import AlternativeRecord, CorrectionRecord, DecisionRecord, DivergenceRecord
from .records.received import ReceivedRecord
from .records.redirects import Redirect
from .records.terms import Term
from .report import PlainReport

VERSION = 1  # raised, with a new folder, when a record or a program that was right would no longer be
DIALECT = "https://json-schema.org/draft/2020-12/schema"
FIELDS, CHANGES = "fields.yml", "schema-changes.yml"


class EnglishForms(Record):
    """CLDR's plural categories of English."""

    one: Text
    other: Text


class ArabicForms(Record):
    """CLDR's plural categories of Arabic."""

    zero: Text
    one: Text
    two: Text
    few: Text
    many: Text
    other: Text


class WordingRecord(Record):
    """An entry of `docs/records/wording`; `resolutions.wording` reads it, and checks its fields as well."""

    about: Text
    en: Text | EnglishForms
    ar: Text | ArabicForms


class ChangeRecord(Record):
    """A change of the published schemas, in `docs/records/schema-changes.yml`. `digest`: of all files it left."""

    version: Whole
    date: Date
    digest: Sha256
    change: Pair


@dataclass(frozen=True)
class Kind:
    """A kind of record: its type, and the files below `docs` that hold it."""

    type: Any
    files: str


KINDS: Mapping[str, Kind] = {
    "held-text": Kind(HeldRecord, "texts/*/instrument.yml"),
    "divergences": Kind(tuple[DivergenceRecord, ...], "texts/*/divergences.yml"),
    "corrections": Kind(tuple[CorrectionRecord, ...], "texts/*/corrections.yml"),
    "alternatives": Kind(tuple[AlternativeRecord, ...], "texts/*/alternatives.yml"),
    "decisions": Kind(tuple[DecisionRecord, ...], "texts/*/decisions.yml"),
    "received": Kind(ReceivedRecord, "texts/*/received.yml"),
    "instrument": Kind(InstrumentRecord, "records/instruments/*.yml"),
    "body": Kind(BodyRecord, "records/bodies/*.yml"),
    "terms": Kind(RootModel[dict[RecordId, Term]], "records/terms.yml"),
    "redirects": Kind(tuple[Redirect, ...], "records/redirects.yml"),
    "openings": Kind(OpeningGrammar, "records/grammar/openings.yml"),
    "pinpoints": Kind(PinpointGrammar, "records/grammar/pinpoints.yml"),
    "names": Kind(NameGrammar, "records/grammar/names.yml"),
    "references": Kind(ReferenceGrammar, "records/grammar/references.yml"),
    "shapes": Kind(ShapeGrammar, "records/grammar/shapes.yml"),
    "masthead": Kind(MastheadGrammar, "records/grammar/masthead.yml"),
    "wording": Kind(RootModel[dict[str, WordingRecord]], "records/wording/*.yml"),
    "report": Kind(PlainReport, ""),
}

NONE = {"type": "null"}


def _given(key: str) -> dict[str, Any]:
    """The key is there, and not null."""
    return {"required": [key], "properties": {key: {"not": NONE}}}


# What the classes check in functions, said once more as JSON Schema; the tests hold both to the same refusals.
RULES: Mapping[str, Mapping[str, Any]] = {
    "InstrumentRecord": {
        "oneOf": [
            {"required": ["date"], "properties": {"date": {"type": "string"}}},
            {"required": ["date_note"], "properties": {"date_note": {"type": "object"}}},
        ]
    },
    "ReadingRecord": {
        "if": {"properties": {"status": {"const": "working-translation"}}},
        "then": {"required": ["translated_from"], "properties": {"translated_from": {"type": "string"}}},
        "else": {"required": ["witness"], "properties": {"witness": {"type": "string"}}},
    },
    "BodyRecord": {
        "if": {"required": ["resolution"], "properties": {"resolution": {"type": "string"}}},
        "then": {
            "required": ["examples", "counter_examples"],
            "properties": {
                "examples": {"minItems": 1},
                "counter_examples": {"minItems": 1},
                "sessions": {"anyOf": [{"maxProperties": 0}, {"minProperties": 2, "maxProperties": 2}]},
            },
        },
    },
    "Counts": {  # numbers for both languages, or some for each
        "oneOf": [
            {"allOf": [_given("preambular"), _given("operative")]},
            {"anyOf": [_given("en"), _given("ar")]},
        ]
    },
    "Readings": {"anyOf": [_given("en"), _given("ar")]},
    "Titles": {"anyOf": [_given("en"), _given("ar")]},
    "AlignmentCorrection": {
        "anyOf": [{"required": [language], "properties": {language: {"minItems": 1}}} for language in ("en", "ar")]
    },
    "CitationCorrection": {
        "if": {"properties": {"target": {"const": "none"}}},
        "then": {"properties": {"pinpoint": NONE}},
    },
    "DivergenceRecord": {"not": {"properties": {"ar": {"const": ""}, "en": {"const": ""}}, "required": ["ar", "en"]}},
}

Fields = Mapping[str, Mapping[str, Pair]]


def load(docs: Path) -> tuple[Fields, tuple[Problem, ...]]:
    """What the keys mean, by class and key; `whole` is the class itself, `kinds` holds the titles of the schemas."""
    found, problems = check(yamls.load(docs / "records" / FIELDS), TypeAdapter(dict[str, dict[str, Pair]]))
    return found or {}, problems


def changes(docs: Path) -> tuple[tuple[ChangeRecord, ...], tuple[Problem, ...]]:
    """Every change of the schemas, the first one first."""
    found, problems = check(yamls.load(docs / "records" / CHANGES), TypeAdapter(tuple[ChangeRecord, ...]))
    return found or (), problems


def files(fields: Fields) -> dict[str, bytes]:
    """Each schema by the name of its file."""
    return {f"{name}.json": _dump(schema(name, fields)) for name in KINDS}


def schema(name: str, fields: Fields) -> dict[str, Any]:
    """The schema of one kind. Its `$id` is relative: it lies wherever the site does."""
    made = TypeAdapter(KINDS[name].type).json_schema()
    for node in (made, *made.get("$defs", {}).values()):
        _complete(node, fields)
    title = fields.get("kinds", {}).get(name)
    about = {"title": f"{title.en} · {title.ar}"} if title else {}
    return {"$schema": DIALECT, "$id": f"{name}.json", **made, **about}


def digest(published: Iterable[tuple[str, bytes]]) -> str:
    """One SHA-256 of all files, whatever their order."""
    whole = hashlib.sha256()
    for name, content in sorted(published):
        whole.update(f"{name} {hashlib.sha256(content).hexdigest()}\n".encode())
    return whole.hexdigest()


def _complete(node: dict[str, Any], fields: Fields) -> None:
    """Say what the object and its keys mean, and what else holds of it; its title is the name of its class."""
    name = node.get("title", "")
    known = fields.get(name, {})
    if "whole" in known:
        node["description"] = _both(known["whole"])
    for key, value in node.get("properties", {}).items():
        if key in known:
            value["description"] = _both(known[key])
        value.pop("title", None)
    node.update(RULES.get(name, {}))


def _both(said: Pair) -> str:
    return f"{said.en}\n\n{said.ar}"


def _dump(made: Mapping[str, Any]) -> bytes:
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()
