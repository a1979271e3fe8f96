"""Headings between clauses: "II", "A. Prevention", «أولا - المنع», bold ones, plain ones.

In: the lines of the text, and what begins a clause. Out: how many lines a heading takes, and its label.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..folding import folded
from .source import Line

MOST_LINES = 4
LONGEST = 220
COLUMNS = re.compile(r"\S(?:[ ]*\t\s*|[ ]{3,})\S")
PUNCTUATED = (".", ",", ";", ":", "،", "؛", "?", "؟")


def lines_of_heading(
    flow: Sequence[Line],
    at: int,
    form: re.Pattern[str],
    begins: Callable[[int, bool], bool],
    *,
    apart: bool,
    open_list: bool,
    is_chapeau: Callable[[str], bool],
) -> int:
    """The number of lines from `at` on that are headings; a clause must begin below them. 0: there is none.

    `open_list`: the paragraph above ends with a colon, so that a plain line is part of its list or table.
    """
    known = False
    for count in range(1, MOST_LINES + 1):
        i = at + count - 1
        if i >= len(flow):
            return 0
        text = flow[i].inner
        labelled = label(text, form) or (known and is_chapeau(text))  # each part of it may have a chapeau of its own
        bold = len(text) > 4 and text.startswith("**") and text.endswith("**")
        if len(text) > LONGEST or (not labelled and not bold and text.strip("*").endswith(PUNCTUATED)):
            return 0
        if not labelled and not bold and ((count == 1 and not apart) or open_list or is_columnar(text)):
            return 0
        known = known or bool(labelled)
        if i + 1 < len(flow) and begins(i + 1, known):
            return count
    return 0


def is_columnar(text: str) -> bool:
    """Is it a row of a table?"""
    return bool(COLUMNS.search(text))


def label(text: str, form: re.Pattern[str]) -> str:
    """The Roman numeral, letter or ordinal before a heading, or nothing."""
    found = form.fullmatch(text.strip("*_ ")) or form.fullmatch(folded(text.strip("*_ ")))
    if not found:
        return ""
    return next((value for value in found.groupdict().values() if value), "")
