"""A whole text: what has no record is kept with number, body and symbol; nothing cites itself or the future."""

import datetime
from types import SimpleNamespace

import pytest

from resolutions.cite.find import cite
from resolutions.cite.pinpoints import label
from resolutions.cite.values import Open, Pinpoint, Why
from resolutions.model.text import Clause, ClauseText, HeldText
from resolutions.parse.values import Origin, Part, Passage

from .golden import RECORDS


def passage(text, line):
    return Passage(text, (Origin(0, line, 0, len(text)),))


def held(english, arabic):
    """A text of the General Assembly, A/RES/77/233, with one clause."""
    texts = {language: ClauseText(passage(text, 9), ((0, 1),)) for language, text in (("en", english), ("ar", arabic))}
    return HeldText(
        id="a-res-77-233",
        record=SimpleNamespace(body="un-ga", date=datetime.date(2022, 12, 15), symbol="A/RES/77/233"),
        path="instrument.yml",
        mastheads={language: (passage("A/RES/77/233", 1),) for language in texts},
        titles={},
        chapeaus={},
        clauses=(Clause(Part.PREAMBULAR, 1, texts),),
        sources={"en": "en.txt", "ar": "ar.txt"},
    )


def test_what_has_no_record_is_kept_whole():
    cited, problems = cite(
        held("its resolution 57/270 B of 23 June 2003", "قرارها 57/270 باء المؤرخ 23 حزيران/يونيه 2003"), RECORDS
    )
    assert [(one.code, one.path, one.line) for one in problems] == [
        ("citation-unknown", "en.txt", 9),  # once, where the text first cites it
    ]
    for language in ("en", "ar"):
        (one,) = cited.undescribed["pp-1", language]
        assert (one.number, one.body, one.symbol, one.date) == (
            "57/270 B", "un-ga", "A/RES/57/270B", datetime.date(2003, 6, 23),
        )  # fmt: skip
        assert [citation.target for citation in cited.at("pp-1", language)] == ["a-res-57-270b"]


def test_what_is_not_certain_is_kept_with_the_reason():
    cited, problems = cite(held("the Plan of Action", "خطة العمل"), RECORDS)
    assert {one.code for one in problems} == {"citation-open"}
    (one,) = cited.unresolved["pp-1", "en"]
    assert one.open == Open(Why.SEVERAL_INSTRUMENTS, targets=("dale-plan", "hill-plan"))


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("resolution 78/1 of 3 May 2024", "القرار 78/1 المؤرخ 3 أيار/مايو 2024"),
        ("its resolution 95/1", "قرارها 95/1"),
        ("Security Council resolution 2800 (2025)", "قرار مجلس الأمن 2800 (2025)"),
    ],
)
def test_nothing_cites_the_future(english, arabic):
    cited, problems = cite(held(english, arabic), RECORDS)
    assert [one.code for one in problems if one.code != "citation-open"] in (["citation-of-the-future"] * 2, [])
    assert len(problems) == 2
    assert cited.at("pp-1", "en") == cited.at("pp-1", "ar") == ()


def test_nothing_cites_itself():
    cited, problems = cite(held("its resolution 77/233 (A/RES/77/233)", "قرارها 77/233"), RECORDS)
    assert (problems, cited.places(), dict(cited.unresolved)) == ((), (), {})


@pytest.mark.parametrize(
    ("units", "english", "arabic"),
    [
        ((("para", "4-to-9"),), "paragraph 4–9", "الفقرة 4–9"),
        ((("para", "3-a"),), "paragraph 3 (a)", "الفقرة 3 (أ)"),
        ((("art", "2-4"),), "Article 2 (4)", "المادة 2 (4)"),
        ((("art", "3"), ("para", "a")), "Article 3, paragraph (a)", "المادة 3، الفقرة (أ)"),
        ((("annex", ""),), "annex", "المرفق"),
        ((("chap", "7"), ("sect", "2")), "chap. VII, sect. II", "الفصل السابع، الفرع الثاني"),
        ((("sect", "d"),), "sect. D", "الفرع دال"),
        ((("subpara", "a"),), "subparagraph (a)", "الفقرة الفرعية (أ)"),
        ((("target", "16-2"),), "target 16.2", "الغاية 16-2"),
    ],
)
def test_labels_of_pinpoints(units, english, arabic):
    assert label(Pinpoint(units), "en", RECORDS.pinpoints) == english
    assert label(Pinpoint(units), "ar", RECORDS.pinpoints) == arabic
