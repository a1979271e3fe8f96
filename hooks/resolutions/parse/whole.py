"""Is each clause one paragraph? Tells where several seem to stand in one: on one line, or with a number put between.

In: the paragraphs that were found. Out: doubts, with their lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ..problems import Severity
from .passages import Paragraph

# "…; 2. Urges", «…؛ 2 - تحث»; the words behind it decide
NUMBER_INSIDE = re.compile(r"[;.:،؛,][*_]*\s+(?P<n>\d{1,3})[ ]?[.–—-]\s+(?P<words>\S.{0,80})")
TODO = "Put each paragraph on a line of its own, with a blank line above it; or leave it if it is one."

# Arabic has no capitals, so that «وإذ» behind a comma may go on with the sentence; so many on one line are no sentence
AGAIN = re.compile(r"[،,][*_]*\s+[*_]*وإذ\s")
LONG, MANY = 900, 3

Trouble = tuple[int, str, str, str, Severity]


def doubts(
    paragraphs: Sequence[Paragraph], opens: Callable[[str], bool], put_between: re.Pattern[str]
) -> Iterator[Trouble]:
    """Line, code, what, todo of each. `put_between`: see `markers.between`."""
    for one in paragraphs:
        for line, start, end in one.pieces:
            text = line.text[start:end]
            between = put_between.match(text) if (line, start, end) != one.pieces[0] else None
            if between and re.search(r"[.:–—-]\s*\Z", between[0]):
                what = f"A paragraph that was put between two others is taken for part of the one above: {text[:40]!r}."
                yield line.number, "number-between", what, "Give it a number of its own, and say so.", Severity.DOUBT
            if len(text) > LONG and len(AGAIN.findall(text)) >= MANY:
                what = "Several paragraphs of the preamble seem to stand on this line."
                yield line.number, "paragraphs-on-one-line", what, TODO, Severity.DOUBT
                continue
            for found in NUMBER_INSIDE.finditer(text):
                if opens(found["words"]):
                    what = f"Inside the paragraph another one seems to begin: {found[0][:40]!r}."
                    yield line.number, "paragraphs-on-one-line", what, TODO, Severity.DOUBT
                    break
