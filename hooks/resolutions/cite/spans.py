"""Is a span inside another? Answered for thousands of spans in a time that does not grow with their square.

In: spans. Out: a `Cover`, to be asked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Cover:
    """Spans in order, and the furthest end of all up to each."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def covers(self, start: int, end: int) -> bool:
        """Does one of the spans hold this one, or equal it?"""
        index = bisect_right(self._starts, start)
        return index > 0 and self._furthest[index - 1] >= end

    def meets(self, start: int, end: int) -> bool:
        """Does one of the spans share a sign with this one?"""
        index = bisect_left(self._starts, end)
        return index > 0 and self._furthest[index - 1] > start

    def exceeds(self, start: int, end: int) -> bool:
        """Does one of the spans hold this one, and is it larger?"""
        index = bisect_left(self._starts, start)
        if index > 0 and self._furthest[index - 1] >= end:
            return True
        index = bisect_right(self._starts, start)
        return index > 0 and self._furthest[index - 1] > end
