"""The examples of `docs/records/grammar/openings.yml`, both ways."""

import pytest

from resolutions.parse import openings

from .golden import LANGUAGES, RECORDS


def phrases(language, part):
    return [
        pytest.param(language, example, id=f"{language}-{example}")
        for example in getattr(RECORDS.openings[language], part)
    ]


def opened(text, language, *, preambular):
    words = RECORDS.openings[language]
    spans = openings.find(text, words, preambular=preambular)
    assert bool(spans) == openings.opens(text, words, preambular=preambular)
    return text[spans[0][0] : spans[0][1]] if spans else ""


@pytest.mark.parametrize(
    ("language", "example"), [one for name in LANGUAGES for one in phrases(name, "preambular_examples")]
)
def test_preambular_examples(language, example):
    phrase, rest = example.split("|")
    assert opened(phrase + rest, language, preambular=True) == phrase


@pytest.mark.parametrize(
    ("language", "example"), [one for name in LANGUAGES for one in phrases(name, "operative_examples")]
)
def test_operative_examples(language, example):
    phrase, rest = example.split("|")
    assert opened(phrase + rest, language, preambular=False) == phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_counter_examples(language):
    words = RECORDS.openings[language]
    assert words.preambular_examples
    assert words.operative_examples
    for text in words.counter_examples:
        assert not any(openings.opens(text, words, preambular=part) for part in (True, False)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_there_twice(language):
    words = RECORDS.openings[language]
    for part in ("preambular", "operative", "operative_numbered", "modifiers", "preambular_whole"):
        listed = getattr(words, part)
        assert len(set(listed)) == len(listed), part
