"""The parts of a text in one language, each with the place in the file that it came from."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from .source import Span


class Part(enum.Enum):
    """Which part of the text a clause belongs to."""

    PREAMBULAR = "pp"
    OPERATIVE = "op"


@dataclass(frozen=True)
class Origin:
    """`text[at:]` of a reading came from column `start` to `end` of line `line`, until the next origin."""

    at: int
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class NoteMark:
    """A footnote mark before character `at` of a clause."""

    at: int
    number: int
    line: int


@dataclass(frozen=True)
class Passage:
    """A text without marks; where each part of it came from, what is set apart in it, which footnotes it calls."""

    text: str
    origins: tuple[Origin, ...] = ()
    emphases: tuple[tuple[int, int], ...] = ()
    marks: tuple[NoteMark, ...] = ()

    @property
    def line(self) -> int:
        return self.origins[0].line if self.origins else 0

    def line_at(self, place: int) -> int:
        """The line of the source that character `place` stands in."""
        return max((o for o in self.origins if o.at <= place), key=lambda o: o.at, default=Origin(0, 0, 0, 0)).line


@dataclass(frozen=True)
class ParsedClause:
    """A clause of one language: its part, its number in that part, its text, the spans of its opening phrase."""

    part: Part
    number: int
    passage: Passage
    opening: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Parsed:
    """One language of a text. `masthead`: the lines above the title; `notes` by number; `spans` tile the source."""

    masthead: tuple[Passage, ...]
    title: Passage
    chapeau: Passage
    clauses: tuple[ParsedClause, ...]
    notes: dict[int, Passage]
    spans: tuple[Span, ...]
