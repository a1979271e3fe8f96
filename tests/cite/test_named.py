"""Names without a record: how far they go, what is not sure, what is no name; the examples of the grammar, both ways."""

import itertools
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.cite import undescribed
from resolutions.cite.heads import Own
from resolutions.cite.mentions import Finder
from resolutions.cite.values import Name, Why
from resolutions.records.fields import is_id
from resolutions.records.load import load

LANGUAGES = ("en", "ar")
RECORDS, _ = load(Path(__file__).parents[2] / "docs")
FINDERS = {language: Finder(language, RECORDS, Own("this", "ipu")) for language in LANGUAGES}
GRAMMAR = RECORDS.names


def names(language, text):
    """Every name with its words; "?" where its end is not certain."""
    mentions, _ = FINDERS[language].find(text)
    return [text[one.start : one.end] + ("" if one.name.sure else "?") for one in mentions if one.name]


@pytest.mark.parametrize("example", GRAMMAR.examples, ids=[one.en for one in GRAMMAR.examples])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_the_grammar_is_found_as_it_says(example, language):
    before, name, after = example[language].split("|")
    assert names(language, before + name + after) == [name]


@pytest.mark.parametrize("example", GRAMMAR.examples, ids=[one.en for one in GRAMMAR.examples])
def test_an_example_is_of_one_kind_in_both_languages(example):
    found = [FINDERS[language].find(example[language].replace("|", ""))[0] for language in LANGUAGES]
    (english,), (arabic,) = ([one.name.kind for one in mentions if one.name] for mentions in found)
    assert english == arabic


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language in LANGUAGES for text in GRAMMAR.counter_examples[language]],
)
def test_no_counter_example_holds_a_name(language, text):
    assert names(language, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Hanoi Convention on Trees and the Forest Forum", ["Hanoi Convention on Trees?"]),
        ("the Oslo Declaration on peace, youth and rivers", ["Oslo Declaration?"]),
        ("the Hanoi and Bergen Conventions", ["Bergen Conventions?"]),
        ("the Hanoi Convention on Trees and the General Assembly", ["Hanoi Convention on Trees"]),
        ("the Hanoi Convention in Geneva and the Lima Charter by States", ["Hanoi Convention", "Lima Charter"]),
        ("the Convention on Trees, Viet Nam and UNESCO", ["Convention on Trees"]),
        ("the Treaty of 3 May 2001 and the 1967 Protocol", []),
        ("the Additional Protocol and the Political Declaration", []),
        ("the Council of Europe Convention on Action against Rafts,", ["Council of Europe Convention on Action against Rafts"]),
        ("the ILO Convention No. 182;", ["ILO Convention No. 182"]),
        ("Hanoi Charter on Peoples\u2019 Rights and Women\u2019s Rafts.", ["Hanoi Charter on Peoples\u2019 Rights and Women\u2019s Rafts"]),
        (
            "the Protocol against Rafts by Land, Sea and Air, supplementing the United Nations Convention against Corruption;",
            ["Protocol against Rafts by Land, Sea and Air, supplementing the United Nations Convention against Corruption"],
        ),
        ("the Convention for the Care of the Rafts and of the Ferries", ["Convention for the Care of the Rafts and of the Ferries"]),
        ("the Convention of Bel\u00e9m do Par\u00e1;", ["Convention of Bel\u00e9m do Par\u00e1"]),
        ("the Hanoi Declaration1 and the Convention on Rafts2;", ["Hanoi Declaration", "Convention on Rafts"]),
        ("Recalling Lima Declaration and Hanoi Treaty", ["Lima Declaration", "Hanoi Treaty"]),
    ],
)  # fmt: skip
def test_where_an_english_name_ends(text, found):
    assert names("en", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("الإعلان السياسي بشأن الموانئ،", ["الإعلان السياسي بشأن الموانئ"]),
        ("تلتزم الدول في الاتفاقية بضمان الحقوق", []),
        ("إعلان ليما وتحث الدول", ["إعلان ليما"]),
        ("اتفاقية هانوي واتفاقية برغن", ["اتفاقية هانوي", "اتفاقية برغن"]),
        ("للاتفاقية الدولية لحماية الأنهار؛", ["للاتفاقية الدولية لحماية الأنهار"]),
        ("بروتوكول عام 1967", []),
        ("البروتوكول رقم 16 للميثاق الاجتماعي الأوروبي؛", ["البروتوكول رقم 16 للميثاق الاجتماعي الأوروبي"]),
        ("والميثاق الاجتماعي الأوروبي؛", ["الميثاق الاجتماعي الأوروبي"]),
        ("ميثاق ليما لا يزال ساريا", ["ميثاق ليما"]),
        ("الإعلان الحالي للجنة", []),
        ("معاهدة برغن لعام 1949؛", ["معاهدة برغن لعام 1949"]),
    ],
)
def test_where_an_arabic_name_ends(text, found):
    assert names("ar", text) == found


def test_what_is_said_of_the_adoption_is_kept_with_its_date():
    texts = {
        "en": "the Lima Declaration, adopted at Lima on 3 May 2015, and",
        "ar": "إعلان ليما المعتمد في ليما في 3 أيار/مايو 2015، و",
    }
    said = {"en": "adopted at Lima on 3 May 2015", "ar": "المعتمد في ليما في 3 أيار/مايو 2015"}
    for language, text in texts.items():
        (one,), _ = FINDERS[language].find(text)
        assert (one.name.said, str(one.date), one.open.why) == (said[language], "2015-05-03", Why.UNNAMED)


def test_all_spellings_of_a_name_have_one_key():
    for language, spellings in {
        "en": ["the Hanoi Convention on Children\u2019s Rafts,", "Hanoi  Convention on Children's Rafts.", "The Hanoi Convention on Childrens Rafts;"],
        "ar": ["اتفاقية هانوي بشأن الأطواف،", "لاتفاقيةِ هانوي بشأن الأطـواف؛", "واتفاقية هانوي  بشأن الأطواف."],
    }.items():  # fmt: skip
        keys = {one.name.key for text in spellings for one in FINDERS[language].find(text)[0]}
        assert len(keys) == 1, keys


@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
@settings(max_examples=200)
def test_an_id_is_an_address_whatever_the_name(key, language):
    words = " ".join(re.findall(r"\w+", key)) or "x"
    found = undescribed.identify_name(Name("convention", f"convention {words}", key), language)
    assert is_id(found)
    assert found == undescribed.identify_name(Name("convention", f"convention {words}", key), language)


def test_an_id_that_is_taken_is_left_to_its_owner():
    name = Name("declaration", "kyoto declaration", "Kyoto Declaration")
    assert undescribed.identify_name(name, "en") == "kyoto-declaration"
    assert undescribed.identify_name(name, "en", {"kyoto-declaration"}).startswith("kyoto-declaration-")


WORDS = [
    "Hanoi", "Convention", "Protocol", "to", "the", "and", "of", "on", ",", ";", "(", ")", "Declaration", "Trees", "No", ".", "182", "its",
    "Convention on the Rights of the Child", "supplementing", "Particularly", "2015", "12 May 2001", "children", "Peoples'", "“",
    "اتفاقية", "لاتفاقية", "وإعلان", "بشأن", "هانوي", "المعتمدة", "خطة عمل", "اتفاقية حقوق الطفل", "لل", "للاتفاقية", "الدولية", "و", "ـ", "\u064e",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from(["", " ", "  ", "\n"]))
@settings(max_examples=400)
def test_spans_are_exact_whatever_the_words(words, joint):
    text = (joint or " ").join(words)
    for language in LANGUAGES:
        mentions, _ = FINDERS[language].find(text)
        named = [one for one in mentions if one.name and not one.pinpoint and one.rule == "name without record"]
        for one, other in itertools.pairwise(named):
            assert one.end <= other.start
        for one in named:
            assert " ".join(text[one.start : one.end].split()).endswith(one.name.shown[1:])
            assert not text[one.end : one.end + 1].isalpha()


@pytest.mark.parametrize(
    "unit",
    ["the Convention on Trees, Especially Rafts, ", "Convention on trees ", "Hanoi Convention on Trees, ", "Convention on A, B, ",
     "the Optional Protocol to the ", "اتفاقية هانوي بشأن ", "إعلان ", "Convention of the Rafts and of the "],
)  # fmt: skip
def test_time_grows_with_the_text_only_and_nothing_is_too_deep(unit):
    for language in LANGUAGES:
        took = []
        for times in (250, 2000):
            start = time.process_time()
            FINDERS[language].find(unit * times)
            took.append(time.process_time() - start)
        assert took[1] < 24 * took[0] + 0.5
