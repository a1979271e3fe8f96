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
PUNCTUATED = (".", ",", ";", ":", "،", "؛", "?", "؟")


def lines_of_heading(
    flow: Sequence[Line], at: int, form: re.Pattern[str], begins: Callable[[int], bool], apart: bool
) -> int:
    """The number of lines from `at` on that are headings; a clause must begin below them. 0: there is none."""
    for count in range(1, MOST_LINES + 1):
        i = at + count - 1
        if i >= len(flow):
            return 0
        text = flow[i].text.strip()
        labelled = label(text, form)
        bold = len(text) > 4 and text.startswith("**") and text.endswith("**")
        if len(text) > LONGEST or (not labelled and not bold and text.strip("*").endswith(PUNCTUATED)):
            return 0
        if count == 1 and not labelled and not bold and not apart:
            return 0
        if i + 1 < len(flow) and begins(i + 1):
            return count
    return 0


def label(text: str, form: re.Pattern[str]) -> str:
    """The Roman numeral, letter or ordinal before a heading, or nothing."""
    found = form.fullmatch(text.strip("*_ ")) or form.fullmatch(folded(text.strip("*_ ")))
    if not found:
        return ""
    return next((value for value in found.groupdict().values() if value), "")
