"""The parts of a resolution in one language, found line by line.

First what is no text is set aside (`aside`). Then each line begins a clause (`starts`), a heading (`sections`), the
closing lines or an annex (`annexes`), or goes on with the paragraph above it. What belongs to nothing is told; no line
is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..folding import plain
from ..problems import Problem, Severity
from ..records.grammar import Openings, Shape
from . import annexes, aside, decided, markers, openings, result, sections, titles, top, whole
from . import head as heads
from .passages import Paragraph
from .sheet import Sheet
from .source import Line, Source, SpanKind
from .starts import Row, Start, Starts
from .values import Parsed, Part

LONGEST_CHAPEAU = 300
LONGEST_CLOSING = 600


def parse(source: Source, title: str, words: Openings, shape: Shape) -> tuple[Parsed, tuple[Problem, ...]]:
    """The parts of `source`. `title` is the one that the record gives; it must stand in the file.

    Where `title` is empty, the title is the one that is found.
    """
    reader = _Reader(source, words, shape)
    reader.body(reader.head(title))
    parsed = result.make(reader.found, words, reader.between, reader.sheet)
    return parsed, tuple(reader.sheet.problems)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


class _Reader:
    def __init__(self, source: Source, words: Openings, shape: Shape) -> None:
        self.lines, self.words = tuple(line.evened() for line in source.lines), words
        self.forms = heads.Forms(
            _compiled(shape.chapeau),
            titles.elements(shape.masthead.pattern),
            _compiled(shape.numbered.pattern),
            _compiled(shape.amendment.pattern),
            decided.Telling(_compiled(shape.telling.pattern), openings.telling(words)),
        )
        self.closing_form = _compiled(shape.closing.pattern)
        self.annex_form = _compiled(shape.annex.pattern)
        self.between = {word: one.id for one in shape.between for word in one.words}
        self.between_form = markers.between(self.between)
        self.heading_form = _compiled(shape.heading.pattern)
        self.sheet = Sheet(source.path)
        self.found = result.Found()
        self.flow: tuple[Row, ...] = ()
        self.open: Paragraph | None = None
        self.run = 1
        self.expected = 1
        self.preambular = 0  # how many paragraphs there are
        self.last_line = 0  # number of the last line that begins an operative paragraph with a number
        self.strayed = False  # stands a line of no known form among the closing ones
        self.last_operative = 0  # how many clauses there are up to the last operative one

    # -- the lines above the text ----------------------------------------------------------------------------------

    def head(self, title: str) -> tuple[Line, ...]:
        """Take masthead, title and chapeau; return the lines below."""
        place = heads.find(self.lines, title, self.forms, self._opens)
        for problem in top.problems(place, title, self.lines, self._opens):
            self.sheet.problem(*problem)
        return top.take(self.lines, place, self.sheet, self.found)

    def _opens(self, text: str) -> bool:
        text = text.lstrip("*_ \t")
        return any(openings.opens(text, self.words, preambular=part, numbered=False) for part in (True, False))

    # -- the text --------------------------------------------------------------------------------------------------

    def body(self, lines: Sequence[Line]) -> None:
        """Set aside what is no text among the lines below the chapeau, and read the rest."""
        above = self.lines[: len(self.lines) - len(lines)]
        self.flow = aside.take(lines, above, self.sheet, self.found, self._opens)
        starts = Starts(self.flow, self.words, self.between_form, self._is_chapeau)
        self.last_line = self.flow[starts.last_numbered].line.number if starts.last_numbered >= 0 else 0
        i = 0
        while i < len(self.flow):
            i += self._step(i, starts)
        for problem in whole.doubts(self.found.clauses, self._opens, self.between_form):
            self.sheet.problem(*problem)

    def _step(self, i: int, starts: Starts) -> int:
        """Take row i, and perhaps more; return how many rows were taken."""
        row = self.flow[i]
        if self._is_mark_alone(row.line):
            return self._add(row)
        return self._ending(i) or self._beginning(i, starts) or self._rest(i, starts)

    @property
    def part(self) -> Part:
        """The part that the last clause belongs to."""
        return (self.found.clauses[-1].part if self.found.clauses else None) or Part.PREAMBULAR

    def _ending(self, i: int) -> int:
        """What ends the paragraphs: closing lines, an annex; 0 if it is neither."""
        row = self.flow[i]
        text = row.line.inner
        apart = row.ended or row.gap or self.found.closing
        if apart and self.found.clauses and annexes.is_heading(text, self.annex_form):
            return self._annex(i, named=True)
        if self.found.closing:
            return self._close(row) or (0 if self.strayed else self._below_closing(i))
        if self.part is Part.OPERATIVE and (row.closed or row.gap):
            return self._close(row)
        return 0

    def _below_closing(self, i: int) -> int:
        """An annex without the word, or a line that nothing explains."""
        unnamed = annexes.begins_unnamed([one.line for one in self.flow[i : i + 41]], 0)
        return self._stray(self.flow[i]) if unnamed is False else self._annex(i, named=False)

    def _beginning(self, i: int, starts: Starts) -> int:
        """A clause or a heading; 0 if neither begins here."""
        row, part = self.flow[i], self.part
        start = starts.at(i, part, self.expected, headed=self._is_headed)
        if start and self._is_list_of_one(start, starts):
            return self._add(row)
        if start:
            return self._start(row, start)
        if not row.ended and row.gap != 2:
            return 0
        count = sections.lines_of_heading(
            [one.line for one in self.flow[i : i + sections.MOST_LINES + 1]],
            0,
            self.heading_form,
            lambda j, labelled: starts.looks_so(i + j, part, self.expected, labelled=labelled),
            apart=(row.gap == 2 and row.ended) or starts.is_short_heading(i),
            open_list=self._ends_with_colon,
            is_chapeau=self._is_chapeau,
        )
        return self._headings(i, count) if count else 0

    def _is_list_of_one(self, start: Start, starts: Starts) -> bool:
        """Numbers below a single paragraph that bears none are its list: "Proclaims: 1. All … 2. No …"."""
        if starts.is_numbered or not start.number or not self.open or self.open.part is not Part.OPERATIVE:
            return False
        return not self.open.numbered and any(line.text[at:end].endswith(":") for line, at, end in self.open.pieces)

    def _rest(self, i: int, starts: Starts) -> int:
        """The paragraph above goes on, or an annex begins without the word, or the line is stray."""
        row = self.flow[i]
        if self._ends_with_colon and self.part is Part.OPERATIVE and starts.nested(i):
            return self._annex(i, named=False)
        if self._introduces(starts, i) and annexes.begins_unnamed([one.line for one in self.flow[i : i + 41]], 0):
            return self._annex(i, named=False)
        if self.open and (not self._is_closed(self.open) or self._goes_on(row)):
            return self._add(row)
        if self.part is Part.OPERATIVE and i > starts.last_numbered and row.gap:
            unnamed = annexes.begins_unnamed([one.line for one in self.flow[i : i + 41]], 0)
            if unnamed is None:
                self.sheet.problem(
                    row.line.number,
                    "annex-unnamed",
                    f"An annex seems to begin here: {row.line.inner[:60]!r}.",
                    "Look whether it is one; its paragraphs are no operative paragraphs.",
                    Severity.DOUBT,
                )
            if unnamed is not False:
                return self._annex(i, named=False)
        return self._stray(row)

    def _introduces(self, starts: Starts, i: int) -> bool:
        """Does the last operative paragraph end with a colon, and something else than its list follow?"""
        if not self.open or self.part is not Part.OPERATIVE or self.flow[i].gap != 2 or i <= starts.last_numbered:
            return False
        row = self.flow[i]
        return self._ends_with_colon and not markers.SUB.match(row.line.text, row.line.indent)

    @property
    def _ends_with_colon(self) -> bool:
        line, start, end = self.open.pieces[-1] if self.open else (Line(0, ""), 0, 0)
        return line.text[start:end].endswith(":")

    @property
    def _is_headed(self) -> bool:
        """Does nothing but a heading stand between the last clause and here?"""
        return self.open is None and bool(self.found.headings) and self.found.headings[-1][0] == len(self.found.clauses)

    def _is_chapeau(self, text: str) -> bool:
        return len(text) < LONGEST_CHAPEAU and bool(self.forms.chapeau.fullmatch(plain(text).strip("*_ ")))

    def _is_mark_alone(self, line: Line) -> bool:
        return any(
            mark.start <= line.indent and mark.end >= line.width for mark in self.found.notes.marks.get(line.number, ())
        )

    def _start(self, row: Row, start: Start) -> int:
        number, run = start.number, 0
        if start.part is Part.OPERATIVE:
            number = number or self.expected
            number = 1 if not start.number and self._is_headed and self.expected > 1 else number
            if (
                number == 1
                and not start.word
                and self.expected > 1
                and (self._is_below_heading() or self._is_second_preamble())
            ):
                self.run += 1
            run, self.expected, self.last_operative = self.run, number + 1, len(self.found.clauses) + 1
        else:
            self.preambular += 1
            number = number or self.preambular
        paragraph = Paragraph(SpanKind.TEXT, start.part, number, [], start.number > 0, run, word=start.word)
        column = self.sheet.label(SpanKind.MARKER, row.line, start.column)
        self.found.clauses.append(paragraph)
        self.sheet.take(paragraph, row.line, column)
        self.open = paragraph
        if not start.sure:
            self.sheet.problem(
                row.line.number,
                "clause-unsure",
                "A clause may begin here, or the one above may go on.",
                "Put a blank line above it, or join it with the line above.",
                Severity.DOUBT,
            )
        return 1

    def _is_below_heading(self) -> bool:
        """Does a heading stand between the last operative paragraph and here?"""
        return bool(self.found.headings) and self.found.headings[-1][0] >= self.last_operative

    def _is_second_preamble(self) -> bool:
        return bool(self.found.clauses) and self.found.clauses[-1].part is Part.PREAMBULAR

    def _headings(self, i: int, count: int) -> int:
        """Each labelled or bold line is a heading of its own; a plain one goes on with a label that stands alone."""
        current: Paragraph | None = None
        for row in self.flow[i : i + count]:
            text = row.line.inner
            label = sections.label(text, self.heading_form)
            own = current is None or bool(label) or text.startswith("**")
            if current is None or (own and not (current.label and len(current.pieces) == 1 and not label)):
                current = Paragraph(SpanKind.HEADING, label=label)
                self.found.headings.append((len(self.found.clauses), current))
            self.sheet.take(current, row.line)
        self.open = None
        return count

    def _add(self, row: Row) -> int:
        if self.open is None:
            return self._stray(row)
        self.sheet.take(self.open, row.line)
        return 1

    def _goes_on(self, row: Row) -> bool:
        """After a full stop an operative paragraph goes on in the next line, or with a sub-paragraph."""
        text, indent = row.line.text, row.line.indent
        return row.gap == 0 or bool(markers.SUB.match(text, indent)) or sections.is_columnar(text)

    def _close(self, row: Row) -> int:
        """A closing line; 0 if it is none."""
        text = row.line.inner.replace("*", "").strip("_ ")
        bracket = bool(self.found.closing) and (self._bracket_open or (self._vote_open and row.gap != 2))
        if not bracket and not self.closing_form.fullmatch(plain(text[:LONGEST_CLOSING])):
            return 0
        paragraph = Paragraph(SpanKind.CLOSING)
        self.sheet.take(paragraph, row.line)
        self._bracket_open = (self._bracket_open or text.startswith("[")) and "]" not in text
        self._vote_open = text.endswith((":", ",", "،"))
        self.found.closing.append(paragraph)
        self.open = None
        return 1

    _bracket_open = _vote_open = False  # a list of states may go on in the next line

    def _annex(self, i: int, *, named: bool) -> int:
        """The annex that begins in row i, up to the next one."""
        closing = None if self.found.closing else self.closing_form
        paragraphs, count = annexes.take(self.flow[i:], self.annex_form, closing, self.sheet, named=named)
        self.found.annexes.append(paragraphs)
        self.open = None
        return count

    def _stray(self, row: Row) -> int:
        """A line that belongs to nothing that is known: it stays where it stands, and is told."""
        what = f"This line belongs to no clause that is known: {row.line.inner[:60]!r}."
        todo = "If it is one, its number or opening phrase is wanting: see docs/records/grammar; if not, let it stand."
        self.sheet.problem(row.line.number, "line-stray", what, todo, Severity.DOUBT)
        closes = self.found.closing or (self.part is Part.OPERATIVE and row.line.number > self.last_line)
        kind = SpanKind.CLOSING if closes else SpanKind.HEADING
        paragraph = Paragraph(kind)
        if closes:
            self.strayed, self.open = True, None
            self.found.closing.append(paragraph)
        else:
            self.found.headings.append((len(self.found.clauses), paragraph))
        self.sheet.take(paragraph, row.line)
        return 1

    @staticmethod
    def _is_closed(paragraph: Paragraph) -> bool:
        line, start, end = paragraph.pieces[-1]
        return paragraph.part is Part.OPERATIVE and line.text[start:end].endswith((".", ".”", '."'))
