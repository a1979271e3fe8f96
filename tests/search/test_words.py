"""The folding rules hold what their own examples say, and how a word of either script is read."""

import pytest

from resolutions.finding.words import Words


@pytest.fixture(scope="module")
def words(corpus):
    return Words(corpus.records.folding)


def stems(words, run):
    return {words.stem(reading.base) for part in words.readings(run) for reading in part}


def test_words_that_are_alike_share_a_stem(corpus, words):
    for group in corpus.records.folding.alike:
        assert set.intersection(*(stems(words, run) for run in group)), group


def test_words_that_are_unlike_do_not(corpus, words):
    for one, other in corpus.records.folding.unlike:
        assert not surely(words, one) & surely(words, other), (one, other)


def surely(words, run):
    """The stem of the word itself, or of what follows its article."""
    (part,) = words.readings(run)
    meant = [reading for reading in part if reading.how == "article"] or part[:1]
    return {words.stem(reading.base) for reading in meant}


@pytest.mark.parametrize(
    ("run", "folded"),
    [
        ("الطِّفْــل", "الطفل"),
        ("إلى", "الي"),
        ("مسؤوليةٌ", "مسووليه"),
        ("٧٧", "77"),
        ("۱۹", "19"),
        ("Café", "cafe"),
        ("child’s", "child"),
        ("ﻻ", "لا"),
        ("الـ\u200f143", "ال143"),
    ],
)
def test_folding(words, run, folded):
    assert words.fold(run) == folded


@pytest.mark.parametrize(
    ("run", "readings"),
    [
        ("OP4", ["self:op", "self:4"]),
        ("the", []),
        ("في", []),
        ("Art", ["self:article"]),
        ("فق", ["self:فقره"]),
        ("الآليات", ["self:الاليات article:اليات"]),
        ("آليات", ["self:اليات alef:يات"]),
        ("الكترونية", ["self:الكترونيه article:كترونيه"]),
        ("إلكترونية", ["self:الكترونيه alef:كترونيه"]),
        ("للأطفال", ["self:للاطفال article:اطفال joined:لاطفال"]),
        ("التزام", ["self:التزام"]),
        ("والالتزام", ["self:والالتزام article:التزام joined:الالتزام"]),
        ("لجنة", ["self:لجنه joined:جنه"]),
        ("بيع", ["self:بيع"]),
    ],
)
def test_readings(words, run, readings):
    found = [" ".join(f"{one.how}:{one.base}" for one in part) for part in words.readings(run)]
    assert found == readings


def test_a_text_is_cut_into_words_as_printed(words):
    text = "the child’s right (A/RES/77/233)، و«الطِّفل» – ٧٧"
    assert list(words.runs(text)) == ["the", "child’s", "right", "A", "RES", "77", "233", "و", "الطِّفل", "٧٧"]
