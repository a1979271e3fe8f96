"""What may be the mark of a footnote in a line of the text: "word¹", "word(1)", "1/", "word,1", "word 1", "word*".

In: lines without furniture. Out: each such place with its form; `footnotes` says which of them call a footnote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .source import Line

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
ALONE = re.compile(r"(?P<n>\d{1,3})$")  # a number that has the line for itself

# A comma between a year or the number of a resolution and a mark: "2013,1", "67/290,1"
AFTER_NUMBER = r"(?: (?<=(?:19|20)\d\d[,;]) | (?<=/\d[,;]) | (?<=/\d\d[,;]) | (?<=/\d\d\d[,;]) )"
MARK = re.compile(
    rf"""
    (?= [ ]? [()\[]{{0,2}} [\d{SUPERSCRIPTS}] )  # whatever follows; most places are left here
    (?: (?P<raised> [ ]?[{SUPERSCRIPTS}]{{1,3}} )
    | (?<=\S)[ ]? (?= \(\d+\) | \[\d+\] | \)\d+\( | \(\[\d+\]\) ) [(\[)]\[? (?P<bracket> \d{{1,3}} ) \]?[)\](]
    | (?<=[^\W\d_]|[,;.:،؛”"’»)\]]) [ ]? (?P<slashed> \d{{1,3}} ) / (?= $ | \s | [,;.:،؛] )
    | (?<=[^\W\d_]|[,;.:،؛”"’»)\]]) (?<!\bNo\.) (?: (?<!\d[.,:;]) | {AFTER_NUMBER} )
      (?P<glued> \d{{1,3}} ) (?= $ | \s | [,;.:،؛)](?!\d) )
    | (?<=[^\W\d_]|[,;،؛)]) [ ] (?P<spaced> \d{{1,3}} ) (?= $ | \s | [,;.،؛](?!\d) ) )
    """,
    re.VERBOSE,
)
# Words before a number that is no footnote mark
COUNTING = re.compile(
    r"(?<![^\W\d_])(?:articles?|paragraphs?|paras?\.?|chap\.?|sect(?:ion)?s?\.?|vol\.?|Nos?\.?|rules?|goals?|targets?|resolutions?|items?|"
    r"part|annex|page|and|or|of|to|than|at|the|in|on|by|from|المادة|المواد|الفقرة|الفقرات|القرار|المجلد|الرقم|رقم|البند|"
    r"الهدف|في|من|إلى|و)[ .(]{0,2}\Z",
    re.IGNORECASE,
)
STAR = re.compile(r"(?<=[^\s*])\*{1,4}(?![^\s,;.،؛)])")
# From the weakest to the surest; `loose`: alone in its line
STRENGTH = ("spaced", "glued", "loose", "slashed", "bracket", "raised")


@dataclass(frozen=True)
class Mark:
    """A mark in columns `start` to `end` of a line; `number` 0: asterisks."""

    start: int
    end: int
    number: int


Candidate = tuple[int, int, int, str]  # number of the line, start, end, form


def number_of(figures: str) -> int:
    """Of figures, raised or not."""
    return int(figures.translate(_DIGITS))


def stars(line: Line) -> list[Mark]:
    """Asterisks after a word that close no italics."""
    found, before, at = [], 0, 0
    for match in STAR.finditer(line.text) if "*" in line.text else ():
        before, at = before + line.text.count("*", at, match.start()), match.end()
        if before % 2 == 0:
            found.append(Mark(match.start(), match.end(), 0))
        else:
            before += len(match[0])
    return found


def candidates(lines: Sequence[Line], furniture: frozenset[int]) -> dict[int, list[Candidate]]:
    """Whatever looks like a mark, by number, in the order of the text."""
    found: dict[int, list[Candidate]] = {}
    for line in lines:
        if line.is_blank or line.number in furniture:
            continue
        alone = ALONE.match(line.inner)
        if alone:
            found.setdefault(int(alone["n"]), []).append((line.number, line.indent, line.width, "loose"))
            continue
        for match in MARK.finditer(line.text):
            form = next(name for name in ("raised", "bracket", "slashed", "glued", "spaced") if match[name])
            if form in ("glued", "spaced") and COUNTING.search(line.text, max(match.start() - 14, 0), match.start()):
                continue
            number = number_of(match[form].strip())
            start, end = match.span()
            if not (form == "raised" and start == line.indent):
                found.setdefault(number, []).append((line.number, start, end, form))
    return found
