"""scripts/check: all problems in order, for people, programs and GitHub; and what stops a build."""

import json

import pytest

import _check as command
from resolutions.problems import Problem, Severity
from resolutions.report import report

ERROR = Problem("docs/texts/crc/ar.txt", 12, "clause-twice", "Twice", "Mend it.")
WARNING = Problem(
    "docs/records/instruments/crc.yml", 0, "record-uncited", "100%, twice:\nhere", "Look.", Severity.WARNING
)
DOUBT = Problem("docs/texts/crc/ar.txt", 3, "citation-open", "Whose?", "Look.", Severity.DOUBT)
ALL = report([ERROR, WARNING, DOUBT, ERROR])


def test_problems_stand_once_by_file_and_line():
    assert ALL.problems == (WARNING, DOUBT, ERROR)


@pytest.mark.parametrize(
    ("problems", "stops"), [([ERROR], True), ([WARNING], True), ([DOUBT], False), ([], False), ([DOUBT, WARNING], True)]
)
def test_doubts_alone_stop_nothing(problems, stops):
    assert report(problems).stops is stops


def test_one_text_is_told_apart_from_another_of_the_same_beginning():
    other = Problem("docs/texts/crc-2/ar.txt", 1, "clause-twice", "Twice", "Mend it.")
    assert report([ERROR, WARNING, other]).of(["crc"]).problems == (ERROR,)


def test_text_names_each_file_once_and_counts():
    assert list(command.as_text(ALL)) == [
        "docs/records/instruments/crc.yml",
        "     -  warning  100%, twice: here [record-uncited]",
        "                 Look.",
        "\ndocs/texts/crc/ar.txt",
        "     3  doubt    Whose? [citation-open]",
        "                 Look.",
        "    12  error    Twice [clause-twice]",
        "                 Mend it.",
        "\n1 error, 1 warning, 1 doubt",
    ]
    assert list(command.as_text(report([]))) == ["Nothing to mend."]


def test_text_is_no_wider_than_the_terminal_and_breaks_no_path():
    path = "docs/records/instruments/a-very-long-name-of-an-instrument-that-nobody-has-described.yml"
    long = Problem("docs/texts/crc/ar.txt", 3, "x", "Words " * 30, f"Add {path} for it.")
    lines = "\n".join(command.as_text(report([long]), 70)).split("\n")
    assert all(len(line) <= 70 or path in line for line in lines)
    assert any(path in line for line in lines)
    assert all(line.startswith(" " * 17) for line in lines[2:-2])


def test_json_is_the_published_shape():
    (text,) = command.as_json(ALL)
    value = json.loads(text)
    assert value["version"] == 1
    assert value["counts"] == {"error": 1, "warning": 1, "doubt": 1}
    assert value["problems"][1] == {
        "path": "docs/texts/crc/ar.txt",
        "line": 3,
        "severity": "doubt",
        "code": "citation-open",
        "what": "Whose?",
        "todo": "Look.",
        "text": "crc",
    }


def test_annotations_are_escaped():
    """A line end would end the command, a comma or colon the value of a property."""
    assert list(command.as_annotations(ALL)) == [
        "::warning file=docs/records/instruments/crc.yml,title=record-uncited::100%25, twice:%0Ahere Look.",
        "::notice file=docs/texts/crc/ar.txt,line=3,title=citation-open::Whose? Look.",
        "::error file=docs/texts/crc/ar.txt,line=12,title=clause-twice::Twice Mend it.",
    ]
    odd = Problem("docs/texts/a,b:c%.txt", 1, "x", "Words", "Do.")
    assert next(command.as_annotations(report([odd]))).startswith("::error file=docs/texts/a%2Cb%3Ac%25.txt,line=1,")


def test_the_real_corpus_has_nothing_that_stops_a_build(capsys, docs):
    assert command.main([], docs) == 0
    assert capsys.readouterr().out


def test_a_broken_corpus_fails_in_every_format_with_all_that_is_wrong(docs, capsys):
    english = docs / "texts/a-res-77-233/translation-en.txt"
    text = english.read_text(encoding="utf-8")
    english.write_text(
        text.replace("\n4. *Urges*", "\n40. *Urges*").replace("(3) The term", "The term"), encoding="utf-8"
    )
    (docs / "texts/c-iii-143-dr/extra.txt").write_text("x", encoding="utf-8")
    for form in command.FORMATS:
        assert command.main(["--format", form], docs) == 1
        out = capsys.readouterr().out
        for code in ("clause-missing", "note-count", "file-stray"):
            assert code in out
    assert command.main(["c-iii-143-dr"], docs) == 1
    out = capsys.readouterr().out
    assert "file-stray" in out
    assert "clause-missing" not in out


def test_an_unknown_text_is_refused_and_the_others_named(docs, capsys):
    with pytest.raises(SystemExit) as ended:
        command.main(["crc"], docs)
    assert ended.value.code == 2
    assert "a-res-77-233, c-iii-143-dr" in capsys.readouterr().err
