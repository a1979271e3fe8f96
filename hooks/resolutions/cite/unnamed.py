"""What reads like a citation and was not taken for one: kept and listed, so that no reference is lost in silence.

In: a passage and the mentions found in it. Out: mentions without target. Two signs count: a word such as "Convention"
outside every mention and name of a body, with the name that it begins or ends, and an article or paragraph with its
number of which it is not said what it belongs to. A name is words only: two languages' names for one thing cannot be
matched by a machine, so such a mention never gets a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..folding import folded
from ..records.load import Records
from .letters import Letters, letters
from .units import Units
from .values import Mention, Open, Why
from .words import any_of

LONGEST = 12  # words of a name
TOLD = ("art", "para", "rule")  # units that always belong to an instrument; "part two" may be one of anything


@dataclass(frozen=True)
class Unnamed:
    """Finds them in passages of one language. Made once for a text."""

    language: str
    records: Records

    def find(self, printed: str, taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
        """In order, none inside another. `taken`: the spans, as printed, that are mentions already."""
        text = letters(printed)
        covered = [*taken, *(text.span(*match.span()) for match in self._bodies.finditer(text.text))]
        for start, end, why in sorted([*self._named(text), *self._pinpoints(text)], key=lambda one: (one[0], -one[1])):
            span = text.span(start, end)
            if not any(first < span[1] and span[0] < last for first, last in covered):
                covered.append(span)
                place = ("references", "kind_words") if why is Why.UNNAMED else ("pinpoints", "units")
                yield Mention(
                    *span, None, printed[slice(*span)], rule="unnamed", open=Open(why), entry=("grammar", *place)
                )

    def _named(self, text: Letters) -> Iterator[tuple[int, int, Why]]:
        for match in self._name.finditer(text.cased):
            yield *match.span("name"), Why.UNNAMED

    def _pinpoints(self, text: Letters) -> Iterator[tuple[int, int, Why]]:
        """Units with a number, except those of the text itself: "paragraph 5 above", «الفقرة 5 أعلاه»."""
        for unit in self._units.find(text):
            if unit.unit in TOLD and unit.numbers and not self._own.match(text.text, unit.end):
                yield unit.start, unit.end, Why.NO_INSTRUMENT

    @cached_property
    def _name(self) -> re.Pattern[str]:
        """ "Hague Convention on the Civil Aspects of …": words with capitals, and small words between them.

        Arabic has no capitals: «اتفاقية لاهاي بشأن الجوانب المدنية …» goes on to the next sign or relative word.
        """
        grammar = self.records.references
        assert grammar is not None
        kinds = "|".join(re.escape(word) for word in sorted(grammar.kind_words[self.language], key=len, reverse=True))
        if self.language == "en":
            word, small = r"[A-Z][\w’'-]*", rf"(?:{any_of(grammar.name_goes_through.en)})"
            more = rf"(?:(?:[ ]{small}){{0,3}}[ ]{word}){{0,{LONGEST}}}"
            return re.compile(rf"(?<!\w)(?P<name>(?:{word}[ ]){{0,6}}(?:{kinds}){more})(?!\w)")
        stop = rf"(?!(?:{any_of(grammar.name_ends.ar)}|[وف]?[بلك]?(?:{kinds}))(?!\w))"
        return re.compile(rf"(?<!\w)[وف]?(?P<name>[بلك]?(?:{kinds})(?:[ ]{stop}[^\W\d]+){{0,{LONGEST}}})(?!\w)")

    @cached_property
    def _own(self) -> re.Pattern[str]:
        assert self.records.pinpoints is not None
        return re.compile(rf"[,،]?[ ](?:{any_of(self.records.pinpoints.own[self.language])})(?!\w)")

    @cached_property
    def _units(self) -> Units:
        assert self.records.pinpoints is not None
        return Units(self.language, self.records.pinpoints)

    @cached_property
    def _bodies(self) -> re.Pattern[str]:
        names = {
            folded(name) for filed in self.records.bodies.values() for name in filed.record.named_as[self.language]
        }
        return re.compile(any_of(names))
