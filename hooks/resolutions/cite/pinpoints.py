"""Articles, paragraphs, chapters: before the instrument that they belong to, or after it.

"Article 19 of the Convention", «المادة 19 من الاتفاقية»; "(A/77/464, para. 31)", «A/77/464، الفقرة 31»;
"(E/2007/30/Rev.1), part one, chap. I, sect. D", «الجزء الأول، الفصل الأول، الفرع دال»; "articles 19 and 34 of the
Convention" are two, each with its own words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from ..records.grammar import Between, PinpointGrammar, Unit
from .letters import Letters
from .units import BARE, UnitAt
from .values import Pinpoint
from .words import any_of

Chain = tuple[UnitAt, ...]


@dataclass(frozen=True)
class Found:
    """A pinpoint and where it stands."""

    pinpoint: Pinpoint
    start: int
    end: int
    units: tuple[int, ...] = ()  # which of the passage's


@dataclass(frozen=True)
class Linker:
    """Which units of a passage belong to which instrument. `units`: in order."""

    letters: Letters
    language: str
    grammar: PinpointGrammar
    units: tuple[UnitAt, ...]

    def before(self, place: int) -> tuple[Found, ...]:
        """The pinpoints that end, with their "of", right before `place`: "paragraph 1 of article 10 of the"."""
        index = bisect_right(self._ends, place) - 1
        if index < 0 or not self._links(self.units[index], place):
            return ()
        chains: list[list[UnitAt]] = [[self.units[index]]]
        first = index
        while first > 0:
            earlier, later = self.units[first - 1], self.units[first]
            gap = (self.letters.text, earlier.end, later.start)
            if self._and.fullmatch(*gap) and (earlier.unit == later.unit or self._both.fullmatch(*gap)):
                chains.append([earlier])
            elif earlier.unit != later.unit and (
                self._within.fullmatch(*gap) or (self._larger(earlier, later) and self._comma.fullmatch(*gap))
            ):
                chains[-1].append(earlier)
            else:
                break
            first -= 1
        found = [one for chain in reversed(chains) for one in self._split(chain)]
        found[-1] = replace(found[-1], end=place)
        return tuple(replace(one, units=tuple(range(first, index + 1))) for one in found)

    def after(self, place: int, taken: Set[int]) -> tuple[Found, ...]:
        """The pinpoints in a row right after `place`, from large to small: ", chap. I, sect. D".

        `taken`: the units that belong to what follows them.
        """
        index = bisect_right(self._starts, place)
        chain: list[UnitAt] = []
        end = place
        while index < len(self.units) and index not in taken:
            one = self.units[index]
            if not self._next.fullmatch(self.letters.text, end, one.start):
                break
            if one.unit == BARE and not one.numbers and "," not in self._gap(end, one.start):
                break
            chain.append(one)
            end, index = one.end, index + 1
        if not chain:
            return ()
        found = self._split(chain)
        return (Found(found[0].pinpoint, place, found[0].end), *found[1:])

    def _gap(self, start: int, end: int) -> str:
        return self.letters.text[start:end].replace("،", ",")

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [one.start for one in self.units]

    @cached_property
    def _ends(self) -> Sequence[int]:
        return [one.end for one in self.units]

    def _links(self, unit: UnitAt, place: int) -> bool:
        """Does the unit belong to what begins at `place`? In Arabic "the annex to" is a construct: «مرفق القرار»."""
        if self.language == "ar" and unit.unit == BARE and not unit.numbers:
            return self._comma.fullmatch(self.letters.text, unit.end, place) is not None
        return self._link.fullmatch(self.letters.text, unit.end, place) is not None

    @cached_property
    def _link(self) -> re.Pattern[str]:
        return re.compile(rf"[,،]?[ ](?:{any_of(self.grammar.links[self.language])})[ ]\(?")

    @cached_property
    def _within(self) -> re.Pattern[str]:
        return re.compile(r"[,،]?[ ]of[ ](?:the[ ])?" if self.language == "en" else r"[،]?[ ]من[ ]")

    @cached_property
    def _comma(self) -> re.Pattern[str]:
        return re.compile(r"[,،]?[ ]")

    @cached_property
    def _and(self) -> re.Pattern[str]:
        words = any_of(self.grammar.joints[self.language])
        return re.compile(rf"[,،]?[ ](?:(?:{words})[ ]?)?")

    @cached_property
    def _both(self) -> re.Pattern[str]:
        """Between units of two kinds that belong to the same: "Goal 16 and target 16.2 of"."""
        words = any_of(self.grammar.joints[self.language])
        return re.compile(rf"[,،]?[ ](?:{words})[ ]?")

    @cached_property
    def _next(self) -> re.Pattern[str]:
        return re.compile(r"[)\]]?[،,]?[ ]")

    def _larger(self, one: UnitAt, other: UnitAt) -> bool:
        order = list(self.grammar.units)
        return order.index(one.unit) < order.index(other.unit)

    def _split(self, chain: Sequence[UnitAt]) -> list[Found]:
        """One pinpoint for each number of the unit that has most; the words of the others go with the first or last."""
        order = list(self.grammar.units)
        start, end = min(one.start for one in chain), max(one.end for one in chain)
        many = max(chain, key=lambda one: len(one.numbers))
        ranked = sorted(chain, key=lambda one: order.index(one.unit))
        numbers = many.numbers or (None,)
        found = []
        for number in numbers:
            units = tuple(
                (one.unit, number.sign if one is many and number else (one.numbers[0].sign if one.numbers else ""))
                for one in ranked
            )
            first, last = number is numbers[0], number is numbers[-1]
            found.append(
                Found(
                    Pinpoint(units),
                    start if first or number is None else number.start,
                    end if last or number is None else number.end,
                )
            )
        return found


def label(pinpoint: Pinpoint, language: str, grammar: PinpointGrammar, between: Sequence[Between] = ()) -> str:
    """As the reader sees it: "Article 19", «الفصل الأول، الفرع دال», "paragraph 3 (a)", "paragraph 4–9", "14 bis"."""
    comma = "، " if language == "ar" else ", "
    parts = []
    for unit_id, number in pinpoint.units:
        unit = grammar.units[unit_id]
        stem, _, rest = number.partition("-")
        word, _, below = rest.partition("-")
        put = next((one.words[0] for one in between if one.id == word), "")
        written = _written(f"{stem}-{below}".strip("-") if put else number, unit, grammar, language)
        if put:
            written = " ".join([stem, put, *written.split(" ")[1:]])
        parts.append(unit.label[language].format(n=written).strip())
    return comma.join(parts)


def _written(number: str, unit: Unit, grammar: PinpointGrammar, language: str) -> str:
    if "-to-" in number:
        return "–".join(_written(one, unit, grammar, language) for one in number.split("-to-"))
    if unit.numerals == "dotted":
        return number.replace("-", "." if language == "en" else "-")
    stem, *rest = number.split("-")
    if unit.numerals == "sub-letter":
        return " ".join(f"({_sub(one, grammar, language)})" for one in (stem, *rest))
    if unit.numerals == "arabic" and not stem.isdigit():
        return " ".join(f"({_sub(one, grammar, language)})" for one in (stem, *rest))
    return " ".join([_one(stem, unit, grammar, language), *(f"({_sub(one, grammar, language)})" for one in rest)])


def _one(number: str, unit: Unit, grammar: PinpointGrammar, language: str) -> str:
    if not number.isdigit():
        return next((letter[language] for letter in grammar.letters if letter.en.lower() == number), number)
    if unit.numerals == "arabic" or int(number) > len(grammar.ordinals):
        return number
    ordinal = grammar.ordinals[int(number) - 1]
    if language == "ar":
        return ordinal.ar[0]
    return ordinal.en if unit.numerals == "ordinal-word" else ordinal.roman


def _sub(letter: str, grammar: PinpointGrammar, language: str) -> str:
    if language == "en":
        return letter
    return next((one.ar[0] for one in grammar.sub_letters if one.en == letter), letter)
