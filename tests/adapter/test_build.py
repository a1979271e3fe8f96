"""The library's pages as MkDocs builds them, strictly, in both languages."""

import logging
import shutil
import weakref
from pathlib import Path

import pytest
from lxml import etree
from mkdocs.exceptions import Abort
from mkdocs.utils import meta

from resolutions.pages.draft import Page, PageDraft, download
from resolutions.pages.front import front_matter, markdown
from resolutions.problems import Problem, Severity

ROOT = Path(__file__).parents[2]
BASE = "https://muqabala.example/"


def draft(language, name="", body="Text.\n", **values):
    values = {"data": {"colour": f"green-{language}"}, "source": "docs/texts/crc/instrument.yml", **values}
    title = f"Title {name or 'crc'} {language}"
    return PageDraft(f"instruments/crc/{name}", language, title, "What it is", "clause.html", body, **values)


@pytest.fixture
def built(small, library):
    drafts = [
        page
        for language in ("en", "ar")
        for page in (
            draft(language, body="## The whole {#whole}\n\n[article](art-19.md#op) [data](../../data/crc.json)\n"),
            draft(language, "art-19/", body="## Article {#op}\n\n[up](index.md#whole) [home](../../index.md)\n"),
        )
    ]
    library(drafts, [download("data/crc.json", b'{"a": 1}\n')])
    small.build()
    assert library.reads == 1  # once for both languages
    return small


@pytest.mark.parametrize(("prefix", "language"), [("", "en"), ("ar/", "ar")])
def test_a_page_lies_at_one_address_in_each_language(built, prefix, language):
    page = built.page(f"{prefix}instruments/crc/art-19/index.html")
    text = {key: page.get_element_by_id(key).text for key in ("title", "data", "canonical")}
    assert text == {
        "title": f"Title art-19/ {language}",
        "data": f"green-{language}",
        "canonical": f"{BASE}{prefix}instruments/crc/art-19/",
    }
    assert page.get("lang") == language


@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_markdown_links_lead_to_the_same_language(built, prefix):
    links = [a.get("href") for a in built.page(f"{prefix}instruments/crc/art-19/index.html").xpath("//main//a")]
    assert links == ["../#whole", "../../../"]
    links = [a.get("href") for a in built.page(f"{prefix}instruments/crc/index.html").xpath("//main//a")]
    assert links == ["art-19/#op", f"{'../' if prefix else ''}../../data/crc.json"]
    by_hand = built.page(f"{prefix}about/method/index.html").xpath("//article//p/a")
    assert [a.get("href") for a in by_hand] == ["../../instruments/crc/art-19/#op"]


def test_templates_find_addresses(built):
    def links(address):
        page = built.page(address)
        return {
            name: page.get_element_by_id(name).get("href") for name in ("home", "macro", "clause", "file", "arabic")
        }

    assert links("instruments/crc/art-19/index.html") == {
        "home": "../../../",
        "macro": "../",
        "clause": "./#op",
        "file": "../../../data/crc.json",
        "arabic": "../../../ar/instruments/crc/",
    }
    assert links("ar/instruments/crc/index.html") == {
        "home": "../../",
        "macro": "./",
        "clause": "art-19/#op",
        "file": "../../../data/crc.json",
        "arabic": "./",
    }


def test_the_page_in_other_languages(built):
    page = built.page("ar/instruments/crc/index.html")
    alternates = [(link.get("hreflang"), link.get("href"), link.get("title")) for link in page.xpath("//link")]
    assert alternates == [
        ("en", f"{BASE}instruments/crc/", "../../../instruments/crc/"),
        ("ar", f"{BASE}ar/instruments/crc/", "./"),
        ("x-default", f"{BASE}instruments/crc/", "../../../instruments/crc/"),
    ]


def test_words_in_the_interface_s_language(built):
    page = built.page("ar/instruments/crc/index.html")
    assert page.get_element_by_id("day").text == "10 كانون الثاني/يناير 2023"
    assert page.get_element_by_id("other-day").text == "10 January 2023"


def test_edit_opens_the_source(built):
    page = built.page("ar/instruments/crc/index.html")
    edit = page.get_element_by_id("edit").text
    assert edit == "https://github.com/muqabala/muqabala/edit/main/docs/texts/crc/instrument.yml"


def test_sitemap_names_every_page_with_its_languages(built):
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = etree.parse(built.site / "sitemap.xml").findall("s:url", names)
    places = {url.findtext("s:loc", namespaces=names) for url in urls}
    paths = ("", "about/method/", "instruments/crc/", "instruments/crc/art-19/")
    assert places == {BASE + prefix + path for prefix in ("", "ar/") for path in paths}
    for url in urls:
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)}
        path = url.findtext("s:loc", namespaces=names).removeprefix(BASE).removeprefix("ar/")
        assert links["en"] == BASE + path
        assert links["ar"] == f"{BASE}ar/{path}"
        assert links["x-default"] == BASE + path
        assert url.find("s:lastmod", names) is None  # nobody knows it


def test_downloads_are_there_once(built):
    assert (built.site / "data/crc.json").read_bytes() == b'{"a": 1}\n'
    assert not (built.site / "ar" / "data").exists()


def test_the_corpus_itself_is_not_published(built):
    assert not list(built.site.rglob("dates*"))


def test_the_page_for_what_is_not_there(built):
    page = built.page("404.html")
    assert page.get_element_by_id("home").get("href") == "/ar/"  # the last language wins
    assert "[]" in page.text_content()
    assert not (built.site / "ar" / "404.html").exists()


def test_each_language_describes_its_search_to_browsers(built):
    names = {"a": "http://a9.com/-/spec/opensearch/1.1/"}
    for prefix, name in (("", "Muqabala"), ("ar/", "مقابلة")):
        tree = etree.parse(built.site / prefix / "opensearch.xml")
        assert tree.findtext("a:ShortName", namespaces=names) == name
        assert tree.find("a:Url", names).get("template") == f"{BASE}{prefix}search/?q={{searchTerms}}"


def test_a_page_is_made_once_when_it_is_written_and_not_kept(small, library):
    """So that memory does not hold all pages of a large site."""
    made, alive = [], []

    def page(language, number):
        name = f"art-{number}/"

        def make():
            assert [one for one in made if not (small.site / one).is_file()] == [], "others wait to be written"
            assert [one() for one in alive if one()] == [], "others are still in memory"
            made.append(f"{'' if language == 'en' else 'ar/'}instruments/crc/{name}index.html")
            new = draft(language, name, body=f"[next](art-{(number + 1) % 5}.md)\n")
            alive.append(weakref.ref(new))
            return new

        return Page(f"instruments/crc/{name}", language, make)

    small.write("overrides/clause.html", "<html>{{ page.content | safe }}{{ alternates(page) }}</html>")
    for name in ("index.md", "index.ar.md", "about/method.md", "about/method.ar.md"):
        small.write(f"docs/{name}", "# By hand\n")
    small.write(
        "mkdocs.yml", (small.root / "mkdocs.yml").read_text("utf-8").replace("- instruments/crc/index.md\n", "")
    )
    library(pages=[page(language, number) for language in ("en", "ar") for number in range(5)])
    small.build(once=True)
    assert len(made) == len(set(made)) == 10


def test_a_recorded_place_that_is_gone_fails_a_strict_build(small, library, said):
    small.write("docs/records/addresses.txt", "/instruments/crc/#op-4\n/instruments/crc/#op-5\n")
    body = "/// html | div.pair#op-4\n\nText.\n\n///\n"
    library([draft(one, name, body=body) for one in ("en", "ar") for name in ("", "art-19/")],
            [download("data/crc.json", b"")])  # fmt: skip
    small.write("docs/about/method.md", "# Method\n")
    small.write("docs/about/method.ar.md", "# Method\n")
    with pytest.raises(Abort):
        small.build()
    gone = "docs/records/addresses.txt:2: /instruments/crc/#op-5 was published and is gone."
    assert [line.partition(" (")[0].split(": ", 1)[1] for line in said] == [gone] * 2


def test_another_base_path(small, library, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://example.org/deep/")
    library(
        [draft(language, name) for language in ("en", "ar") for name in ("", "art-19/")],
        [download("data/crc.json", b"")],
    )
    for page in ("about/method.md", "about/method.ar.md"):
        small.write(f"docs/{page}", "# Method {#method}\n")
    small.build()
    assert small.page("404.html").get_element_by_id("home").get("href") == "/deep/ar/"
    links = small.page("instruments/crc/index.html").xpath("//link")
    assert links[1].get("href") == "https://example.org/deep/ar/instruments/crc/"


def test_front_matter_says_the_same_in_markdown_and_on_the_page():
    page = draft("ar", body="نص\n", data={"n": 3, "list": ["أ", {"b": None}], "quote": 'a "b": c\n#'})
    body, front = meta.get_data(markdown(front_matter(page), page.body))
    assert front == front_matter(page)
    assert body == "نص\n"


def test_names_in_the_corpus_may_look_like_translations(small, library):
    library(
        [draft(language, name) for language in ("en", "ar") for name in ("", "art-19/")],
        [download("data/crc.json", b"")],
    )
    for name in (
        "reading.md",
        "reading.en.md",
        "reading.ar.md",
    ):
        small.write(f"docs/texts/crc/{name}", "# Text\n")
    for page in ("about/method.md", "about/method.ar.md"):
        small.write(f"docs/{page}", "# Method {#method}\n")
    small.build()
    assert not (small.site / "texts").exists()


REDIRECT = """\
- old: /instruments/old/
  new: /instruments/crc/art-19/
  date: 2026-11-22
  reason: {en: The name was mended., ar: صُحح الاسم.}
"""


def test_an_address_that_moved_sends_readers_on(small, library):
    library([draft(language, name, body="## It {#op}\n") for language in ("en", "ar") for name in ("", "art-19/")])
    for page in ("about/method.md", "about/method.ar.md"):
        small.write(f"docs/{page}", "# Method {#method}\n")
    small.write("overrides/clause.html", "<html><body>{{ page.content }}</body></html>")
    small.write("docs/records/addresses.txt", "/instruments/old/\n/instruments/crc/\n")
    small.write("docs/records/redirects.yml", REDIRECT)
    shutil.copy(ROOT / "overrides" / "redirect.html", small.root / "overrides")
    small.write("overrides/partials/policy.html", "")
    small.build()
    for prefix, language in (("", "en"), ("ar/", "ar")):
        page = small.page(f"{prefix}instruments/old/index.html")
        assert (page.get("lang"), page.get("dir")) == (language, "rtl" if prefix else "ltr")
        assert page.xpath("//meta[@http-equiv]/@content") == ["0; url=../crc/art-19/"]
        assert page.xpath("//link[@rel='canonical']/@href") == [f"{BASE}{prefix}instruments/crc/art-19/"]
        assert page.xpath("//main//a/@href") == ["../crc/art-19/"]
        assert not page.xpath("//script | //style | //@style")
    assert "instruments/old" not in (small.site / "sitemap.xml").read_text()


def test_an_address_that_is_gone_stops_a_strict_build(sound, said):
    sound.write("docs/records/addresses.txt", "/instruments/crc/\n/instruments/opsc/\n")
    with pytest.raises(Abort):
        sound.build()
    assert len(own(said)) == 1
    assert "ERROR docs/records/addresses.txt:2: /instruments/opsc/ was published and is gone." in own(said)[0]


def test_no_file_holds_the_day_of_the_build(sound):
    assert (sound.site / "sitemap.xml.gz").read_bytes()[4:8] == b"\0\0\0\0"  # RFC 1952: no time


# What is wrong is said in full, once, and stops a strict build only.

PROBLEMS = (
    Problem("docs/texts/crc/ar.md", 7, "clause-twice", "PP3 is here twice.", "Delete one."),
    Problem("docs/records/bodies.yml", 2, "body-unknown", "Nobody knows it.", "Add it.", Severity.WARNING),
)


@pytest.fixture
def sound(small, library):
    for page in ("index.md", "index.ar.md", "about/method.md", "about/method.ar.md"):
        small.write(f"docs/{page}", "# Title {#title}\n")
    small.write("overrides/clause.html", "<html><body>{{ page.content | safe }}</body></html>")
    library([draft("en"), draft("ar")])
    small.build()
    return small


def own(said):
    return [line.replace("muqabala: ", "") for line in said if "muqabala: " in line]


def test_problems_are_all_listed_then_a_strict_build_fails(sound, library, said):
    library([draft("en"), draft("ar")], problems=PROBLEMS)
    sound.write("docs/texts/x", "another key for the cache")
    with pytest.raises(Abort, match="BuildError"):
        sound.build()
    assert own(said)[:2] == [f"ERROR {PROBLEMS[0]}", f"WARNING {PROBLEMS[1]}"]
    assert "docs/texts/crc/ar.md:7: PP3" in said[0]


def test_problems_do_not_stop_an_ordinary_build(sound, library, said):
    library([draft("en"), draft("ar")], problems=PROBLEMS)
    sound.write("docs/texts/x", "another key for the cache")
    sound.build(strict=False)
    assert len(own(said)) == 2


def test_doubts_are_listed_and_counted_and_stop_nothing(sound, library, caplog):
    doubt = Problem("docs/texts/crc/ar.md", 7, "pair-unsure", "Do they answer each other?", "Look.", Severity.DOUBT)
    library([draft("en"), draft("ar")], problems=[doubt])
    sound.write("docs/texts/x", "another key for the cache")
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        sound.build()
    assert [r.levelname for r in caplog.records if str(doubt) in r.getMessage()] == ["INFO"]
    assert any("1 of these are doubts" in r.getMessage() for r in caplog.records)


def test_a_problem_met_twice_is_said_once(sound, library, said):
    sound.write("docs/records/wording/bad.yml", "a:\n  about: x\n  en: One\n")
    bad = Problem("docs/records/wording/bad.yml", 1, "wording-missing", "'a' has no text in 'ar'.", "Add `ar:`.")
    library([draft("en"), draft("ar")], problems=[bad])
    with pytest.raises(Abort):
        sound.build()
    assert own(said) == [f"ERROR {bad}"]


def test_an_untranslated_page_is_said(sound, said):
    (sound.docs / "about/method.ar.md").unlink()
    with pytest.raises(Abort):
        sound.build()
    assert own(said) == ["WARNING docs/about/method.md: there is no about/method.ar.md beside it; translate it"]
    sitemap = (sound.site / "sitemap.xml").read_text()
    assert f"{BASE}about/method/" in sitemap
    assert f"{BASE}ar/about/method/" not in sitemap


def test_two_pages_at_one_address_are_said(sound, said):
    sound.write("docs/instruments/crc/index.md", "# By hand {#hand}\n")
    sound.write("docs/instruments/crc/index.ar.md", "# باليد {#hand}\n")
    with pytest.raises(Abort):
        sound.build()
    assert len(own(said)) == 2
    assert "instruments/crc/index.html is taken by instruments/crc/index.md" in said[0]


def test_a_link_to_nowhere_is_said(sound, library, said):
    library([draft("en", body="[x](art-20.md) [y](index.md#none)\n"), draft("ar")])
    sound.write("docs/texts/x", "another key for the cache")
    with pytest.raises(Abort):
        sound.build()
    assert len(said) == 2
    assert "'instruments/crc/art-20.md' is not found" in said[0]
    assert "no such anchor" in said[1]


def test_a_template_s_link_to_nowhere_is_said(sound, said):
    sound.write("overrides/clause.html", "<html><body>{{ to('instruments/opsc/') }}</body></html>")
    with pytest.raises(Abort):
        sound.build()
    assert len(own(said)) == 2  # once in each language
    assert "instruments/crc/index.md: its template links to 'instruments/opsc/', where nothing lies" in said[0]
