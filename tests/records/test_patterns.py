"""The curated data, tested both ways: every example by one rule only, both languages to the same thing, no other record's.

Over all records as they stand, so that whoever adds one is told here, with the file's name.
"""

import re
from pathlib import Path

import pytest

from resolutions.cite import bodies, undescribed
from resolutions.cite.heads import Own
from resolutions.cite.mentions import Finder
from resolutions.cite.values import Manner, Mention
from resolutions.cite.written import Writing
from resolutions.folding import folded
from resolutions.records.kinds import Kind
from resolutions.records.load import load

RECORDS, PROBLEMS = load(Path(__file__).parents[2] / "docs")
LANGUAGES = ("en", "ar")
FINDERS = {language: Finder(language, RECORDS, Own("this", "ipu")) for language in LANGUAGES}
ADOPTING = [key for key, filed in RECORDS.bodies.items() if filed.record.resolution]
NAMED = [
    (key, language, name)
    for key, filed in RECORDS.instruments.items()
    for language in LANGUAGES
    for name in filed.record.cited_as[language]
]
NUMBERED = [key for key, filed in RECORDS.instruments.items() if filed.record.number]
EXAMPLES = [(body, number) for body in ADOPTING for number in RECORDS.bodies[body].record.examples]
COUNTER = [(body, number) for body in ADOPTING for number in RECORDS.bodies[body].record.counter_examples]
AROUND = {"en": "Recalling the {}, and reaffirming", "ar": "إذ تشير إلى {}، وإذ تؤكد من جديد"}


def found(language, text):
    """What a text cites in its own right: target or id, and the words."""
    mentions, _ = FINDERS[language].find(text)
    return [
        (one.target or undescribed.identify(one, RECORDS), text[one.start : one.end])
        for one in mentions
        if one.manner is not Manner.WITHIN
    ]


def test_the_records_are_without_a_problem():
    assert [str(problem) for problem in PROBLEMS] == []


@pytest.mark.parametrize(("key", "language", "name"), NAMED)
def test_a_name_leads_to_its_record_alone(key, language, name):
    assert found(language, AROUND[language].format(name)) == [(key, name)]


@pytest.mark.parametrize("key", [key for key, filed in RECORDS.instruments.items() if filed.record.cited_as.en])
def test_a_record_that_is_cited_by_name_is_so_in_both_languages(key):
    record = RECORDS.instruments[key].record
    assert record.cited_as.ar
    assert all(re.search(r"[\u0600-\u06ff]", name) for name in record.cited_as.ar)
    assert not any(re.search(r"[\u0600-\u06ff]", name) for name in record.cited_as.en)


@pytest.mark.parametrize("key", list(RECORDS.instruments))
def test_a_record_can_be_cited_at_all(key):
    """By a name, a symbol, or a number of its body; a record that nothing leads to is of no use."""
    record = RECORDS.instruments[key].record
    assert record.cited_as.en or record.symbol or (record.number and record.body in ADOPTING)


def test_no_name_is_given_twice():
    seen = {}
    for key, language, name in NAMED:
        assert seen.setdefault((language, folded(name)), key) == key, name


@pytest.mark.parametrize("key", NUMBERED)
def test_a_number_leads_to_its_record_in_both_languages(key):
    record = RECORDS.instruments[key].record
    body = RECORDS.bodies[record.body].record
    word = {"en": record.kind.value if record.kind is Kind.DECISION else "resolution"}
    word["ar"] = "مقرر" if record.kind is Kind.DECISION else "قرار"
    for language, text in (
        ("en", f"{body.named_as.en[0]} {word['en']} {record.number}"),
        ("ar", f"{word['ar']} {body.named_as.ar[0]} {writing('ar').printed(record.number)}"),
    ):
        assert found(language, text) == [(key, text)]


@pytest.mark.parametrize("key", [key for key, filed in RECORDS.instruments.items() if filed.record.symbol])
def test_a_symbol_leads_to_its_record(key):
    symbol = RECORDS.instruments[key].record.symbol
    for language in LANGUAGES:
        assert found(language, AROUND[language].format(symbol)) == [(key, symbol)]


@pytest.mark.parametrize(
    ("key", "entry"),
    [(key, e) for key, filed in RECORDS.instruments.items() for e in filed.record.treaty_series if e.series == "UNTS"],
)
def test_a_registration_leads_to_its_record(key, entry):
    english = f"United Nations, Treaty Series, vol. {entry.volume}, No. {entry.number}"
    arabic = f"الأمم المتحدة، مجموعة المعاهدات، المجلد {entry.volume}، الرقم {entry.number}"
    assert [target for target, _ in found("en", english)] == [key]
    assert [target for target, _ in found("ar", arabic)] == [key]


@pytest.mark.parametrize(("body", "number"), EXAMPLES)
def test_an_example_is_of_its_body_alone_beside_its_name(body, number):
    """And its Arabic form, made from it, leads to the same resolution, whose id is the same too."""
    record = RECORDS.bodies[body].record
    texts = {
        "en": f"{record.named_as.en[0]} resolution {number}",
        "ar": f"قرار {record.named_as.ar[0]} {writing('ar').printed(number)}",
    }
    results = {}
    for language, text in texts.items():
        mentions, _ = FINDERS[language].find(text)
        (mention,) = [one for one in mentions if one.manner is not Manner.WITHIN]
        assert (mention.body, mention.number, text[mention.start : mention.end]) == (body, number, text)
        results[language] = mention.target or undescribed.identify(mention, RECORDS)
    assert results["en"] == results["ar"]


@pytest.mark.parametrize(("body", "number"), COUNTER)
def test_a_counter_example_is_not_of_its_body(body, number):
    assert not bodies.fits(number, body, Kind.RESOLUTION, RECORDS)


@pytest.mark.parametrize("body", ADOPTING)
def test_a_body_that_adopts_is_named_in_both_languages(body):
    """With examples and counter-examples, and every name that is not shared is its own."""
    record = RECORDS.bodies[body].record
    assert record.named_as.en and record.named_as.ar and record.examples and record.counter_examples
    assert len(record.short_named_as.en) == len(record.short_named_as.ar)
    for language in LANGUAGES:
        for name in record.named_as[language]:
            (named,) = FINDERS[language].numbers.heads.named(folded(AROUND[language].format(name)))
            assert named.bodies == (body,), name


def test_numbers_of_decisions_are_written_in_both_languages():
    for body, number, word in (("un-ga", "68/551", "a-dec-68-551"), ("un-ecosoc", "2018/249", "e-dec-2018-249")):
        record = RECORDS.bodies[body].record
        for language, text in (
            ("en", f"{record.named_as.en[0]} decision {number}"),
            ("ar", f"مقرر {record.named_as.ar[0]} {number}"),
        ):
            assert found(language, text) == [(word, text)]


def test_an_id_stands_for_one_number_only():
    """The ids of all examples of all bodies are apart, and as resolutions apart from decisions."""
    ids = [
        undescribed.identify(Mention(0, 1, None, "", act=act, number=number, body=body), RECORDS)
        for body, number in EXAMPLES
        for act in ("resolution", "decision")
        if not number.isdigit()
    ]
    assert len(set(ids)) == len(ids)


def writing(language):
    return Writing(language, RECORDS.references, RECORDS.pinpoints)


@pytest.mark.parametrize("name", ["en", "ar"])
def test_every_month_and_unit_word_is_in_one_place_only(name):
    months = [word for month in RECORDS.references.months for word in month[name]]
    words = [word for unit in RECORDS.pinpoints.units.values() for word in unit.words[name]]
    assert len(set(months)) == len(months)
    assert len(set(words)) == len(words)
