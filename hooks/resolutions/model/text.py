"""The values of a held text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..parse.values import Part, Passage
from ..records.schema import HeldRecord

LANGUAGES = ("en", "ar")


@dataclass(frozen=True)
class Note:
    """A footnote of one language."""

    number: int
    passage: Passage


@dataclass(frozen=True)
class ClauseText:
    """A clause in one language: its passage, the spans of its opening phrase, the footnotes that it calls, in order."""

    passage: Passage
    opening: tuple[tuple[int, int], ...]
    notes: tuple[Note, ...] = ()

    @property
    def opening_words(self) -> str:
        """The opening phrase; what stands apart from it is joined by an ellipsis: «وتحث … أيضاً»."""
        return " … ".join(self.passage.text[start:end] for start, end in self.opening)

    @property
    def first_opening(self) -> str:
        """The phrase that opens the clause, without a second one later in it."""
        start, end = self.opening[0] if self.opening else (0, 0)
        return self.passage.text[start:end]


@dataclass(frozen=True)
class Clause:
    """One preambular or operative paragraph in each language that has it."""

    part: Part
    number: int
    texts: Mapping[str, ClauseText]

    @property
    def id(self) -> str:
        return f"{self.part.value}-{self.number}"

    @property
    def printed_number(self) -> str:
        """In brackets in the preamble, where United Nations texts print none: (3), 4."""
        return f"({self.number})" if self.part is Part.PREAMBULAR else str(self.number)

    @property
    def code(self) -> str:
        """The name that drafters use: PP3, OP12."""
        return f"{self.part.value.upper()}{self.number}"


@dataclass(frozen=True)
class HeldText:
    """A text that is published clause by clause. `sources`: the file of each language, relative to the repository."""

    id: str
    record: HeldRecord
    path: str
    mastheads: Mapping[str, tuple[Passage, ...]]
    titles: Mapping[str, Passage]
    chapeaus: Mapping[str, Passage]
    clauses: tuple[Clause, ...]
    sources: Mapping[str, str]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages whose text is held: one, or both."""
        return tuple(language for language in LANGUAGES if language in self.sources)

    def part(self, part: Part) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if clause.part is part)

    def clause(self, clause_id: str) -> Clause | None:
        return next((clause for clause in self.clauses if clause.id == clause_id), None)
