"""What reads like a citation and was not taken for one: kept and listed, so that no reference is lost in silence.

In: a passage and the mentions found in it. Out: mentions without target. Two signs count: a word such as "Convention"
outside every mention and name of a body, which no name goes with ("the Optional Protocols"), and an article or
paragraph with its number of which it is not said what it belongs to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..folding import folded
from ..records.load import Records
from ..wordlists import cores, may_hold
from .letters import Letters, letters
from .spans import Cover
from .units import Units
from .values import Mention, Open, Why
from .words import any_of

ENTRIES = {  # what of the grammar each sign is known by
    Why.UNNAMED: ("grammar", "names", "kinds"),
    Why.NO_NUMBER: ("grammar", "references", "acts"),
    Why.NO_INSTRUMENT: ("grammar", "pinpoints", "units"),
}
TOLD = ("art", "para", "rule")  # units that always belong to an instrument; "part two" may be one of anything


@dataclass(frozen=True)
class Unnamed:
    """Finds them in passages of one language. Made once for a text."""

    language: str
    records: Records

    def find(self, printed: str, taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
        """In order, none inside another. `taken`: the spans, as printed, that are mentions already."""
        text = letters(printed)
        places = text.folded.places
        free = _masked(text.cased, [tuple(bisect_left(places, edge) for edge in span) for span in taken])
        group = "name" if self.language == "ar" else 0
        found = [(*match.span(group), Why.UNNAMED) for match in self._named(text, free)]
        found += [(*match.span(), Why.NO_NUMBER) for match in self._unnumbered.finditer(free)]
        found += [(start, end, Why.NO_INSTRUMENT) for start, end in self._pinpoints(text, free)]
        if not found:
            return
        bodies = Cover(match.span() for match in self._bodies.finditer(text.text))
        last = 0
        for start, end, why in sorted(found, key=lambda one: (one[0], -one[1])):
            if start >= last and not bodies.covers(start, end):
                last, span = end, text.span(start, end)
                words, place = printed[slice(*span)], ENTRIES[why]
                yield Mention(*span, None, words, rule="unnamed", open=Open(why), entry=place)

    def _pinpoints(self, text: Letters, free: str) -> Iterator[tuple[int, int]]:
        """Units with a number, except those of the text itself: "paragraph 5 above", «الفقرة 5 أعلاه»."""
        for unit in self._units.find(replace(text, cased=free)):
            if unit.unit in TOLD and unit.numbers and not self._own.match(text.text, unit.end):
                yield unit.start, unit.end

    def _named(self, text: Letters, free: str) -> Iterator[re.Match[str]]:
        return self._name.finditer(free) if may_hold(text.text, self._kinds) else iter(())

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        assert self.records.names is not None
        return cores(folded(word) for one in self.records.names.kinds for word in one.words[self.language])

    @cached_property
    def _name(self) -> re.Pattern[str]:
        """A word for a kind with nothing that says which one: "Optional Protocols", «الاتفاقيات الدولية»."""
        grammar = self.records.names
        assert grammar is not None
        words = sorted((word for one in grammar.kinds for word in one.words[self.language]), key=len, reverse=True)
        kinds = "|".join(re.escape(word).replace(r"\ ", "[ ]") for word in words)
        if self.language == "en":
            capital = r"[A-Z][\w’'-]*[ ]"
            body = rf"(?![ ](?:{'|'.join(grammar.bodies.en)})(?!\w))"
            return re.compile(rf"(?<!\w)(?:{capital}){{0,6}}(?:{kinds})(?!\w){body}")
        general = any_of(grammar.general.ar)
        return re.compile(rf"(?<!\w)[وف]?(?P<name>[بلك]?(?:{kinds})(?:[ ](?:{general})(?!\w))*)(?!\w)")

    @cached_property
    def _unnumbered(self) -> re.Pattern[str]:
        """ "resolution adopted by the 140th IPU Assembly": it is known by the assembly only."""
        assert self.records.references is not None
        form = self.records.references.unnumbered
        return re.compile(rf"(?<!\w)(?:{form[self.language].pattern})(?!\w)" if form else "(?!)", re.VERBOSE)

    @cached_property
    def _own(self) -> re.Pattern[str]:
        assert self.records.pinpoints is not None
        return re.compile(rf"[,،]?[ ](?:{any_of(self.records.pinpoints.own[self.language])})(?!\w)")

    @cached_property
    def _units(self) -> Units:
        assert self.records.pinpoints is not None and self.records.shapes is not None
        return Units(self.language, self.records.pinpoints, self.records.shapes[self.language].between)

    @cached_property
    def _bodies(self) -> re.Pattern[str]:
        names = {
            folded(name) for filed in self.records.bodies.values() for name in filed.record.named_as[self.language]
        }
        return re.compile(any_of(names))


def _masked(text: str, spans: Sequence[tuple[int, ...]]) -> str:
    """The text with a sign that no name holds in place of every letter of the spans."""
    pieces, place = [], 0
    for start, end in sorted(spans):
        if end > place:
            pieces += [text[place : max(start, place)], "\0" * (end - max(start, place))]
            place = end
    return "".join([*pieces, text[place:]])
