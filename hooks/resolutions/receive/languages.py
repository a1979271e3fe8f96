"""Which language a text is in, and where one ends and the other begins in a file that holds both.

In: the lines of a file. Out: its `Part`s in the order of the file, or `Refused` where the languages alternate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .values import Refused

MINOR = 0.12  # a smaller share of the letters (symbols, names, "Distr.: General") is no second language
PROSE = 60  # so many letters on one line; the lines of a masthead are shorter
CLEAN = 0.93  # so many of the letters of two parts are in the language of their part


@dataclass(frozen=True)
class Part:
    """Lines in one language; `first`: the number of the first one, from 1 on."""

    language: str
    first: int
    lines: tuple[str, ...]


def letters(text: str) -> tuple[int, int]:
    """How many Arabic and Latin letters."""
    arabic = sum("\u0600" <= c <= "\u06ff" and c.isalpha() for c in text)
    return arabic, sum(c.isalpha() and not "\u0600" <= c <= "\u06ff" for c in text)


def parts(lines: Sequence[str]) -> tuple[Part, ...]:
    """One part, or two."""
    counted = [letters(line) for line in lines]
    arabic, latin = sum(a for a, _ in counted), sum(b for _, b in counted)
    if min(arabic, latin) < MINOR * (arabic + latin):
        return (Part("ar" if arabic > latin else "en", 1, tuple(lines)),)
    minor = 0 if arabic < latin else 1
    if not any(one[minor] >= PROSE and one[minor] > one[1 - minor] for one in counted):
        return (Part("ar" if arabic > latin else "en", 1, tuple(lines)),)
    cut, first, score = _cut(counted, arabic, latin)
    if score < CLEAN * (arabic + latin):
        raise Refused(
            "languages-mixed",
            "Arabic and English stand side by side or in turns, so it is not certain what belongs together.",
            "Give each language in a file of its own; or as a DOCX with a table of two columns, one language in each.",
        )
    cut = _with_repeated(lines, cut)
    other = "en" if first == "ar" else "ar"
    return Part(first, 1, _ends(lines[:cut])), Part(other, cut + 1, _ends(lines[cut:]))


def _cut(counted: Sequence[tuple[int, int]], arabic: int, latin: int) -> tuple[int, str, int]:
    """The index of the second language's first line, the first language, how many letters are where they belong."""
    best = (0, "ar", 0)
    above_arabic = above_latin = 0
    for i, (a, b) in enumerate(counted):
        for first, score in (("ar", above_arabic + latin - above_latin), ("en", above_latin + arabic - above_arabic)):
            if score > best[2]:
                best = (i, first, score)
        above_arabic, above_latin = above_arabic + a, above_latin + b
    return best


def _with_repeated(lines: Sequence[str], cut: int) -> int:
    """Lines right above the cut that stand in the first part already (symbol, distribution) open the second."""
    first = set(lines[: cut // 2])
    while cut > 1 and (not lines[cut - 1].strip() or lines[cut - 1] in first):
        cut -= 1
    return cut + (not lines[cut].strip())


def _ends(lines: Sequence[str]) -> tuple[str, ...]:
    found = list(lines)
    while found and not found[-1].strip():
        found.pop()
    return tuple(found)
