"""Words that were broken at the end of a line with a hyphen.

In: the lines of the text in order. Out: for the line that ends so, whether the hyphen belongs to the word. The document
itself is the witness: if it writes the whole word elsewhere, the hyphen falls away (and stays a span of its own); if it
writes it with the hyphen, or both halves are words of it, the hyphen stays. Else it stays and a person is asked.
"""

from __future__ import annotations

import enum
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from .source import Line

END = re.compile(r"(?P<head>[^\W_]+)[-\u2010\u00ad]\Z")
START = re.compile(r"(?P<tail>[^\W_]+)")
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
SOFT = "\u00ad"


class Hyphen(enum.Enum):
    """What becomes of a hyphen at the end of a line."""

    FALLS = "falls"
    STAYS = "stays"
    UNSURE = "unsure"


def find(lines: Sequence[Line]) -> Mapping[int, Hyphen]:
    """By number of the line that ends with the hyphen."""
    found: dict[int, Hyphen] = {}
    words: Counter[str] = Counter()
    for line, after in pairwise(lines):
        head = END.search(line.text[: line.width][-60:])
        tail = START.match(after.text, after.indent)
        if not head or not tail:
            continue
        if not (tail["tail"][0].islower() or tail["tail"][0].isdecimal() or head.group().endswith(SOFT)):
            continue  # a dash after a word, or a script that breaks no words
        words = words or Counter(word.lower() for one in lines for word in _words(one))
        found[line.number] = _judge(head.group(), head["head"].lower(), tail["tail"].lower(), words)
    return found


def _words(line: Line) -> list[str]:
    whole = WORD.findall(line.text[: line.width])
    return [*whole, *(part for word in whole if "-" in word for part in word.split("-"))] if whole else []


def _judge(printed: str, head: str, tail: str, words: Mapping[str, int]) -> Hyphen:
    if printed.endswith(SOFT) or head + tail in words:
        return Hyphen.FALLS
    if f"{head}-{tail}" in words or tail[0].isdecimal():  # COVID-19, 2030-2035
        return Hyphen.STAYS
    both = words.get(head, 0) > 1 and words.get(tail, 0) > 1  # once is here
    return Hyphen.STAYS if both else Hyphen.UNSURE
