"""The parts of a text in one language, each with the place in the file that it came from."""

from __future__ import annotations

import enum
from collections.abc import Iterator
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
    """A text without marks; where each part of it came from, what is set apart in it, which footnotes it calls.

    `stars`: asterisk marks, each with the character it stands before: (12, "*").
    """

    text: str
    origins: tuple[Origin, ...] = ()
    emphases: tuple[tuple[int, int], ...] = ()
    marks: tuple[NoteMark, ...] = ()
    stars: tuple[tuple[int, str], ...] = ()

    @property
    def line(self) -> int:
        return self.origins[0].line if self.origins else 0

    def line_at(self, place: int) -> int:
        """The line of the source that character `place` stands in."""
        return max((o for o in self.origins if o.at <= place), key=lambda o: o.at, default=Origin(0, 0, 0, 0)).line


@dataclass(frozen=True)
class SubParagraph:
    """A sub-paragraph: characters `start` to `end` of its clause's text, its mark and its own subs included.

    `id` is the same in both languages: `op-12-a-ii`; `label` is as printed, without brackets: `ii`, «أ», «’2‘».
    """

    id: str
    label: str
    start: int
    end: int
    subs: tuple[SubParagraph, ...] = ()

    def walk(self) -> Iterator[SubParagraph]:
        """Itself and all below it, in the order of the text."""
        yield self
        for sub in self.subs:
            yield from sub.walk()


@dataclass(frozen=True)
class ParsedClause:
    """A clause of one language: its part, its number in that part, its text, the spans of its opening phrase.

    `section`: from 1 on, where the numbers of operative paragraphs start again with each section; else 0.
    `numbered`: does the number stand in the source? Its sub-paragraphs are part of its text. `between`: "bis" of a
    paragraph that was put between two others; `word`: the same as printed, «مكررا».
    """

    part: Part
    number: int
    passage: Passage
    opening: tuple[tuple[int, int], ...]
    subs: tuple[SubParagraph, ...] = ()
    section: int = 0
    numbered: bool = True
    between: str = ""
    word: str = ""

    @property
    def id(self) -> str:
        """`op-3`, `op-3-bis`, or `sec-2-op-3` where each section numbers its own."""
        name = f"{self.part.value}-{self.number}" + (f"-{self.between}" if self.between else "")
        return f"sec-{self.section}-{name}" if self.section else name


@dataclass(frozen=True)
class Section:
    """A heading between clauses. `label`: "II", "A", «ألف», or empty; `before`: index of the first clause below it."""

    number: int
    label: str
    passage: Passage
    before: int


@dataclass(frozen=True)
class AnnexParagraph:
    """A paragraph of an annex; `label` is its own number as printed, or empty. It is no operative paragraph."""

    label: str
    passage: Passage


@dataclass(frozen=True)
class Annex:
    """An annex: `annex-1`, its heading as printed ("Annex I", or empty), its paragraphs with its title first."""

    number: int
    heading: Passage
    paragraphs: tuple[AnnexParagraph, ...]

    @property
    def id(self) -> str:
        return f"annex-{self.number}"


@dataclass(frozen=True)
class StarNote:
    """A footnote that an asterisk calls."""

    label: str
    passage: Passage


@dataclass(frozen=True)
class Parsed:
    """One language of a text. `masthead`: the lines above the title; `notes` by number; `spans` tile the source."""

    masthead: tuple[Passage, ...]
    title: Passage
    chapeau: Passage
    clauses: tuple[ParsedClause, ...]
    notes: dict[int, Passage]
    spans: tuple[Span, ...]
    sections: tuple[Section, ...] = ()
    annexes: tuple[Annex, ...] = ()
    closing: tuple[Passage, ...] = ()
    star_notes: tuple[StarNote, ...] = ()
