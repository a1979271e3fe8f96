"""The search as a reader has it: the built site in a real browser, both interfaces, keyboard, screen reader, phone."""

import json
import re

import pytest

import _measure_search as measure
from resolutions.finding.words import Words

from .conftest import VIEWPORTS
from .waiting import until

INTERFACES = ["", "ar/"]
# What the engine reached when the list was last gone through; a change must not fall below.
LEAST = {"recall": 0.98, "mrr": 0.94, "top-1": 0.90, "top-3": 0.97, "within": 0.98}


@pytest.fixture
def look(visit):
    """`look(prefix, query)`: the search page with its results."""

    def open_results(prefix, query, viewport="desktop", more="", **options):
        page = visit(f"{prefix}search/?q={query}{more}", viewport, **options)
        page.wait_for_selector("#search-results a, #search-none:not([hidden])")
        page.wait_for_selector("#search-results:not([aria-busy])", state="attached")
        return page

    return open_results


def test_recall_and_rank_over_the_list_of_queries(visit, address, capsys):
    page = visit("search/")
    wanted = measure.queries()
    assert len(wanted) >= 150
    ranks = measure.asked(page, address, wanted)
    found = measure.figures(wanted, ranks)
    with capsys.disabled():
        print("\nsearch:", ", ".join(f"{name} {value:.3g}" for name, value in found.items()))
    assert all(found[name] >= least for name, least in LEAST.items()), "\n".join(measure.short(wanted, ranks))


def test_every_target_of_the_list_is_a_page(built):
    targets = {target for one in measure.queries() for target in one["find"]}
    assert not {target for target in targets if f"instruments/{target}/" not in built.pages}


def test_the_browser_folds_as_the_build_does(visit, address, corpus):
    """Every word of the texts and of the list, and every word of the rules: the same readings and the same stems."""
    words = Words(corpus.records.folding)
    texts = [one["q"] for one in measure.queries()]
    texts += [
        version.passage.text for text in corpus.texts for clause in text.clauses for version in clause.texts.values()
    ]
    texts += [
        json.dumps(corpus.records.folding.model_dump(), ensure_ascii=False),
        "ﻻ ۱۹ ٧٧ Café ß İstanbul child’s الـ\u200f143",
    ]
    runs = sorted({run for text in texts for run in words.runs(text)})
    assert len(runs) > 2000
    own = [[[one.how, one.base, words.stem(one.base)] for part in words.readings(run) for one in part] for run in runs]
    page = visit("search/")
    theirs = page.evaluate(
        """async ([root, text]) => {
          const { Words } = await import(root + "assets/javascripts/search/words.js");
          const { rules } = await (await fetch(root + "search-index/manifest.json")).json();
          const words = new Words(rules);
          const found = {};
          for (const { run } of words.runs(text)) {
            found[run] = words.readings(run).flat().map(({ how, base }) => [how, base, words.stem(base)]);
          }
          return found;
        }""",
        [address, "\n".join(runs)],
    )
    assert set(theirs) == set(runs)
    assert [(run, theirs[run]) for run in runs] == list(zip(runs, own, strict=True))


@pytest.mark.parametrize("viewport", VIEWPORTS)
@pytest.mark.parametrize("prefix", INTERFACES)
def test_the_dialog_from_the_keyboard(visit, address, prefix, viewport):
    page = visit(prefix + "instruments/c-iii-143-dr/op-3/", viewport)
    page.locator("header a[href]").first.focus()
    page.keyboard.press("/")
    page.keyboard.type("التشفير" if prefix else "encryption")  # at once: not a letter may get lost
    page.wait_for_selector(f"dialog.finder .found:has-text('{'التشفير»' if prefix else 'encryption”'}')")
    page.wait_for_selector("dialog.finder .res")
    links = page.locator("dialog.finder .results a").all()
    for link in links[:2]:
        page.keyboard.press("ArrowDown")
        assert link.evaluate("node => node === document.activeElement")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    assert not page.locator("dialog.finder").is_visible()
    assert page.evaluate("document.activeElement.closest('header') !== null"), "the focus does not return"
    page.keyboard.press("Control+k")
    assert page.locator("dialog.finder").is_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/a-res-77-233/(pp-28|op-2)/$"))
    assert page.url.startswith(address + prefix + "instruments/")


@pytest.mark.parametrize("prefix", INTERFACES)
def test_enter_leads_to_the_page_of_all_results(visit, address, prefix):
    page = visit(prefix + "about/")
    page.locator("header a[data-find]").first.click()
    page.keyboard.type("victim blaming")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{prefix}search/?q=victim+blaming")
    page.wait_for_selector("#search-results .res")
    links = page.eval_on_selector_all("#search-results h3 a", "links => links.map(link => link.href)")
    assert links == [f"{address}{prefix}instruments/c-iii-143-dr/op-8/"]


@pytest.mark.parametrize(
    ("query", "language", "marks"),
    [
        ("الاعاقه", "ar", ["إعاقة", "الإعاقة"]),
        ("لحمايه", "ar", ["حماية", "الحماية"]),
        ("فتيات", "ar", ["الفتيات", "والفتيات"]),
        ("criminalise", "en", ["criminalize"]),
        ("٧٤/١٧٤", "en", ["74/174"]),
        ('"victim blaming"', "en", ["victim blaming"]),
        ("encripted", "en", ["encryption"]),
    ],
)
def test_the_word_is_marked_as_printed_though_the_query_is_spelt_otherwise(look, query, language, marks):
    page = look("", query)
    found = page.eval_on_selector_all(f".res .t[lang={language}] mark", "marks => marks.map(mark => mark.textContent)")
    assert set(marks) <= set(found), found
    if language == "ar" and query != "٧٤/١٧٤":
        assert page.locator(".res .t[lang=en] mark").count() == 0


@pytest.mark.parametrize("query", ["77/233", "A/RES/77/233", "٧٧/٢٣٣"])
def test_a_symbol_is_marked_as_a_whole(look, address, query):
    marked = look("", query).evaluate(
        """async ([root, query, text]) => {
          const { places } = await import(root + "assets/javascripts/search/marks.js");
          const { ready } = await import(root + "assets/javascripts/search/view.js");
          const { engine } = await ready();
          return places(text, engine.words, await engine.find(query)).map(([from, to]) => text.slice(from, to));
        }""",
        [address, query, "Recalling its resolutions A/RES/77/233 and 70/1, and A/HRC/RES/31/8"],
    )
    assert marked == ["A/RES/77/233"]


@pytest.mark.parametrize(("prefix", "own"), [("", "en"), ("ar/", "ar")])
def test_a_result_shows_both_languages_the_reader_s_first_below_its_instrument(look, address, prefix, own):
    page = look(prefix, "التشفير")
    result = page.locator(".res").first
    assert result.locator(".t").evaluate_all("all => all.map(one => one.lang)") == [own, "ar" if own == "en" else "en"]
    assert (
        result.locator(".t").evaluate_all("all => all.map(one => one.dir)")
        == ["ltr", "rtl"][:: 1 if own == "en" else -1]
    )
    heading = page.locator(".hits h2 a").first
    assert heading.get_attribute("href") == f"{address}{prefix}instruments/a-res-77-233/"
    assert page.locator(".res .ours").count() == page.locator(".res .t[lang=en]").count(), (
        "our translation is not labelled"
    )


@pytest.mark.parametrize("prefix", INTERFACES)
def test_nothing_is_listed_twice_and_more_results_follow(look, prefix):
    page = look(prefix, "الأطفال" if prefix else "children")
    counted = int(re.search(r"\d+", page.locator("#search-status").inner_text()).group())
    assert counted > 20
    shown = 10
    while shown < counted:
        page.locator("#search-more button").click()
        shown = min(shown + 10, counted)
        until(page, "n => document.querySelectorAll('[data-hit]').length >= n", shown)
        until(page, "document.activeElement.closest('#search-results') !== null")
    assert not page.locator("#search-more").is_visible()
    links = page.eval_on_selector_all("[data-hit]", "links => links.map(link => link.href)")
    assert len(links) == len(set(links)) == counted


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("خواديم", "نتيجتان"),
        ("كوفيد", "نتيجة واحدة"),
        ("المدني", "3 نتائج|نتيج"),
        ("الأطفال", r"\d+ نتيجة"),
        ("زرافة", "لا نتائج"),
    ],
)
def test_the_number_of_results_is_said_in_a_right_plural(look, query, said):
    status = look("ar/", query).locator("#search-status[role=status]")
    assert re.match(said, status.inner_text())


def test_filters_narrow_the_results_and_stand_in_the_address(look, address):
    page = look("", "children")
    page.locator("#search-filters summary").click()
    page.wait_for_selector("#find-part option:nth-child(2)", state="attached")
    counts = page.eval_on_selector_all("#find-part option", "all => all.map(one => one.textContent)")
    page.locator("#find-part").select_option("op")
    page.wait_for_url("**part=op*")
    page.wait_for_selector("#search-results:not([aria-busy])", state="attached")
    left = int(re.search(r"\d+", page.locator("#search-status").inner_text()).group())
    assert f"Operative paragraphs ({left})" in counts
    links = page.eval_on_selector_all("#search-results h3 a", "links => links.map(link => link.href)")
    assert links and all("/op-" in link for link in links)
    page.locator("#find-opening").select_option("Encourages")
    page.wait_for_url("**opening=Encourages*")
    page.wait_for_selector("#search-results:not([aria-busy])", state="attached")
    assert page.locator(".res .t[lang=en] .open").all_inner_texts() == ["Encourages"] * page.locator(".res").count()
    page.locator("#search-filters button").click()
    page.wait_for_url(lambda url: "part=" not in url)
    page.go_back()
    page.wait_for_url("**opening=Encourages*")
    until(page, "document.querySelector('#find-part').value === 'op'")


@pytest.mark.parametrize(
    ("name", "value", "query", "wanted"),
    [
        ("in", "c-iii-143-dr", "education", "instruments/c-iii-143-dr/"),
        ("cites", "crc", "privacy", "instruments/c-iii-143-dr/op-12/"),
        ("text", "ar", "WeProtect", "instruments/c-iii-143-dr/op-1/"),
    ],
)
def test_each_filter_works_from_the_address(look, address, name, value, query, wanted):
    page = look("ar/", query, more=f"&{name}={value}")
    page.wait_for_selector(f"#find-{name}", state="attached")
    links = page.eval_on_selector_all("[data-hit]", "links => links.map(link => link.href)")
    assert links and all(link.startswith(address + "ar/" + wanted) for link in links)


@pytest.mark.parametrize("prefix", INTERFACES)
def test_when_there_is_nothing_advice_is_given(look, prefix):
    page = look(prefix, "xylophone")
    assert page.locator("#search-none").is_visible() and page.locator("#search-none a").is_visible()
    assert page.locator("[data-hit]").count() == 0


@pytest.mark.parametrize("prefix", INTERFACES)
def test_the_other_interface_keeps_the_query(look, address, prefix):
    page = look(prefix, "77/233")
    page.locator("a.tongue").click()
    page.wait_for_url(f"{address}{'' if prefix else 'ar/'}search/?q=77%2F233")
    page.wait_for_selector("[data-hit]")
    assert page.locator("[data-hit]").first.get_attribute("href").endswith("/instruments/a-res-77-233/")


@pytest.mark.parametrize("prefix", INTERFACES)
def test_without_script_the_search_says_what_to_do(visit, prefix):
    page = visit(prefix + "about/", java_script_enabled=False)
    page.locator("header a[data-find]").first.click()
    assert page.locator("noscript a").get_attribute("href").endswith("instruments/")


@pytest.mark.parametrize("prefix", INTERFACES)
def test_no_script_and_no_style_stands_in_the_page(look, prefix):
    """A strict policy for contents may come: nothing inline, nothing from elsewhere, no WebAssembly."""
    page = look(prefix, "children")
    page.keyboard.press("Escape")
    scripts = page.eval_on_selector_all("script:not([src])", "all => all.map(one => one.type)")
    assert set(scripts) <= {"application/json", "application/ld+json"}
    assert page.locator("#search-results [style]").count() == 0


@pytest.mark.parametrize("prefix", INTERFACES)
def test_results_and_dialog_fit_a_phone(look, prefix):
    page = look(prefix, "77/233", "phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto(page.url.split("search/")[0])
    page.locator("header a[data-find]:visible").click()
    page.keyboard.type("optional protocol")
    page.wait_for_selector("dialog.finder .res")
    assert page.evaluate("document.querySelector('dialog.finder .results').scrollWidth") <= 390


def test_a_lost_connection_is_said_and_the_next_query_tries_again(visit, address):
    page = visit("")
    page.route("**/search-index/**", lambda route: route.abort())
    page.keyboard.press("/")
    page.keyboard.type("encryption")
    page.wait_for_selector("dialog.finder .found:has-text('could not be loaded')")
    page.unroute("**/search-index/**")
    page.keyboard.type(" ")
    page.wait_for_selector("dialog.finder .res")
    page.complaints.clear()  # the failure itself


@pytest.mark.parametrize(("prefix", "name"), [("", "Muqabala"), ("ar/", "مقابلة")])
def test_browsers_are_told_of_the_search(built, prefix, name):
    (link,) = built.page(prefix).cssselect("link[rel=search]")
    assert link.get("title") == name and link.get("href") == "opensearch.xml"
    assert name in (built.folder / prefix / "opensearch.xml").read_text(encoding="utf-8")
