"""What is kept from one reading of the corpus to the next, so that `serve` makes again only what depends on a change.

In: the place of a thing, and all that it rests on, as values. Out: the thing, from the reading before if what it rests
on is equal to what it rested on then; else made anew. What a reading did not ask for is forgotten with it. Where no
other reading follows nothing is kept but the last thing, for those who ask for it again at once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """One value for each place. Values are compared by `==`, which is quick where they are the very same.

    `lasting`: whether another reading may follow.
    """

    def __init__(self, *, lasting: bool = True) -> None:
        self._lasting = lasting
        self._before: dict[Hashable, tuple[Any, Any]] = {}
        self._now: dict[Hashable, tuple[Any, Any]] = {}

    def begin(self) -> None:
        """A new reading."""
        self._before, self._now = self._now, {}

    def get(self, place: Hashable, rests: object, make: Callable[[], T]) -> T:
        """What `make` makes. It must look at nothing that may change but what `rests` holds."""
        known = self._now.get(place) or self._before.get(place)
        if known is None or known[0] != rests:
            known = rests, make()
        if not self._lasting:
            self._now.clear()
        self._now[place] = known
        return known[1]

    def same(self, place: Hashable, value: T) -> T:
        """The value of the reading before, if it is equal: whatever rests on it is then compared at once."""
        return self.get(place, value, lambda: value) if self._lasting else value
