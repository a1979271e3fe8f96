"""Sound texts pass, damaged ones are told: the damaged Arabic layer that the corpus holds is the measure."""

from pathlib import Path

import pytest

from resolutions.receive.door import receive

TEXTS = Path(__file__).parents[2] / "docs" / "texts"
SOUND = ["a-res-77-233/reading-ar.txt", "a-res-77-233/translation-en.txt", "c-iii-143-dr/000_2628f500b6ec1bf9.txt"]
DAMAGED = "a-res-77-233/004_af2a078681e61f4e.txt"


@pytest.mark.parametrize("file", SOUND)
def test_sound_texts_pass(file, lexicons):
    found, problems = receive("a.txt", (TEXTS / file).read_bytes(), lexicons)
    assert not problems
    assert found.text.rstrip("\n") == (TEXTS / file).read_text(encoding="utf-8").rstrip("\n")


def test_the_damaged_layer_of_the_corpus_is_told(lexicons):
    _, (problem,) = receive("a.txt", (TEXTS / DAMAGED).read_bytes(), lexicons)
    assert problem.code == "damaged-layer"
    assert "measure_damage" in problem.todo


@pytest.mark.parametrize("file", SOUND[:2])
def test_words_spelt_backwards_are_told(file, lexicons):
    text = (TEXTS / file).read_text(encoding="utf-8")
    backwards = "\n".join(line[::-1] for line in text.split("\n"))
    _, (problem,) = receive("a.txt", backwards.encode(), lexicons)
    assert problem.code == "reversed-layer"


@pytest.mark.parametrize("file", SOUND)
@pytest.mark.parametrize("lost", [5, 9])
def test_lost_letters_are_told(file, lost, lexicons):
    """Every fifth or ninth letter is another one, as where a font's table is wrong."""
    text = (TEXTS / file).read_text(encoding="utf-8")
    swap = {"ا": "غ", "ل": "ظ", "ي": "ث"}
    broken, count = [], 0
    for character in text:
        count += character.isalpha()
        bad = character.isalpha() and count % lost == 0
        broken.append((swap.get(character, "ض") if character > "\u0600" else "x") if bad else character)
    _, problems = receive("a.txt", "".join(broken).encode(), lexicons)
    assert [problem.code for problem in problems] == ["damaged-layer"]


def test_latin_letters_inside_arabic_words_are_told(lexicons):
    text = (TEXTS / SOUND[0]).read_text(encoding="utf-8")
    few = text.replace("الأطفال", "الأطHHفال", 2)
    found, problems = receive("a.txt", few.encode(), lexicons)
    assert not problems and [w.code for w in found.warnings].count("word-mixed") == 2
    _, problems = receive("a.txt", text.replace("الأطفال", "الأطHHفال").encode(), lexicons)
    assert [problem.code for problem in problems] == ["damaged-layer"]


@pytest.mark.parametrize("sign", ["\ufffd", "\ue012"])
def test_lost_and_private_signs_are_told(sign):
    text = (TEXTS / SOUND[1]).read_text(encoding="utf-8").replace("v", sign)
    _, problems = receive("a.txt", text.encode())
    assert [problem.code for problem in problems] == ["damaged-layer"]
