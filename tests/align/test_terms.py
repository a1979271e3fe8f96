"""The glossary: each record's own examples, and the terms of the real texts."""

from collections import Counter

import pytest

from resolutions.align.terms import Glossary
from resolutions.records.fields import Names
from resolutions.records.terms import Term

LANGUAGES = ("en", "ar")


def glossary(**terms):
    return Glossary({key: Term(en=en, ar=ar, examples=Names()) for key, (en, ar) in terms.items()})


def test_each_example_holds_its_term_once_and_no_counter_example_does(corpus):
    for key, term in corpus.records.terms.items():
        for language in LANGUAGES:
            assert term.examples[language], f"{key} has no example in {language}"
            for example in term.examples[language]:
                found = [one.term for one in corpus.glossary.all(example, language)]
                assert found.count(key) == 1, (key, example, found)
            for example in term.others[language]:
                assert key not in [one.term for one in corpus.glossary.all(example, language)], (key, example)


def test_no_form_belongs_to_two_terms(corpus):
    for language in LANGUAGES:
        forms = Counter(form for term in corpus.records.terms.values() for form in term[language])
        assert max(forms.values()) == 1, forms.most_common(3)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Urges Member States to act", ["Member States"]),
        ("en", "non-member stateside", []),
        ("en", "MEMBER  STATES", ["MEMBER  STATES"]),
        ("ar", "تهيب بالدول الأعضاء", ["بالدول الأعضاء"]),
        ("ar", "وللدول الأعضاء أن", ["وللدول الأعضاء"]),
        ("ar", "الدُّوَلُ الأَعضاءِ،", ["الدُّوَلُ الأَعضاءِ"]),
        ("ar", "الدول الأعضائية", []),
    ],
)
def test_a_term_is_found_whole_with_what_is_joined_to_it(language, text, words):
    found = glossary(states=(("Member States",), ("الدول الأعضاء",))).all(text, language)
    assert [text[one.start : one.end] for one in found] == words


def test_the_longer_of_two_terms_wins():
    terms = glossary(
        both=(("sexual exploitation and abuse",), ("الاستغلال والاعتداء الجنسيين",)),
        one=(("sexual exploitation",), ("الاستغلال الجنسي",)),
    )
    assert [found.term for found in terms.all("sexual exploitation and abuse, sexual exploitation", "en")] == [
        "both",
        "one",
    ]


def test_in_the_real_texts_both_columns_have_every_term_equally_often_and_most_clauses_have_some(corpus):
    with_terms = 0
    for text in corpus.texts:
        for clause in text.clauses:
            found = corpus.glossary.answering(clause, {})
            english, arabic = (Counter(one.term for one in found[language]) for language in LANGUAGES)
            assert english == arabic
            with_terms += bool(english)
    assert with_terms > 60, with_terms


def test_a_slip_of_the_source_marks_nothing(corpus):
    """OP3 of the draft has cryptocurrencies in English and encrypted operations in Arabic: they do not answer each other."""
    clause = corpus.text("c-iii-143-dr").clause("op-3")
    assert "cryptocurrencies" in [one.term for one in corpus.glossary.all(clause.texts["en"].passage.text, "en")]
    assert "cryptocurrencies" not in [one.term for one in corpus.glossary.answering(clause, {})["en"]]


def test_no_term_meets_what_is_taken(corpus):
    clause = corpus.text("c-iii-143-dr").clause("op-3")
    free = corpus.glossary.answering(clause, {})["en"]
    (one,) = [found for found in free if found.term == "international-cooperation"]
    taken = corpus.glossary.answering(clause, {"en": ((one.start + 1, one.start + 1),)})
    assert all(found.term != "international-cooperation" for side in taken.values() for found in side)
