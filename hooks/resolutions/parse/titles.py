"""The title, where no record gives it: the last lines above the chapeau that are no part of the masthead.

In: the lines above the chapeau and what a masthead is made of. Out: first and last line, and the column where the title
starts behind its number ("77/233. "). Where nothing else is there, "Resolution 2250 (2015)" is the title itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..folding import plain
from . import furniture, markers
from .source import Line

MOST_LINES = 12
MOST_SENTENCE = 5  # lines
LONGEST = 400  # characters of one line of a title
STARS = "*_ "


def elements(pattern: str) -> re.Pattern[str]:
    """A line of nothing but such elements; two columns of a masthead come as one line."""
    return re.compile(rf"(?:(?>{pattern})(?:\s+|\Z))++", re.VERBOSE)


def is_element(text: str, form: re.Pattern[str]) -> bool:
    """Is it made of what a masthead holds? `form` comes from `elements`."""
    return bool(furniture.SURE.fullmatch(text)) or (len(text) < LONGEST and bool(form.fullmatch(text)))


def find(head: Sequence[Line], masthead: re.Pattern[str], numbered: re.Pattern[str]) -> tuple[int, int, int] | None:
    """First and last index of the title's lines and the column that it starts in; None if there is none."""
    last, number = _end(head, masthead, numbered)
    if last < 0:
        return (number, number, head[number].indent) if number >= 0 else None
    if _goes_on(head[last]):  # perhaps with a sentence in the masthead: no title begins so
        first = last
        while first > 0 and not head[first - 1].is_blank and _goes_on(head[first]):
            first -= 1
        if _is(head[first], masthead):
            return find(head[:first], masthead, numbered)
    first = last
    while first > 0 and last - first < MOST_LINES and not _symboled(head[first]):
        above = head[first - 1]
        if above.is_blank or _is(above, masthead) or numbered.fullmatch(plain(above.text).strip(STARS)):
            break
        first -= 1
    first = _numbered_above(head, first, masthead)
    symbol = _symboled(head[first])
    return first, last, symbol.end() if symbol else head[first].indent


def _end(head: Sequence[Line], masthead: re.Pattern[str], numbered: re.Pattern[str]) -> tuple[int, int]:
    """The last line of the title, or -1; the line that holds only the resolution's number, or -1."""
    i, bracket, number = len(head) - 1, False, -1
    while i >= 0:
        text = head[i].inner.strip(STARS)
        bracket = bracket or text.endswith(("]", "["))  # the second one in visual order
        if text and numbered.fullmatch(plain(text)):
            return -1, i
        count = 0 if bracket or not text else _sentence(head[: i + 1], masthead)
        if count:
            i -= count
            continue
        if not bracket and text and not _is(head[i], masthead):
            return (i, number) if len(text) < LONGEST else (-1, number)
        bracket = bracket and not text.startswith(("[", "]"))
        i -= 1
    return -1, number


def _goes_on(line: Line) -> bool:
    """Does the line go on with the one above: in small letters, in Arabic with a preposition?"""
    return line.inner[:1].islower() or line.inner.startswith("لل")


def _sentence(head: Sequence[Line], masthead: re.Pattern[str]) -> int:
    """How many of the last lines are one sentence of the masthead, as "At its 3rd meeting, the Council decided …:"."""
    text = ""
    for count, line in enumerate(reversed(head[-MOST_SENTENCE:]), 1):
        text = f"{plain(line.text).strip(STARS)} {text}".strip()
        if line.is_blank or not text.endswith((":", ".")):
            return 0
        if count > 1 and not _is(line, masthead) and is_element(text, masthead):
            return count
    return 0


def _numbered_above(head: Sequence[Line], first: int, masthead: re.Pattern[str]) -> int:
    """A blank line may stand between the number with the first words and the rest; then the line with the number."""
    if _symboled(head[first]):
        return first
    above = [i for i in range(max(first - MOST_LINES, 0), first) if not head[i].is_blank]
    for i in reversed(above[-3:]):
        if _symboled(head[i]):
            return i
        if _is(head[i], masthead):
            break
    return first


def _symboled(line: Line) -> re.Match[str] | None:
    return markers.SYMBOLED.match(line.text)


def _is(line: Line, form: re.Pattern[str]) -> bool:
    return bool(furniture.ORNAMENT.fullmatch(line.inner)) or is_element(plain(line.text).strip(STARS), form)
