"""The sheet that a reader fills: spans that tile the source, and problems. It grows while one text is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..problems import Problem, Severity
from .passages import Paragraph
from .source import Line, Span, SpanKind


@dataclass
class Sheet:
    """`shared`: number of a line whose beginning is taken already: it holds the chapeau and the first paragraph."""

    path: str
    spans: list[Span] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    shared: int = 0

    def take(self, paragraph: Paragraph, line: Line, start: int | None = None) -> None:
        """The line, from column `start` on, is part of the paragraph."""
        paragraph.pieces.append((line, line.indent if start is None else start, line.width))
        self.margins(line)

    def cover(self, kind: SpanKind, line: Line) -> None:
        """The whole line is of that kind and part of no paragraph."""
        self.spans.append(Span(kind, line.number, line.indent, line.width))
        self.margins(line)

    def label(self, kind: SpanKind, line: Line, end: int) -> int:
        """What stands before the text of the line, up to column `end`; returns that column."""
        end = min(end, line.width)
        if end > line.indent:
            self.spans.append(Span(kind, line.number, line.indent, end))
        return end

    def margins(self, line: Line) -> None:
        if line.number != self.shared:
            self.space(line, 0, line.indent)
        self.space(line, line.width, len(line.text))

    def space(self, line: Line, start: int, end: int) -> None:
        if end > start:
            self.spans.append(Span(SpanKind.BLANK, line.number, start, end))

    def blank(self, line: Line) -> None:
        self.space(line, 0, len(line.text))

    def problem(self, line: int, code: str, what: str, todo: str, severity: Severity = Severity.ERROR) -> None:
        self.problems.append(Problem(self.path, line, code, what, todo, severity))
