"""What people decided about a text where a machine could not: `docs/texts/<id>/corrections.yml`.

In: that file and the parsed languages. Out: the decisions that fit, and problems with the line of those that do not.
The source is never edited: a decision says which paragraphs answer each other, where the mark of a footnote belongs, or
what words cite, with its reason and date, and the pages show it. Citations are corrected after they are found
(`align/corrected.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter

from .. import yamls
from ..parse.aside import DOUBTS
from ..parse.values import NoteMark, Parsed, Passage
from ..problems import Problem
from ..records.load import check
from ..records.notes import AlignmentCorrection, CorrectionRecord, FootnoteCorrection

FILE = "corrections.yml"
ALL = TypeAdapter(tuple[CorrectionRecord, ...])
EXACT = "Give the exact words of the text, and as many of them as make the place certain."


@dataclass(frozen=True)
class Corrections:
    """`records` in the order of the file, and the line of each."""

    path: str = ""
    records: tuple[CorrectionRecord, ...] = ()
    lines: tuple[int, ...] = ()

    def problem(self, index: int, code: str, what: str, todo: str) -> Problem:
        return Problem(self.path, self.lines[index], code, what, todo)

    def of(self, kind: type) -> Iterator[tuple[int, CorrectionRecord]]:
        return ((index, one) for index, one in enumerate(self.records) if isinstance(one, kind))

    def without(self, wrong: set[int]) -> Corrections:
        kept = [index for index in range(len(self.records)) if index not in wrong]
        return Corrections(self.path, tuple(self.records[i] for i in kept), tuple(self.lines[i] for i in kept))


def read(folder: Path) -> tuple[Corrections, tuple[Problem, ...]]:
    """The file as it stands; none is no problem."""
    path = folder / FILE
    if not path.is_file():
        return Corrections(), ()
    document = yamls.load(path)
    records, problems = check(document, ALL)
    return Corrections(
        path.as_posix(), records or (), tuple(document.line(index) for index in range(len(records or ())))
    ), problems


def alignments(
    corrections: Corrections, parsed: Mapping[str, Parsed]
) -> tuple[tuple[AlignmentCorrection, ...], tuple[int, ...], tuple[Problem, ...]]:
    """The decisions on which paragraphs answer each other, the indices of those that cannot be, and why not."""
    places = {language: [clause.id for clause in one.clauses] for language, one in parsed.items()}
    good: list[tuple[dict[str, tuple[int, int]], AlignmentCorrection]] = []
    wrong, problems = [], []
    for index, one in corrections.of(AlignmentCorrection):
        assert isinstance(one, AlignmentCorrection)
        spans, fault = _spans(one, places)
        if not fault and any(_cross(spans, before) for before, _ in good):
            fault = "It crosses another decision: the paragraphs of both languages stand in one order."
        if fault:
            wrong.append(index)
            problems.append(corrections.problem(index, "correction-alignment", fault, "Correct the ids."))
        else:
            good.append((spans, one))
    return tuple(one for _, one in good), tuple(wrong), tuple(problems)


def _spans(one: AlignmentCorrection, places: Mapping[str, Sequence[str]]) -> tuple[dict[str, tuple[int, int]], str]:
    spans = {}
    for language in ("en", "ar"):
        if not one[language]:
            continue
        unknown = [each for each in one[language] if each not in places.get(language, ())]
        if unknown:
            return {}, f"The text has no paragraph {', '.join(unknown)} in {language}."
        found = [places[language].index(each) for each in one[language]]
        if found != list(range(found[0], found[0] + len(found))):
            return {}, f"The paragraphs {', '.join(one[language])} ({language}) do not follow each other."
        spans[language] = (found[0], found[-1] + 1)
    return spans, ""


def _cross(one: Mapping[str, tuple[int, int]], other: Mapping[str, tuple[int, int]]) -> bool:
    shared = [language for language in one if language in other]
    orders = {_order(one[language], other[language]) for language in shared}
    return 0 in orders or len(orders) > 1


def _order(one: tuple[int, int], other: tuple[int, int]) -> int:
    return -1 if one[1] <= other[0] else 1 if other[1] <= one[0] else 0


def footnotes(
    corrections: Corrections, parsed: Parsed, language: str
) -> tuple[Parsed, tuple[int, ...], tuple[Problem, ...]]:
    """The text with its footnote marks where people put them, the indices of decisions that cannot be, and why not."""
    wrong, problems = [], []
    for index, one in corrections.of(FootnoteCorrection):
        assert isinstance(one, FootnoteCorrection)
        if one.language != language:
            continue
        times = sum(clause.passage.text.count(one.after) for clause in parsed.clauses)
        if one.number not in parsed.notes or times != 1:
            what = f"{one.after!r} stands {f'{times} times' if times else 'nowhere'} in the text ({language})."
            if one.number not in parsed.notes:
                what = f"The text has no footnote {one.number} ({language})."
            wrong.append(index)
            problems.append(corrections.problem(index, "correction-footnote", what, EXACT))
            continue
        parsed = replace(
            parsed,
            clauses=tuple(
                replace(clause, passage=_marked(clause.passage, one.number, one.after)) for clause in parsed.clauses
            ),
        )
    return parsed, tuple(wrong), tuple(problems)


def _marked(passage: Passage, number: int, after: str) -> Passage:
    marks = [mark for mark in passage.marks if mark.number != number]
    start = passage.text.find(after)
    if start >= 0:
        place = start + len(after)
        marks.append(NoteMark(place, number, passage.line_at(place - 1)))
    return replace(passage, marks=tuple(sorted(marks, key=lambda mark: mark.at)))


def settled(corrections: Corrections, problem: Problem, language: str) -> bool:
    """Did a person decide what the parser doubts?"""
    what, _ = DOUBTS["note-mark-unsure"]
    return problem.code == "note-mark-unsure" and any(
        isinstance(one, FootnoteCorrection) and one.language == language and problem.what == what.format(one.number)
        for one in corrections.records
    )
