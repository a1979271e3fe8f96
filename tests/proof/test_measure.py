"""Measuring any Arabic text, and a first draft of a damaged one."""

from collections import Counter

import pytest

from resolutions.proof.draft import Drafter
from resolutions.proof.glyphs import Sign, shape
from resolutions.proof.layout import plan
from resolutions.proof.measure import measure
from resolutions.proof.rivals import Lexicon
from resolutions.proof.words import words


@pytest.fixture(scope="module")
def vocabulary(layers):
    """Stands for a lexicon, so that these tests need none; what they show is the method, not its accuracy."""
    lines = enumerate(layers.reading.split("\n"), 1)
    counts = Counter(word.bare for number, line in lines for word in words(plan(line, number, layers.runs)))
    return {word: count / counts.total() for word, count in counts.items() if word}


def test_a_damaged_text_is_told_from_a_sound_one(layers, vocabulary):
    assert measure(layers.reading, vocabulary).verdict == "sound"
    found = measure(layers.witness.decode(), vocabulary)
    assert found.verdict == "badly damaged"
    assert found.stretches > 2000
    lost = {(suspect.letter, suspect.form) for suspect in found.lost}
    assert {("ط", "initial"), ("ه", "medial"), ("ش", "initial"), ("ذ", "final"), ("ز", "final")} <= lost


def test_examples_show_the_form_they_stand_for(layers, vocabulary):
    found = measure(layers.witness.decode(), vocabulary)
    suspects = (*found.lost, *found.swollen)
    assert any(suspect.examples for suspect in suspects)
    for suspect in suspects:
        assert bool(suspect.examples) == bool(suspect.found)
        for word in suspect.examples:
            shown = {(glyph.text, glyph.form.value) for glyph in shape([Sign(letter, "body", 0) for letter in word])}
            assert (suspect.letter, suspect.form) in shown


def test_an_empty_text_is_sound():
    assert measure("", {}).verdict == "sound"


@pytest.fixture(scope="module")
def drafter(layers):
    return Drafter(
        layers.rules,
        Lexicon({"الأطفال": 1e-4, "من": 1e-2, "منع": 1e-4, "مشع": 1e-5, "على": 1e-2, "كذلك": 1e-3, "و": 1e-2}),
    )


@pytest.mark.parametrize(
    ("damaged", "restored"),
    [
        ("على الأ فـــال", ["على", "الأطفال"]),
        ("م   على", ["م", "على"]),
        ("و الك على", ["وكذلك", "على"]),
        ("كةذلةه", ["كذلك"]),
        ("على 12 الأ فال،", ["على", "12", "الأطفال", "،"]),
    ],
)
def test_a_draft_takes_the_most_frequent_words(drafter, damaged, restored):
    assert [word.text for word in drafter.line(damaged)] == restored


def test_a_word_broken_between_runs_is_put_together(drafter):
    assert [word.text for word in drafter.line("فال على م   على الأ ")] == ["على", "م", "على", "الأطفال"]
    assert [word.text for word in drafter.line("م ــلى م عــ م")] == ["م", "م", "م", "على"]


def test_what_is_uncertain_is_marked(drafter):
    found = {word.text: word.uncertain for word in drafter.line("من  على الأ فال تغلال")}
    assert found == {"منع": True, "على": False, "الأطفال": False, "تغلال": True}
