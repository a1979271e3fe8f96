"""A source file as lines, and the values that say which part of a line is what."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .. import files, hidden
from ..problems import Problem

# White space, and the signs beside it that only a machine sees: byte order mark, zero-width space, direction marks.
MARGIN = " \t\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u061c" + "".join(
    chr(code) for code in (*range(0x2000, 0x200B), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)


class SpanKind(enum.Enum):
    """What a stretch of the file is."""

    BLANK = "blank"  # white space that is no part of a text
    MASTHEAD = "masthead"
    TITLE = "title"
    CHAPEAU = "chapeau"
    MARKER = "marker"  # list marker and number of a clause
    EMPHASIS = "emphasis"  # asterisks around italics
    TEXT = "text"  # of a clause
    NOTE_MARK = "note-mark"  # "(1)" in a clause
    NOTE_RULE = "note-rule"  # the line above footnotes
    NOTE_LABEL = "note-label"  # "(1)" before a footnote
    NOTE = "note"  # text of a footnote
    FURNITURE = "furniture"  # running header, page number, job number, barcode
    HEADING = "heading"  # of a section
    CLOSING = "closing"  # "54th plenary meeting", its date
    ANNEX = "annex"  # heading and text of an annex
    HYPHEN = "hyphen"  # breaks a word at the end of a line, and falls away

    @property
    def is_reading(self) -> bool:
        return self in _READING


_READING = frozenset(
    {
        SpanKind.TEXT,
        SpanKind.NOTE,
        SpanKind.TITLE,
        SpanKind.CHAPEAU,
        SpanKind.HEADING,
        SpanKind.CLOSING,
        SpanKind.ANNEX,
    }
)


@dataclass(frozen=True)
class Span:
    """Columns `start` to `end` (from 0, end not included) of line `line` (from 1)."""

    kind: SpanKind
    line: int
    start: int
    end: int


EVENED = {ord(sign): " " for sign in MARGIN if sign not in " \t\f"}  # one for one: columns stay
UNEVEN = re.compile("[" + re.escape("".join(map(chr, EVENED))) + "]")


def even(text: str) -> str:
    """With a plain blank for each kind of space and each sign that nobody sees; as long as before."""
    return text.translate(EVENED) if UNEVEN.search(text) else text


@dataclass(frozen=True)
class Line:
    """One line without its line end; `number` counts from 1 in the whole file.

    `printed`: as it stands in the file, where `text` is evened for those who look for forms in it.
    """

    number: int
    text: str
    printed: str = ""

    def evened(self) -> Line:
        """With its text made even."""
        text = even(self.text)
        return self if text == self.text else Line(self.number, text, self.text)

    def cut(self, start: int, end: int) -> str:
        """These columns as they stand in the file."""
        return (self.printed or self.text)[start:end]

    @cached_property
    def is_blank(self) -> bool:
        return not self.text.strip(MARGIN)

    @cached_property
    def inner(self) -> str:
        """The text without its margins."""
        return self.text.strip(MARGIN)

    @cached_property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(MARGIN))

    @property
    def measure(self) -> int:
        """How long the line is without its margins, of which the left one shows the end of a line in Arabic."""
        return max(self.width - self.indent, 0)

    @cached_property
    def width(self) -> int:
        """The column after the last character that is not blank."""
        return len(self.text.rstrip(MARGIN))


@dataclass(frozen=True)
class Source:
    """A part of a file: its lines, and the path that problems name."""

    path: str
    lines: tuple[Line, ...]


def read(path: Path, lines: tuple[int, int] | None) -> tuple[Source, tuple[Problem, ...]]:
    """The lines from first to last of the file, or the whole file. Nothing is raised."""
    name = path.as_posix()
    raw, problem = files.read(path)
    if raw is None:
        return Source(name, ()), (problem,) if problem else ()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Source(name, ()), (
            Problem(name, line, "not-utf-8", "The file is not encoded in UTF-8.", "Convert it to UTF-8, or ask again."),
        )
    problems = tuple(hidden.characters(text.removesuffix("\n"), name))
    everything = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    if lines is None:
        return Source(name, everything), problems
    first, last = lines
    if not 1 <= first <= last <= len(everything):
        what = f"instrument.yml wants the lines {first} to {last}, but the file has {len(everything)}."
        problems = (*problems, Problem(name, 0, "lines-outside", what, "Correct `lines` in instrument.yml."))
    return Source(name, everything[max(first - 1, 0) : last]), problems


def rebuild(source: Source, spans: tuple[Span, ...]) -> str:
    """The source put together from its spans; equal to its lines joined by line ends if no character was lost."""
    parts: dict[int, str] = {line.number: "" for line in source.lines}
    texts = {line.number: line.text for line in source.lines}
    for span in sorted(spans, key=lambda s: (s.line, s.start)):
        if len(parts[span.line]) == span.start:
            parts[span.line] += texts[span.line][span.start : span.end]
    return "\n".join(parts.values())
