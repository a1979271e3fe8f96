"""What both languages share in finding where a name begins and ends.

In: a passage and the spans found in it. Out: words with their places, and the `Extent` of a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from ..records.kinds import Kind

# "Children’s", "Peoples’ Rights", "Forward-looking", "2015–2030", «إعلان»: a sign between letters belongs to the word
WORD = re.compile(r"[^\W_]+(?:[’'\-–/.&][^\W_]+)*(?:(?<=s)[’'](?=[ ][A-Z]))?")


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    text: str

    @property
    def is_proper(self) -> bool:
        """It begins with a capital, or is a number: "2030 Agenda"."""
        return self.text[0].isupper() or self.text[0].isdigit()


@dataclass(frozen=True)
class Extent:
    """A name. `sure`: where it ends is beyond doubt; `common`: its word for the kind is everyday language as well.

    `closed`: a sign follows it, or the passage ends. `entry`: the place of its kind in `records/grammar/names.yml`.
    `clitics`: letters of its first word that belong to a preposition.
    """

    start: int
    end: int
    kind: Kind
    entry: int
    sure: bool = True
    common: bool = False
    closed: bool = True
    clitics: int = 0


@dataclass(frozen=True)
class Site:
    """A passage, folded and with its case. `known`: spans of instruments with a record; `taken`: of all mentions."""

    text: str
    cased: str
    known: tuple[tuple[int, int], ...] = ()
    taken: tuple[tuple[int, int], ...] = ()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(Word(*match.span(), match[0]) for match in WORD.finditer(self.cased))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def index(self, place: int) -> int:
        """The first word that begins at `place` or after it."""
        return bisect_left(self._starts, place)

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it."""
        before = self.words[index - 1].end if index else 0
        return self.cased[before : self.words[index].start] if index < len(self.words) else "\n"

    def known_at(self, place: int) -> int | None:
        """Where the name of a known instrument that begins at `place` ends."""
        at = bisect_right(self.known, (place, len(self.text) + 1)) - 1
        return self.known[at][1] if at >= 0 and self.known[at][0] == place else None

    @cached_property
    def _furthest(self) -> list[int]:
        ends, last = [], 0
        for _, end in self.taken:
            last = max(last, end)
            ends.append(last)
        return ends

    def is_taken(self, place: int) -> bool:
        """Does a mention stand there?"""
        at = bisect_right(self.taken, (place, len(self.text) + 1)) - 1
        return at >= 0 and self._furthest[at] > place

    def is_closed(self, end: int) -> bool:
        """Does a sign or the end of the passage follow?"""
        rest = self.cased[end : end + 2].lstrip(" ")
        return not rest or not rest[0].isalnum()
