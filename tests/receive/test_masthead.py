"""Mastheads of each body, one golden case a file, and the grammar that reads them, tried both ways."""

import re
from pathlib import Path

import pytest
import yaml

from resolutions.parse import text as texts
from resolutions.parse.source import Line, Source
from resolutions.receive.masthead import understand
from resolutions.receive.sessions import ordinal_number, ordinal_word, session_words
from resolutions.records import load, masthead
from resolutions.records.masthead import LINES

DOCS = Path(__file__).parents[2] / "docs"
CASES = sorted((Path(__file__).parent / "mastheads").glob("*.yml"))
BODY = {
    "en": "\n\n*Recalling* the Charter of the United Nations,\n\n1. *Decides* to act.\n",
    "ar": "\n\n*إذ تشير* إلى ميثاق الأمم المتحدة،\n\n1 - *تقرر* أن تعمل.\n",
}


@pytest.fixture(scope="module")
def grammar():
    found, problems = masthead.load(DOCS)
    assert not problems
    return found


@pytest.fixture(scope="module")
def records():
    return load.load(DOCS)[0]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_masthead(path, language, grammar, records):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))[language]
    lines = (case.pop("text") + BODY[language]).split("\n")
    source = Source("a.txt", tuple(Line(n, line) for n, line in enumerate(lines, 1)))
    parsed, _ = texts.parse(source, "", records.openings[language], records.shapes[language])
    says = understand(lines, parsed, language, grammar, records)
    found = {
        "symbol": says.symbol and says.symbol.text,
        "title": says.title and says.title.text,
        "session": says.session and session_words(says.session, language, grammar),
        "agenda": says.agenda and says.agenda.text,
        "adopted": says.adopted,
        "issued": says.issued,
        "committee": says.committee and says.committee.text,
        "sponsors": says.sponsors and says.sponsors.text,
        "body": says.body,
        "draft": says.is_draft or None,
    }
    assert {name: value for name, value in found.items() if value is not None} == case


@pytest.mark.parametrize("language", ["en", "ar"])
def test_sessions_are_counted_and_written_again(language, grammar):
    for number in range(1, 100):
        word = ordinal_word(number, language, grammar)
        assert word and ordinal_number(word, language, grammar) == number, (number, word)
    assert ordinal_word(77, "en", grammar) == "Seventy-seventh"
    assert ordinal_word(77, "ar", grammar) == "السابعة والسبعون"
    assert ordinal_word(21, "ar", grammar) == "الحادية والعشرون"
    assert ordinal_number("السابعة والسبعين", "ar", grammar) == 77
    assert [session_words(("ipu-assembly", n), "en", grammar)[:5] for n in (111, 121, 142, 143)] == [
        "111th",
        "121st",
        "142nd",
        "143rd",
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_example_is_taken_by_its_own_form_first(language, grammar):
    forms = {f"session {s.id}": s[language] for s in grammar.sessions}
    forms |= {name: grammar.lines[name][language] for name in LINES}
    for name, form in forms.items():
        for example in form.examples:
            taken = next(n for n, f in forms.items() if re.fullmatch(f.pattern, example, re.VERBOSE))
            assert taken == name, example


def test_each_symbol_is_taken_by_its_own_form_first(grammar, records):
    for form in grammar.symbols:
        assert form.body in records.bodies
        for example in form.examples:
            assert next(f for f in grammar.symbols if re.fullmatch(f.pattern, example, re.VERBOSE)) is form, example
