"""Pieces of lines put together as one text: without emphasis and footnote marks, and with the way back to the file.

In: the pieces of a paragraph and the marks of their lines. Out: a `Passage`, the spans of the pieces, and whether
italics stayed open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .hyphens import Hyphen
from .note_marks import Mark
from .source import Line, Span, SpanKind
from .values import NoteMark, Origin, Part, Passage

STARS = re.compile(r"\*+")
Piece = tuple[Line, int, int]


@dataclass
class Paragraph:
    """A paragraph while its lines come in."""

    kind: SpanKind
    part: Part | None = None
    number: int = 0
    pieces: list[Piece] = field(default_factory=list)
    numbered: bool = True
    run: int = 0
    label: str = ""
    word: str = ""  # behind its number: "bis"

    @property
    def line(self) -> int:
        """The line that it begins in, though nothing may stand there but its number."""
        return self.pieces[0][0].number if self.pieces else 0


@dataclass
class Joined:
    """What comes of a paragraph."""

    kind: SpanKind
    origins: list[Origin] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    emphases: list[tuple[int, int]] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)
    stars: list[tuple[int, str]] = field(default_factory=list)
    opened: int | None = None
    parts: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def passage(self) -> Passage:
        text = "".join(self.parts)
        return Passage(text, tuple(self.origins), tuple(self.emphases), tuple(self.marks), tuple(self.stars))

    def add(self, line: Line, start: int, end: int) -> None:
        if end > start:
            self.origins.append(Origin(self.length, line.number, start, end))
            self.spans.append(Span(self.kind, line.number, start, end))
            self.put(line.cut(start, end))

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def join(
    paragraph: Paragraph, marks: Mapping[int, tuple[Mark, ...]], hyphens: Mapping[int, Hyphen] | None = None
) -> Joined:
    """Join the pieces with one blank each, but none where a hyphen broke a word."""
    hyphens = hyphens or {}
    broken = False
    joined = Joined(paragraph.kind)
    for line, start, end in paragraph.pieces:
        tokens = _tokens(line, start, end, marks.get(line.number, ()))
        alone = len(tokens) == 1 and tokens[0].start == start and tokens[0].end == end and tokens[0].number != EMPHASIS
        if joined.length and not alone and not broken:
            joined.put(" ")
        hyphen = hyphens.get(line.number) if end == line.width else None
        broken = hyphen is not None
        stop = end - 1 if hyphen is Hyphen.FALLS else end
        column = start
        for token in tokens:
            emphasis = token.number == EMPHASIS
            if paragraph.kind is SpanKind.MASTHEAD and token.end - token.start == 1:
                continue  # "*2228999*" is a barcode
            joined.add(line, column, token.start)
            column = token.end
            kind = SpanKind.EMPHASIS if emphasis else SpanKind.NOTE_MARK
            joined.spans.append(Span(kind, line.number, token.start, token.end))
            if emphasis and paragraph.kind in LINEWISE:
                continue  # its italics may span lines that are paragraphs of their own
            if token.number > 0:
                joined.marks.append(NoteMark(joined.length, token.number, line.number))
            elif not emphasis:
                joined.stars.append((joined.length, line.text[token.start : token.end]))
            elif joined.opened is None:
                joined.opened = joined.length
            else:
                joined.emphases.append((joined.opened, joined.length))
                joined.opened = None
        joined.add(line, column, stop)
        if stop < end:
            joined.spans.append(Span(SpanKind.HYPHEN, line.number, stop, end))
    if paragraph.kind is SpanKind.TITLE and joined.opened is not None:
        joined.emphases, joined.opened = [], None  # its number is set in the same italics, and stands before it
    return joined


EMPHASIS = -1
LINEWISE = (SpanKind.MASTHEAD, SpanKind.CLOSING)


def _tokens(line: Line, start: int, end: int, marks: Sequence[Mark]) -> list[Mark]:
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    if "*" in line.text:
        taken = {mark.start for mark in inside}
        stars = (match for match in STARS.finditer(line.text, start, end) if match.start() not in taken)
        inside = sorted((*inside, *(Mark(m.start(), m.end(), EMPHASIS) for m in stars)), key=lambda mark: mark.start)
    return inside
