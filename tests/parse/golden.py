"""The golden cases of the parser and what is found in them: one file, one phenomenon, in both languages.

A case has a `text` in each language and what it should be parsed to. `title`: what the record gives; `finds`: the title
that is found where the record gives none; `problems`: the codes of what is told. Made from the forms; no real document
is quoted.
"""

from collections import Counter
from pathlib import Path

import yaml

from resolutions.parse import text as texts
from resolutions.parse.source import Line, Source
from resolutions.records.load import load

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "ar")
RECORDS, _ = load(ROOT / "docs")
CASES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "cases").glob("*.yml"))
}


def source(text):
    return Source("case.txt", tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1)))


def read(language, case):
    """The source, what is parsed, the problems."""
    given = source(case["text"])
    return (given, *texts.parse(given, case.get("title", ""), RECORDS.openings[language], RECORDS.shapes[language]))


def opening(clause):
    return " … ".join(clause.passage.text[start:end] for start, end in clause.opening)


def ids(clause):
    return [sub.id for one in clause.subs for sub in one.walk()]


def found_and_wanted(name, language):
    """For each kind of boundary: what is found, what is wanted, as lines that a person can read."""
    case = CASES[name][language]
    _, parsed, _ = read(language, case)
    wanted = case.get("clauses", [])
    by_id = {one["id"]: one for one in wanted}

    def boundary(clause):
        one = by_id.get(clause.id, {"first": ""})
        text = clause.passage.text
        first = one["first"] if one["first"] and text.startswith(one["first"]) else text[:40]
        last = one.get("last", "") if text.endswith(one.get("last", "")) else text[-30:]
        return _line(name, clause.id, first, last)

    kinds = {
        "clauses": (
            [boundary(clause) for clause in parsed.clauses],
            [_line(name, one["id"], one["first"], one.get("last", "")) for one in wanted],
        ),
        "opening phrases": (
            [_line(name, clause.id, opening(clause)) for clause in parsed.clauses],
            [_line(name, one["id"], one["opening"]) for one in wanted],
        ),
        "sub-paragraphs": (
            [_line(name, sub) for clause in parsed.clauses for sub in ids(clause)],
            [_line(name, sub) for one in wanted for sub in one.get("subs", [])],
        ),
        "footnotes": (
            [_line(name, number, note.text) for number, note in parsed.notes.items()]
            + [
                _line(name, clause.id, "mark", mark.number)
                for clause in parsed.clauses
                for mark in clause.passage.marks
            ],
            [_line(name, number, note) for number, note in case.get("notes", {}).items()]
            + [_line(name, one["id"], "mark", number) for one in wanted for number in one.get("notes", [])],
        ),
        "titles": (
            [_line(name, parsed.title.text)] if parsed.title.text else [],
            [_line(name, case[key]) for key in ("finds", "title") if case.get(key)][:1],
        ),
    }
    return {kind: (Counter(found), Counter(gold)) for kind, (found, gold) in kinds.items()}


def _line(*parts):
    return " | ".join(str(part) for part in parts if str(part))
