"""The opening of a decision that is told rather than spoken: "At its 48th meeting, on 31 December 2020,
the General Assembly, on the recommendation of the Fifth Committee, decided to defer …".

In: the lines of a source in which no chapeau was found. Out: where the words before the verb stand: they
are its chapeau.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..folding import fold
from . import markers
from .source import MARGIN, Line

MOST_LINES = 8
LONGEST = 1200


@dataclass(frozen=True)
class Telling:
    """`form`: what stands before the verb; `verb`: one of the verbs of a decision, over folded text."""

    form: re.Pattern[str]
    verb: re.Pattern[str]


def find(
    lines: Sequence[Line], last: int, telling: Telling, opens: Callable[[str], bool]
) -> tuple[int, int, int] | None:
    """First and past-the-last line, and the column in the last of these where the words before the verb end.

    `last`: of the lines that it may begin in.
    """
    for i, line in enumerate(lines[: last + 1]):
        if not telling.form.match(line.text[line.indent :].lstrip('*_“”"')):
            continue
        found = _ends(lines, i, telling) or _listed(lines, i, telling, opens)
        if found:
            return found
    return None


def _ends(lines: Sequence[Line], i: int, telling: Telling) -> tuple[int, int, int] | None:
    """The words up to the first verb, over the lines of one paragraph."""
    text, starts = "", []
    for line in lines[i : i + MOST_LINES]:
        if line.is_blank or len(text) > LONGEST:
            break
        starts.append((len(text), line))
        text += line.text + " "
    letters = fold(text)
    for verb in telling.verb.finditer(letters.text):
        place = letters.span(verb.start("verb"), verb.end("verb"))[0]
        before = text[:place].strip(MARGIN + '*_“”"')
        if before and not telling.form.fullmatch(" ".join(before.split())):
            continue
        at, line = max(one for one in enumerate(start for start, _ in starts) if one[1] <= place)
        column = place - line
        if not text[line:place].strip(MARGIN):  # the verb begins a line: all lines above are the chapeau's
            return (i, i + at, starts[at - 1][1].width) if at else None
        own = starts[at][1]
        while column > own.indent and own.text[column - 1] in "*_":
            column -= 1
        return i, i + at + 1, len(own.text[:column].rstrip(MARGIN))
    return None


def _listed(
    lines: Sequence[Line], i: int, telling: Telling, opens: Callable[[str], bool]
) -> tuple[int, int, int] | None:
    """ "The General Assembly, recalling its resolution 60/1:", and below it "(a) Decides"."""
    for j in range(i, min(i + MOST_LINES, len(lines))):
        if lines[j].is_blank:
            return None
        if lines[j].inner.rstrip("*_").endswith(":"):
            below = next((line for line in lines[j + 1 : j + 4] if not line.is_blank), None)
            letter = markers.letter(below.text, below.indent) if below else None
            number = markers.numbered(below.text, below.indent) if below else None
            mark = letter or number
            return (i, j + 1, lines[j].width) if below and mark and opens(below.text[mark.end :]) else None
    return None
