"""The proof is part of every build: what does not hold stops it, with the line."""

import pytest

from resolutions import site

FOLDER = "texts/a-res-77-233"


def problems(docs, code):
    return [problem for problem in site.check(docs) if problem.code == code]


def spoil(docs, file, old, new):
    path = docs / FOLDER / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_real_proof_holds(corpus):
    proof = corpus.restored["a-res-77-233"].proof
    assert proof.holds and proof.rebuilt
    assert proof.figures.rules == 60


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("المنتجات والخدمات على نحو استباقي", "المنتجات والخدمات على نحو استباقى", 240),
        ("بغية تيسير", "بقصد تيسير", 256),
        ("ورفاههم، وعلى", "ورفاههم وعلى", 253),
        ("الأطفال في مأمن عند", "الأطفال في مأمن من عند", 248),
    ],
)
def test_one_wrong_letter_stops_the_build_at_its_line(docs, old, new, line):
    spoil(docs, "reading-ar.txt", old, new)
    found = [p for p in site.check(docs) if p.path.endswith("reading-ar.txt") and p.line == line]
    assert found and found[0].severity.withholds, [str(p) for p in site.check(docs)]


def test_a_reading_that_calls_itself_restored_needs_a_proof(docs):
    (docs / FOLDER / "damage.yml").unlink()
    assert problems(docs, "proof-missing")


def test_a_divergence_whose_words_are_gone_is_told(docs):
    spoil(docs, "divergences.yml", "في سياق تهريب المهاجرين", "في سياق تهريب المسافرين")
    (found,) = problems(docs, "divergence-words")
    assert found.line > 1 and "nowhere" in found.what


def test_a_divergence_at_a_place_that_is_not_there_is_told(docs):
    spoil(docs, "divergences.yml", "- clause: op-21", "- clause: op-210")
    assert problems(docs, "divergence-place")


def test_an_open_reading_that_no_longer_stands_is_told(docs):
    spoil(docs, "alternatives.yml", "reading: وقع", "reading: وقعا")
    assert problems(docs, "alternative-stale")


def test_a_restored_text_whose_words_nobody_checked_is_told(docs):
    (docs / FOLDER / "tightness.json").unlink()
    (told,) = problems(docs, "proof-unsealed")
    assert told.path.endswith("tightness.json") and told.severity.withholds
