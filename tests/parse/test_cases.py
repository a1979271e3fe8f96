"""Each golden case is parsed as its file says. `scripts/measure_grammar` prints precision and recall on all of them."""

import pytest

from resolutions.parse import source as sources
from resolutions.parse.source import SpanKind

from .golden import CASES, LANGUAGES, ids, opening, read


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_golden(name, language):
    case = CASES[name][language]
    source, parsed, problems = read(language, case)
    wanted = case.get("clauses", [])
    assert [clause.id for clause in parsed.clauses] == [one["id"] for one in wanted]
    for clause, one in zip(parsed.clauses, wanted, strict=True):
        assert clause.passage.text.startswith(one["first"])
        assert clause.passage.text.endswith(one.get("last", ""))
        assert opening(clause) == one["opening"]
        assert [mark.number for mark in clause.passage.marks] == one.get("notes", [])
        assert ids(clause) == one.get("subs", [])
    assert {number: note.text for number, note in parsed.notes.items()} == case.get("notes", {})
    assert [note.passage.text for note in parsed.star_notes] == case.get("stars", [])
    assert [section.passage.text for section in parsed.sections] == case.get("sections", [])
    assert [line.text for line in parsed.closing] == case.get("closing", [])
    assert [annex.heading.text for annex in parsed.annexes] == case.get("annexes", [])
    assert [[p.label for p in annex.paragraphs] for annex in parsed.annexes] == case.get("annex_labels", [])
    if "furniture" in case:
        text = {line.number: line.text for line in source.lines}
        spans = [span for span in parsed.spans if span.kind is SpanKind.FURNITURE]
        assert [text[span.line][span.start : span.end] for span in spans] == case["furniture"]
    if "chapeau" in case:
        assert parsed.chapeau.text == case["chapeau"]
    if "masthead" in case:
        assert len(parsed.masthead) == case["masthead"]
    assert [problem.code for problem in problems] == case.get("problems", []), [str(problem) for problem in problems]
    assert sources.rebuild(source, parsed.spans) == case["text"]
    assert parsed.title.text == case.get("finds", case.get("title", ""))


def test_there_are_enough_cases():
    assert len(CASES) >= 80
