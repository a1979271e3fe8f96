"""The values of a held text.

A text is made of units, each with an id that is the same in both languages: `title`, `chapeau`, sections (`sec-1`),
clauses (`op-3`, `sec-2-op-3`), `closing`, annexes (`annex-1`) and their paragraphs (`annex-1-p-3`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..parse.values import Part, Passage, StarNote, SubParagraph
from ..records.held import HeldRecord
from ..records.notes import CorrectionRecord

LANGUAGES = ("en", "ar")


@dataclass(frozen=True)
class Note:
    """A footnote of one language. `call`: 2 where a second unit calls the same note, and so on."""

    number: int
    passage: Passage
    call: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as the source has it: characters `start` to `end` of a unit, with the id and number of its language.

    `numbered`: does the number stand in the source? `label`: a number as printed in an annex.
    `word`: behind the number of a paragraph that was put between two others: "bis".
    """

    id: str
    start: int
    end: int
    number: int = 0
    numbered: bool = False
    label: str = ""
    word: str = ""


@dataclass(frozen=True)
class ClauseText:
    """A clause, or another unit, in one language: its passage, the spans of its opening phrase, the notes it calls.

    `paragraphs`: more than one where the other language says the same in fewer; a line break stands between them.
    """

    passage: Passage
    opening: tuple[tuple[int, int], ...] = ()
    notes: tuple[Note, ...] = ()
    subs: tuple[SubParagraph, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    stars: tuple[StarNote, ...] = ()

    @property
    def opening_words(self) -> str:
        """The opening phrase; what stands apart from it is joined by an ellipsis: «وتحث … أيضاً»."""
        return " … ".join(self.passage.text[start:end] for start, end in self.opening)

    @property
    def first_opening(self) -> str:
        """The phrase that opens the clause, without a second one later in it."""
        start, end = self.opening[0] if self.opening else (0, 0)
        return self.passage.text[start:end]

    def all_subs(self) -> Iterator[SubParagraph]:
        """Every sub-paragraph, in the order of the text."""
        for sub in self.subs:
            yield from sub.walk()


@dataclass(frozen=True)
class Unit:
    """A part of the text with an id of its own, in each language that has it."""

    id: str
    texts: Mapping[str, ClauseText]


@dataclass(frozen=True)
class Section(Unit):
    """A heading between clauses. `before`: the index of the first clause below it; `labels`: "II", «ثانيا»."""

    before: int = 0
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Annex:
    """An annex: its heading, which may be empty, and its paragraphs, the title first; numbers of its own."""

    number: int
    heading: Unit
    paragraphs: tuple[Unit, ...]

    @property
    def id(self) -> str:
        return f"annex-{self.number}"

    def label(self, place: str, lead: str) -> str:
        """The number that its paragraph `place` bears, as printed in the leading language where that has it."""
        found = next((one.texts for one in self.paragraphs if one.id == place), {})
        version = found.get(lead) or next(iter(found.values()), None)
        return version.paragraphs[0].label if version else ""

    def title(self, language: str) -> str:
        """The first paragraph, if it bears no number: "Plan of action"."""
        first = self.paragraphs[0].texts.get(language) if self.paragraphs else None
        return first.passage.text if first and not any(one.label for one in first.paragraphs) else ""


@dataclass(frozen=True)
class Clause:
    """One preambular or operative paragraph in each language that has it.

    Its number, and so its address, is that of the first of its paragraphs in the leading language (`HeldRecord.lead`).
    `section`: from 1 on where each section numbers its own paragraphs, with the label of the section in each language.
    `only`: the language that alone has it, where that is not the leading one. `sure`: was it paired beyond doubt?
    `between`: "bis" where it was put between two others, with the word that each language prints.
    """

    part: Part
    number: int
    texts: Mapping[str, ClauseText]
    section: int = 0
    numbered: bool = True
    labels: Mapping[str, str] = field(default_factory=dict)
    only: str = ""
    sure: bool = True
    between: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """`op-3`, `op-3-bis`, `sec-2-op-3`; `op-4-ar` where the leading language has nothing of it."""
        name = f"{self.part.value}-{self.number}" + (f"-{self.between}" if self.between else "")
        name = f"sec-{self.section}-{name}" if self.section else name
        return f"{name}-{self.only}" if self.only else name

    def number_in(self, language: str) -> str:
        """4, "14 bis", «14 مكررا»."""
        word = self.words.get(language) or self.between
        return f"{self.number} {word}".strip()

    def printed_number(self, language: str) -> str:
        """In brackets where the source prints none, as United Nations preambles and single paragraphs: (3), 4."""
        number = self.number_in(language)
        return number if self.part is Part.OPERATIVE and self.numbered else f"({number})"

    def short_number(self, language: str) -> str:
        """The bare number, with its section where numbers start again: 4, II.4."""
        section = self.labels.get(language) or self.section
        number = self.number_in(language)
        return f"{section}.{number}" if self.section else number

    @property
    def code(self) -> str:
        """The name that drafters use: PP3, OP12; with its section where numbers start again: 2-OP12."""
        return (f"{self.section}-" if self.section else "") + f"{self.part.value.upper()}{self.number_in('')}"

    @property
    def is_group(self) -> bool:
        """Has one of the languages it in several paragraphs?"""
        return any(len(version.paragraphs) > 1 for version in self.texts.values())


@dataclass(frozen=True)
class HeldText:
    """A text that is published clause by clause. `sources`: the file of each language, relative to the repository.

    `stars`: the notes that asterisks call and no unit has. `corrections`: what people decided about this text.
    """

    id: str
    record: HeldRecord
    path: str
    mastheads: Mapping[str, tuple[Passage, ...]]
    titles: Mapping[str, ClauseText]
    chapeaus: Mapping[str, ClauseText]
    clauses: tuple[Clause, ...]
    sources: Mapping[str, str]
    sections: tuple[Section, ...] = ()
    closings: Mapping[str, ClauseText] = field(default_factory=dict)
    annexes: tuple[Annex, ...] = ()
    stars: Mapping[str, tuple[StarNote, ...]] = field(default_factory=dict)
    corrections: tuple[CorrectionRecord, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages whose text is held: one, or both."""
        return tuple(language for language in LANGUAGES if language in self.sources)

    def part(self, part: Part) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if clause.part is part)

    def clause(self, clause_id: str) -> Clause | None:
        return self._clauses.get(clause_id)

    @cached_property
    def _clauses(self) -> Mapping[str, Clause]:
        return {clause.id: clause for clause in reversed(self.clauses)}  # the first one counts

    def annex(self, place: str) -> Annex | None:
        """The annex that `place` is, or stands in: `annex-1`, `annex-1-p-3`."""
        return next((one for one in self.annexes if place == one.id or place.startswith(f"{one.id}-")), None)

    def units(self) -> Iterator[Unit | Clause]:
        """Everything that can cite or be cited, in the order of the text; the lines of the masthead are none."""
        yield Unit("title", self.titles)
        yield Unit("chapeau", self.chapeaus)
        for index, clause in enumerate(self.clauses):
            yield from (one for one in self.sections if one.before == index)
            yield clause
        yield from (one for one in self.sections if one.before >= len(self.clauses))
        yield Unit("closing", self.closings)
        for annex in self.annexes:
            yield annex.heading
            yield from annex.paragraphs

    def unit(self, place: str) -> Unit | Clause | None:
        return self._units.get(place)

    @cached_property
    def _units(self) -> Mapping[str, Unit | Clause]:
        return {unit.id: unit for unit in reversed(tuple(self.units()))}
