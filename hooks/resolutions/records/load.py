"""Reads every record once. Each file that is wrong becomes problems, and the others are read all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from .. import yamls
from ..problems import Problem
from . import links
from .bodies import BodyRecord
from .fields import RecordId, is_id
from .folding import FoldingGrammar
from .grammar import NameGrammar, OpeningGrammar, PinpointGrammar, ReferenceGrammar, ShapeGrammar
from .held import HeldRecord
from .instruments import InstrumentRecord
from .links import LinkCheck
from .terms import Term

R = TypeVar("R")

RECORD = "instrument.yml"  # of a held text
TERMS: TypeAdapter[dict[str, Term]] = TypeAdapter(dict[RecordId, Term])
GRAMMAR = {
    "openings": OpeningGrammar,
    "pinpoints": PinpointGrammar,
    "references": ReferenceGrammar,
    "names": NameGrammar,
    "shapes": ShapeGrammar,
    "folding": FoldingGrammar,
}


@dataclass(frozen=True)
class Filed(Generic[R]):
    """A record together with the file it came from and the lines of its values."""

    record: R
    document: yamls.Document

    @property
    def path(self) -> str:
        return self.document.path


@dataclass(frozen=True, eq=False)
class Records:
    """All curated data. `grammar` holds the grammar records by name; it is complete or the build has stopped.

    Compared by identity, so that what is derived of it, such as patterns, can be remembered for it.
    """

    instruments: Mapping[str, Filed[InstrumentRecord]] = field(default_factory=dict)
    bodies: Mapping[str, Filed[BodyRecord]] = field(default_factory=dict)
    held: Mapping[str, Filed[HeldRecord]] = field(default_factory=dict)
    openings: OpeningGrammar | None = None
    pinpoints: PinpointGrammar | None = None
    references: ReferenceGrammar | None = None
    names: NameGrammar | None = None
    shapes: ShapeGrammar | None = None
    terms: Mapping[str, Term] = field(default_factory=dict)
    folding: FoldingGrammar | None = None
    grammar: Mapping[str, Filed] = field(default_factory=dict)
    links: LinkCheck | None = None

    def where(self, entry: tuple[str | int, ...]) -> tuple[str, int] | None:
        """File and line of a value: ("instruments", "crc", "cited_as", "en", 0), ("grammar", "openings", "ar")."""
        folders: Mapping[str, Mapping[str, Filed]] = {
            "instruments": self.instruments,
            "bodies": self.bodies,
            "texts": self.held,
            "grammar": self.grammar,
        }
        filed = folders[str(entry[0])].get(str(entry[1])) if len(entry) > 1 else None
        return (filed.path, filed.document.line(*entry[2:])) if filed else None

    @cached_property
    def named(self) -> tuple[tuple[str, Filed[InstrumentRecord] | Filed[HeldRecord]], ...]:
        """Every instrument, held or not, that texts cite by a name, with its id."""
        filings = {**self.instruments, **self.held}
        return tuple((key, one) for key, one in filings.items() if one.record.cited_as.en or one.record.cited_as.ar)

    @cached_property
    def by_symbol(self) -> Mapping[str, str]:
        """The id of every instrument that has a symbol, by that symbol without blanks and capitals."""
        filings = {**self.instruments, **self.held}
        pairs = [(squeezed(one.record.symbol), key) for key, one in filings.items() if one.record.symbol]
        return dict(reversed(pairs))  # the first one counts

    @property
    def seen_by_others(self) -> tuple[object, ...]:
        """All that one text may learn of the records: of another text's not which files it was taken from."""
        described = [
            {key: (one.path, one.record) for key, one in filed.items()} for filed in (self.instruments, self.bodies)
        ]
        held = {key: filed.record.model_copy(update={"witnesses": ()}) for key, filed in self.held.items()}
        grammar = (self.openings, self.pinpoints, self.references, self.shapes, self.folding)
        return described, held, grammar, self.terms, self.links

    @property
    def has_grammar(self) -> bool:
        return None not in (self.openings, self.pinpoints, self.references, self.names, self.shapes, self.folding)


def squeezed(text: str) -> str:
    """A symbol or number without blanks and capitals."""
    return text.replace(" ", "").lower()


def load(docs: Path) -> tuple[Records, tuple[Problem, ...]]:
    """All records below `docs/records` and `docs/texts`, and what is wrong with them."""
    problems: list[Problem] = []
    records = docs / "records"

    def one(path: Path, schema: type[R] | TypeAdapter[R]) -> Filed[R] | None:
        document = yamls.load(path)
        record, found = check(document, schema)
        problems.extend(found)
        return Filed(record, document) if record is not None else None

    def folder(name: str, schema: type[R]) -> dict[str, Filed[R]]:
        found = {path.stem: one(path, schema) for path in sorted((records / name).glob("*.yml"))}
        problems.extend(p for path in sorted((records / name).iterdir()) for p in _misplaced(path))
        return {key: filed for key, filed in found.items() if filed}

    for name in ("instruments", "bodies"):
        if not (records / name).is_dir():
            problems.append(_missing(records / name, "folder"))
            return Records(), tuple(problems)
    instruments = folder("instruments", InstrumentRecord)
    bodies = folder("bodies", BodyRecord)
    grammar = {name: one(records / "grammar" / f"{name}.yml", schema) for name, schema in GRAMMAR.items()}
    glossary = one(records / "terms.yml", TERMS) if (records / "terms.yml").is_file() else None
    checked = one(records / links.FILE, LinkCheck) if (records / links.FILE).is_file() else None
    held = {}
    for text in sorted(path for path in (docs / "texts").glob("*") if path.is_dir()):
        if not is_id(text.name) or text.is_symlink():
            problems.append(
                Problem(
                    text.as_posix(),
                    0,
                    "id-form",
                    "The folder's name is the text's address and is not in the form a-res-77-233.",
                    "Rename it: lower case letters and digits with hyphens between them; a link is not followed.",
                )
            )
            continue
        if not (text / RECORD).is_file():
            problems.append(
                Problem(
                    text.as_posix(),
                    0,
                    "text-without-record",
                    f"The folder holds no {RECORD}, so nothing in it is published.",
                    f"Make one with `scripts/new_text FILE…`, restore {RECORD}, or move the folder away.",
                )
            )
            continue
        filed = one(text / RECORD, HeldRecord)
        if filed:
            held[text.name] = filed
    result = Records(
        instruments,
        bodies,
        held,
        grammar={name: filed for name, filed in grammar.items() if filed},
        terms=glossary.record if glossary else {},
        links=checked.record if checked else None,
        **{name: filed.record for name, filed in grammar.items() if filed},  # type: ignore[arg-type]
    )
    problems.extend((*_dangling(result), *_former(result)))
    return result, tuple(problems)


def check(document: yamls.Document, schema: type[R] | TypeAdapter[R]) -> tuple[R | None, tuple[Problem, ...]]:
    """The document as `schema` has it, or None and a problem for each value that does not fit."""
    if document.value is None:
        return None, document.problems or (_missing(Path(document.path), "record"),)
    try:
        return _validated(schema, document.value), document.problems
    except ValidationError as error:
        return None, (*document.problems, *(_misfit(document, found) for found in error.errors()))


def _validated(schema: type[R] | TypeAdapter[R], value: object) -> R:
    return schema.validate_python(value) if isinstance(schema, TypeAdapter) else schema.model_validate(value)


def _misfit(document: yamls.Document, found: Mapping) -> Problem:
    place = tuple(found["loc"])
    name = ".".join(str(part) for part in place) or "the record"
    what = {
        "missing": f"{name} is missing.",
        "extra_forbidden": f"{name} is not a key that this record knows.",
    }.get(found["type"], f"{name}: {found['msg'].removeprefix('Value error, ')}.")
    todo = {
        "missing": "Add it; a class in hooks/resolutions/records says what a record holds.",
        "extra_forbidden": "Correct its spelling or delete it; a class in hooks/resolutions/records lists the keys.",
    }.get(found["type"], f"The value is {str(found['input'])[:80]!r}; correct it.")
    return Problem(document.path, document.line(*place), f"record-{found['type'].replace('_', '-')}", what, todo)


def _missing(path: Path, what: str) -> Problem:
    return Problem(
        path.as_posix(), 0, "record-missing", f"The {what} is missing or empty.", "Write it, or restore it from git."
    )


def _misplaced(path: Path) -> Iterator[Problem]:
    if path.suffix != ".yml" or not is_id(path.stem):
        yield Problem(
            path.as_posix(),
            0,
            "record-name",
            "This is no record: its name is not of the form a-res-76-181.yml.",
            "Rename it (the name is the address of its page), or move it out of this folder.",
        )


def _former(records: Records) -> Iterator[Problem]:
    """Former ids that are ids still, or that two records claim."""
    filings = {**records.instruments, **records.held}
    claimed: dict[str, str] = {}
    for key, filed in filings.items():
        for index, old in enumerate(filed.record.formerly):
            other = old if old in filings else claimed.setdefault(old, key)
            if other != key or old == key:
                yield Problem(
                    filed.path,
                    filed.document.line("formerly", index),
                    "formerly-taken",
                    f"formerly names {old!r}, which belongs to {other}.",
                    "Delete it here, or there if it was the former id of this instrument.",
                )


def _dangling(records: Records) -> Iterator[Problem]:
    """References between records that lead nowhere, and one symbol or id given to two instruments."""
    seen: dict[str, str] = {}
    for filings in (records.held, records.instruments):
        for key, filed in filings.items():
            symbol = filed.record.symbol
            if symbol and symbol in seen and seen[symbol] != key:
                yield Problem(
                    filed.path,
                    filed.document.line("symbol"),
                    "symbol-twice",
                    f"The symbol {symbol} belongs to {seen[symbol]} already.",
                    "Correct the symbol, or keep one of the two records.",
                )
            if symbol:
                seen[symbol] = key
            if filed.record.body and filed.record.body not in records.bodies:
                yield _unknown(filed, "body", filed.record.body, "docs/records/bodies")
    named: dict[str, str] = {}
    for key, filed in records.instruments.items():
        for name in (*filed.record.cited_as.en, *filed.record.cited_as.ar):
            if named.setdefault(name, key) != key:
                yield Problem(
                    filed.path,
                    filed.document.line("cited_as"),
                    "name-twice",
                    f"{named[name]} is cited by the name {name!r} already.",
                    "Keep the name in one of the two records.",
                )
    for key, filed in records.instruments.items():
        by = filed.record.adopted_by
        if by and by not in records.instruments and by not in records.held:
            yield _unknown(filed, "adopted_by", by, "docs/records/instruments")
        if key in records.held:
            yield Problem(
                filed.path,
                0,
                "record-twice",
                f"{key} is a held text and has a record of its own.",
                "Delete this file; docs/texts holds the record.",
            )


def _unknown(filed: Filed, key: str, value: str, folder: str) -> Problem:
    return Problem(
        filed.path,
        filed.document.line(key),
        "reference-dangling",
        f"{key} names {value!r}, which has no record.",
        f"Correct it, or add {folder}/{value}.yml.",
    )
