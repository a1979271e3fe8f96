"""Articles, paragraphs, chapters, annexes wherever a passage names them, with the numbers of lists and ranges.

In: a passage, the grammar. Out: `UnitAt` values in order: "paragraphs 4 to 9" → para, one number "4-to-9";
«المادتين 19 و 34» → art, two numbers; "paragraph 3 (a)" → para, "3-a"; "chap. I" → chap, "1".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from ..folding import folded
from ..records.grammar import Between, PinpointGrammar
from ..wordlists import cores, may_hold
from .letters import Letters
from .words import JOINED, any_of, clitic

LETTERED = ("letter", "ordinal", "ordinal-word")
BARE = "annex"  # the one unit that stands without a number


@dataclass(frozen=True)
class NumberAt:
    """The sign that it has in addresses, and its span."""

    sign: str
    start: int
    end: int


@dataclass(frozen=True)
class UnitAt:
    """`numbers` is empty for "the annex"."""

    unit: str
    start: int
    end: int
    numbers: tuple[NumberAt, ...]


@dataclass(frozen=True)
class Units:
    """Finds them in passages of one language."""

    language: str
    grammar: PinpointGrammar
    between: tuple[Between, ...] = ()  # "paragraph 14 bis"

    def find(self, letters: Letters) -> tuple[UnitAt, ...]:
        """All units in order; none inside another."""
        if not may_hold(letters.text, self._cores):
            return ()
        return tuple(found for match in self._unit.finditer(letters.cased) if (found := self._read(match)))

    @cached_property
    def _words(self) -> dict[str, str]:
        return {folded(word): key for key, unit in self.grammar.units.items() for word in unit.words[self.language]}

    @cached_property
    def _cores(self) -> tuple[str, ...]:
        return cores(self._words)

    @cached_property
    def _signs(self) -> dict[str, str]:
        """Ordinals by their words and figures: I, one, «الأول», «الأولى» → 1."""
        found = {}
        for number, ordinal in enumerate(self.grammar.ordinals, 1):
            words = ordinal.ar if self.language == "ar" else (ordinal.roman, ordinal.en)
            found.update({folded(word): str(number) for word in words})
        return found

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {folded(letter[self.language]): letter.en.lower() for letter in self.grammar.letters}

    @cached_property
    def _sub_letters(self) -> dict[str, str]:
        return {word: one.en for one in self.grammar.sub_letters for word in one.ar} if self.language == "ar" else {}

    @cached_property
    def _between(self) -> dict[str, str]:
        return {folded(word): one.id for one in self.between for word in one.words}

    @cached_property
    def _number(self) -> str:
        """16.2, «16-2»; 19; 3 (a); 2 (4); (b); VII; one; «الأول»; D; «دال»."""
        sub = any_of(self._sub_letters) if self.language == "ar" else "(?!)"
        bracket = rf"[ ]?\([ ]?(?:[a-z]|[ivx]{{1,5}}|[0-9]{{1,2}}|{sub})[ ]?\)"
        ordinals = any_of(word for word in self._signs if not re.fullmatch("[ivx]+", word))
        between = any_of(self._between) if self.between else "(?!)"
        letter = any_of(self._letters) if self.language == "ar" else "[A-Z]"
        return (
            rf"(?:[0-9]{{1,2}}[.-](?:[0-9]{{1,2}}|[a-z])(?![\w/])"
            rf"|[0-9]{{1,4}}(?![0-9/])(?:[ ]?(?:{between})(?!\w))?(?:{bracket})*"
            rf"|{bracket}(?:{bracket})*"
            rf"|[IVX]{{1,6}}(?!\w)|(?i:{ordinals})(?!\w)|(?:{letter})(?!\w))"
        )

    @cached_property
    def _range(self) -> re.Pattern[str]:
        return re.compile(rf"[ ](?:{any_of(self.grammar.ranges[self.language])})[ ]|[ ]?[-–—][ ]?")

    @cached_property
    def _joint(self) -> str:
        words = any_of(self.grammar.joints[self.language])
        blank = "[ ]" if self.language == "en" else "[ ]?"
        return rf"(?:[,،][ ](?:(?:{words}){blank})?|[ ](?:{words}){blank})"

    @cached_property
    def _unit(self) -> re.Pattern[str]:
        words = (clitic if self.language == "ar" else any_of)(self._words)
        number = self._number
        return re.compile(
            rf"(?<!\w){JOINED[self.language]}(?P<unit>(?i:{words}))(?!\w)"
            rf"(?:{self._from})?(?:[ ](?P<list>{number}(?:(?:{self._joint}|{self._range.pattern}){number})*))?"
        )

    @property
    def _from(self) -> str:
        """«الفقرات من 4 إلى 9»."""
        return rf"[ ]من(?=[ ][0-9]+[ ](?:{any_of(self.grammar.ranges.ar)})[ ])" if self.language == "ar" else r"(?!)"

    def _read(self, match: re.Match[str]) -> UnitAt | None:
        unit = self._words_of(folded(match["unit"]))
        if match["list"] is None:
            return UnitAt(unit, match.start("unit"), match.end("unit"), ()) if unit == BARE else None
        numbers: list[NumberAt] = []
        base, last = "", match.start("list")
        for one in re.finditer(self._number, match["list"]):
            start, end = (match.start("list") + place for place in one.span())
            sign = self._sign(one[0].strip(), unit, base)
            if sign is None:
                break
            base = sign.partition("-")[0]
            if numbers and self._range.fullmatch(match.string, last, start):
                numbers[-1] = replace(numbers[-1], sign=f"{numbers[-1].sign}-to-{sign}", end=end)
            else:
                numbers.append(NumberAt(sign, start + len(one[0]) - len(one[0].lstrip()), end))
            last = end
        if not numbers:
            return UnitAt(unit, match.start("unit"), match.end("unit"), ()) if unit == BARE else None
        return UnitAt(unit, match.start("unit"), numbers[-1].end, tuple(numbers))

    def _words_of(self, written: str) -> str:
        return next(
            self._words[form]
            for form in (written, written[1:], f"ال{written[2:]}", f"ال{written[3:]}")
            if form in self._words
        )

    def _sign(self, written: str, unit: str, base: str) -> str | None:
        """3 (a) → 3-a; VII → 7; D → d; (b) after 3 (a) → 3-b. None: such a unit has no such number."""
        dotted = re.fullmatch(r"([0-9]+)[.-]([0-9a-z]+)", written)
        if dotted:
            return _dotted(dotted, self.grammar.units[unit].numerals)
        figures = re.match(r"[0-9]+", written)
        brackets = [self._sub(one) for one in re.findall(r"\([ ]?([^ ()]+)[ ]?\)", written)]
        if figures or brackets:
            stem = figures[0] if figures else (base if unit != "subpara" else "")
            word = re.search(r"[^\W\d_]+(?: [^\W\d_]+)?(?=[ ]?(?:\(|$))", written) if figures else None
            between = [self._between[folded(word[0])]] if word and folded(word[0]) in self._between else []
            return "-".join([stem, *between, *brackets] if stem else brackets)
        kind, word = self.grammar.units[unit].numerals, folded(written)
        if kind == "letter" and word in self._letters and (self.language == "ar" or written not in ("I", "V", "X")):
            return self._letters[word]
        if word in self._signs:
            return self._signs[word]
        return self._letters.get(word) if kind in LETTERED else None

    def _sub(self, written: str) -> str:
        return self._sub_letters.get(written, written)


def _dotted(match: re.Match[str], numerals: str) -> str | None:
    """Target 16.2, «الغاية 16-2» → 16-2, article 5.2 → 5-2; of any other unit "12-15" is a range."""
    between = "-" if numerals == "dotted" or "." in match[0] else "-to-"
    return f"{match[1]}{between}{match[2]}" if match[2].isdigit() or numerals == "dotted" else None
