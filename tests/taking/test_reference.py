"""References as sentences, and what a page needs for copying and reporting."""

import dataclasses
import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from resolutions.pages.taking import control
from resolutions.pages.taking.reference import PREFIX, designation, languages, reference, references, sentence_html
from resolutions.records.kinds import Kind

ROOT = Path(__file__).parents[2]
BASE = "https://muqabala.example/"
DAY = {"en": "(date)", "ar": "(التاريخ)"}


@pytest.fixture(scope="module")
def here(corpus):
    """The corpus as a site at BASE."""
    return dataclasses.replace(corpus, base=BASE)


def sentence(here, text_id, clause_id, language):
    text = here.text(text_id)
    clause = text.clause(clause_id) if clause_id else None
    return html.fragment_fromstring(sentence_html(here, reference(here, text, clause, language)), "p")


SENTENCES = {
    (
        "a-res-77-233",
        "op-4",
        "en",
    ): "United Nations General Assembly, resolution 77/233 (A/RES/77/233), “Strengthening national and international efforts, including efforts made with the private sector, to protect children from sexual exploitation and abuse”, 15 December 2022, operative paragraph 4 (English text: unofficial working translation by Muqabala). Muqabala, accessed on (date) at https://muqabala.example/instruments/a-res-77-233/op-4/",
    (
        "a-res-77-233",
        "pp-2",
        "ar",
    ): "الجمعية العامة للأمم المتحدة، القرار 77/233 (A/RES/77/233)، «تعزيز الجهود الوطنية والدولية، بما في ذلك الجهود المبذولة مع القطاع الخاص، لحماية الأطفال من الاستغلال والانتهاك الجنسيين»، 15 كانون الأول/ديسمبر 2022، الفقرة 2 من الديباجة (النص العربي: نص مسترجَع من مصدر معطوب). موقع «مقابلة»، تاريخ الاطلاع: (التاريخ)، على الرابط: https://muqabala.example/ar/instruments/a-res-77-233/pp-2/",
    (
        "c-iii-143-dr",
        "",
        "en",
    ): "Inter-Parliamentary Union, Standing Committee on Democracy and Human Rights, draft resolution C-III/143/DR, “Legislation worldwide to combat online child sexual exploitation and abuse”, 15 October 2021 (English text: draft, printed as received). Muqabala, accessed on (date) at https://muqabala.example/instruments/c-iii-143-dr/",
    (
        "c-iii-143-dr",
        "op-1",
        "ar",
    ): "الاتحاد البرلماني الدولي، اللجنة الدائمة للديمقراطية وحقوق الإنسان، مشروع القرار C-III/143/DR، «التشريعات في جميع أنحاء العالم لمكافحة الاستغلال والاعتداء الجنسيين للأطفال عبر الإنترنت»، 15 تشرين الأول/أكتوبر 2021، الفقرة 1 من المنطوق (النص العربي: مشروع، منشور كما ورد). موقع «مقابلة»، تاريخ الاطلاع: (التاريخ)، على الرابط: https://muqabala.example/ar/instruments/c-iii-143-dr/op-1/",
}


@pytest.mark.parametrize("place", SENTENCES)
def test_the_sentence(here, place):
    text, clause, language = place
    found = sentence(here, text, clause, language)
    assert found.text_content() == SENTENCES[place]
    (day,) = found.cssselect("[data-today]")
    assert day.text_content() == DAY[language]
    (link,) = found.cssselect("a")
    assert link.get("href") == link.text_content(), "the address is printed whole"
    symbol = here.text(text).record.symbol
    isolated = [one.text_content() for one in found.cssselect('bdi[dir="ltr"]')]
    assert symbol in isolated, "a symbol is one word and does not break"


def test_the_page_about_citing_shows_what_the_clause_pages_say(here):
    for language, name, clauses in (
        ("en", "how-to-cite.md", (("c-iii-143-dr", "op-4"), ("a-res-77-233", "pp-2"))),
        ("ar", "how-to-cite.ar.md", (("c-iii-143-dr", "op-4"), ("a-res-77-233", "pp-2"))),
    ):
        written = re.sub(r"</?bdi[^>]*>|`", "", (ROOT / "docs" / "about" / name).read_text(encoding="utf-8"))
        for text, clause in clauses:
            said = sentence(here, text, clause, language).text_content().replace(BASE, "/")
            assert f"> {said}\n" in written


def test_the_number_is_read_out_of_the_symbol(here):
    text = here.text("a-res-77-233")
    assert designation(reference(here, text, None, "en")) == "77/233 (A/RES/77/233)"
    written = dataclasses.replace(text, record=text.record.model_copy(update={"symbol": "A/RES/57/270 B"}))
    assert designation(reference(here, written, None, "ar")) == "57/270 باء (A/RES/57/270 B)"
    other = dataclasses.replace(text, record=text.record.model_copy(update={"symbol": "A/C.3/77/L.9"}))
    assert designation(reference(here, other, None, "en")) == "A/C.3/77/L.9"


def test_a_clause_in_one_language_is_offered_in_that_language_only(here):
    text = here.text("a-res-77-233")
    clause = dataclasses.replace(text.clauses[0], texts={"ar": text.clauses[0].texts["ar"]})
    alone = dataclasses.replace(text, clauses=(clause,))
    assert languages(alone) == languages(alone, clause) == ("ar",)
    (one,) = references(here, alone, clause)
    assert one.text == "ar" and one.key.endswith("-ar")
    english = reference(here, alone, clause, "en")
    assert english.status == "Arabic text: restored from a damaged source"
    assert english.address == f"{BASE}ar/instruments/a-res-77-233/pp-1/"
    value = control.of(here, alone, clause, "en")
    assert list(value["copied"]["languages"]) == ["ar"]
    assert value["copied"]["clauses"] == {
        "pp-1": {"name": "preambular paragraph 1", "in": {"ar": "الفقرة 1 من الديباجة"}}
    }
    assert value["report"]["language"] == "العربية"


def test_every_kind_and_every_text_has_its_words(here):
    for language in PREFIX:
        for kind in Kind:
            assert here.say(language, f"reference-kind-{kind.value}")
        for text in here.texts:
            value = control.of(here, text, None, language)
            assert value["copied"]["clauses"].keys() == {clause.id for clause in text.clauses}
            for one in value["copied"]["languages"].values():
                assert text.record.symbol in one["source"] and "{clause}" in one["source"] and one["status"]


def test_files_lie_beside_their_pages_in_every_format(real_site):
    pages = {draft.address for draft in real_site.drafts("en") if draft.data.get("taking")}
    files = {one.address: one.content for one in real_site.downloads if "/cite." in one.address}
    assert {address.rpartition("/")[0] + "/" for address in files} == pages
    assert len(files) == 3 * len(pages)
    assert max(map(len, files.values())) < 2500, "a file is a reference, not a text"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_report_fills_the_fields_of_the_form(here, language):
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "wrong-text.yml").read_text(encoding="utf-8"))
    fields = {field["id"]: field for field in form["body"] if "id" in field}
    text = here.text("c-iii-143-dr")
    report = control.of(here, text, text.clause("op-4"), language)["report"]
    assert report.keys() - {"title"} <= fields.keys()
    assert "page" in fields, "the template fills it"
    assert report["language"] in fields["language"]["attributes"]["options"]
    assert report["clause"] == "c-iii-143-dr/op-4"
    name = {"en": "Operative paragraph 4", "ar": "الفقرة 4 من المنطوق"}[language]
    assert name in report["title"] and name in report["wrong"] and "C-III/143/DR" in report["title"]
