"""The index of small corpora, and its files put together again."""

import json

import pytest

from resolutions.finding import files
from resolutions.finding.entries import Entry, entries
from resolutions.finding.index import build
from resolutions.finding.words import Words


@pytest.fixture(scope="module")
def words(corpus):
    return Words(corpus.records.folding)


def clause(number, ar, en="Text."):
    names = {"en": f"Operative paragraph {number}", "ar": f"الفقرة {number} من المنطوق"}
    return Entry(f"instruments/x/op-{number}/", "x", "op", names, f"OP{number}", texts={"en": en, "ar": ar})


def bases(index, words, word):
    return index.stems.get(words.stem(words.fold(word)), {})


def test_a_joined_letter_is_one_where_the_rest_is_a_word(words):
    index = build([clause(1, "لحماية الناس"), clause(2, "الحماية")], words)
    assert set(bases(index, words, "حماية")) == {"حمايه"}
    assert len(bases(index, words, "حماية")["حمايه"]) == 2
    assert not bases(index, words, "لحماية")


def test_the_first_letter_of_a_word_stays(words):
    index = build([clause(1, "لجنة منع الجريمة، ووكالات، وبيانات")], words)
    assert "لجنه" in bases(index, words, "لجنة")
    assert "وكالات" in bases(index, words, "وكالات")


def test_a_word_that_may_have_a_joined_letter_is_kept_both_ways(words):
    index = build([clause(1, "بتطبيع")], words)
    assert bases(index, words, "تطبيع") and bases(index, words, "بتطبيع")
    assert "تطبيع" not in index.bases and "بتطبيع" in index.bases, "a guess is no word to be suggested"


def test_each_language_has_its_row_and_the_more_frequent_word_is_stronger(words):
    index = build([clause(1, "قانون", "law law law"), clause(2, "قانون", "law and order in the house")], words)
    assert set(bases(index, words, "قانون")["قانون"]) == {1, 3}
    law = bases(index, words, "law")["law"]
    assert set(law) == {0, 2} and law[0] > law[2]


def test_two_words_side_by_side_are_a_pair_also_over_common_ones(words):
    index = build([clause(1, "المجتمع المدني", "rule of law")], words)
    assert "rule law" in index.pairs and "مجتمع مدني" in index.pairs


def test_the_files_hold_the_index_again(corpus, words):
    found = tuple(entries(corpus))
    index = build(found, words)
    made = {one.address.split("/")[-1]: json.loads(one.content) for one in files.files(found, index, words.rules())}
    manifest = made["manifest.json"]
    for table, wanted in (("stems", index.stems), ("pairs", index.pairs)):
        parts = [made[f"{table}-{i}.json"] for i in range(len(manifest["tables"][table]))]
        assert [next(iter(part)) for part in parts] == manifest["tables"][table]
        together = {key: value for part in parts for key, value in part.items()}
        assert list(together) == sorted(wanted)
        if table == "pairs":
            assert {key: opened(flat) for key, flat in together.items()} == wanted
    listed = [base for i in range(len(manifest["tables"]["bases"])) for base in made[f"bases-{i}.json"]]
    backwards = [base for i in range(len(manifest["tables"]["sesab"])) for base in made[f"sesab-{i}.json"]]
    assert listed == sorted(index.bases) and sorted(base[::-1] for base in backwards) == listed


def opened(flat):
    rows, row = {}, 0
    for distance, strength in zip(flat[::2], flat[1::2], strict=True):
        row += distance
        rows[row] = strength
    return rows


def test_every_clause_and_instrument_is_there_once(corpus):
    addresses = [entry.address for entry in entries(corpus)]
    assert len(addresses) == len(set(addresses))
    for text in corpus.texts:
        assert f"instruments/{text.id}/" in addresses
        assert all(f"instruments/{text.id}/{one.id}/" in addresses for one in text.clauses)
    assert "instruments/crc/art-19/" in addresses


def test_the_same_corpus_makes_the_same_files(corpus, words):
    found = tuple(entries(corpus))
    one, other = (files.files(found, build(found, Words(corpus.records.folding)), words.rules()) for _ in range(2))
    assert [(file.address, file.content) for file in one] == [(file.address, file.content) for file in other]
