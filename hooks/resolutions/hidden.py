"""Signs that nobody sees, or that cover what stands beside them: they turn a text round, hide words, break a search.

In: a text. Out: whether a sign is one of them; one problem for each line that holds any.

They are Unicode's control and format characters (Cc, Cf: marks of direction, joiners, soft hyphen), surrogates, line
and paragraph separators, private use (every font shows another sign), noncharacters, whatever else is drawn as nothing
(Default_Ignorable_Code_Point: fillers, variation selectors; and the blank Braille cell), and U+FFFD, which stands for
what was lost. Marks above and below letters are lawful, but never more than four in a row (UTS #39, 5.4): more of them
reach over the lines around.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from .problems import Problem

CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
# Of other categories, yet drawn as nothing
IGNORED = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)
NONCHARACTERS = range(0xFDD0, 0xFDF0)  # and the last two of each plane
MOST_MARKS = 4


@cache
def is_hidden(sign: str) -> bool:
    """Does the sign hide something, or itself? A tabulator and the end of a line do not."""
    if sign in "\t\n":
        return False
    code = ord(sign)
    return (
        unicodedata.category(sign) in CATEGORIES
        or sign == "\ufffd"
        or IGNORED.match(sign) is not None
        or code in NONCHARACTERS
        or code & 0xFFFE == 0xFFFE
    )


@cache
def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) in {"Mn", "Me"}


def characters(text: str, name: str, first_line: int = 1) -> Iterator[Problem]:
    """One problem for each line of `text`, a file of that name, that holds what this module is about."""
    for number, line in enumerate(text.split("\n"), first_line):
        if line.isascii() and line.isprintable():
            continue
        signs = set(line.removesuffix("\r"))
        found = sorted(filter(is_hidden, signs))
        if found:
            names = ", ".join(f"U+{ord(sign):04X} {unicodedata.name(sign, 'CONTROL')}" for sign in found)
            what = f"The line holds characters that cannot be seen: {names}."
            todo = "Delete them; direction is set by the page, not by marks in the text."
            yield Problem(name, number, "hidden-character", what, todo)
        if any(map(_is_mark, signs)) and _is_piled(line):
            what = f"More than {MOST_MARKS} marks stand on one letter, and reach over the lines around."
            yield Problem(name, number, "marks-piled", what, "Leave those that the language writes.")


def _is_piled(line: str) -> bool:
    run = 0
    for sign in line:
        run = run + 1 if _is_mark(sign) else 0
        if run > MOST_MARKS:
            return True
    return False
