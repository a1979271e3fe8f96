"""The words before a number that say whose resolution, or decision, is meant.

"its resolutions", "General Assembly resolution", "Council decision", "resolution"; «قراراتها», «قراري الجمعية العامة»,
«القرارين». In: a passage. Out: `Head` values in order, none inside another, and the bodies that the passage names.
"""

from __future__ import annotations

import datetime
import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..folding import folded
from ..records.grammar import Act
from ..records.kinds import Kind
from ..records.load import Records
from ..wordlists import cores, may_hold
from .letters import Letters
from .words import JOINED, any_of, clitic


@dataclass(frozen=True)
class Own:
    """The text that cites: "its resolution" is its body's, nothing in it is later than itself."""

    id: str
    body: str
    date: datetime.date | None = None
    symbol: str | None = None


class Said(enum.Enum):
    """How the body is said."""

    NAMED = "named"
    SHORT = "short"  # "the Council": which one depends on what was said before
    OWN = "own"
    BARE = "bare"


@dataclass(frozen=True)
class Head:
    """`start`: where a citation of the first number begins; `whole`: with "its". `bodies`: whose it can be."""

    whole: int
    start: int
    end: int
    kind: Kind
    many: bool
    said: Said
    bodies: tuple[str, ...] = ()
    word: str = ""


@dataclass(frozen=True)
class Named:
    """A body named at `start`–`end`; `bodies`: all that have this name."""

    start: int
    end: int
    bodies: tuple[str, ...]


@dataclass(frozen=True)
class Heads:
    """Finds them in passages of one language."""

    language: str
    records: Records

    def find(self, text: str) -> tuple[Head, ...]:
        """All heads in order; of two that overlap, the one that begins first, then the longer."""
        found: list[Head] = []
        for head in sorted(self._all(text), key=lambda head: (head.whole, -head.end, head.said is Said.BARE)):
            if not found or head.whole >= found[-1].end:
                found.append(head)
        return tuple(found)

    def named(self, text: str) -> tuple[Named, ...]:
        """Every body named, in order."""
        return tuple(Named(*m.span("body"), self._bodies_of(m["body"])) for m in self._named.finditer(text))

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){JOINED[self.language]}(?P<body>{self.body})(?!\w)")

    @cached_property
    def full(self) -> dict[str, tuple[str, ...]]:
        """Bodies that adopt resolutions by their folded names."""
        return self._by_name(lambda record: record.named_as)

    @cached_property
    def short(self) -> dict[str, tuple[str, ...]]:
        """The same by the names that they share: "council"."""
        return self._by_name(lambda record: record.short_named_as)

    @cached_property
    def body(self) -> str:
        """Any name of a body, with what Arabic joins before it."""
        return (clitic if self.language == "ar" else any_of)((*self.full, *self.short))

    @cached_property
    def after(self) -> re.Pattern[str]:
        """A body after the number: " of the Security Council", « الصادر عن مجلس الأمن», « للجمعية العامة»."""
        assert self.records.references is not None
        by = any_of(self.records.references.by[self.language])
        joined = rf"|(?=ل)(?P<joined>{clitic(self.full)})" if self.language == "ar" else r"|(?P<joined>(?!))"
        return re.compile(rf"[,،]?[ ](?:(?:{by})[ ](?P<body>{any_of((*self.full, *self.short))}){joined})(?!\w)")

    def bodies_after(self, text: str, place: int) -> tuple[str, ...]:
        found = self.after.match(text, place)
        return self._bodies_of(found["body"] or found["joined"]) if found else ()

    @cached_property
    def _by_another(self) -> re.Pattern[str]:
        """The beginning of a name behind "of the"; not of a month."""
        grammar = self.records.references
        assert grammar is not None
        months = any_of(name for month in grammar.months for name in month[self.language])
        name = "[A-Z][a-z]" if self.language == "en" else r"\w"
        return re.compile(rf"[,،]?[ ](?:{any_of(grammar.by[self.language])})[ ](?:the[ ])?(?!(?i:{months}))(?={name})")

    def foreign_after(self, letters: Letters, place: int) -> bool:
        """Is it, after the number, said to be that of a body without a record? "of the World Food Forum"."""
        return bool(self._by_another.match(letters.cased, place)) and not self.bodies_after(letters.text, place)

    def _by_name(self, names) -> dict[str, tuple[str, ...]]:  # type: ignore[no-untyped-def]
        found: dict[str, tuple[str, ...]] = {}
        for body, filed in self.records.bodies.items():
            if filed.record.resolution is not None:
                for name in names(filed.record)[self.language]:
                    found[folded(name)] = (*found.get(folded(name), ()), body)
        return found

    def _bodies_of(self, written: str) -> tuple[str, ...]:
        for name in (written, written[1:], "ال" + written[2:], "ال" + written[3:]):
            if name in self.full or name in self.short:
                return self.full.get(name) or self.short[name]
        return ()

    def _all(self, text: str) -> Iterator[Head]:
        if not may_hold(text, self._nouns):
            return
        for act, many, said, pattern, nouns in self._patterns:
            for match in pattern.finditer(text) if may_hold(text, nouns) else ():
                start, bodies, how = match.start("head"), (), said
                if said is Said.OWN and self.language == "en":  # "its" stays outside the citation
                    start += match["head"].rfind(" ", 0, match.start("tail") - start) + 1
                if said is Said.NAMED:
                    bodies = self._bodies_of(match["body"])
                    how = Said.NAMED if any(self._is_full(match["body"], name) for name in self.full) else Said.SHORT
                yield Head(match.start("head"), start, match.end(), act.kind, many, how, bodies, match["head"])

    @cached_property
    def _nouns(self) -> tuple[str, ...]:
        return cores(noun for *_, nouns in self._patterns for noun in nouns)

    def _is_full(self, written: str, name: str) -> bool:
        return written in (name, *(f"{c}{name}" for c in "بلك"), f"لل{name[2:]}")

    @cached_property
    def _patterns(self) -> tuple[tuple[Act, bool, Said, re.Pattern[str], tuple[str, ...]], ...]:
        """The last of each: words of which a text must hold one (`wordlists.cores`)."""
        grammar = self.records.references
        assert grammar is not None
        make = self._english if self.language == "en" else self._arabic
        return tuple(
            (act, many, said, re.compile(rf"(?<!\w){JOINED[self.language]}{form}(?!\w)"), cores(map(folded, nouns)))
            for act in grammar.acts
            for many, named, own, bare in (
                (False, act.named, act.own, act.bare),
                (True, act.named_many, act.own_many, act.bare_many),
            )
            for said, form, nouns in make(named[self.language], own[self.language], bare[self.language])
        )

    def _english(self, named: tuple[str, ...], own: tuple[str, ...], bare: tuple[str, ...]):  # type: ignore[no-untyped-def]
        """ "its previous resolutions", "General Assembly's resolutions", "resolutions of the Council"."""
        grammar = self.records.references
        assert grammar is not None
        some = any_of(grammar.qualifiers.en)
        between, tail = rf"(?:(?:{some})[ ]){{0,3}}", rf"(?P<tail>)(?:[ ](?:{some}))?"
        phrases = "|".join(
            rf"{any_of([' '.join(words[:-1])])}[ ]{between}{any_of(words[-1:])}" for words in map(str.split, own)
        )
        noun, by = any_of(named), any_of(grammar.by.en)
        yield Said.OWN, rf"(?P<head>{phrases}){tail}", [words.split()[-1] for words in own]
        yield Said.NAMED, rf"(?P<head>(?P<body>{self.body})(?:['’]s?)?[ ]{between}(?:{noun})){tail}", named
        yield Said.NAMED, rf"(?P<head>(?:{noun})[ ](?:{by})[ ](?P<body>{self.body})){tail}", named
        yield Said.BARE, rf"(?P<head>{any_of(bare)}){tail}", bare

    def _arabic(self, named: tuple[str, ...], own: tuple[str, ...], bare: tuple[str, ...]):  # type: ignore[no-untyped-def]
        """«لقراراتها السابقة», «قراري الجمعية العامة», «القرارات الصادرة عن مجلس الأمن», «القرار رقم»."""
        grammar = self.records.references
        assert grammar is not None
        some, by = any_of(grammar.qualifiers.ar), any_of(grammar.by.ar)
        tail, body = rf"(?P<tail>)(?:[ ](?:{some})){{0,2}}", f"(?P<body>{any_of((*self.full, *self.short))})"
        yield Said.OWN, rf"(?P<head>{clitic(own)}){tail}", own
        yield Said.NAMED, rf"(?P<head>(?:{clitic(named)})[ ]{body}){tail}", named
        yield Said.NAMED, rf"(?P<head>(?:{clitic(bare)})(?:[ ](?:{some}))?[ ](?:{by})[ ]{body}){tail}", bare
        yield Said.BARE, rf"(?P<head>{clitic(bare)}){tail}", bare
