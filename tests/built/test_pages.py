"""The built site: addresses, links, anchors, languages, heads. Every page is looked at."""

import copy
import json
import re
from collections import Counter
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree

from resolutions.parse.values import Part

from .conftest import SITE_URL

LANGUAGES = {"en": "ltr", "ar": "rtl"}
ARABIC = re.compile("[\u0621-\u064a]")


def language(address):
    return "ar" if address == "ar/" or address.startswith("ar/") else "en"


def neutral(address):
    return address.removeprefix("ar/")


def test_the_build_says_nothing_to_mend(built):
    assert not re.search(r"WARNING|ERROR", built.said), built.said


def test_eighty_clauses_each_in_both_interfaces(built, corpus):
    clauses = {f"instruments/{text.id}/{clause.id}/" for text in corpus.texts for clause in text.clauses}
    assert len(clauses) == 80
    assert clauses | {f"ar/{one}" for one in clauses} <= set(built.pages)


def test_every_instrument_and_every_pinpoint_has_its_page(built, corpus):
    wanted = {"instruments/", "instruments/crc/art-19/", "instruments/kyoto-declaration/para-29/"}
    wanted |= {f"instruments/{key}/" for key in corpus.by_target}
    for key in corpus.by_target:
        wanted |= {f"instruments/{key}/{pinpoint.id}/" for pinpoint in corpus.pinpoints(key)}
    assert wanted <= set(built.pages)


def test_both_interfaces_have_the_same_addresses(built):
    assert {neutral(a) for a in built.pages if language(a) == "ar"} == {a for a in built.pages if language(a) == "en"}


def test_every_internal_link_and_anchor_resolves(built):
    files = {path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*") if path.is_file()}
    anchors = {address: {node.get("id") for node in page.iter() if node.get("id")} for address, page in built.parsed()}
    broken = []
    for address, page in built.parsed():
        for node, attribute in [(n, a) for n in page.iter() for a in ("href", "src", "action") if n.get(a)]:
            url = urljoin(SITE_URL + address, node.get(attribute))
            if not url.startswith(SITE_URL):
                assert node.tag in {"a", "link"}, f"{address} loads {url} from elsewhere"
                continue
            split = urlsplit(url)
            path = unquote(split.path).removeprefix(urlsplit(SITE_URL).path)
            if path in built.pages:
                if split.fragment and unquote(split.fragment) not in anchors[path]:
                    broken.append((address, url, "no such anchor"))
            elif path not in files:
                broken.append((address, url, "nothing there"))
    assert broken == []


def test_no_page_shows_a_sign_that_stands_for_another(built):
    """What is refused in texts is shown as such a sign; ours of private use must have become something else before."""
    for address, path in built.pages.items():
        assert not re.search("[\ufffd\ue000-\uf8ff]", path.read_text(encoding="utf-8")), address


def test_ids_are_unique(built):
    for address, page in built.parsed():
        counts = Counter(node.get("id") for node in page.iter() if node.get("id"))
        assert [one for one, count in counts.items() if count > 1] == [], address


def test_language_and_direction_of_each_page_and_block(built):
    for address, page in built.parsed():
        own = language(address)
        assert (page.get("lang"), page.get("dir")) == (own, LANGUAGES[own]), address
        for node in page.cssselect(".pair .col, .pair .t"):
            assert node.get("dir") == LANGUAGES[node.get("lang")], address
        for row in page.cssselect(".pair:not(.res)"):
            languages = [child.get("lang") for child in row if child.get("lang")]
            assert languages == ([own] + [one for one in LANGUAGES if one != own]), (address, row.get("id"))


def test_no_arabic_letters_in_a_block_that_says_english_and_the_reverse(built):
    for address, page in built.parsed():
        for node in page.cssselect("main [lang=en]"):
            inside = "".join(node.itertext())
            assert not ARABIC.search(inside) or node.cssselect("[lang=ar]"), (address, inside[:80])


def test_the_page_of_a_clause_shows_its_text_and_nothing_else_of_it(built, corpus):
    """What a reader can copy from each column is the reading, letter for letter, footnotes and labels apart."""
    for text in corpus.texts:
        for clause in text.clauses:
            for prefix in ("", "ar/"):
                page = copy.deepcopy(built.page(f"{prefix}instruments/{text.id}/{clause.id}/"))  # it loses its marks
                for one, version in clause.texts.items():
                    (paragraph,) = page.cssselect(f".pair.txt .col[lang={one}] > p.t")
                    for mark in paragraph.cssselect("sup.note, sup.key"):
                        mark.getparent().remove(mark) if not mark.tail else _drop(mark)
                    assert paragraph.text_content() == version.passage.text, (text.id, clause.id, one)
                    (opening, *_) = paragraph.cssselect("em.open")
                    assert opening.text_content() == version.first_opening


def _drop(node):
    """Take a node out and keep the text that follows it."""
    before = node.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + node.tail
    else:
        node.getparent().text = (node.getparent().text or "") + node.tail
    node.getparent().remove(node)


def test_footnotes_stand_in_their_column(built):
    for prefix in ("", "ar/"):
        page = built.page(f"{prefix}instruments/a-res-77-233/pp-2/")
        for one in LANGUAGES:
            column = page.cssselect(f".pair.txt .col[lang={one}]")[0]
            assert [node.get("id") for node in column.cssselect(".fn p")] == [f"fn-1-{one}", f"fn-2-{one}"]
    english_note = built.page("ar/instruments/a-res-77-233/pp-2/").get_element_by_id("fn-1-ar")
    assert (english_note.get("lang"), english_note.get("dir")) == ("en", "ltr")


def test_symbols_in_arabic_are_isolated(built):
    for address, page in built.parsed():
        for node in page.cssselect("main p.t[lang=ar], main .fn p[lang=ar]"):
            bare = "".join(
                part
                for part in node.xpath("descendant::text()")
                if not (part.getparent().tag == "bdi" and part.is_text) and part.getparent().get("lang") != "en"
            )
            assert not re.search(r"[A-Za-z]+/[A-Za-z0-9]|\d/\d", bare), (address, bare)


def test_canonical_and_alternates_are_absolute_and_answer_each_other(built):
    for address, page in built.parsed():
        (canonical,) = page.cssselect("link[rel=canonical]")
        assert canonical.get("href") == SITE_URL + address
        found = {link.get("hreflang"): link.get("href") for link in page.cssselect("link[rel=alternate][hreflang]")}
        english = SITE_URL + neutral(address)
        assert found == {"en": english, "ar": SITE_URL + "ar/" + neutral(address), "x-default": english}, address


def test_the_sitemap_lists_every_page(built):
    tree = etree.parse(built.folder / "sitemap.xml")
    listed = {node.text for node in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert listed == {SITE_URL + address for address in built.pages}


def test_titles_and_descriptions_are_there_in_the_page_s_language_and_differ(built):
    seen = {}
    for address, page in built.parsed():
        title = page.findtext("head/title").strip()
        (description,) = page.cssselect("meta[name=description]")
        for words in (title, description.get("content")):
            assert bool(ARABIC.search(words)) is (language(address) == "ar"), (address, words)
        assert title not in seen, f"{address} and {seen[title]} are both called {title}"
        seen[title] = address


def test_one_heading_of_the_first_level_in_the_page_s_language(built):
    for address, page in built.parsed():
        (heading,) = page.cssselect("h1")
        words = heading.text_content()
        assert bool(ARABIC.search(words)) is (language(address) == "ar"), (address, words)


def test_the_arabic_interface_is_wholly_arabic(built):
    """Outside blocks that say they are English, no English word of two letters or more, names and symbols apart."""
    allowed = {"PDF", "SHA", "UTF", "JSON", "HTML", "WeProtect", "GitHub", "INHOPE", "UNTOC", "CC", "BY",
               "MIT", "OFL", "txt", "MkDocs", "JavaScript", "Noto", "Chromium", "WCAG", "AA", "axe", "core", "www", "ohchr", "org",
               "un", "docs", "coe", "int", "weprotect", "itu", "ipu", "com"}  # fmt: skip
    for address, page in built.parsed():
        if language(address) != "ar":
            continue
        for node in page.body.iter():
            if (
                not isinstance(node.tag, str)
                or (node.tag == "a" and node.get("href", "").startswith("http"))
                or node.tag in {"script", "style", "code", "kbd", "bdi", "svg", "path"}
            ):
                continue
            around = (node, *node.iterancestors())
            if any(up.get("lang") == "en" or up.tag in {"bdi", "code", "kbd"} for up in around):
                continue
            if any(up.get("class") in {"raw", "read"} for up in around):  # lines of the source file
                continue
            attributes = [node.get(name) or "" for name in ("aria-label", "title", "placeholder")]
            words = [node.text or "", *(child.tail or "" for child in node), *attributes]
            for text in words:
                found = [w for w in re.findall(r"[A-Za-z]{2,}", text) if w not in allowed]
                assert not found, (address, node.tag, text.strip()[:100])


def test_our_translation_is_labelled_wherever_it_stands(built, corpus):
    label = {"en": "Unofficial working translation", "ar": "ترجمة عمل غير رسمية"}
    for prefix, own in (("", "en"), ("ar/", "ar")):
        for clause in corpus.text("a-res-77-233").clauses:
            page = built.page(f"{prefix}instruments/a-res-77-233/{clause.id}/")
            column = page.cssselect(".pair.txt .col[lang=en]")[0]
            assert label["en"] in column.text_content()
            assert label[own].lower() in page.cssselect(".states")[0].text_content().lower()
            linked = json.loads(page.cssselect("script[type='application/ld+json']")[0].text)
            (english,) = [part for part in linked["hasPart"] if part["inLanguage"] == "en"]
            assert label[own].lower() in english["creativeWorkStatus"].lower()
    for address, page in built.parsed():
        for column in page.cssselect("article .pair.txt .col[lang=en]"):
            links = column.getparent().cssselect(".n")
            assert links
        if "77/233" not in page.text_content():
            continue
        for entry in page.cssselect(".from[id^='a-res-77-233-']"):
            spread = next(node for node in entry.itersiblings() if "spread" in (node.get("class") or ""))
            columns = spread.cssselect(".col[lang=en]")
            assert all(label["en"] in column.text_content() for column in columns), address
    whole = built.page("instruments/a-res-77-233/")
    assert label["en"] in whole.get_element_by_id("status").text_content()


def test_a_draft_says_so_on_each_of_its_pages(built, corpus):
    for prefix, word in (("", "Draft"), ("ar/", "مشروع")):
        for leaf in ("", *(f"{clause.id}/" for clause in corpus.text("c-iii-143-dr").clauses)):
            page = built.page(f"{prefix}instruments/c-iii-143-dr/{leaf}")
            assert page.cssselect(".states .draft")[0].text_content().strip() == word


def test_every_citing_clause_is_on_the_page_of_what_it_cites(built, corpus):
    for key in corpus.by_target:
        for prefix in ("", "ar/"):
            page = built.page(f"{prefix}instruments/{key}/")
            for citing in corpus.citing(key):
                page.get_element_by_id(f"{citing.text.id}-{citing.place}")
            marks = page.cssselect("main mark")
            assert {mark.getparent().get("lang") or mark.xpath("ancestor::*[@lang][1]/@lang")[0] for mark in marks} == {
                "en",
                "ar",
            }, key


def test_clauses_lead_to_their_neighbours_and_to_their_place(built, corpus):
    for text in corpus.texts:
        for index, clause in enumerate(text.clauses):
            page = built.page(f"instruments/{text.id}/{clause.id}/")
            for rel, step in (("prev", -1), ("next", 1)):
                links = page.cssselect(f"a[rel={rel}]")
                if 0 <= index + step < len(text.clauses):
                    assert links[0].get("href") == f"../{text.clauses[index + step].id}/"
                else:
                    assert not links
            assert page.cssselect(".place a")[0].get("href") == f"../#{clause.id}"


def test_the_whole_text_holds_every_clause_in_order(built, corpus):
    for text in corpus.texts:
        for prefix in ("", "ar/"):
            page = built.page(f"{prefix}instruments/{text.id}/")
            ids = [node.get("id") for node in page.cssselect(".whole .pair.txt")]
            assert ids == [clause.id for clause in text.clauses]
            assert {"masthead", "title", "chapeau", Part.PREAMBULAR.value, Part.OPERATIVE.value} <= {
                node.get("id") for node in page.iter() if node.get("id")
            }


def test_the_404_page_is_in_both_languages(built):
    words = (built.folder / "404.html").read_text(encoding="utf-8")
    assert 'lang="ar"' in words and 'lang="en"' in words and ARABIC.search(words)


def test_a_witness_can_be_downloaded_byte_for_byte(built, corpus):
    for text in corpus.texts:
        for witness in text.record.witnesses:
            published = built.folder / "instruments" / text.id / "source" / witness.file
            assert published.read_bytes() == (built_docs() / "texts" / text.id / witness.file).read_bytes()


def built_docs():
    from .conftest import ROOT

    return ROOT / "docs"


@pytest.mark.parametrize("page", ["", "ar/", "instruments/c-iii-143-dr/op-3/", "ar/instruments/crc/"])
def test_nothing_is_loaded_from_elsewhere(built, page):
    tree = built.page(page)
    for node in tree.cssselect("script[src], img[src], link[rel=stylesheet], link[rel=preload], iframe, source"):
        url = urljoin(SITE_URL + page, node.get("src") or node.get("href"))
        assert url.startswith(SITE_URL), url
