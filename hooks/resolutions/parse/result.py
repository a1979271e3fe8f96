"""The values that come of a text once its lines are told apart.

In: paragraphs as pieces of lines, and the footnotes. Out: a `Parsed`; the sheet gets the spans of the pieces.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..problems import Severity
from ..records.grammar import Openings
from . import markers, openings
from .footnotes import Notes
from .hyphens import Hyphen
from .passages import Joined, Paragraph, join
from .sheet import Sheet
from .source import Span, SpanKind, even
from .values import Annex, AnnexParagraph, Parsed, ParsedClause, Part, Passage, Section, StarNote

CALLING = frozenset({SpanKind.TITLE, SpanKind.TEXT, SpanKind.HEADING, SpanKind.CLOSING, SpanKind.ANNEX})


@dataclass
class Found:
    """What the reader found. `headings`: each with the number of clauses above it; `annexes`: heading first."""

    masthead: list[Paragraph] = field(default_factory=list)
    title: Paragraph = field(default_factory=lambda: Paragraph(SpanKind.TITLE))
    opening: Paragraph = field(default_factory=lambda: Paragraph(SpanKind.CHAPEAU))
    clauses: list[Paragraph] = field(default_factory=list)
    headings: list[tuple[int, Paragraph]] = field(default_factory=list)
    closing: list[Paragraph] = field(default_factory=list)
    annexes: list[list[Paragraph]] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    hyphens: Mapping[int, Hyphen] = field(default_factory=dict)

    @property
    def title_text(self) -> str:
        """The title with single blanks, before it is joined."""
        return " ".join(" ".join(line.text[start:end].split()) for line, start, end in self.title.pieces)


def make(found: Found, words: Openings, between: Mapping[str, str], sheet: Sheet) -> Parsed:
    """The parts of the text. `between`: the id of each word behind a number that was put between two others."""
    return _Maker(found, words, between, sheet).result()


class _Maker:
    def __init__(self, found: Found, words: Openings, between: Mapping[str, str], sheet: Sheet) -> None:
        self.found, self.words, self.between, self.sheet = found, words, between, sheet

    def result(self) -> Parsed:
        restarts = any(one.run > 1 for one in self.found.clauses)
        clauses = []
        for paragraph in self.found.clauses:
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
                self.between.get(paragraph.word, ""),
                paragraph.word,
            )
            clauses.append(_with_subs(clause))
        notes: dict[int, Passage] = {}
        stars = []
        for note in self.found.notes.notes:
            passage = self._joined(Paragraph(SpanKind.NOTE, None, note.number, note.pieces)).passage
            if not note.number:
                stars.append(StarNote(note.label, passage))
                continue
            if note.number in notes:
                self.sheet.problem(
                    note.pieces[0][0].number,
                    "note-twice",
                    f"Footnote {note.number} is here for the second time.",
                    "Correct its number.",
                )
            notes[note.number] = passage
        parsed = Parsed(
            tuple(self._joined(p).passage for p in self.found.masthead),
            self._joined(self.found.title).passage,
            self._joined(self.found.opening).passage,
            tuple(clauses),
            notes,
            (),
            tuple(
                Section(number, one.label, self._joined(one).passage, before)
                for number, (before, one) in enumerate(self.found.headings, 1)
            ),
            tuple(
                Annex(
                    number,
                    self._joined(first).passage,
                    tuple(AnnexParagraph(one.label, self._joined(one).passage) for one in rest),
                )
                for number, (first, *rest) in enumerate(self.found.annexes, 1)
            ),
            tuple(self._joined(one).passage for one in self.found.closing),
            tuple(stars),
        )
        return _spanned(parsed, self.sheet.spans)

    def _joined(self, paragraph: Paragraph) -> Joined:
        joined = join(paragraph, self.found.notes.marks if paragraph.kind in CALLING else {}, self.found.hyphens)
        self.sheet.spans += joined.spans
        if joined.opened is not None:
            self.sheet.problem(
                paragraph.line,
                "emphasis-open",
                "An asterisk opens italics that never close.",
                "Add the closing asterisk, or delete the opening one.",
                Severity.DOUBT,
            )
        return joined

    def _opening(self, paragraph: Paragraph, passage: Passage) -> tuple[tuple[int, int], ...]:
        """Italics that begin the clause and do not cover all of it; else the words decide. Later italics count too."""
        partial = tuple(e for e in passage.emphases if e != (0, len(passage.text)))
        said = openings.find(passage.text, self.words, preambular=paragraph.part is Part.PREAMBULAR)
        if partial and partial[0][0] == 0 and not self._is_cut(passage.text[slice(*partial[0])], said):
            known = partial[:1]
            for start, end in partial[1:]:
                words = passage.text[start:end]
                if any(openings.find(words, self.words, preambular=part, numbered=False) for part in (False, True)):
                    known += ((start, end),)
                    continue
                what = f"Italics inside the clause are taken for no opening phrase: {words[:40]!r}."
                todo = "If it is one, add the words to docs/records/grammar/openings.yml."
                self.sheet.problem(passage.line_at(start), "emphasis-unknown", what, todo, Severity.DOUBT)
            return known
        if not said:
            self.sheet.problem(
                paragraph.line,
                "opening-unknown",
                f"No opening phrase is known for {passage.text[:40]!r}.",
                "Add its words to docs/records/grammar/openings.yml.",
                Severity.DOUBT,
            )
        return said

    def _is_cut(self, italic: str, said: tuple[tuple[int, int], ...]) -> bool:
        """Do the italics leave out part of a phrase: only "Deeply" of "Deeply concerned"?"""
        parts = (Part.PREAMBULAR, Part.OPERATIVE)
        known = any(openings.find(italic, self.words, preambular=one is Part.PREAMBULAR) for one in parts)
        return not known and bool(said) and said[0][1] > len(italic)


def _with_subs(clause: ParsedClause) -> ParsedClause:
    starts, line = [], 0
    for origin in clause.passage.origins:
        if origin.line != line:
            starts.append(origin.at)
            line = origin.line
    return replace(clause, subs=markers.tree(even(clause.passage.text), starts, clause.id))


def _spanned(parsed: Parsed, spans: Sequence[Span]) -> Parsed:
    return replace(parsed, spans=tuple(sorted(spans, key=lambda span: (span.line, span.start))))
