"""All steps in order, for one passage: names → numbers and symbols → series → names without record → references back
→ pinpoints.

In: a passage as printed, records, what the text has introduced before. Out: `Mention` values with printed spans in
order, and the names that stand for an instrument from here on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..records.load import Records
from . import named, names, references, undescribed
from .heads import Own
from .introduced import Known, introduced
from .letters import Letters, letters
from .numbers import Numbers
from .pinpoints import Found, Linker
from .spans import Cover
from .symbols import symbols
from .units import Units
from .unnamed import Unnamed
from .values import Manner, Mention


@dataclass(frozen=True)
class Finder:
    """Finds what passages of one language cite. `own`: the text that they are of."""

    language: str
    records: Records
    own: Own

    @property
    def numbers(self) -> Numbers:
        return _numbers(self.language, self.records)

    @property
    def units(self) -> Units:
        return _units(self.language, self.records)

    @property
    def unnamed(self) -> Unnamed:
        return _unnamed(self.language, self.records)

    def find(self, printed: str, previous: str = "", known: Known | None = None) -> tuple[tuple[Mention, ...], Known]:
        """Its mentions in order, and what is known after it. `previous`: the folded note before this one."""
        text = letters(printed)
        every = names.find(text, self.language, self.records, "")
        found = [one for one in every if one.target != self.own.id]
        numbered = self.numbers.find(text, self.own)
        marked = tuple(symbols(text, self.records))
        found += _outside(numbered, found)
        found += marked
        found += references.series(text, previous, self.records)
        found, known = self._introduced(text, found, known or Known())
        own = [one for one in every if one.target == self.own.id]
        unrecorded = named.of(self.language, self.records).find(printed, text, [*found, *own])
        unrecorded, known = named.shortened(text, unrecorded, known, self.language, self.records)
        found = named.within(found, unrecorded)
        backward, known = references.back(text, self.language, self.records, found, unrecorded, known)
        found += [*unrecorded, *_outside(backward, unrecorded)]
        found += references.same(text, self.language, self.records, numbered)
        foreign = [one for one in found if not self._self(one)]
        pinned = self._pinned(text, sorted(foreign, key=lambda one: (one.start, -one.end)))
        printed_spans = (self._printed(text, one) for one in pinned)
        return tuple(sorted(printed_spans, key=lambda one: (one.start, -one.end))), known

    def _introduced(self, text: Letters, found: list[Mention], known: Known) -> tuple[list[Mention], Known]:
        assert self.records.references is not None
        new = {}
        starts: dict[str, int] = {}
        for name, target, start in introduced(text, self.language, self.records.references, found):
            if target != self.own.id:
                new[name] = tuple(dict.fromkeys((*known.names.get(name, ()), *new.get(name, ()), target)))
                starts.setdefault(name, start)
        known = replace(known, names={**known.names, **new}) if new else known
        aliases = [
            one
            for name, targets in known.names.items()
            for one in names.known(text, starts.get(name, 0), self.language, {name: targets}, self.records)
        ]
        return found + list(_outside(aliases, found)), known

    def _self(self, mention: Mention) -> bool:
        """A text does not cite itself, described or not."""
        meant = mention.target or undescribed.identify(mention, self.records)
        return meant is not None and meant in (self.own.id, undescribed.slug(self.own.symbol or ""))

    def _pinned(self, text: Letters, found: Sequence[Mention]) -> Iterator[Mention]:
        """Each with its pinpoints; one for each of "articles 19 and 34 of the Convention"."""
        assert self.records.pinpoints is not None
        if not found:
            return
        linker = Linker(text, self.language, self.records.pinpoints, self.units.find(text))
        pinnable = {Manner.NAMED, Manner.BACK}
        before = {one: linker.before(one.start) if one.manner in pinnable else () for one in found}
        taken = {index for places in before.values() for place in places for index in place.units}
        for one in found:
            places = before[one]
            if places:
                *first, last = places
                yield from (self._piece(text, one, place) for place in first)
                yield self._piece(text, one, replace(last, end=one.end))
            elif one.manner in pinnable and (places := linker.after(one.end, taken)):
                first_place, *rest = places
                yield self._piece(text, one, replace(first_place, start=one.start))
                yield from (self._piece(text, one, place) for place in rest)
            else:
                yield one

    def _piece(self, text: Letters, mention: Mention, place: Found) -> Mention:
        start, end = place.start, place.end
        if text.text[start:end].count(")") > text.text[start:end].count("(") and text.text[start - 1 : start] == "(":
            start -= 1  # "(E/2017/30), chap. I": both brackets belong to the citation, or none
        if text.text[start:end].count("(") > text.text[start:end].count(")") and text.text[end : end + 1] == ")":
            end += 1  # "paragraph 47 of the report (A/77/7)"
        return replace(mention, pinpoint=place.pinpoint, start=start, end=end)

    def _printed(self, text: Letters, mention: Mention) -> Mention:
        start, end = text.span(mention.start, mention.end)
        return replace(mention, start=start, end=end)


# Their patterns are many and long: made once for the records, not once for each text.
@lru_cache(maxsize=4)
def _numbers(language: str, records: Records) -> Numbers:
    return Numbers(language, records)


@lru_cache(maxsize=4)
def _unnamed(language: str, records: Records) -> Unnamed:
    return Unnamed(language, records)


@lru_cache(maxsize=4)
def _units(language: str, records: Records) -> Units:
    assert records.pinpoints is not None and records.shapes is not None
    return Units(language, records.pinpoints, records.shapes[language].between)


def _outside(some: Sequence[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    """Those that do not lie inside one of the others: a number within the name of an instrument is no citation."""
    cover = Cover((other.start, other.end) for other in others)
    for one in some:
        if not cover.covers(one.start, one.end):
            yield one
