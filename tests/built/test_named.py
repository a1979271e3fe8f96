"""Instruments cited by name that no record describes, on a built site with made texts: pages and links, in both interfaces."""

from pathlib import Path

import pytest
from lxml import html

import _kinds

MADE = Path(__file__).parent / "made"
HANOI = "hanoi-convention-on-safe-harbours"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("named") / "whole"
    return _kinds.whole_site(folder, "https://muqabala.example/", (MADE / "a-res-90-2", MADE / "a-res-90-3"))


@pytest.fixture(params=["", "ar/"], ids=["en", "ar"])
def page(site, request):
    """`page("instruments/x/")`: the page in the interface of the test; `page.ar`: is that Arabic?"""

    def _page(address):
        return html.fromstring((site / request.param / address / "index.html").read_bytes())

    _page.ar = bool(request.param)
    return _page


def text_of(elements):
    return [" ".join(one.text_content().split()) for one in elements]


def test_each_instrument_has_one_page_under_a_lasting_name(site):
    pages = {path.name for path in (site / "instruments").iterdir()}
    assert {HANOI, "bergen-protocol-on-lighthouses", "doha-protocol-on-buoys", "lima-declaration"} <= pages
    assert [name for name in pages if "-ar-" in name] == ["declaration-ar-135d3ff8"]
    assert (site / "instruments" / HANOI / "art-4" / "index.html").is_file()


def test_the_page_says_what_the_texts_say_and_that_nobody_described_it(page):
    made = page(f"instruments/{HANOI}/")
    names = ["Hanoi Convention on Safe Harbours", "اتفاقية هانوي بشأن الموانئ الآمنة"]
    heading = made.xpath("//h1")[0]
    assert text_of([heading]) == [names[page.ar]]
    assert text_of(made.xpath("//p[contains(@class, 'name')]")) == [names[not page.ar]]
    said = " ".join(text_of(made.xpath("//dl[@class='facts']/dd")))
    assert ["3 May 2015", "3 أيار/مايو 2015"][page.ar] in said
    assert ["“adopted at Hanoi on 3 May 2015”", "«المعتمدة في هانوي في 3 أيار/مايو 2015»"][page.ar] in said
    assert made.xpath("//*[@class='draft']") and made.xpath("//section[@id='describe']")
    assert f"docs/records/instruments/{HANOI}.yml" in made.text_content()


def test_every_clause_that_cites_it_is_there_in_every_language_that_it_has(page):
    made = page(f"instruments/{HANOI}/")
    marked = text_of(made.xpath("//mark"))
    assert marked.count("Hanoi Convention on Safe Harbours") == 1
    assert marked.count("اتفاقية هانوي بشأن الموانئ الآمنة") == 2  # of the text in two languages and of the Arabic one
    assert "article 4 of the Hanoi Convention on Safe Harbours" in marked
    assert "المادة 4 من اتفاقية هانوي بشأن الموانئ الآمنة" in marked


def test_the_clauses_lead_to_it_from_both_columns(page):
    clause = page("instruments/a-res-90-2/pp-1/")
    for language in ("en", "ar"):
        links = clause.xpath(f"//main//*[@lang='{language}']//a[contains(@href, '{HANOI}')]")
        assert links, language
    article = page("instruments/a-res-90-2/op-1/")
    assert len(article.xpath(f"//main//*[@lang]//a[contains(@href, '{HANOI}/art-4/') and @class='cite']")) == 2


def test_it_stands_in_the_index_and_only_what_is_vague_stays_uncertain(page):
    index = page("instruments/").xpath("//section[@id='undescribed']//td//a")
    names = {
        False: ["Bergen Protocol on Lighthouses", "إعلان ليما بشأن الأنهار", "Doha Plan of Action for Small Harbours",
                "Doha Protocol on Buoys", "Hanoi Convention on Safe Harbours", "Lima Declaration"],
        True: ["بروتوكول برغن بشأن المنارات", "إعلان ليما بشأن الأنهار", "خطة عمل الدوحة للموانئ الصغيرة",
               "بروتوكول الدوحة بشأن العوامات", "اتفاقية هانوي بشأن الموانئ الآمنة", "Lima Declaration"],
    }  # fmt: skip
    assert text_of(index) == names[page.ar]
    other = [one.xpath("./span/@lang") for one in index]
    assert [bool(one) for one in other] == (
        [False] * 5 + [True] if page.ar else [False, True, False, False, False, False]
    )
    uncertain = page("unresolved/").text_content()
    assert "Optional Protocols" in uncertain and "البروتوكولات الاختيارية ذات الصلة" in uncertain
    assert "Hanoi Convention" not in uncertain


def test_a_name_in_one_language_is_shown_as_what_it_is(page):
    heading = page("instruments/lima-declaration/").xpath("//h1")[0]
    assert (heading.get("lang"), heading.get("dir")) == ("en", "ltr")
    heading = page("instruments/declaration-ar-135d3ff8/").xpath("//h1")[0]
    assert (heading.get("lang"), heading.get("dir")) == ("ar", "rtl")


def test_the_sitemap_and_the_search_know_it(site):
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"instruments/{HANOI}/" in sitemap
    index = "".join(path.read_text(encoding="utf-8") for path in (site / "search-index").rglob("*") if path.is_file())
    assert f"instruments/{HANOI}/" in index
