"""How a clause begins: at a number, or at an opening phrase.

In: the lines of the text, in order, with what goes before each. Out: a `Start`, or nothing. Where the source sets
opening phrases in italics, an unnumbered paragraph begins only with an italic one; where it sets blank lines between
paragraphs, only after one. A number inside a sentence that was broken before it ("…in paragraph / 12. Also") is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..records.grammar import Openings
from . import markers, openings, sections
from .source import MARGIN, Line
from .values import Part

END = re.compile(r"(?:[,;.:،؛]|[;,؛،]?\s(?:and|or|و|أو))[\s”\"“’»)*]*$")
CLOSED = re.compile(r"[.;؛][\s”\"“’»)*]*$")
NOTE_AT_END = re.compile(
    r"(?:\(\d{1,3}\)|\[\d{1,3}\]|\)\d{1,3}\(|[ ]?\d{1,3}/|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|(?<=[,;.،؛])[ ]?\d{1,3})(?=[,;.:،؛\s]*$)"
)
SPACED_SHARE = 0.8  # of the opening phrases at the beginning of a line stand below a blank line
NESTED_TITLE = 6  # so many lines may stand between "the following draft resolution:" and its chapeau
SHORT = 0.6  # of the usual length: a heading between lines that are full
SEPARATE_SHARE = 0.25  # so many lines go on with the one above, and still each is a paragraph
FULL = 0.9  # a line of this part of the usual length shows no end of a paragraph


@dataclass(frozen=True)
class Row:
    """A line of the text. `gap`: 2 below a blank line, 1 at the top of a page or below footnotes, 0 else."""

    line: Line
    gap: int
    ended: bool  # does the row before end as a paragraph may end
    closed: bool  # does it end with a full stop or a semicolon


@dataclass(frozen=True)
class Start:
    """A clause begins: its part, its number (0: none stands there), the column where its text starts."""

    part: Part
    number: int
    column: int
    sure: bool = True
    word: str = ""  # behind the number: "bis"


def rows(lines: Sequence[tuple[Line, int]]) -> tuple[Row, ...]:
    """Lines with what goes before each."""
    found, ended, closed = [], True, True
    for line, gap in lines:
        found.append(Row(line, gap, ended, closed))
        text = NOTE_AT_END.sub("", line.text[-120:].rstrip(MARGIN)).rstrip("* ")
        ended, closed = bool(END.search(text)), bool(CLOSED.search(text))
    return tuple(found)


class Starts:
    """Answers where clauses begin in the rows of one text. `is_chapeau`: may another text begin with this line?

    `between`: the form of a number that was put between two others; see `markers.between`.
    """

    def __init__(
        self, found: Sequence[Row], words: Openings, between: re.Pattern[str], is_chapeau: Callable[[str], bool]
    ) -> None:
        self.rows, self.words, self.between, self.is_chapeau = found, words, between, is_chapeau
        opening = [row for row in found if self.opens(row.line, row.line.indent, preambular=True)]
        starred = sum(row.line.inner.startswith(("*", "_")) for row in opening)
        plain = [row for row in opening if row.ended and not row.line.inner.startswith(("*", "_"))]
        self.italic = starred > len(plain)
        below = [row.gap > 0 for row in plain if row is not found[0]]  # the first one tells nothing
        self.spaced = len(below) > 0 and sum(below) >= SPACED_SHARE * len(below)
        lengths = sorted(row.line.measure for row in found)
        self.usual = lengths[len(lengths) * 3 // 4] if lengths else 0
        self.lettered = False
        numbered = self._operatives()
        self.is_numbered, self.last_numbered = bool(numbered), max(numbered, default=-1)
        self.numbered = [(i, number.number) for i in numbered if (number := self._number(i))]
        self.lettered = not numbered and any(self._letter(i) for i in range(len(found)))
        self._counted = frozenset(self._operatives() if self.lettered else numbered)
        self.separate = self._is_separate()

    def opens(self, line: Line, column: int, *, preambular: bool, numbered: bool = False) -> bool:
        """Does the text from that column on open as such a clause? Asterisks of italics are passed over."""
        text = line.text[column : column + 2 * openings.LONGEST].replace("*", "").lstrip("_ \t[")
        if line is self.rows[0].line:  # it may go on with the chapeau, in small letters: "… the Assembly decided"
            return bool(openings.find(text, self.words, preambular=preambular, numbered=numbered))
        return openings.opens(text, self.words, preambular=preambular, numbered=numbered)

    def at(self, i: int, part: Part, expected: int, *, headed: bool = False) -> Start | None:
        """The clause that begins in row i; `part`: of the paragraph above, `expected`: the next operative number.

        `headed`: the row stands below a heading, where a single operative paragraph needs no number.
        """
        return (
            self._between(i)
            or self._numbered(i, part, expected)
            or self._preambular(i, part, headed=headed)
            or self._operative(i, headed=headed)
        )

    def nested(self, i: int) -> bool:
        """Does another text begin in row i, with its chapeau or with a title of a few lines above that?"""
        return any(self.is_chapeau(row.line.inner) for row in self.rows[i : i + NESTED_TITLE])

    def _recommends(self, i: int) -> bool:
        """Does an operative paragraph without a number begin here that a whole other text follows?"""
        if i > 0 and not (self.rows[i].ended and (self.rows[i].gap or not self.spaced)):
            return False
        for j in range(i, min(i + NESTED_TITLE, len(self.rows))):
            if self.rows[j].line.inner.endswith(":"):
                return self.nested(j + 1)
        return False

    def is_short_heading(self, i: int) -> bool:
        """In a text without blank lines: a few words without a full stop between two paragraphs, then a number."""
        row, after = self.rows[i], self.rows[i + 1 : i + 2]
        text = row.line.inner
        if self.spaced or not row.ended or i == 0 or not after or text[:1].islower() or not text[:1].isalpha():
            return False
        if self.rows[i - 1].line.inner.endswith(":") or text.endswith(sections.PUNCTUATED):
            return False
        return len(text) < SHORT * self.usual and i + 1 in self._counted

    def looks_so(self, i: int, part: Part, expected: int, *, labelled: bool = False) -> bool:
        """As if the row stood below a heading: may a clause begin here?"""
        row = self.rows[i]
        number = self._number(i)
        if number:
            return number.number == expected or (number.number == 1 and i in self._counted)
        if (labelled or (part is Part.PREAMBULAR and not self.is_numbered)) and self.opens(
            row.line, row.line.indent, preambular=False
        ):
            return True
        starred = row.line.inner.startswith(("*", "_"))
        return self.opens(row.line, row.line.indent, preambular=True) and (starred or not self.italic)

    def _number(self, i: int) -> markers.Marker | None:
        line = self.rows[i].line
        start = line.indent + (len(line.text) - line.indent - len(line.text[line.indent :].lstrip("*")))
        if start > line.indent and line.text[start:].count("*") == 0:
            start = line.indent
        found = markers.numbered(line.text, start) or (self._letter(i) if self.lettered else None)
        if found or not line.inner.isdecimal():
            return found
        alone = markers.at(markers.ALONE, line.text[: line.width], line.indent)
        below = i + 1 < len(self.rows) and self.rows[i + 1].line
        return alone if alone and below and self.opens(below, below.indent, preambular=False, numbered=True) else None

    def _letter(self, i: int) -> markers.Marker | None:
        """ "(a) Decides": in a decision, letters may be the numbers of operative paragraphs."""
        line = self.rows[i].line
        found = markers.letter(line.text, line.indent)
        return found if found and self.opens(line, found.end, preambular=False) else None

    def _is_separate(self) -> bool:
        """Is each line a paragraph, as in a text that was taken from a word processor?"""
        going_on = 0
        for row in self.rows:
            line = row.line
            begins = row.gap or self._number_like(line) or markers.SUB.match(line.text, line.indent)
            if not begins and not any(self.opens(line, line.indent, preambular=part) for part in (True, False)):
                going_on += 1
        return going_on <= SEPARATE_SHARE * len(self.rows)

    @staticmethod
    def _number_like(line: Line) -> bool:
        return bool(markers.numbered(line.text, line.indent) or markers.at(markers.BRACKETED, line.text, line.indent))

    def _operatives(self) -> list[int]:
        """The rows that begin with the number of an operative paragraph."""
        return [i for i in range(len(self.rows)) if self._is_operative_number(i)]

    def _is_operative_number(self, i: int) -> bool:
        number = self._number(i)
        if not number:
            return False
        line = self.rows[i].line
        if number.end >= line.width and i + 1 < len(self.rows):
            line, column = self.rows[i + 1].line, self.rows[i + 1].line.indent
        else:
            column = number.end
        return self.opens(line, column, preambular=False, numbered=True)

    def _between(self, i: int) -> Start | None:
        """ "14 bis. Urges", «14 مكررا - تحث»; the words behind it tell the part."""
        row = self.rows[i]
        start = row.line.indent + len(row.line.inner) - len(row.line.inner.lstrip("*_[ "))
        found = self.between.match(row.line.text, start) if row.ended or row.gap else None
        for part in (Part.OPERATIVE, Part.PREAMBULAR) if found else ():
            if found and self._opens_below(i, found.end(), preambular=part is Part.PREAMBULAR):
                return Start(part, int(found["n"]), found.end(), word=found["word"])
        return None

    def _numbered(self, i: int, part: Part, expected: int) -> Start | None:
        row = self.rows[i]
        drafted = markers.drafted(row.line.text, row.line.indent)
        if drafted:
            part, number = (Part.OPERATIVE if drafted[0] == "OP" else Part.PREAMBULAR), drafted[1]
            return Start(part, number.number, number.end)
        listed = markers.at(markers.LISTED, row.line.text, row.line.indent)
        if listed:
            return Start(Part.PREAMBULAR, listed.number, listed.end)
        bracketed = markers.at(markers.BRACKETED, row.line.text, row.line.indent)
        if bracketed and (row.ended or row.gap) and self._opens_below(i, bracketed.end, preambular=True):
            return Start(Part.PREAMBULAR, bracketed.number, bracketed.end)
        number = self._number(i)
        if not number:
            return None
        apart, operative = row.ended or row.gap > 0, i in self._counted
        in_preamble = part is Part.PREAMBULAR and expected == 1 and apart and not operative
        if in_preamble and self._opens_below(i, number.end, preambular=True):
            return Start(Part.PREAMBULAR, number.number, number.end)
        if operative:
            takes = apart or number.number in (expected, 1)
        else:
            takes = apart and (number.number == expected or (row.closed and row.gap != 1))
            takes = takes and not self._comes_again(i, number.number)
        return Start(Part.OPERATIVE, number.number, number.end) if takes else None

    def _comes_again(self, i: int, number: int) -> bool:
        """Is the next number before an operative verb this one or a lower one? Then row i is part of a list."""
        at = bisect_right(self.numbered, (i, 1000))
        return at < len(self.numbered) and 1 < self.numbered[at][1] <= number

    def _opens_below(self, i: int, column: int, *, preambular: bool) -> bool:
        """As `opens`; where a number stands alone, in the next row."""
        line = self.rows[i].line
        if column >= line.width and i + 1 < len(self.rows):
            line, column = self.rows[i + 1].line, self.rows[i + 1].line.indent
        return self.opens(line, column, preambular=preambular)

    def _preambular(self, i: int, part: Part, *, headed: bool) -> Start | None:
        row = self.rows[i]
        if self.italic and not row.line.inner.startswith(("*", "_")):
            return None
        if not self.opens(row.line, row.line.indent, preambular=True):
            block = part is Part.PREAMBULAR and self.spaced and row.ended and row.gap == 2
            seems = block and openings.seems_to_open(row.line.inner, self.words)
            return Start(Part.PREAMBULAR, 0, row.line.indent) if seems else None
        if part is Part.OPERATIVE and not headed and not (row.closed and (row.gap or not self.spaced)):
            return None
        if self.italic:
            return Start(Part.PREAMBULAR, 0, row.line.indent)
        if (self.spaced and not row.gap) or (not row.ended and row.gap != 2):
            return None
        return Start(Part.PREAMBULAR, 0, row.line.indent, row.ended and self._is_sure(i))

    def _operative(self, i: int, *, headed: bool) -> Start | None:
        row = self.rows[i]
        single = i == 0  # right below the chapeau; the numbers are those of an annex
        if self.is_numbered and not headed and not single and not self._recommends(i):
            return None
        if (not row.ended and not headed) or (self.spaced and not row.gap):
            return None
        if self.italic and not row.line.inner.startswith(("*", "_")):
            return None
        if not self.opens(row.line, row.line.indent, preambular=False):
            return None
        return Start(Part.OPERATIVE, 0, row.line.indent, self._is_sure(i))

    def _is_sure(self, i: int) -> bool:
        """Is there a sign that a paragraph ended above: a blank line, a short line, an indent?"""
        above, here = self.rows[i - 1].line, self.rows[i].line
        if i == 0 or self.rows[i].gap or self.separate or here.inner.lstrip("*_")[:1].isupper():
            return True  # where there are capitals, one after a comma begins a paragraph
        return above.measure < FULL * self.usual or here.indent > above.indent
