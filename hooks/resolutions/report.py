"""All problems of the corpus as one value, in the order of files and lines.

In: problems as `site.check` returns them. Out: a `Report`, which `scripts/check` prints as text, JSON or annotations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import Field

from .problems import Problem, Severity
from .records.schema import Record

VERSION = 1  # of the shape of `Report.plain`; a further key does not raise it, a changed or missing one does


class PlainProblem(Record):
    """One thing to mend, for other programs."""

    path: str = Field(description="The file, relative to the repository's root.")
    line: int = Field(ge=0, description="The line, counted from 1; 0 for the file as a whole.")
    severity: Severity
    code: str = Field(description="A short stable name: clause-twice.")
    what: str = Field(description="What is wrong.")
    todo: str = Field(description="What to do about it.")
    text: str | None = Field(default=None, description="The id of the held text in whose folder the file lies.")


class PlainReport(Record):
    """All problems, by path, line and code: what `scripts/check --format json` prints."""

    version: int = Field(default=VERSION, description="Of this shape; a further key does not raise it.")
    counts: dict[Severity, int] = Field(description="How many there are of each severity.")
    problems: tuple[PlainProblem, ...] = Field(description="In the order of paths, lines and codes.")


@dataclass(frozen=True)
class Report:
    """`problems`: each once, by path, line and code."""

    problems: tuple[Problem, ...]

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many there are of each severity, also of those without any."""
        return {one: sum(problem.severity is one for problem in self.problems) for one in Severity}

    @property
    def stops(self) -> bool:
        """Is there anything that stops a strict build?"""
        return any(problem.severity.stops for problem in self.problems)

    def of(self, texts: Iterable[str]) -> Report:
        """Only what lies in the folders of these texts."""
        wanted = frozenset(texts)
        return Report(tuple(problem for problem in self.problems if _text(problem) in wanted))

    @property
    def plain(self) -> PlainReport:
        return PlainReport(
            counts=dict(self.counts),
            problems=tuple(
                PlainProblem(
                    path=one.path,
                    line=one.line,
                    severity=one.severity,
                    code=one.code,
                    what=one.what,
                    todo=one.todo,
                    text=_text(one),
                )
                for one in self.problems
            ),
        )


def report(problems: Iterable[Problem]) -> Report:
    """The problems in order, each once."""
    return Report(tuple(sorted(dict.fromkeys(problems), key=lambda one: (one.path, one.line, one.code, one.what))))


def _text(problem: Problem) -> str | None:
    """docs/texts/a-res-77-233/reading-ar.txt → a-res-77-233."""
    parts = problem.path.split("/")
    return parts[2] if parts[:2] == ["docs", "texts"] and len(parts) > 2 else None
