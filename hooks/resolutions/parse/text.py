"""The parts of a resolution in one language, found line by line.

A clause starts at a number ("1. ", "1 - ", "- (3) ") or, in an unnumbered preamble, at an opening phrase: where the
source sets phrases in italics only an italic one counts, so that a second «وإذ» inside a paragraph starts no new one.
Footnotes stand below a rule and end with the full stop after which no further label comes; the paragraph that they
cut through then goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..folding import folded
from ..problems import Problem
from ..records.schema import Openings, Shape
from . import openings
from .source import Line, Source, Span, SpanKind
from .values import NoteMark, Origin, Parsed, ParsedClause, Part, Passage

NUMBERED = re.compile(r"(?P<marker>(?P<n>[0-9]{1,3})[ ]?[.-][ ]+)(?=\S)")  # "1. " or "1 - "
LISTED = re.compile(r"(?P<marker>-[ ]\((?P<n>[0-9]{1,3})\)[ ]+)(?=\S)")  # "- (3) "
NOTE_LABEL = re.compile(r"(?P<marker>\((?P<n>[0-9]{1,3})\)[ ]*)(?=\S)")  # "(1) "
NOTE_RULE = re.compile(r"_{3,}")
STARS = re.compile(r"\*+")


@dataclass
class _Paragraph:
    """A paragraph while its lines come in."""

    kind: SpanKind
    part: Part | None = None
    number: int = 0
    pieces: list[tuple[Line, int, int]] = field(default_factory=list)


def parse(source: Source, title: str, words: Openings, shape: Shape) -> tuple[Parsed, tuple[Problem, ...]]:
    """The parts of `source`. `title` is the one that the record gives; it must stand in the file."""
    reader = _Reader(source, words, shape)
    body = reader.head(title)
    reader.body(body)
    return reader.result(), tuple(reader.problems)


class _Reader:
    def __init__(self, source: Source, words: Openings, shape: Shape) -> None:
        self.source, self.words = source, words
        self.chapeau = re.compile(shape.chapeau, re.VERBOSE)
        self.problems: list[Problem] = []
        self.spans: list[Span] = []
        self.paragraphs: list[_Paragraph] = []
        self.masthead: list[_Paragraph] = []
        self.title = _Paragraph(SpanKind.TITLE)
        self.opening = _Paragraph(SpanKind.CHAPEAU)
        self.italic = any(line.text.lstrip().startswith("*") and not NUMBERED.match(line.text) for line in source.lines)

    def head(self, title: str) -> tuple[Line, ...]:
        """Take masthead, title and chapeau; return the lines below."""
        lines = self.source.lines
        at = next((i for i, line in enumerate(lines) if self.chapeau.fullmatch(line.text.strip())), None)
        if at is None:
            self._problem(
                0,
                "chapeau-missing",
                "No chapeau was found (“The General Assembly,”).",
                "Add its form, with an example, to docs/records/grammar/shapes.yml, or mend the file.",
            )
            at = len(lines)
        first, last, column = self._title(lines[:at], title)
        for index, line in enumerate(lines[:at]):
            if line.is_blank:
                self._blank(line)
            elif first <= index <= last:
                start = column if index == first else line.indent
                if start > line.indent:
                    self.spans.append(Span(SpanKind.MASTHEAD, line.number, line.indent, start))
                self._take(self.title, line, start, line.width)
            else:
                paragraph = _Paragraph(SpanKind.MASTHEAD)
                self._take(paragraph, line, line.indent, line.width)
                self.masthead.append(paragraph)
        if at < len(lines):
            self._take(self.opening, lines[at], lines[at].indent, lines[at].width)
        return lines[at + 1 :]

    def _title(self, head: tuple[Line, ...], title: str) -> tuple[int, int, int]:
        """First and last index of the title's lines, and the column that it starts in."""
        wanted = folded(title).strip()
        for first, line in enumerate(head):
            column = line.indent
            number = NUMBERED_TITLE.match(line.text)
            if number:
                column = number.end()
            text = line.text[column:].strip()
            for last in range(first, len(head)):
                if last > first and not head[last].is_blank:
                    text += " " + head[last].text.strip()
                if folded(text).strip() == wanted:
                    return first, last, column
                if len(text) > len(title) + 9:
                    break
        self._problem(
            0,
            "title-missing",
            f"The title of the record does not stand in the file: {title!r}.",
            "Correct `titles` in instrument.yml, or the file that holds this language.",
        )
        return len(head), len(head), 0

    def body(self, lines: tuple[Line, ...]) -> None:
        open_paragraph: _Paragraph | None = None
        note: _Paragraph | None = None
        in_notes = False
        for line in lines:
            if line.is_blank:
                self._blank(line)
                continue
            text = line.text[line.indent : line.width]
            if NOTE_RULE.fullmatch(text):
                in_notes, note = True, None
                self._cover(SpanKind.NOTE_RULE, line, line.indent, line.width)
                continue
            if in_notes:
                label = NOTE_LABEL.match(line.text, line.indent)
                if label:
                    note = self._start(_Paragraph(SpanKind.NOTE, None, int(label["n"])), line, label.end())
                    continue
                if note and not self._is_closed(note):
                    self._take(note, line, line.indent, line.width)
                    continue
                in_notes = False
            start = self._clause_start(line)
            if start:
                part, number, column = start
                open_paragraph = self._start(_Paragraph(SpanKind.TEXT, part, number), line, column)
            elif open_paragraph and not self._ends_text(open_paragraph):
                self._take(open_paragraph, line, line.indent, line.width)
            else:
                self._cover(SpanKind.MASTHEAD, line, line.indent, line.width)
                self._problem(
                    line.number,
                    "line-stray",
                    f"This line belongs to no clause: {text[:60]!r}.",
                    "A clause starts with its number or with an opening phrase; see docs/records/grammar/openings.yml.",
                )

    def _clause_start(self, line: Line) -> tuple[Part, int, int] | None:
        listed = LISTED.match(line.text, line.indent)
        if listed:
            return Part.PREAMBULAR, int(listed["n"]), listed.end()
        numbered = NUMBERED.match(line.text, line.indent)
        if numbered:
            return Part.OPERATIVE, int(numbered["n"]), numbered.end()
        stars = STARS.match(line.text, line.indent)
        if self.italic and not stars:
            return None
        column = stars.end() if stars else line.indent
        if any(p.part is Part.OPERATIVE for p in self.paragraphs):
            return None
        if openings.opens_preambular(line.text[column:], self.words):
            before = sum(p.part is Part.PREAMBULAR for p in self.paragraphs)
            return Part.PREAMBULAR, before + 1, line.indent
        return None

    def _start(self, paragraph: _Paragraph, line: Line, column: int) -> _Paragraph:
        kind = SpanKind.NOTE_LABEL if paragraph.kind is SpanKind.NOTE else SpanKind.MARKER
        if column > line.indent:
            self.spans.append(Span(kind, line.number, line.indent, column))
        self.paragraphs.append(paragraph)
        self._take(paragraph, line, column, line.width)
        return paragraph

    def _take(self, paragraph: _Paragraph, line: Line, start: int, end: int) -> None:
        paragraph.pieces.append((line, start, end))
        self._margins(line, end)

    def _cover(self, kind: SpanKind, line: Line, start: int, end: int) -> None:
        self.spans.append(Span(kind, line.number, start, end))
        self._margins(line, end)

    def _margins(self, line: Line, end: int) -> None:
        for start, stop in ((0, line.indent), (end, len(line.text))):
            if stop > start:
                self.spans.append(Span(SpanKind.BLANK, line.number, start, stop))

    def _blank(self, line: Line) -> None:
        if line.text:
            self.spans.append(Span(SpanKind.BLANK, line.number, 0, len(line.text)))

    @staticmethod
    def _is_closed(paragraph: _Paragraph) -> bool:
        line, _, end = paragraph.pieces[-1]
        return line.text[:end].endswith((".", ".”", '."'))

    def _ends_text(self, paragraph: _Paragraph) -> bool:
        return paragraph.part is Part.OPERATIVE and self._is_closed(paragraph)

    def _problem(self, line: int, code: str, what: str, todo: str) -> None:
        self.problems.append(Problem(self.source.path, line, code, what, todo))

    def result(self) -> Parsed:
        labels = {p.number for p in self.paragraphs if p.kind is SpanKind.NOTE}
        clauses, notes = [], {}
        for paragraph in self.paragraphs:
            passage = self._passage(paragraph, labels if paragraph.kind is SpanKind.TEXT else frozenset())
            if paragraph.kind is SpanKind.NOTE:
                if paragraph.number in notes:
                    self._problem(
                        passage.line,
                        "note-twice",
                        f"Footnote {paragraph.number} is here for the second time.",
                        "Correct its number.",
                    )
                notes[paragraph.number] = passage
                continue
            assert paragraph.part is not None
            clauses.append(ParsedClause(paragraph.part, paragraph.number, passage, self._opening(paragraph, passage)))
        return Parsed(
            tuple(self._passage(p) for p in self.masthead),
            self._passage(self.title),
            self._passage(self.opening),
            tuple(clauses),
            notes,
            tuple(sorted(self.spans, key=lambda s: (s.line, s.start))),
        )

    def _opening(self, paragraph: _Paragraph, passage: Passage) -> tuple[tuple[int, int], ...]:
        """Italics that begin the clause and do not cover all of it; else the words decide. Later italics count too."""
        partial = tuple(e for e in passage.emphases if e != (0, len(passage.text)))
        if partial and partial[0][0] == 0:
            for start, end in partial[1:]:
                if not openings.find(passage.text[start:end], self.words, preambular=False):
                    what = f"Italics inside the clause are no opening phrase: {passage.text[start:end][:40]!r}."
                    todo = "Take the asterisks out, or add the words to docs/records/grammar/openings.yml."
                    self._problem(passage.line_at(start), "emphasis-unknown", what, todo)
            return partial
        found = openings.find(passage.text, self.words, preambular=paragraph.part is Part.PREAMBULAR)
        if not found:
            self._problem(
                passage.line,
                "opening-unknown",
                f"No opening phrase is known for {passage.text[:40]!r}.",
                "Add its words to docs/records/grammar/openings.yml.",
            )
        return found

    def _passage(self, paragraph: _Paragraph, labels: frozenset[int] | set[int] = frozenset()) -> Passage:
        """Join the pieces with one blank each; take off emphasis and footnote marks, and say where all came from."""
        text, origins, marks = "", [], []
        emphases: list[tuple[int, int]] = []
        opened: int | None = None
        for line, start, end in paragraph.pieces:
            if text:
                text += " "
            column = start
            for token in TOKENS.finditer(line.text, start, end):
                number = int(token["n"]) if token["n"] else None
                if number is not None and number not in labels:
                    continue
                if paragraph.kind is SpanKind.MASTHEAD:
                    if number is None and len(token[0]) == 1:
                        continue  # "*2228999*" is a barcode
                    text = self._add(paragraph, text, origins, line, column, token.start())
                    column = token.end()
                    self.spans.append(Span(SpanKind.EMPHASIS, line.number, token.start(), column))
                    continue  # its italics may span lines that are paragraphs of their own
                text = self._add(paragraph, text, origins, line, column, token.start())
                column = token.end()
                if number is None:
                    self.spans.append(Span(SpanKind.EMPHASIS, line.number, token.start(), column))
                    if opened is None:
                        opened = len(text)
                    else:
                        emphases.append((opened, len(text)))
                        opened = None
                else:
                    self.spans.append(Span(SpanKind.NOTE_MARK, line.number, token.start(), column))
                    marks.append(NoteMark(len(text), number, line.number))
            text = self._add(paragraph, text, origins, line, column, end)
        if opened is not None:
            self._problem(
                origins[0].line if origins else 0,
                "emphasis-open",
                "An asterisk opens italics that never close.",
                "Add the closing asterisk, or delete the opening one.",
            )
        return Passage(text, tuple(origins), tuple(emphases), tuple(marks))

    def _add(self, paragraph: _Paragraph, text: str, origins: list[Origin], line: Line, start: int, end: int) -> str:
        if end > start:
            origins.append(Origin(len(text), line.number, start, end))
            self.spans.append(Span(paragraph.kind, line.number, start, end))
        return text + line.text[start:end]


NUMBERED_TITLE = re.compile(r"\s*[0-9]{1,3}/[0-9]{1,3}[ ]?[.-]?[ ]+(?=\S)")  # "77/233 - " or "77/233. "
TOKENS = re.compile(r"\*+|(?<=\S)[ ]?\((?P<n>[0-9]{1,3})\)")
