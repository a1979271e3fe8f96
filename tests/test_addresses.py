"""Addresses that were once published stay, or send their readers on."""

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import _addresses
from resolutions import addresses, wording
from resolutions.pages.draft import Page, PageDraft, download
from resolutions.problems import Problem
from resolutions.site import LANGUAGES, Site

ROOT = Path(__file__).parents[1]
WORDS, _ = wording.load(ROOT / "docs" / "records" / "wording")

WHOLE = """\
//// html | div.pair.txt#op-4

/// html | div.col[lang="en" dir="ltr"]

The words (a) and (b).
{: .t lang=en dir=ltr }

The second sub-paragraph.
{: .t .item .d1 #op-4-b lang=en dir=ltr }

///

////

/// html | div.pair.bare#status
///
"""
REDIRECT = """\
- old: {old}
  new: {new}
  date: 2026-11-22
  reason:
    en: The symbol was *corrected*.
    ar: صُحح الرمز.
"""


def draft(address, language, template="clause.html", body=""):
    return PageDraft(address, language, f"Title of {address}", "About", template, body)


@cache
def planned(address, language, template, body):
    """The same page for the same values, so that sites can be compared."""
    return Page(address, language, lambda: draft(address, language, template, body))


@cache
def file(name):
    return download(name, b"{}")


def site(*places, files=("x/data.json",), only=LANGUAGES):
    pages = {
        language: tuple(
            planned(place, language, "instrument.html" if place.count("/") == 2 else "clause.html", WHOLE)
            for place in places
            if language in only or place != places[-1]
        )
        for language in LANGUAGES
    }
    return Site(pages, tuple(map(file, files)), ())


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs"
    for name in ("index", "about/method", "search", "about/index"):
        for language in ("", ".ar"):
            path = folder / f"{name}{language}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("---\ntitle: T\n---\n", encoding="utf-8")
    (folder / "records").mkdir()
    return folder


def record(docs, *lines):
    (docs / addresses.RECORDED).write_text("# A comment\n" + "\n".join(lines) + "\n", encoding="utf-8")


def redirect(docs, *pairs):
    text = "".join(REDIRECT.format(old=old, new=new) for old, new in pairs)
    (docs / addresses.MOVED).write_text(text, encoding="utf-8")


def keep(docs, made):
    found, awaited, problems = addresses.keep(made, docs, WORDS)
    lost = [one for language in LANGUAGES for page in found.drafts(language) for one in addresses.lost(page, awaited)]
    # a place is told for the pages of each language
    return found, sorted({(problem.code, problem.line) for problem in (*problems, *lost)})


BY_HAND = {"/", "/about/", "/about/method/", "/search/"}
TEXT = "instruments/crc/"
CLAUSE = "instruments/crc/op-4/"


def test_what_is_published(docs):
    assert addresses.published(site(TEXT, CLAUSE), docs) == BY_HAND | {
        "/instruments/crc/",
        "/instruments/crc/#op-4",
        "/instruments/crc/#op-4-b",
        "/instruments/crc/op-4/",
        "/instruments/crc/op-4/#op-4-b",
        "/x/data.json",
    }


def test_files_beside_the_pages_are_published_the_corpus_and_assets_are_not(docs):
    for name in ("schemas/v1/a.json", "assets/x.css", "texts/crc/ar.txt", "records/a.yml"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).touch()
    made = site(TEXT, files=("search-index/1/a.json",))
    assert {one for one in addresses.published(made, docs) if one[-1] not in "/4b"} == {"/schemas/v1/a.json"}


def test_a_page_that_one_language_lacks_is_not_published(docs):
    assert "/instruments/crc/op-4/" not in addresses.published(site(TEXT, CLAUSE, only=("ar",)), docs)
    (docs / "about" / "method.ar.md").unlink()
    assert "/about/method/" not in addresses.published(site(TEXT), docs)


def test_what_is_gone_is_said_with_its_line(docs):
    record(docs, "/", "/instruments/crc/#op-5", "/instruments/crc/op-4/", "/x/data.json", "/y/data.json")
    made, problems = keep(docs, site(TEXT))
    assert problems == [("address-gone", 3), ("address-gone", 4), ("address-gone", 6)]
    assert made == site(TEXT)


def test_a_place_that_one_language_lacks_is_said_for_its_pages(docs):
    record(docs, "/instruments/crc/#op-4-b")
    made, awaited, problems = addresses.keep(site(TEXT), docs, WORDS)
    (page,) = made.drafts("ar")
    assert (problems, addresses.lost(page, awaited)) == ((), ())
    (lost,) = addresses.lost(replace(page, body="## Nothing {: #here }"), awaited)
    assert (lost.code, lost.line) == ("address-gone", 2)
    assert lost.what == "/instruments/crc/#op-4-b was published and is gone. (Pages in ar.)"


def test_a_site_without_a_text_because_of_an_error_is_let_be(docs):
    record(docs, "/instruments/opsc/")
    broken = replace(site(TEXT), problems=(Problem("docs/texts/opsc", 0, "x", "It is broken.", "Mend it."),))
    assert keep(docs, broken) == (broken, [])


def test_a_page_that_moved_sends_on_in_both_languages(docs):
    record(docs, "/instruments/old/op-4/", "/about/old/")
    redirect(docs, ("/instruments/old/op-4/", "/instruments/crc/#op-4"), ("/about/old/", "/about/method/"))
    made, problems = keep(docs, site(TEXT))
    assert problems == []
    for language in LANGUAGES:
        _, clause, by_hand = made.drafts(language)
        assert (clause.address, clause.template) == ("instruments/old/op-4/", "redirect.html")
        assert clause.data["new"] == "instruments/crc/#op-4"
        assert "Title of instruments/crc" in clause.body
        assert "](../crc/index.md#op-4)" in clause.body
        assert "](../method.md)" in by_hand.body
        assert WORDS.say(language, "moved-to") in clause.body
    assert "&#42;corrected&#42;" in [*made.drafts("en")][1].body
    assert "صُحح الرمز" in [*made.drafts("ar")][1].body


def test_a_file_that_moved_stays_at_both_addresses(docs):
    record(docs, "/old.json")
    redirect(docs, ("/old.json", "/x/data.json"))
    made, problems = keep(docs, site(TEXT))
    assert problems == []
    assert [(one.address, one.content) for one in made.downloads] == [("x/data.json", b"{}"), ("old.json", b"{}")]


def test_a_place_may_be_given_up(docs):
    record(docs, "/instruments/crc/#op-9")
    redirect(docs, ("/instruments/crc/#op-9", "/instruments/crc/"))
    assert keep(docs, site(TEXT)) == (site(TEXT), [])


@pytest.mark.parametrize(
    ("pairs", "codes"),
    [
        ([("/instruments/crc/", "/")], ["redirect-needless"]),
        ([("/instruments/crc/#op-4", "/instruments/crc/")], ["redirect-needless"]),
        ([("/old/", "/instruments/crc/#op-9")], ["redirect-nowhere"]),
        ([("/old/", "/about/method/#steps")], ["redirect-nowhere"]),
        ([("/old/", "/nowhere/")], ["redirect-nowhere"]),
        ([("/older/", "/old/"), ("/old/", "/")], ["redirect-nowhere"]),
        ([("/old/", "/"), ("/old/", "/search/")], ["redirect-twice"]),
        ([("/old/", "/x/data.json")], ["record-value-error"]),
        ([("/old/", "/old/")], ["record-value-error"]),
        ([("/old/", "https://elsewhere.example/")], ["record-string-pattern-mismatch"]),
        ([("/../old/", "/")], ["record-string-pattern-mismatch"]),
        ([("'/\"><script>/'", "/")], ["record-string-pattern-mismatch"]),
    ],
)
def test_wrong_entries_are_said(docs, pairs, codes):
    redirect(docs, *pairs)
    _, problems = keep(docs, site(TEXT))
    assert [code for code, _ in problems] == codes


# The command


def test_new_addresses_are_recorded_and_nothing_is_taken_out(tmp_path, capsys):
    docs = tmp_path / "docs"
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns("a-res-77-233", "assets"))
    there = set(addresses.recorded(docs))
    kept = sorted(there - {"/", "/instruments/c-iii-143-dr/op-4/"})
    record(docs, *kept)
    (docs / addresses.MOVED).unlink()
    assert _addresses.main([], docs) == 1  # two are new, and those of the other text gone
    assert "2 new" in capsys.readouterr().out
    assert _addresses.main(["--record"], docs) == 1
    assert set(addresses.recorded(docs)) == there
    assert "address-gone" in capsys.readouterr().err
    assert _addresses.main([], docs) == 1
    assert " 0 new" in capsys.readouterr().out


def test_an_instrument_that_is_described_now_sends_on_from_its_former_id(docs):
    record(
        docs,
        "/instruments/rafts-convention/",
        "/instruments/rafts-convention/op-4/",
        "/instruments/rafts-convention/art-9/",
    )
    made, problems = keep(
        docs, replace(site(TEXT, CLAUSE), formerly={"rafts-convention": "crc", "never-published": "crc"})
    )
    assert problems == []
    for language in LANGUAGES:
        *_, whole, clause, article = made.drafts(language)
        assert (whole.address, whole.data["new"]) == ("instruments/rafts-convention/", "instruments/crc/")
        assert (clause.address, clause.data["new"]) == ("instruments/rafts-convention/op-4/", "instruments/crc/op-4/")
        assert article.data["new"] == "instruments/crc/"  # where the page has no successor of its own
        assert WORDS.say(language, "moved-described") in whole.body
        assert not [one for one in made.drafts(language) if "never-published" in one.address]


def test_without_that_it_is_gone_and_the_key_is_named(docs):
    record(docs, "/instruments/rafts-convention/")
    *_, problems = addresses.keep(site(TEXT), docs, WORDS)
    assert "formerly: [rafts-convention]" in problems[0].todo
    *_, problems = addresses.keep(replace(site(TEXT), formerly={"rafts-convention": "nowhere"}), docs, WORDS)
    assert [one.code for one in problems] == ["address-gone"]


def test_an_entry_of_a_person_comes_before_a_former_id(docs):
    record(docs, "/instruments/old/")
    redirect(docs, ("/instruments/old/", "/about/method/"))
    made, problems = keep(docs, replace(site(TEXT), formerly={"old": "crc"}))
    assert problems == []
    assert [one.data["new"] for one in made.drafts("en") if one.address == "instruments/old/"] == ["about/method/"]
