"""Which paragraphs of two languages say the same, found without understanding either.

In: two sequences of measures: how long each paragraph is, which figures stand in it, how many sub-paragraphs it has,
which number it bears. Out: groups in order that cover both sequences: one and one as a rule, one and several where a
language splits or merges a paragraph, one and none where it has nothing of it.

The groups are those whose cost together is least (dynamic programming over both sequences, in the manner of Gale and
Church's alignment of sentences by length, 1993); figures stand for words, because both languages write them alike.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

FIGURES = re.compile(r"\d+")

# What each kind of group costs beside the costs of its content; tried in this order, so that one and one wins a tie.
MOVES = ((1, 1, 0.0), (1, 2, 1.0), (2, 1, 1.0), (1, 3, 1.6), (3, 1, 1.6), (1, 0, 2.4), (0, 1, 2.4))
SHORT = 25.0  # letters added to both lengths, so that short paragraphs may differ more
LENGTH, FIGURE, SUBS, NUMBER = 1.6, 1.6, 0.5, 0.3  # weights
BAND = 12  # how far from the diagonal groups are looked for, beside the difference of the two lengths


@dataclass(frozen=True)
class Measure:
    """What can be compared of a paragraph. `number`: the one it bears, if it bears one."""

    length: int
    figures: Counter[str]
    subs: int = 0
    number: str = ""


@dataclass(frozen=True)
class Group:
    """`first[start:end]` and `second[start:end]` say the same, as far as one can tell."""

    first: tuple[int, int]
    second: tuple[int, int]


@lru_cache(maxsize=1024)  # each paragraph is asked for three times: for the text, its part, its pair
def measure(text: str, subs: int = 0, number: str = "") -> Measure:
    """Figures count by their value, so that ١٢ and 12 are one."""
    figures = Counter("".join(str(unicodedata.digit(c)) for c in found) for found in FIGURES.findall(text))
    return Measure(len(text), figures, subs, number)


def ratio(first: Sequence[Measure], second: Sequence[Measure]) -> float:
    """How much longer the second language says the same."""
    lengths = sum(one.length for one in first), sum(one.length for one in second)
    return lengths[1] / lengths[0] if all(lengths) else 1.0


def align(
    first: Sequence[Measure], second: Sequence[Measure], ratio: float, below: float = math.inf
) -> tuple[Group, ...]:
    """The groups of least cost. Time grows with the length of the sequences times their difference in length.

    `below`: groups that cost as much or more together are not wanted; without others the result is empty, and soon
    known, since a way is given up where it costs too much already.
    """
    n, m = len(first), len(second)
    below += NUMBER * sum(bool(one.number) for one in first)  # all that a way may still gain
    band = abs(n - m) + BAND
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(n + 1):
        middle = round(i * m / n) if n else 0
        for j in range(max(0, middle - band) if n else 0, min(m, middle + band) + 1 if n else m + 1):
            options = []
            ahead = min(cost for *_, cost in MOVES[1:]) if i - j != n - m else 0.0  # of getting back to the diagonal
            for a, b, cost in MOVES:
                before = best.get((i - a, j - b))
                if before and before[0] + cost + ahead < below:
                    total = before[0] + cost + _cost(first[i - a : i], second[j - b : j], ratio)
                    if total + ahead < below:
                        options.append((total, (a, b)))
            if options:
                best[i, j] = min(options, key=lambda option: option[0])
    if (n, m) not in best:
        return ()
    groups, place = [], (n, m)
    while place != (0, 0):
        a, b = best[place][1]
        groups.append(Group((place[0] - a, place[0]), (place[1] - b, place[1])))
        place = (place[0] - a, place[1] - b)
    return tuple(reversed(groups))


def cost(groups: Sequence[Group], first: Sequence[Measure], second: Sequence[Measure], ratio: float) -> float:
    """What these groups cost together."""
    moves = {(a, b): cost for a, b, cost in MOVES}
    return sum(
        moves[one.first[1] - one.first[0], one.second[1] - one.second[0]]
        + _cost(first[slice(*one.first)], second[slice(*one.second)], ratio)
        for one in groups
    )


def _cost(first: Sequence[Measure], second: Sequence[Measure], ratio: float) -> float:
    if not first or not second:
        return 0.0
    one, other = _together(first), _together(second)
    total = LENGTH * abs(_stretched(one, other, ratio)) + FIGURE * _apart(one, other)
    total += SUBS * (bool(one.subs) is not bool(other.subs))
    if len(first) == len(second) == 1 and one.number and one.number == other.number:
        total -= NUMBER
    return total


def _together(measures: Sequence[Measure]) -> Measure:
    if len(measures) == 1:
        return measures[0]
    figures: Counter[str] = Counter()
    for each in measures:
        figures += each.figures
    return Measure(sum(each.length for each in measures), figures, sum(each.subs for each in measures))


def _stretched(one: Measure, other: Measure, ratio: float) -> float:
    """The logarithm of how much longer the other is than one would expect."""
    return math.log((other.length + SHORT) / (one.length * ratio + SHORT))


def _apart(one: Measure, other: Measure) -> float:
    """From 0, the same figures, to 1, none in common."""
    if not one.figures or not other.figures:
        return float(bool(one.figures or other.figures))
    union = (one.figures | other.figures).total()
    return 1 - (one.figures & other.figures).total() / union if union else 0.0


LONGEST = math.log(2.6)  # more than so many times as long as expected is doubtful
MANY = 2  # figures in each language of which none stands in the other


def doubt(first: Sequence[Measure], second: Sequence[Measure], ratio: float) -> str:
    """Why it is doubtful that they say the same: `figures` or `length`; "" if nothing speaks against it."""
    one, other = _together(first), _together(second)
    if not one.figures & other.figures and min(one.figures.total(), other.figures.total()) >= MANY:
        return "figures"
    return "length" if abs(_stretched(one, other, ratio)) > LONGEST else ""
