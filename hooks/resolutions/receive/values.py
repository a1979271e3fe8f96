"""The values of this room: what was received, by which steps, and the limits that keep a hostile file harmless."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..problems import Problem, Severity


class Kind(enum.Enum):
    """What kind of file it is."""

    TEXT = "text"
    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True)
class Limits:
    """The largest file that is opened. A long resolution has fifty pages and two hundred thousand characters."""

    size: int = 60_000_000  # bytes of the file
    unpacked: int = 200_000_000  # bytes of a DOCX' parts together
    part: int = 60_000_000  # bytes of one part that is read
    ratio: int = 250  # unpacked against packed, of a part larger than a megabyte
    entries: int = 5_000  # files in a DOCX
    pages: int = 400
    glyphs: int = 3_000_000
    lookups: int = 1_000_000  # of objects in a PDF; a long one needs some ten thousand
    depth: int = 60  # of tables and frames inside one another


LIMITS = Limits()


@dataclass(frozen=True)
class Step:
    """Something that was done to the text: a code (its sentence is in wording/receive.yml), how often, on what."""

    code: str
    count: int
    detail: str = ""


@dataclass(frozen=True)
class Received:
    """`lines` are the text. `warnings` name lines of it, from 1 on. `pages` is 0 where the file has none."""

    kind: Kind
    lines: tuple[str, ...]
    steps: tuple[Step, ...] = ()
    warnings: tuple[Problem, ...] = ()
    pages: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


@dataclass
class Log:
    """Collects steps and doubts while a file is read. `name` is the file's, for problems."""

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    details: dict[str, list[str]] = field(default_factory=dict)
    warnings: list[Problem] = field(default_factory=list)

    def step(self, code: str, count: int = 1, detail: str = "") -> None:
        if count:
            self.counts[code] += count
            if detail and detail not in self.details.setdefault(code, []):
                self.details[code].append(detail)

    def warn(self, line: int, code: str, what: str, todo: str) -> None:
        self.warnings.append(Problem(self.name, line, code, what, todo, Severity.DOUBT))

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(Step(code, count, "; ".join(self.details.get(code, ()))) for code, count in self.counts.items())


class Refused(Exception):
    """The file holds no text that may be published. Stays inside the room: the door makes a problem of it."""

    def __init__(self, code: str, what: str, todo: str) -> None:
        super().__init__(what)
        self.code, self.what, self.todo = code, what, todo

    def problem(self, name: str) -> Problem:
        return Problem(name, 0, self.code, self.what, self.todo)


Lexicons = Mapping[str, Mapping[str, float]]
"""For each language its words with their frequencies; may be empty."""
