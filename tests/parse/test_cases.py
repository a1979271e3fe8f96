"""Golden cases: one file, one phenomenon, in both languages. Made from the forms; no real document is quoted.

`python tests/parse/test_cases.py` prints precision and recall of clause boundaries, opening phrases, footnote marks and
sub-paragraphs on all of them.
"""

import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

from resolutions.parse import source as sources  # noqa: E402
from resolutions.parse import text as texts  # noqa: E402
from resolutions.parse.source import Line, Source, SpanKind  # noqa: E402
from resolutions.records.load import load  # noqa: E402

FILES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
RECORDS, _ = load(ROOT / "docs")


def cases():
    for path in FILES:
        both = yaml.safe_load(path.read_text(encoding="utf-8"))
        for language in ("en", "ar"):
            yield pytest.param(language, both[language], id=f"{path.stem}-{language}")


def read(language, case):
    lines = tuple(Line(number, text) for number, text in enumerate(case["text"].split("\n"), 1))
    source = Source("case.txt", lines)
    parsed, problems = texts.parse(source, case.get("title", ""), RECORDS.openings[language], RECORDS.shapes[language])
    return source, parsed, problems


def opening(clause):
    return " … ".join(clause.passage.text[start:end] for start, end in clause.opening)


def ids(clause):
    return [sub.id for one in clause.subs for sub in one.walk()]


@pytest.mark.parametrize(("language", "case"), list(cases()))
def test_golden(language, case):
    source, parsed, problems = read(language, case)
    assert [clause.id for clause in parsed.clauses] == [one["id"] for one in case["clauses"]]
    for clause, wanted in zip(parsed.clauses, case["clauses"], strict=True):
        assert clause.passage.text.startswith(wanted["first"])
        assert opening(clause) == wanted["opening"]
        assert [mark.number for mark in clause.passage.marks] == wanted.get("notes", [])
        assert ids(clause) == wanted.get("subs", [])
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
    assert [str(problem) for problem in problems] == []
    assert sources.rebuild(source, parsed.spans) == case["text"]
    assert parsed.title.text == case.get("title", "")


def test_there_are_enough_cases():
    assert len(FILES) >= 40


def score():
    """Counts of right, found and wanted for each kind of thing."""
    counts = Counter()
    for _, case in (param.values for param in cases()):
        language = "ar" if any("\u0600" <= c <= "\u06ff" for c in case["clauses"][0]["first"]) else "en"
        _, parsed, _ = read(language, case)
        kinds = {
            "clause boundaries": (
                [(c.id, c.passage.text[: len(w["first"])]) for c, w in _beside(parsed.clauses, case["clauses"])],
                [(w["id"], w["first"]) for w in case["clauses"]],
            ),
            "opening phrases": (
                [(c.id, opening(c)) for c in parsed.clauses],
                [(w["id"], w["opening"]) for w in case["clauses"]],
            ),
            "footnote marks": (
                [(c.id, mark.number) for c in parsed.clauses for mark in c.passage.marks],
                [(w["id"], number) for w in case["clauses"] for number in w.get("notes", [])],
            ),
            "sub-paragraphs": (
                [name for c in parsed.clauses for name in ids(c)],
                [name for w in case["clauses"] for name in w.get("subs", [])],
            ),
        }
        for kind, (found, wanted) in kinds.items():
            counts[kind, "right"] += len(set(found) & set(wanted))
            counts[kind, "found"] += len(found)
            counts[kind, "wanted"] += len(wanted)
    return counts


def _beside(clauses, wanted):
    by_id = {one["id"]: one for one in wanted}
    return [(clause, by_id.get(clause.id, {"first": ""})) for clause in clauses]


if __name__ == "__main__":
    found = score()
    for kind in dict.fromkeys(kind for kind, _ in found):
        right, all_found, wanted = (found[kind, part] for part in ("right", "found", "wanted"))
        print(f"{kind}: precision {right / max(all_found, 1):.3f}, recall {right / max(wanted, 1):.3f} ({wanted})")
