"""Copying, citing and reporting in a real browser: what lands on the clipboard, by button, by keyboard and by hand."""

import gzip
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

SITE = "https://muqabala.example/reading/"
READ = """async () => {
  const [item] = await navigator.clipboard.read(), found = {};
  for (const type of item.types) found[type] = await (await item.getType(type)).text();
  return found;
}"""
ISOLATES = re.compile("[\u2066-\u2069]")


@pytest.fixture
def clause(visit, address):
    """Opens a page where the clipboard may be used (or, `allowed=False`, may not), with a choice made before."""

    def open_page(path, choice=None, allowed=True, **options):
        if allowed:
            options["permissions"] = ["clipboard-read", "clipboard-write"]
        if choice:
            kept = {"name": "muqabala.copy", "value": json.dumps(choice)}
            origin = {"origin": address.removesuffix("/reading/"), "localStorage": [kept]}
            options["storage_state"] = {"origins": [origin]}
        return visit(path, **options)

    return open_page


def press(page, selector="[data-copy]"):
    """Press the button and wait until the page says what it did; what the clipboard then holds, by type."""
    page.evaluate("for (const one of document.querySelectorAll('[data-said]')) one.textContent = ''")
    button = page.locator(selector).first if isinstance(selector, str) else selector
    button.click()
    page.locator("[data-said]:not(:empty)").wait_for()
    return page.evaluate(READ)


def said(page):
    return page.locator("[data-said]").locator("visible=true").inner_text()


@pytest.mark.parametrize("interface", ["", "ar/"])
def test_both_languages_with_notes_as_rich_and_as_plain_text(clause, corpus, interface):
    copied = press(page := clause(f"{interface}instruments/a-res-77-233/pp-2/"))
    assert set(copied) == {"text/html", "text/plain"}
    assert not re.search(r"\b(class|style|id|href|face)=", copied["text/html"]), "classes, styles, fonts or links"
    rich = html.fragment_fromstring(copied["text/html"], "div")
    first = {"": "en", "ar/": "ar"}[interface]
    assert [block.get("lang") for block in rich.iterchildren()] == ([first, "ar"] if first == "en" else [first, "en"])
    for paragraph in rich.iter("p"):
        assert paragraph.get("dir") == {"en": "ltr", "ar": "rtl"}[paragraph.get("lang")]
    assert [one.text for one in rich.iter("i")] == ["Recalling"]
    assert [one.text for one in rich.iter("b")] == ["وإذ تشير"]
    assert [one.text for one in rich.iter("sup")] == ["(1)", "(2)"] * 2
    for language, version in corpus.text("a-res-77-233").clause("pp-2").texts.items():
        (block,) = (one for one in rich.iterchildren() if one.get("lang") == language)
        text, *rest = (one.text_content() for one in block.iter("p"))
        assert re.sub(r"\(\d\)", "", text) == version.passage.text
        assert [note.split(" ", 1)[0] for note in rest[:2]] == ["(1)", "(2)"]
        assert rest[-1] == f"{SITE}{'ar/' if language == 'ar' else ''}instruments/a-res-77-233/pp-2/"
    plain = copied["text/plain"].split("\n\n")
    assert len(plain) == 2 and all(len(block.split("\n")) == 5 for block in plain)
    assert (
        "A/RES/77/233, preambular paragraph 2, 15 December 2022. Unofficial working translation by Muqabala."
        in copied["text/plain"]
    )
    assert (
        "الوثيقة A/RES/77/233، الفقرة 2 من الديباجة، 15 كانون الأول/ديسمبر 2022. نص مسترجَع من مصدر معطوب."
        in copied["text/plain"]
    )
    name = {"": "preambular paragraph 2", "ar/": "الفقرة 2 من الديباجة"}[interface]
    assert name in said(page)


@pytest.mark.parametrize("interface", ["", "ar/"])
def test_a_table_has_english_left_and_arabic_right(clause, interface):
    copied = press(clause(f"{interface}instruments/c-iii-143-dr/op-3/", {"form": "table"}))
    rich = html.fragment_fromstring(copied["text/html"], "div")
    (table,) = rich.iter("table")
    assert table.get("dir") == "ltr"
    assert [(cell.get("lang"), cell.get("dir")) for cell in table.iter("td")] == [("en", "ltr"), ("ar", "rtl")]
    assert [next(iter(cell)).text_content()[:5] for cell in table.iter("td")] == ["Calls", "وتدعو"[:5]]
    assert copied["text/plain"].startswith("Calls upon"), "the same without a table"
    assert copied["text/plain"].count("\n\n") == 1


@pytest.mark.parametrize(("interface", "language"), [("", "ar"), ("ar/", "en"), ("", "en")])
def test_one_language_without_notes_and_source_still_says_what_it_is(clause, corpus, interface, language):
    choice = {"languages": language, "notes": False, "source": False, "address": False}
    copied = press(clause(f"{interface}instruments/a-res-77-233/pp-2/", choice))
    status = {"ar": "نص مسترجَع من مصدر معطوب.", "en": "Unofficial working translation by Muqabala."}[language]
    text = corpus.text("a-res-77-233").clause("pp-2").texts[language].passage.text
    assert copied["text/plain"] == f"{text}\n{status}"
    assert "<sup>" not in copied["text/html"]


def test_the_choice_is_made_from_the_keyboard_seen_before_it_is_copied_and_remembered(clause):
    page = clause("instruments/a-res-77-233/pp-2/")
    page.locator("[data-copy-options]").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Copy preambular paragraph 2")
    assert dialog.is_visible()
    assert page.evaluate("document.activeElement.name") == "languages"
    page.keyboard.press("ArrowRight")  # to Arabic
    preview = dialog.get_by_role("region", name="As formatted text")
    assert preview.locator("p").first.inner_text().startswith("وإذ تشير إلى اتفاقية حقوق الطفل(1)")
    assert "Recalling" not in preview.inner_text()
    page.keyboard.press("Tab")  # past the layout, which one language has not
    page.keyboard.press("Space")
    assert "(1)" not in preview.inner_text()
    page.keyboard.press("Enter")
    dialog.wait_for(state="hidden")
    page.locator("[data-said]").locator("visible=true").wait_for()
    assert said(page) == "Copied: preambular paragraph 2 (Arabic)"
    assert page.evaluate("document.activeElement.dataset.copyOptions") == "", "the focus comes back"
    before = page.evaluate(READ)["text/plain"]
    page.reload()
    assert press(page)["text/plain"] == before


def test_every_clause_of_a_whole_text_can_be_copied(clause, corpus):
    page = clause("ar/instruments/c-iii-143-dr/", {"languages": "en", "address": False})
    clauses = corpus.text("c-iii-143-dr").clauses
    assert page.locator(".pair [data-copy]").count() == len(clauses)
    button = page.get_by_role("button", name="نسخ الفقرة 4 من المنطوق", exact=True)
    assert button.get_attribute("data-copy") == "op-4"
    copied = press(page, "#op-4 [data-copy]")
    text = corpus.text("c-iii-143-dr").clause("op-4").texts["en"].passage.text
    source = "C-III/143/DR, operative paragraph 4, 15 October 2021. Draft, printed as received."
    assert copied["text/plain"] == f"{text}\n{source}"


@pytest.mark.parametrize("interface", ["", "ar/"])
def test_what_the_browser_refuses_is_selected_and_said(clause, interface):
    page = clause(f"{interface}instruments/c-iii-143-dr/op-3/", {"languages": "ar"}, allowed=False)
    page.evaluate(
        "() => { navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError')); }"
    )
    page.locator("[data-copy]").click()
    page.locator("dialog [data-said]:not(:empty)").wait_for()
    assert {"": "not allow", "ar/": "لم يسمح"}[interface] in said(page)
    selected = page.evaluate("getSelection().toString()")
    assert selected.startswith("وتدعو أعضاء البرلمانات")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.keyboard.press("Control+C")
    copied = page.evaluate(READ)
    assert copied["text/plain"].startswith("وتدعو أعضاء البرلمانات")
    assert "style=" not in copied["text/html"] and "<b>وتدعو</b>" in copied["text/html"]


@pytest.mark.parametrize("interface", ["", "ar/"])
def test_references_and_their_files_are_copied(clause, built, interface):
    page = clause(f"{interface}instruments/a-res-77-233/op-4/")
    for reference in page.locator(".take-ref").all():
        text = reference.inner_text()
        assert re.search(r"\b20\d\d(،| at)", text) and "(date)" not in text and "(التاريخ)" not in text
        copied = press(page, reference.locator("xpath=following-sibling::button"))
        assert ISOLATES.sub("", copied["text/plain"]).replace("\n", " ") == text
        assert html.fragment_fromstring(copied["text/html"], "div")[0].get("lang") == reference.get_attribute("lang")
    for file in page.locator(".take-files li").all():
        copied = press(page, file.locator("button"))
        assert file.locator("a").inner_text() in said(page)
        href = urlsplit(file.locator("a").evaluate("link => link.href")).path.removeprefix("/reading/")
        assert "/ar/" not in href, "one address in both interfaces"
        written = (built.folder / href).read_bytes().decode()
        assert copied["text/plain"].splitlines() == written.splitlines()
        with page.expect_download() as download:
            file.locator("a").click()
        assert download.value.suggested_filename == "a-res-77-233-op-4." + href.rpartition(".")[2]


@pytest.mark.parametrize("interface", ["", "ar/"])
def test_a_report_is_prefilled(built, interface):
    page = built.page(f"{interface}instruments/a-res-77-233/op-4/")
    (link,) = (one for one in page.cssselect(".take a") if "issues/new" in one.get("href"))
    address = urlsplit(link.get("href"))
    assert address.path == "/muqabala/muqabala/issues/new"
    fields = {key: value for key, (value,) in parse_qs(address.query, strict_parsing=True).items()}
    assert fields["template"] == "wrong-text.yml"
    assert fields["page"] == f"{SITE}{interface}instruments/a-res-77-233/op-4/"
    assert fields["clause"] == "a-res-77-233/op-4"
    assert fields["language"] == {"": "English", "ar/": "العربية"}[interface]
    assert (
        fields["title"]
        == {
            "": "Wrong text: A/RES/77/233, Operative paragraph 4",
            "ar/": "خطأ في نص: A/RES/77/233، الفقرة 4 من المنطوق",
        }[interface]
    )
    assert address.query.isascii()


@pytest.mark.parametrize("interface", ["", "ar/"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_selection_by_hand_stays_in_its_column_and_leaves_the_markers(clause, corpus, interface, language):
    """From the first line of one clause to the last of the next: the text of both, nothing of spine, keys, or the other."""
    page = clause(f"{interface}instruments/c-iii-143-dr/")
    first, last = (page.locator(f"#{one} > .col[lang={language}] > p.t") for one in ("op-3", "op-4"))
    first.scroll_into_view_if_needed()
    start, end = first.bounding_box(), last.bounding_box()
    near, far = (1, -1) if language == "en" else (-1, 1)
    edge = {1: lambda box: box["x"] + 1, -1: lambda box: box["x"] + box["width"] - 1}
    page.mouse.move(edge[near](start), start["y"] + 8)
    page.mouse.down()
    page.mouse.move(edge[far](end), end["y"] + end["height"] - 4, steps=5)
    page.mouse.up()
    page.keyboard.press("Control+C")
    copied = page.evaluate(READ)
    wanted = [corpus.text("c-iii-143-dr").clause(one).texts[language].passage.text for one in ("op-3", "op-4")]
    assert [line for line in copied["text/plain"].splitlines() if line.strip()] == wanted
    rich = html.fragment_fromstring(copied["text/html"], "div")
    assert [paragraph.text_content() for paragraph in rich.iter("p")] == wanted
    assert {paragraph.get("lang") for paragraph in rich.iter("p")} == {language}
    assert not re.search(r"\b(class|style|id|href)=", copied["text/html"])


def test_a_piece_of_our_translation_selected_by_hand_says_that_it_is_ours(clause):
    page = clause("instruments/a-res-77-233/pp-2/")
    page.eval_on_selector(".col[lang=en] a.cite", "node => getSelection().selectAllChildren(node)")
    page.keyboard.press("Control+C")
    copied = page.evaluate(READ)
    label = "Unofficial working translation by Muqabala"
    assert copied["text/plain"] == f"Convention on the Rights of the Child\n\n{label}"
    assert copied["text/html"].endswith(f"Convention on the Rights of the Child</p><p>{label}</p>")


TORN = {  # a run, what stands before and after it in an Arabic line; is it isolated?
    "a symbol among words": ("A/RES/77/233", "القرار ", " المؤرخ", False),
    "a symbol in brackets": ("A/RES/77/233", "القرار (", ")، المؤرخ", False),
    "a symbol before another": ("A/RES/77/233", "القرارين ", " (E/RES/2005/20)", True),
    "the last of two": ("E/RES/2005/20", "القرارين A/RES/77/233 (", ")", False),
    "a number": ("77/233", "القرار ", " المؤرخ", False),
    "a number with hyphen": ("22-28999", "الوثيقة ", "، ص", True),
    "a number that letters follow": ("2004/27 B", "القرار ", "، ص", True),
    "a stop that belongs to it": ("Rev.", "الوثيقة ", " المنقحة", True),
}


def test_plain_text_is_isolated_where_the_bidirectional_algorithm_would_tear_it_and_only_there(clause):
    """The browser's own layout is the judge: every sign of the run stands right of the one before it."""
    page = clause("instruments/c-iii-143-dr/op-3/")
    layout = """async ([run, before, after]) => {
      const {torn} = await import(new URL("taking.js", document.querySelector("script[src$='site.js']").src));
      const isolated = torn(run, after);
      const line = document.createElement("div");
      document.body.append(line);
      line.dir = "rtl";
      line.textContent = before + (isolated ? "\\u2066" + run + "\\u2069" : run) + after;
      const node = line.firstChild, from = before.length + (isolated ? 1 : 0), places = [];
      for (let at = from; at < from + run.length; at++) {
        const range = document.createRange();
        range.setStart(node, at); range.setEnd(node, at + 1);
        places.push(range.getBoundingClientRect().left);
      }
      const whole = places.every((place, at) => !at || place > places[at - 1]);
      line.remove();
      return {isolated, whole};
    }"""
    for name, (run, before, after, isolated) in TORN.items():
        found = page.evaluate(layout, [run, before, after])
        assert found["isolated"] is isolated, name
        assert found["whole"], name


def test_without_script_the_references_are_there_and_no_dead_button(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "instruments/a-res-77-233/op-4/")
    assert page.locator(".take-ref").count() == 2
    assert not page.locator("main button").locator("visible=true").count()
    assert page.get_by_role("link", name="CSL-JSON").is_visible()
    context.close()


def test_an_arabic_line_that_begins_with_a_symbol_still_runs_from_the_right(clause):
    page = clause("instruments/c-iii-143-dr/op-3/")
    found = page.evaluate("""async () => {
      const {plain} = await import(new URL("taking.js", document.querySelector("script[src$='site.js']").src));
      const copy = document.createElement("div");
      copy.innerHTML = `<p lang="ar" dir="rtl"><span lang="en" dir="ltr">A/RES/77/233</span>، الفقرة 4.</p>`;
      const text = plain(copy), line = document.createElement("div");
      document.body.append(line);
      line.dir = "auto";
      line.textContent = text;
      const direction = getComputedStyle(line).direction;
      line.remove();
      return [text, direction];
    }""")
    assert found == ["\u200fA/RES/77/233، الفقرة 4.", "rtl"]


def test_a_clause_page_stays_light(built):
    """What a second page costs: the document alone, for all else is kept by the browser."""
    pages = {address: built.pages[address] for address, page in built.parsed() if page.cssselect("[data-copy]")}
    heavy = {
        address: size for address, path in pages.items() if (size := len(gzip.compress(path.read_bytes()))) > 15_000
    }
    assert pages and not heavy
