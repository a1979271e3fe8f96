"""What has no record: one id for one instrument whatever the language and form, its dates, and what it may never be."""

import datetime

import pytest

from resolutions.cite import doubts, undescribed
from resolutions.cite.find import cite
from resolutions.cite.undescribed import gather
from resolutions.cite.values import Manner, Mention, Why
from resolutions.cite.written import Writing
from resolutions.problems import Severity
from resolutions.records.kinds import Kind

from .golden import RECORDS, finder
from .test_find import held

SAME = {
    "a-res-57-270b": [
        ("en", "its resolution 57/270 B of 23 June 2003"), ("ar", "قرارها 57/270 باء"), ("en", "(A/RES/57/270B)"),
        ("en", "A/RES/57/270 B"), ("ar", "القرار A/RES/57/270B"),
    ],
    "a-res-217-iii-a": [("en", "resolution 217 A (III)"), ("ar", "القرار 217 ألف (د-3)"), ("en", "A/RES/217(III)[A]")],
    "a-res-3201-s-vi": [("en", "resolution 3201 (S-VI)"), ("ar", "القرار 3201 (دإ-6)")],
    "a-res-es-11-1": [("en", "resolution ES-11/1"), ("ar", "القرار دإط-11/1"), ("en", "A/RES/ES-11/1")],
    "s-res-2417-2018": [
        ("en", "Security Council resolution 2417 (2018)"), ("ar", "قرار مجلس الأمن ٢٤١٧ (٢٠١٨)"),
        ("en", "S/RES/2417 (2018)"), ("en", "S/RES/2417(2018)"),
    ],
    "e-res-2005-20": [("en", "Economic and Social Council resolution 2005/20"), ("ar", "قرار المجلس الاقتصادي والاجتماعي 2005/20"), ("en", "E/RES/2005/20")],
    "a-hrc-res-31-8": [("en", "Human Rights Council resolution 31/8"), ("ar", "بقرار مجلس حقوق الإنسان 31/8"), ("en", "A/HRC/RES/31/8")],
    "e-dec-2018-249": [("en", "Economic and Social Council decision 2018/249"), ("ar", "مقرر المجلس الاقتصادي والاجتماعي 2018/249")],
    "cnd-res-53-4": [("en", "Commission on Narcotic Drugs resolution 53/4"), ("ar", "قرار لجنة المخدرات 53/4")],
    "chr-res-8-xxiii": [("en", "Commission on Human Rights resolution 8 (XXIII)"), ("ar", "قرار لجنة حقوق الإنسان 8 (د-23)")],
    "a-77-464-add-1": [("en", "A/77/464/Add.1"), ("ar", "A/77/464/Add. 1")],
    "s-prst-2021-14": [("en", "S/PRST/2021/14"), ("ar", "(S/PRST/2021/14)")],
    "a-77-49-part-i": [("en", "A/77/49 (Part I)"), ("ar", "A/77/49 (Part I)")],
}  # fmt: skip


@pytest.mark.parametrize("key", SAME)
def test_every_form_of_one_instrument_has_one_id(key):
    for language, text in SAME[key]:
        (mention,), _ = finder(language).find(text)
        assert undescribed.identify(mention, RECORDS) == key, text


@pytest.mark.parametrize(
    "number", ["76/181", "57/270 B", "S-10/2", "ES-10/24", "217 A (III)", "3201 (S-VI)", "1267 (1999)", "2005/20"]
)
def test_a_number_is_written_in_arabic_and_read_back(number):
    writing = Writing("ar", RECORDS.references, RECORDS.pinpoints)
    assert writing.canonical(writing.printed(number)) == number
    assert Writing("en", RECORDS.references, RECORDS.pinpoints).printed(number) == number


def test_both_languages_cite_it_at_the_same_places():
    cited, problems = cite(
        held("paragraphs 4 and 7 (a) of its resolution 57/270 B", "الفقرتين 4 و 7 (أ) من قرارها 57/270 باء"), RECORDS
    )
    for language in ("en", "ar"):
        assert [(one.target, one.pinpoint.id) for one in cited.at("pp-1", language)] == [
            ("a-res-57-270b", "para-4"), ("a-res-57-270b", "para-7-a"),
        ]  # fmt: skip
    assert {one.severity for one in problems} == {Severity.DOUBT}


def test_all_that_the_texts_say_is_gathered():
    text = held("its resolution 57/270 B of 23 June 2003", "قرارها 57/270 باء المؤرخ 24 حزيران/يونيه 2003")
    cited, _ = cite(text, RECORDS)
    found = gather(
        (text.id, place, language, one) for (place, language), some in cited.undescribed.items() for one in some
    )
    one = found["a-res-57-270b"]
    assert (one.kind, one.number, one.symbol, one.body) == (Kind.RESOLUTION, "57/270 B", "A/RES/57/270B", "un-ga")
    assert one.dates == (datetime.date(2003, 6, 23), datetime.date(2003, 6, 24))
    assert one.date is None
    assert [(saying.language, saying.words) for saying in one.sayings] == [
        ("en", "resolution 57/270 B of 23 June 2003"), ("ar", "قرارها 57/270 باء المؤرخ 24 حزيران/يونيه 2003"),
    ]  # fmt: skip
    (doubt,) = doubts.dates(one, {text.id: text})
    assert (doubt.code, doubt.path, doubt.line, doubt.severity) == ("citation-date", "ar.txt", 9, Severity.DOUBT)


def test_a_number_without_its_year_is_the_one_with_it_elsewhere():
    cited, _ = cite(
        held(
            "Security Council resolution 2417, and Security Council resolution 2417 (2018)",
            "قرار مجلس الأمن 2417، وقرار مجلس الأمن 2417 (2018)",
        ),
        RECORDS,
    )
    for language in ("en", "ar"):
        assert [one.target for one in cited.at("pp-1", language)] == ["s-res-2417-2018"] * 2


def test_a_number_without_its_year_alone_is_not_certain():
    cited, _ = cite(held("Security Council resolution 2417", "قرار مجلس الأمن 2417"), RECORDS)
    for language in ("en", "ar"):
        assert cited.at("pp-1", language) == ()
        assert [one.open.why for one in cited.open_at("pp-1", language)] == [Why.NO_YEAR]


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("its resolution 77/233", "قرارها 77/233"),
        ("A/RES/77/233", "A/RES/77/233"),
        ("General Assembly resolution 77/233 of 15 December 2022", "قرار الجمعية العامة 77/233"),
        ("paragraph 4 of its resolution 77/233", "الفقرة 4 من قرارها 77/233"),
    ],
)
def test_nothing_without_record_is_the_text_itself(english, arabic):
    cited, _ = cite(held(english, arabic), RECORDS)
    assert (cited.places(), dict(cited.undescribed)) == ((), {})


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("its resolution 79/1", "قرارها 79/1"),
        ("its decision 79/501", "مقررها 79/501"),
        ("Human Rights Council resolution 57/1", "قرار مجلس حقوق الإنسان 57/1"),
        ("its resolution 77/1 of 3 May 2023", "قرارها 77/1 المؤرخ 3 أيار/مايو 2023"),
        ("A/RES/80/2", "A/RES/80/2"),
        ("Economic and Social Council resolution 2025/3", "قرار المجلس الاقتصادي والاجتماعي 2025/3"),
    ],
)
def test_nothing_without_record_is_of_the_future(english, arabic):
    cited, problems = cite(held(english, arabic), RECORDS)
    assert (cited.places(), dict(cited.undescribed)) == ((), {})
    assert {one.severity for one in problems} == {Severity.DOUBT}


def test_an_open_mention_has_no_id():
    (mention,), _ = finder("en", body="ipu").find("in accordance with resolution 48/13")
    assert mention.open and undescribed.identify(mention, RECORDS) is None
    assert undescribed.identify(Mention(0, 1, None, "words", Manner.NAMED), RECORDS) is None
