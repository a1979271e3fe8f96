"""What `scripts/measure_grammar` prints, and with which exit code."""

import json
from collections import Counter

import _measure_grammar as grammar


def test_rates():
    assert grammar.rates(Counter("aab"), Counter("abcd")) == (2 / 3, 2 / 4)
    assert grammar.rates(Counter(), Counter()) == (1.0, 1.0)
    assert grammar.rates(Counter("x"), Counter()) == (0.0, 1.0)


def test_changes_are_told_by_their_kind():
    now, before = (Counter("abx"), Counter("abc")), (Counter("acy"), Counter("abc"))
    assert grammar.changes(now, before) == {"lost": ["c"], "gained": ["b"], "spoilt": ["x"], "mended": ["y"]}


def test_the_last_commit_is_measured_on_the_cases_of_today(capsys):
    assert grammar.main(["--against", "HEAD", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["against"] == "HEAD"
    rows = {(row["language"], row["kind"]): row for row in report["rows"]}
    for language in ("en", "ar"):
        for kind, least in (("clauses", 200), ("sub-paragraphs", 30), ("footnotes", 30), ("citations", 100)):
            row = rows[language, kind]
            assert row["wanted"] >= least
            assert row["precision"] >= 0.99
            assert row["recall"] >= 0.99
            assert set(row["before"]) == {"precision", "recall"}
            assert {name for name, _, _ in grammar.CHANGES} <= set(row)


def test_the_table_lists_what_was_lost_first(capsys):
    now = {("en", "clauses"): (Counter({"b": 1}), Counter({"a": 1, "b": 1}))}
    before = {("en", "clauses"): (Counter({"a": 1}), Counter({"a": 1, "b": 1}))}
    grammar._print(now, before, "abc")
    lines = capsys.readouterr().out.split("\n")
    assert "against abc" in lines[0]
    assert lines[1].split() == ["en", "clauses", "2", "1", "1.000", "0.500", "1.000", "0.500", "+1", "-1"]
    assert [line for line in lines if line[:2] in ("- ", "+ ")] == ["- en clauses: a", "+ en clauses: b"]


def test_an_unknown_commit_is_named(capsys):
    assert grammar.main(["--against", "no-such-commit"]) == 1
    assert "no-such-commit" in capsys.readouterr().err
