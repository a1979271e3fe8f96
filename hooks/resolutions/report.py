"""All problems of the corpus as one value, in the order of files and lines.

In: problems as `site.check` returns them. Out: a `Report`, which `scripts/check` prints as text, JSON or annotations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .problems import Problem, Severity
from .records.fields import Record, Whole

VERSION = 1  # of the shape of `Report.plain`; a further key does not raise it, a changed or missing one does


class PlainProblem(Record):
    """One thing to mend, for other programs."""

    path: str
    line: Whole
    severity: Severity
    code: str
    what: str
    todo: str
    text: str | None = None


class PlainReport(Record):
    """All problems, by path, line and code: what `scripts/check --format json` prints."""

    version: Whole = VERSION
    counts: dict[Severity, Whole]
    problems: tuple[PlainProblem, ...]


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
    problems = dict.fromkeys(problem.printable for problem in problems)
    return Report(tuple(sorted(problems, key=lambda one: (one.path, one.line, one.code, one.what))))


def _text(problem: Problem) -> str | None:
    """docs/texts/a-res-77-233/reading-ar.txt → a-res-77-233."""
    parts = problem.path.split("/")
    return parts[2] if parts[:2] == ["docs", "texts"] and len(parts) > 2 else None
