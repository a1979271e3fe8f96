"""The record of a received text, filled in as far as its mastheads say: `instrument.yml`.

In: for each language what was understood, the paragraphs that `parse` found, the files. Out: the file's text, and
what is left to do in it. A value that could not be read stands there empty, with a comment, so that the build
names its line; no value is made up. What the languages do not say alike is for the caller to refuse (`differences`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from ..parse.values import Parsed, Part
from ..records.masthead import MastheadGrammar
from .masthead import Understood
from .sessions import session_words

TODO = "to do"
ORDER = ("en", "ar")
NAMES = {"en": "English", "ar": "Arabic"}


@dataclass(frozen=True)
class Witness:
    """A file as received, and what is said of it in both languages."""

    file: str
    sha256: str
    about: Mapping[str, str]


@dataclass(frozen=True)
class Reading:
    """The text of one language: its file, the witness it was made from."""

    language: str
    file: str
    witness: str


def text_id(symbol: str) -> str:
    """S/RES/1325 (2000) → s-res-1325-2000; S/RES/1325(2000) the same."""
    return re.sub(r"[^a-z0-9]+", "-", symbol.lower()).strip("-")


def differences(understood: Mapping[str, Understood]) -> Iterator[str]:
    """What two languages of one text cannot say differently."""
    if len(understood) < 2:
        return
    one, other = understood["en"], understood["ar"]
    pairs = (
        ("symbol", *(text_id(u.symbol.text) if u.symbol and not u.id else None for u in (one, other))),
        ("body", one.body, other.body),
        ("date of adoption", one.adopted, other.adopted),
        ("session", one.session, other.session),
    )
    for name, first, second in pairs:
        if first and second and first != second:
            yield f"The {name} is {first} in English and {second} in Arabic."


def draft(
    understood: Mapping[str, Understood],
    parsed: Mapping[str, Parsed],
    witnesses: Sequence[Witness],
    readings: Sequence[Reading],
    grammar: MastheadGrammar,
) -> tuple[str, tuple[str, ...]]:
    """The text of instrument.yml, and the keys that are left to do."""
    return _Writer(understood, parsed, grammar).write(witnesses, readings)


class _Writer:
    def __init__(
        self, understood: Mapping[str, Understood], parsed: Mapping[str, Parsed], grammar: MastheadGrammar
    ) -> None:
        self.all = [understood[language] for language in ORDER if language in understood]
        self.understood, self.parsed, self.grammar = understood, parsed, grammar
        self.lines: list[str] = []
        self.todo: list[str] = []

    def first(self, name: str) -> Any:
        """The value in the first language that has one."""
        return next((value for one in self.all if (value := getattr(one, name)) is not None), None)

    def write(self, witnesses: Sequence[Witness], readings: Sequence[Reading]) -> tuple[str, tuple[str, ...]]:
        symbol, form, drafted = self.first("symbol"), self.first("form"), any(one.is_draft for one in self.all)
        self.put("kind", next((one.kind.value for one in self.all if one.is_decision), self.all[0].kind.value))
        if symbol and any(one.id for one in self.all):
            self.lines.append("# It has no symbol of its own; this name stands in its place.")
        self.put("symbol", symbol.text if symbol else None, "as printed in the masthead: A/RES/77/233")
        self.put("titles", self._titles(), "as printed above the chapeau")
        self.put("body", self.first("body"), "the name of a file in docs/records/bodies")
        self._pair("committee", self._committee(), optional=True)
        self._pair("session", self._session(), optional=True)
        self._pair("agenda_item", self._both("agenda"), optional=True)
        adopted, issued = self.first("adopted"), self.first("issued")
        self.put("date", adopted or (issued if drafted else None), "of adoption; of a draft, of issue: 2022-12-15")
        if adopted and issued and not drafted:
            self.put("issued", issued)
        self._pair("sponsors", self._both("sponsors"), optional=True)
        if official := self._official(symbol, form):
            self.put("official", official)
        else:
            self.lines.append("# official: {en: https://…}  the address of the official document, if it has one")
        self.put("counts", self._counts())
        self.put("witnesses", [{"file": w.file, "sha256": w.sha256, "about": dict(w.about)} for w in witnesses])
        status = "draft" if drafted else "official"
        self.put("readings", {r.language: {"file": r.file, "witness": r.witness, "status": status} for r in readings})
        return "\n".join(self.lines) + "\n", tuple(self.todo)

    # -- values ------------------------------------------------------------------------------------------------------

    def _titles(self) -> dict[str, str | None]:
        return {one.language: one.title.text if one.title else None for one in self.all}

    def _both(self, name: str) -> dict[str, str | None]:
        found = {one.language: value.text for one in self.all if (value := getattr(one, name))}
        return {language: found.get(language) for language in ORDER} if found else {}

    def _committee(self) -> dict[str, str | None]:
        found = self._both("committee")
        known = next((p for p in self.grammar.committees if any(found.get(one) == p[one] for one in ORDER)), None)
        return {one: found.get(one) or (known[one] if known else None) for one in ORDER} if found else {}

    def _session(self) -> dict[str, str | None]:
        session = self.first("session")
        if session is None:
            return {}
        return {language: session_words(session, language, self.grammar) or None for language in ORDER}

    @staticmethod
    def _official(symbol: Any, form: Any) -> dict[str, str] | None:
        if not symbol or not form or not form.official:
            return None
        return {one: form.official.format(language=one, symbol=symbol.text.replace(" ", "")) for one in ORDER}

    def _counts(self) -> dict[str, Any]:
        each = {language: _count(self.parsed[language]) for language in self.parsed}
        different = len({tuple(sorted(one.items())) for one in each.values()}) > 1
        return each if different else next(iter(each.values()))

    # -- lines -------------------------------------------------------------------------------------------------------

    def _pair(self, key: str, pair: dict[str, str | None], *, optional: bool) -> None:
        """A text in both languages. Where one is wanting: an optional one waits as a comment, another as a gap."""
        wanting = [language for language in ORDER if not pair.get(language)]
        if not wanting:
            self.put(key, pair)
        elif not optional:
            self.put(key, {language: pair.get(language) for language in ORDER}, "as each language writes it")
        elif any(pair.values()):
            known = "; ".join(f"{language}: {text}" for language, text in pair.items() if text)
            self.lines.append(f"# {key}: add it once both languages are known. {known}")

    def put(self, key: str, value: Any, todo: str = "") -> None:
        if value is None:
            self.lines.append(f"{key}:  # {TODO}: {todo}")
            self.todo.append(key)
            return
        text = yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=False)
        for line in text.rstrip("\n").split("\n"):
            empty = line.endswith(": null")
            if empty:
                self.todo.append(f"{key}.{line.split(':')[0].strip()}")
            self.lines.append(f"{line.removesuffix(' null')}  # {TODO}: {todo}" if empty else line)


def _count(parsed: Parsed) -> dict[str, int]:
    found = {
        "preambular": sum(clause.part is Part.PREAMBULAR for clause in parsed.clauses),
        "operative": sum(clause.part is Part.OPERATIVE for clause in parsed.clauses),
    }
    return {**found, "footnotes": len(parsed.notes)} if parsed.notes else found
