"""Finds the place and gathers what is known of it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..cite.find import MASTHEAD
from ..cite.pinpoints import label
from ..cite.values import Citation, Entry, Mention
from ..model.text import LANGUAGES, ClauseText
from ..pages.corpus import Corpus
from ..pages.unresolved import reason
from ..parse import openings, source, text
from ..parse.source import Source, SpanKind
from ..parse.values import Parsed, ParsedClause, Part, Passage, SubParagraph
from ..problems import Problem
from ..records.held import HeldRecord
from . import pairing
from .values import (
    CitationExplained,
    ClauseExplained,
    Explained,
    LineExplained,
    Phrase,
    Side,
    Unknown,
    Where,
)

LINE = re.compile(r"(?P<path>docs/texts/[^:]+):(?P<line>[0-9]+)")
CLAUSE = re.compile(r"(?P<text>[^/:]+)/(?P<clause>[^/:]+)(?::(?P<number>[0-9]+))?")


@dataclass(frozen=True)
class _Read:
    """One language of a text as the parser left it."""

    language: str
    source: Source
    parsed: Parsed


def explain(corpus: Corpus, problems: tuple[Problem, ...], docs: Path, place: str) -> Explained:
    """What `place` is. `problems`: those of the corpus, with paths relative to the folder above `docs`."""
    line, clause = LINE.fullmatch(place), CLAUSE.fullmatch(place)
    if line:
        return _Explainer(corpus, problems, docs).line(line["path"], int(line["line"]))
    if clause:
        return _Explainer(corpus, problems, docs).clause(clause["text"], clause["clause"], int(clause["number"] or 0))
    what = "A place is a clause (a-res-77-233/op-4), its third citation (a-res-77-233/op-4:3), or a line of a file."
    return Unknown(place, what)


@dataclass(frozen=True)
class _Explainer:
    corpus: Corpus
    problems: tuple[Problem, ...]
    docs: Path

    # -- a line ----------------------------------------------------------------------------------------------------

    def line(self, path: str, number: int) -> LineExplained | Unknown:
        """What each part of a line is. A file may hold both languages, each in its lines."""
        place = f"{path}:{number}"
        folder = path.split("/")[2]
        if folder not in self.corpus.records.held:
            return Unknown(place, f"There is no text {folder}.", self._near(folder, self.corpus.records.held))
        reads = [one for one in self._reads(folder) if one.source.path == path]
        if not reads:
            files = tuple(dict.fromkeys(one.source.path for one in self._reads(folder)))
            return Unknown(place, "No text is read from this file.", files)
        for one in reads:
            found = next((line for line in one.source.lines if line.number == number), None)
            if found:
                spans = tuple((s, found.text[s.start : s.end]) for s in one.parsed.spans if s.line == number)
                owners, wrong = _owners(one.parsed, number), self._at(path, number)
                return LineExplained(Where(path, number), one.language, found.text, spans, owners, wrong)
        return Unknown(place, f"No language is read from line {number}: it is outside `lines`, or beyond the end.")

    # -- a clause --------------------------------------------------------------------------------------------------

    def clause(self, text_id: str, clause_id: str, number: int) -> ClauseExplained | Unknown:
        """A clause, or the masthead, in every language that has it; `number`: of the only citation that is wanted."""
        place = f"{text_id}/{clause_id}"
        if text_id not in self.corpus.records.held:
            return Unknown(place, f"There is no text {text_id}.", self._near(text_id, self.corpus.records.held))
        reads = self._reads(text_id)
        sides = tuple(side for read in reads if (side := self._side(read, text_id, clause_id)))
        if not sides:
            ids = dict.fromkeys([MASTHEAD, *(clause.id for read in reads for clause in read.parsed.clauses)])
            return Unknown(place, f"The text has no {clause_id}.", self._near(clause_id, ids))
        if number and all(number > len(side.citations) for side in sides):
            counts = ", ".join(f"{len(side.citations)} in {side.language}" for side in sides)
            return Unknown(f"{place}:{number}", f"It has not so many citations: {counts}.")
        problems = tuple(
            problem
            for side in sides
            for problem in self.problems
            if problem.path == side.first.path and side.first.line <= problem.line <= side.last.line
        )
        return ClauseExplained(place, sides, pairing.said(self.corpus, text_id, clause_id, sides), problems, number)

    def _side(self, read: _Read, text_id: str, clause_id: str) -> Side | None:
        version = self._version(read, text_id, clause_id)
        clauses = self._clauses(read, text_id, clause_id, version)
        if clause_id == MASTHEAD:
            passages = read.parsed.masthead
        else:
            passages = (version.passage,) if version else tuple(one.passage for one in clauses)
        origins = [origin for passage in passages for origin in passage.origins]
        if not origins:
            return None
        path, first, last = read.source.path, origins[0], origins[-1]
        return Side(
            read.language,
            Where(path, first.line, first.start + 1),
            Where(path, last.line, last.end),
            _marker(read, first.line, first.start),
            tuple(phrase for one in clauses for phrase in self._phrases(read, one)),
            tuple((sub.id, sub.label) for one in clauses for sub in _walk(one.subs)),
            tuple(
                (mark.number, Where(path, read.parsed.notes[mark.number].line))
                for passage in passages
                for mark in passage.marks
                if mark.number in read.parsed.notes
            ),
            tuple(self._citations(read, text_id, clause_id, passages)),
        )

    def _version(self, read: _Read, text_id: str, clause_id: str) -> ClauseText | None:
        """A unit as the site has it: a clause may be several paragraphs of one language."""
        held = self.corpus.text(text_id)
        unit = held.unit(clause_id) if held else None
        return unit.texts.get(read.language) if unit else None

    def _clauses(
        self, read: _Read, text_id: str, clause_id: str, version: ClauseText | None
    ) -> tuple[ParsedClause, ...]:
        held = self.corpus.text(text_id)
        if version:
            ids = {one.id for one in version.paragraphs}
        else:  # what the text does not publish, or not in this language
            ids = {clause_id} if held is None or held.unit(clause_id) is None else set()
        return tuple(one for one in read.parsed.clauses if one.id in ids)

    def _phrases(self, read: _Read, clause: ParsedClause) -> Iterator[Phrase]:
        grammar = self.corpus.records.openings
        assert grammar is not None
        preambular = clause.part is Part.PREAMBULAR
        for start, end in clause.opening:
            words = clause.passage.text[start:end]
            found = []
            for key, index in openings.entries(words, grammar[read.language], preambular=preambular):
                where = self._where(("grammar", "openings", read.language, key, index))
                found += [(f"{key}: {getattr(grammar[read.language], key)[index]}", where)] if where else []
            yield Phrase(words, (start, end) in clause.passage.emphases, tuple(found))

    # -- citations -------------------------------------------------------------------------------------------------

    def _citations(
        self, read: _Read, text_id: str, clause_id: str, passages: tuple[Passage, ...]
    ) -> Iterator[CitationExplained]:
        """Certain or not, in the order of the text, those in footnotes last."""
        cited = self.corpus.cited.get(text_id)
        if cited is None:
            return
        found: list[Citation | Mention] = [
            *cited.at(clause_id, read.language),
            *cited.open_at(clause_id, read.language),
        ]
        for number, one in enumerate(sorted(found, key=lambda one: (one.note or 0, one.start, -one.end)), 1):
            passage = self._passage(one, read, passages)
            yield self._citation(number, one, passage, read)

    def _passage(self, one: Citation | Mention, read: _Read, passages: tuple[Passage, ...]) -> Passage:
        if one.note is not None:
            return read.parsed.notes[one.note]
        return next((p for p in passages if p.text[one.start : one.end] == one.words), passages[0])

    def _citation(self, number: int, one: Citation | Mention, passage: Passage, read: _Read) -> CitationExplained:
        grammar = self.corpus.records.pinpoints
        assert grammar is not None
        origin = max((o for o in passage.origins if o.at <= one.start), key=lambda o: o.at)
        where = Where(read.source.path, origin.line, origin.start + one.start - origin.at + 1)
        units = one.pinpoint.units if one.pinpoint else ()
        places = (self._where(("grammar", "pinpoints", "units", unit)) for unit, _ in units)
        open_ = one.open if isinstance(one, Mention) else None
        entry = self._where(one.entry) if one.entry else None
        return CitationExplained(
            number,
            read.language,
            passage.text[one.start : one.end],
            where,
            one.note,
            one.target or "",
            one.rule,
            one.manner.value,
            (self._value(one.entry), entry) if entry else None,
            (one.pinpoint.id, label(one.pinpoint, read.language, grammar), tuple(filter(None, places)))
            if one.pinpoint
            else None,
            self._record(one.target) if one.target else None,
            reason(self.corpus, open_, "en") if open_ else "",
            (*open_.targets, *open_.bodies) if open_ else (),
        )

    def _record(self, target: str) -> Where | None:
        folder = "texts" if target in self.corpus.records.held else "instruments"
        filed = {**self.corpus.records.instruments, **self.corpus.records.held}.get(target)
        if filed is None:
            return None
        key = next((key for key in ("number", "symbol", "names") if getattr(filed.record, key, None)), "")
        return self._where((folder, target, key))

    def _value(self, entry: Entry) -> str:
        """What the record says there, if it is a text; else the key."""
        filed = {
            "instruments": self.corpus.records.instruments,
            "bodies": self.corpus.records.bodies,
            "texts": self.corpus.records.held,
            "grammar": self.corpus.records.grammar,
        }[str(entry[0])][str(entry[1])]
        value = filed.document.value
        for key in entry[2:]:
            value = value[key]
        name = ".".join(map(str, entry[2:]))
        return f"{name}: {value}" if isinstance(value, str) and "\n" not in value else name

    # -- places ----------------------------------------------------------------------------------------------------

    def _reads(self, text_id: str) -> tuple[_Read, ...]:
        """Each language of the text as the build parses it."""
        record, records = self.corpus.records.held[text_id].record, self.corpus.records
        assert records.openings is not None and records.shapes is not None
        found = []
        for language in LANGUAGES:
            read = self._source(record, text_id, language)
            if read is not None and read.lines:
                words, shape = records.openings[language], records.shapes[language]
                parsed, _ = text.parse(read, record.titles[language], words, shape)
                found.append(_Read(language, read, parsed))
        return tuple(found)

    def _source(self, record: HeldRecord, text_id: str, language: str) -> Source | None:
        reading = getattr(record.readings, language)
        if reading is None:  # held in one language
            return None
        path = self.docs / "texts" / text_id / reading.file
        found, _ = source.read(path, reading.lines)
        return Source(path.relative_to(self.docs.parent).as_posix(), found.lines)

    def _where(self, entry: Entry) -> Where | None:
        found = self.corpus.records.where(entry)
        if found is None:
            return None
        path = Path(found[0])
        below = path.relative_to(self.docs.parent) if path.is_relative_to(self.docs.parent) else path
        return Where(below.as_posix(), found[1])

    def _at(self, path: str, line: int) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if (problem.path, problem.line) == (path, line))

    @staticmethod
    def _near(wanted: str, known: Mapping[str, object]) -> tuple[str, ...]:
        return tuple(difflib.get_close_matches(wanted, list(known), n=5, cutoff=0.3) or list(known)[:5])


def _marker(read: _Read, line: int, column: int) -> str:
    """The number before the text of a clause, as it stands in the file."""
    texts = {one.number: one.text for one in read.source.lines}
    spans = [span for span in read.parsed.spans if span.kind is SpanKind.MARKER and span.line in (line, line - 1)]
    near = [span for span in spans if span.line < line or span.end <= column]
    return texts[near[-1].line][near[-1].start : near[-1].end].strip() if near else ""


def _walk(subs: tuple[SubParagraph, ...]) -> Iterator[SubParagraph]:
    for sub in subs:
        yield from sub.walk()


def _owners(parsed: Parsed, line: int) -> tuple[str, ...]:
    """What a line belongs to: clauses, footnotes, title, chapeau, section, annex, closing lines."""
    parts: list[tuple[str, Passage]] = [
        *(("masthead", passage) for passage in parsed.masthead),
        ("title", parsed.title),
        ("chapeau", parsed.chapeau),
        *((clause.id, clause.passage) for clause in parsed.clauses),
        *((f"footnote {number}", passage) for number, passage in parsed.notes.items()),
        *((f"section {section.number}", section.passage) for section in parsed.sections),
        *((annex.id, annex.heading) for annex in parsed.annexes),
        *((annex.id, paragraph.passage) for annex in parsed.annexes for paragraph in annex.paragraphs),
        *(("closing", passage) for passage in parsed.closing),
    ]
    lines = ((name, {origin.line for origin in passage.origins}) for name, passage in parts)
    return tuple(dict.fromkeys(name for name, own in lines if line in own))
