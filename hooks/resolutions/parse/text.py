"""The parts of a resolution in one language, found line by line.

First what is no text is set aside: furniture of the page, footnotes. Then each line begins a clause (`starts`), a
heading (`sections`), the closing lines or an annex (`annexes`), or goes on with the paragraph above it. What belongs to
nothing is told; no line is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..problems import Problem, Severity
from ..records.schema import Openings, Shape
from . import annexes, footnotes, furniture, markers, openings, sections
from . import head as heads
from .passages import Joined, Paragraph, join
from .source import Line, Source, Span, SpanKind
from .starts import Row, Start, Starts, rows
from .values import Annex, AnnexParagraph, Parsed, ParsedClause, Part, Passage, Section, StarNote

CALLING = frozenset({SpanKind.TITLE, SpanKind.TEXT, SpanKind.HEADING, SpanKind.CLOSING, SpanKind.ANNEX})
DOUBTS = {
    "note-open": (
        "Footnote {} ends here without a full stop, and no rule shows where it goes on.",
        "Look whether a line of it stands in the text; add the full stop if it is whole.",
    ),
    "note-mark-unsure": (
        "More than one figure may be the mark of footnote {}.",
        "Put brackets round the right one: “(1)”.",
    ),
}


def parse(source: Source, title: str, words: Openings, shape: Shape) -> tuple[Parsed, tuple[Problem, ...]]:
    """The parts of `source`. `title` is the one that the record gives; it must stand in the file, unless empty."""
    reader = _Reader(source, words, shape)
    body = reader.head(title)
    reader.set_aside(body, title)
    reader.body()
    return reader.result(), tuple(reader.problems)


class _Reader:
    def __init__(self, source: Source, words: Openings, shape: Shape) -> None:
        self.source, self.words = source, words
        self.chapeau = re.compile(shape.chapeau, re.VERBOSE)
        self.closing_form = re.compile(shape.closing.pattern, re.VERBOSE)
        self.annex_form = re.compile(shape.annex.pattern, re.VERBOSE)
        self.heading_form = re.compile(shape.heading.pattern, re.VERBOSE)
        self.problems: list[Problem] = []
        self.spans: list[Span] = []
        self.masthead: list[Paragraph] = []
        self.title = Paragraph(SpanKind.TITLE)
        self.opening = Paragraph(SpanKind.CHAPEAU)
        self.clauses: list[Paragraph] = []
        self.headings: list[tuple[int, Paragraph]] = []  # with the number of clauses above
        self.closing: list[Paragraph] = []
        self.annexes: list[list[Paragraph]] = []  # the first paragraph of each is its heading
        self.notes = footnotes.Notes()
        self.flow: tuple[Row, ...] = ()
        self.open: Paragraph | None = None
        self.run = 1
        self.expected = 1

    # -- the lines above the text ----------------------------------------------------------------------------------

    def head(self, title: str) -> tuple[Line, ...]:
        """Take masthead, title and chapeau; return the lines below."""
        lines = self.source.lines
        found = heads.find(lines, title, self.chapeau, self._opens)
        start, end = found.chapeau
        if not found.has_chapeau:
            self._problem(
                0,
                "chapeau-missing",
                "No chapeau was found (“The General Assembly,”).",
                "Add its form, with an example, to docs/records/grammar/shapes.yml, or mend the file.",
            )
        if found.title is None and title.strip():
            self._problem(
                0,
                "title-missing",
                f"The title of the record does not stand in the file: {title!r}.",
                "Correct `titles` in instrument.yml, or the file that holds this language.",
            )
        first, last, column = found.title or (start, start - 1, 0)
        for index, line in enumerate(lines[:start]):
            if line.is_blank:
                self._blank(line)
            elif first <= index <= last:
                at = column if index == first else line.indent
                if at > line.indent:
                    self.spans.append(Span(SpanKind.MASTHEAD, line.number, line.indent, at))
                self._take(self.title, line, at, line.width)
            else:
                paragraph = Paragraph(SpanKind.MASTHEAD)
                self._take(paragraph, line, line.indent, line.width)
                self.masthead.append(paragraph)
        rest: tuple[Line, ...] = ()
        for line in lines[start:end]:
            last_one = line is lines[end - 1]
            stop = found.column if last_one else line.width
            self.opening.pieces.append((line, line.indent, stop))
            self._space(line, 0, line.indent)
            if last_one and stop < line.width:  # the first paragraph goes on in the line of the chapeau
                blank = len(line.text) - len(line.text[stop:].lstrip())
                self._space(line, stop, blank)
                rest = (Line(line.number, " " * blank + line.text[blank:]),)
            else:
                self._space(line, stop, len(line.text))
        self.shared = rest[0].number if rest else 0
        return (*rest, *lines[end:])

    def _opens(self, text: str) -> bool:
        text = text.lstrip("*_ \t")
        return any(openings.opens(text, self.words, preambular=part) for part in (True, False))

    # -- what is no text -------------------------------------------------------------------------------------------

    def set_aside(self, body: Sequence[Line], title: str) -> None:
        """Take furniture, footnotes and rules; keep the rows of the text."""
        above = self.source.lines[: len(self.source.lines) - len(body)]
        furnished = furniture.find(above, body, title)
        titles = tuple(line for line, _, _ in self.title.pieces)
        self.notes = footnotes.find(body, titles, furnished, self._opens)
        labels = {line.number: end for line, end in self.notes.labels}
        flow: list[tuple[Line, int]] = []
        gap = 2
        for line in body:
            if line.is_blank:
                self._blank(line)
                gap = gap or 2
            elif line.number in furnished:
                self._cover(SpanKind.FURNITURE, line)
                gap = 1
            elif line.number in self.notes.rules:
                self._cover(SpanKind.NOTE_RULE, line)
                gap = 1
            elif line.number in self.notes.lines:
                end = min(labels.get(line.number, line.indent), line.width)
                if end > line.indent:
                    self.spans.append(Span(SpanKind.NOTE_LABEL, line.number, line.indent, end))
                self._margins(line)
                gap = 1
            else:
                flow.append((line, gap))
                gap = 0
        self.flow = rows(flow)
        for doubt in self.notes.doubts:
            what, todo = DOUBTS[doubt.code]
            self._problem(doubt.line, doubt.code, what.format(doubt.number), todo, Severity.WARNING)

    # -- the text --------------------------------------------------------------------------------------------------

    def body(self) -> None:
        starts = Starts(self.flow, self.words)
        i = 0
        while i < len(self.flow):
            i += self._step(i, starts)

    def _step(self, i: int, starts: Starts) -> int:
        """Take row i, and perhaps more; return how many rows were taken."""
        row = self.flow[i]
        text = row.line.text.strip()
        part = self.clauses[-1].part if self.clauses else Part.PREAMBULAR
        assert part is not None
        if self._is_mark_alone(row.line):
            return self._add(row)
        if (row.ended or row.gap) and self.clauses and annexes.is_heading(text, self.annex_form):
            return self._annex(i, named=True)
        if self.closing:
            return self._close(row) or self._annex(i, named=False)
        if part is Part.OPERATIVE and (row.closed or row.gap) and self.closing_form.fullmatch(text.strip("*_ ")):
            return self._close(row)
        start = starts.at(i, part, self.expected)
        if start:
            return self._start(row, start)
        if row.ended or row.gap == 2:
            count = sections.lines_of_heading(
                [one.line for one in self.flow[i : i + sections.MOST_LINES + 1]],
                0,
                self.heading_form,
                lambda j: starts.looks_so(i + j, part, self.expected),
                apart=row.gap == 2 and row.ended,
            )
            if count:
                return self._headings(i, count)
        if self.open and (not self._is_closed(self.open) or self._goes_on(row)):
            return self._add(row)
        if part is Part.OPERATIVE and i > starts.last_numbered and row.gap:
            unnamed = annexes.begins_unnamed([one.line for one in self.flow[i : i + 41]], 0)
            if unnamed is None:
                self._problem(
                    row.line.number,
                    "annex-unnamed",
                    f"An annex seems to begin here: {text[:60]!r}.",
                    "Look whether it is one; its paragraphs are no operative paragraphs.",
                    Severity.WARNING,
                )
            if unnamed is not False:
                return self._annex(i, named=False)
        self._cover(SpanKind.STRAY, row.line)
        self._problem(
            row.line.number,
            "line-stray",
            f"This line belongs to no clause: {text[:60]!r}.",
            "A clause starts with its number or with an opening phrase; see docs/records/grammar/openings.yml.",
        )
        return 1

    def _is_mark_alone(self, line: Line) -> bool:
        return any(mark.start <= line.indent and mark.end >= line.width for mark in self.notes.marks.get(line.number, ()))

    def _start(self, row: Row, start: Start) -> int:
        number, run = start.number, 0
        if start.part is Part.OPERATIVE:
            number = number or self.expected
            if number == 1 and self.expected > 1 and (self._is_below_heading() or self._is_second_preamble()):
                self.run += 1
            run, self.expected = self.run, number + 1
        else:
            number = number or 1 + sum(one.part is Part.PREAMBULAR for one in self.clauses)
        paragraph = Paragraph(SpanKind.TEXT, start.part, number, [], start.number > 0, run)
        column = min(start.column, row.line.width)
        if column > row.line.indent:
            self.spans.append(Span(SpanKind.MARKER, row.line.number, row.line.indent, column))
        self.clauses.append(paragraph)
        self._take(paragraph, row.line, column, row.line.width)
        self.open = paragraph
        if not start.sure:
            self._problem(
                row.line.number,
                "clause-unsure",
                "A clause may begin here, or the one above may go on.",
                "Put a blank line above it, or join it with the line above.",
                Severity.WARNING,
            )
        return 1

    def _is_below_heading(self) -> bool:
        """Does a heading stand between the last operative paragraph and here?"""
        last = max((i for i, one in enumerate(self.clauses, 1) if one.part is Part.OPERATIVE), default=0)
        return bool(self.headings) and self.headings[-1][0] >= last

    def _is_second_preamble(self) -> bool:
        return bool(self.clauses) and self.clauses[-1].part is Part.PREAMBULAR

    def _headings(self, i: int, count: int) -> int:
        """Each labelled or bold line is a heading of its own; a plain one goes on with a label that stands alone."""
        current: Paragraph | None = None
        for row in self.flow[i : i + count]:
            text = row.line.text.strip()
            label = sections.label(text, self.heading_form)
            if current is None or (label and text.strip("*_ ") != current.label) or text.startswith("**"):
                if current is None or not (current.label and len(current.pieces) == 1 and not label):
                    current = Paragraph(SpanKind.HEADING, label=label)
                    self.headings.append((len(self.clauses), current))
            self._take(current, row.line, row.line.indent, row.line.width)
        self.open = None
        return count

    def _add(self, row: Row) -> int:
        if self.open is None:
            self._cover(SpanKind.STRAY, row.line)
            self._problem(
                row.line.number,
                "line-stray",
                f"This line belongs to no clause: {row.line.text.strip()[:60]!r}.",
                "A clause starts with its number or with an opening phrase; see docs/records/grammar/openings.yml.",
            )
        else:
            self._take(self.open, row.line, row.line.indent, row.line.width)
        return 1

    def _goes_on(self, row: Row) -> bool:
        """After a full stop an operative paragraph goes on in the next line, or with a sub-paragraph."""
        return row.gap == 0 or bool(markers.SUB.match(row.line.text, row.line.indent))

    def _close(self, row: Row) -> int:
        """A closing line; 0 if it is none."""
        text = row.line.text.strip().strip("*_ ")
        bracket = bool(self.closing) and self._bracket_open
        if not bracket and not self.closing_form.fullmatch(text):
            return 0
        paragraph = Paragraph(SpanKind.CLOSING)
        self._take(paragraph, row.line, row.line.indent, row.line.width)
        self._bracket_open = (bracket or text.startswith("[")) and "]" not in text
        self.closing.append(paragraph)
        self.open = None
        return 1

    _bracket_open = False

    def _annex(self, i: int, *, named: bool) -> int:
        """The annex that begins in row i, up to the next one."""
        heading = Paragraph(SpanKind.ANNEX)
        paragraphs = [heading]
        count = 0
        if named:
            self._take(heading, self.flow[i].line, self.flow[i].line.indent, self.flow[i].line.width)
            count = 1
        current: Paragraph | None = None
        for row in self.flow[i + count :]:
            text = row.line.text.strip()
            if (row.ended or row.gap) and annexes.is_heading(text, self.annex_form) and (count > 1 or not named):
                break
            label, column = annexes.label(row.line)
            if current is None or annexes.begins_paragraph(row.line, apart=row.gap == 2):
                current = Paragraph(SpanKind.ANNEX, label=label)
                paragraphs.append(current)
                column = min(column, row.line.width)
                if column > row.line.indent:
                    self.spans.append(Span(SpanKind.MARKER, row.line.number, row.line.indent, column))
                self._take(current, row.line, column, row.line.width)
            else:
                self._take(current, row.line, row.line.indent, row.line.width)
            count += 1
        self.annexes.append(paragraphs)
        self.open = None
        return max(count, 1)

    # -- spans -----------------------------------------------------------------------------------------------------

    def _take(self, paragraph: Paragraph, line: Line, start: int, end: int) -> None:
        paragraph.pieces.append((line, start, end))
        self._margins(line)

    def _cover(self, kind: SpanKind, line: Line) -> None:
        self.spans.append(Span(kind, line.number, line.indent, line.width))
        self._margins(line)

    def _margins(self, line: Line) -> None:
        if line.number != self.shared:
            self._space(line, 0, line.indent)
        self._space(line, line.width, len(line.text))

    def _space(self, line: Line, start: int, end: int) -> None:
        if end > start:
            self.spans.append(Span(SpanKind.BLANK, line.number, start, end))

    def _blank(self, line: Line) -> None:
        self._space(line, 0, len(line.text))

    shared = 0  # the line that holds the chapeau and the beginning of the first paragraph

    @staticmethod
    def _is_closed(paragraph: Paragraph) -> bool:
        line, start, end = paragraph.pieces[-1]
        return paragraph.part is Part.OPERATIVE and line.text[start:end].endswith((".", ".”", '."'))

    def _problem(self, line: int, code: str, what: str, todo: str, severity: Severity = Severity.ERROR) -> None:
        self.problems.append(Problem(self.source.path, line, code, what, todo, severity))

    # -- the result ------------------------------------------------------------------------------------------------

    def result(self) -> Parsed:
        restarts = self.run > 1
        clauses = []
        for paragraph in self.clauses:
            assert paragraph.part is not None
            joined = self._joined(paragraph)
            passage = joined.passage
            section = paragraph.run if restarts else 0
            clause = ParsedClause(
                paragraph.part,
                paragraph.number,
                passage,
                self._opening(paragraph, passage),
                (),
                section,
                paragraph.numbered,
            )
            clauses.append(_with_subs(clause))
        notes: dict[int, Passage] = {}
        stars = []
        for note in self.notes.notes:
            passage = self._joined(Paragraph(SpanKind.NOTE, None, note.number, note.pieces)).passage
            if not note.number:
                stars.append(StarNote(note.label, passage))
                continue
            if note.number in notes:
                self._problem(
                    note.pieces[0][0].number,
                    "note-twice",
                    f"Footnote {note.number} is here for the second time.",
                    "Correct its number.",
                )
            notes[note.number] = passage
        found = Parsed(
            tuple(self._joined(p).passage for p in self.masthead),
            self._joined(self.title).passage,
            self._joined(self.opening).passage,
            tuple(clauses),
            notes,
            (),
            tuple(
                Section(number, one.label, self._joined(one).passage, before)
                for number, (before, one) in enumerate(self.headings, 1)
            ),
            tuple(
                Annex(
                    number,
                    self._joined(first).passage,
                    tuple(AnnexParagraph(one.label, self._joined(one).passage) for one in rest),
                )
                for number, (first, *rest) in enumerate(self.annexes, 1)
            ),
            tuple(self._joined(one).passage for one in self.closing),
            tuple(stars),
        )
        return _spanned(found, self.spans)

    def _joined(self, paragraph: Paragraph) -> Joined:
        joined = join(paragraph, self.notes.marks if paragraph.kind in CALLING else {})
        self.spans += joined.spans
        if joined.opened is not None:
            self._problem(
                joined.origins[0].line if joined.origins else 0,
                "emphasis-open",
                "An asterisk opens italics that never close.",
                "Add the closing asterisk, or delete the opening one.",
            )
        return joined

    def _opening(self, paragraph: Paragraph, passage: Passage) -> tuple[tuple[int, int], ...]:
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


def _with_subs(clause: ParsedClause) -> ParsedClause:
    starts, line = [], 0
    for origin in clause.passage.origins:
        if origin.line != line:
            starts.append(origin.at)
            line = origin.line
    return replace(clause, subs=markers.tree(clause.passage.text, starts, clause.id))


def _spanned(parsed: Parsed, spans: Sequence[Span]) -> Parsed:
    return replace(parsed, spans=tuple(sorted(spans, key=lambda span: (span.line, span.start))))
