"""What an explanation holds."""

from __future__ import annotations

from dataclasses import dataclass

from ..parse.source import Span
from ..problems import Problem


@dataclass(frozen=True)
class Where:
    """A place in a file; `column` counts from 1, 0: the line as a whole."""

    path: str
    line: int
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" + (f":{self.column}" if self.column else "")


@dataclass(frozen=True)
class Unknown:
    """There is no such place. `near`: places that are there, the most similar first."""

    place: str
    what: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Phrase:
    """An opening phrase. `entries`: the words of the grammar that it is made of, each with its place."""

    words: str
    italic: bool
    entries: tuple[tuple[str, Where], ...]


@dataclass(frozen=True)
class CitationExplained:
    """`number`: counts from 1 in its language. `target`: "" where it is not certain; then `why` says why.

    `rule`: what found it. `entry`: the words or the form that it went by. `pinpoint`: its id, its words in this
    language and the entries of its units.
    `record`: that of the target, None for one that nobody has described.
    """

    number: int
    language: str
    words: str
    where: Where
    note: int | None
    target: str
    rule: str
    manner: str
    entry: tuple[str, Where] | None
    pinpoint: tuple[str, str, tuple[Where, ...]] | None
    record: Where | None
    why: str = ""
    possible: tuple[str, ...] = ()


@dataclass(frozen=True)
class Side:
    """One language of a clause. `marker`: what stands before its text: "4. ", «1 - », or ""."""

    language: str
    first: Where
    last: Where
    marker: str
    phrases: tuple[Phrase, ...]
    subs: tuple[tuple[str, str], ...]
    notes: tuple[tuple[int, Where], ...]
    citations: tuple[CitationExplained, ...]


@dataclass(frozen=True)
class ClauseExplained:
    """`pairing`: in sentences why the languages stand side by side, or why one stands alone.

    `citation`: the only one asked for, or 0.
    """

    place: str
    sides: tuple[Side, ...]
    pairing: tuple[str, ...]
    problems: tuple[Problem, ...]
    citation: int = 0


@dataclass(frozen=True)
class LineExplained:
    """`spans`: in order, each with its words; together they are the line. `belongs`: the clause, or what else it is."""

    where: Where
    language: str
    text: str
    spans: tuple[tuple[Span, str], ...]
    belongs: tuple[str, ...]
    problems: tuple[Problem, ...]


Explained = ClauseExplained | LineExplained | Unknown
