"""Reading in a real browser: columns, sizes, themes, keys, previews, marked clauses, print; both interfaces."""

import re

import pytest

import _weight

from .conftest import VIEWPORTS
from .waiting import href, until

TEXT = "instruments/a-res-77-233/"
CLAUSE = TEXT + "op-6/"
PREFIXES = ["", "ar/"]
both = pytest.mark.parametrize("interface", PREFIXES)


def column(page, language):
    return page.locator(f".pair.txt .col[lang={language}]").first


def box(page, language):
    return column(page, language).bounding_box()


@both
def test_columns_are_chosen_remembered_and_stand_in_the_address(visit, address, interface):
    page = visit(interface + CLAUSE)
    assert column(page, "en").is_visible() and column(page, "ar").is_visible()
    page.check("#view-ar", force=True)
    assert href(page).endswith("?view=ar")
    assert not column(page, "en").is_visible() and column(page, "ar").is_visible()
    page.goto(address + interface + TEXT + "op-7/")
    assert page.locator("#view-ar").is_checked() and not column(page, "en").is_visible()
    page.check("#view-both", force=True)
    page.check("#layout-left", force=True)
    assert "layout=left" in href(page) and "view" not in href(page)
    assert box(page, "ar")["x"] < box(page, "en")["x"]
    page.check("#layout-right", force=True)
    assert box(page, "ar")["x"] > box(page, "en")["x"] and "?" not in href(page)
    page.check("#layout-stacked", force=True)
    first, second = ("ar", "en") if interface else ("en", "ar")
    above, below = box(page, first), box(page, second)
    assert above["y"] + above["height"] <= below["y"]


def test_an_address_asks_for_columns_without_changing_the_reader_s_own_choice(visit, address):
    page = visit(CLAUSE + "?view=en&layout=left")
    assert not column(page, "ar").is_visible()
    assert page.evaluate("localStorage.length") == 0
    page.goto(address + TEXT + "op-7/")
    assert not column(page, "ar").is_visible(), "for the visit it holds"
    other = visit(CLAUSE + "?view=nonsense&layout=%3Cscript%3E")
    assert column(other, "ar").is_visible() and column(other, "en").is_visible()


def test_the_choice_holds_before_anything_is_painted_and_nothing_shifts(visit, address):
    page = visit(CLAUSE)
    page.check("#view-ar", force=True)
    page.evaluate("muqabala.choose('size-ar', '4'); muqabala.choose('theme', 'slate')")
    page.add_init_script(
        """
        window.seen = null;
        new MutationObserver((_, observer) => {
          if (!document.body) return;
          window.seen = { ...document.documentElement.dataset }; observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
        """
    )
    page.goto(address + CLAUSE, wait_until="networkidle")
    seen = page.evaluate("seen")
    assert (seen["view"], seen["sizeAr"], seen["mdColorScheme"]) == ("ar", "4", "slate")
    assert page.evaluate(_weight.MOVED) < 0.01


@both
def test_each_script_has_a_size_of_its_own(visit, interface):
    page = visit(interface + CLAUSE)
    size = "node => parseFloat(getComputedStyle(node).fontSize)"
    before = {one: column(page, one).locator(".t").first.evaluate(size) for one in ("en", "ar")}
    page.click(".menu summary")
    page.check("#size-ar-4", force=True)
    page.check("#size-en-1", force=True)
    after = {one: column(page, one).locator(".t").first.evaluate(size) for one in ("en", "ar")}
    assert after["ar"] == pytest.approx(before["ar"] * 1.5) and after["en"] == pytest.approx(before["en"] * 0.9)
    page.reload()
    assert column(page, "ar").locator(".t").first.evaluate(size) == after["ar"]


def test_themes_follow_the_system_until_one_is_chosen(visit):
    page = visit(CLAUSE, color_scheme="dark")

    def paper(color):
        until(page, "color => getComputedStyle(document.body).backgroundColor === color", color)

    light, dark, black = "rgb(255, 255, 255)", "rgb(20, 23, 28)", "rgb(0, 0, 0)"
    paper(dark)
    page.emulate_media(color_scheme="light")
    paper(light)
    page.click(".menu summary")
    page.check("[name=theme][value=slate]", force=True)
    page.reload()
    paper(dark)
    page.emulate_media(contrast="more")
    paper(black)
    page.click(".menu summary")
    assert page.locator(".settings [name=contrast]").is_checked()
    page.uncheck(".settings [name=contrast]")
    paper(dark)


@both
def test_without_script_the_controls_that_are_there_work(visit, interface):
    page = visit(interface + CLAUSE, java_script_enabled=False)
    assert column(page, "en").is_visible() and column(page, "ar").is_visible()
    page.check("#view-en", force=True)
    assert column(page, "en").is_visible() and not column(page, "ar").is_visible()
    page.check("#view-both", force=True)
    page.check("#layout-left", force=True)
    assert box(page, "ar")["x"] < box(page, "en")["x"]
    page.click(".menu summary")
    assert not page.locator(".settings [name=theme]").first.is_visible()
    assert page.locator("[data-help]:visible").count() == 0


KINDS = ["", "instruments/", TEXT + "#op-3:op-4", CLAUSE, TEXT + "pp-13/", "instruments/crc/", "about/method/"]


@both
def test_nothing_is_lost_at_320_pixels_with_the_largest_text(visit, address, interface):
    page = visit(interface, "phone")
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("muqabala.choose('size-ar', '4'); muqabala.choose('size-en', '4')")
    for where in KINDS:
        page.goto(address + interface + where)
        for layout in ("right", "left", "stacked"):
            page.evaluate(f"muqabala.choose('layout', '{layout}')")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, (where, layout)
        page.click(".menu summary")
        panel = page.locator(".menu .panel").bounding_box()
        assert panel["x"] >= 0 and panel["x"] + panel["width"] <= 320, where


@both
def test_a_range_is_marked_by_its_address_by_shift_and_by_the_strip(visit, interface):
    page = visit(interface + TEXT + "#op-3:op-5")
    marked = "[...document.querySelectorAll('.marked')].map(one => one.id)"
    until(
        page,
        "document.querySelectorAll('.marked').length && document.querySelector('#op-3').getBoundingClientRect().top < 200",
    )
    assert page.evaluate(marked) == ["op-3", "op-4", "op-5"]
    page.locator(".strip select").select_option("op-7")
    assert href(page).endswith("#op-3:op-7") and page.evaluate(marked)[-1] == "op-7"
    page.locator(".strip button").last.click()
    assert page.evaluate(marked) == [] and "#" not in href(page) and not page.locator(".strip").is_visible()
    page.locator("#op-2 .n a").click(modifiers=["Shift"])
    page.locator("#pp-28 .n a").click(modifiers=["Shift"])
    assert href(page).endswith("#pp-28:op-2") and page.evaluate(marked)[0] == "pp-28"
    until(page, "document.querySelector('p[role=status].vh').textContent.includes('2')")


@both
def test_the_place_and_the_columns_are_kept_when_the_language_changes(visit, address, interface):
    page = visit(interface + TEXT + "?layout=stacked#op-3:op-4")
    page.click("a.tongue")
    other = "" if interface else "ar/"
    wanted = f"{address}{other}{TEXT}?layout=stacked#op-3:op-4"
    page.wait_for_url(lambda url: url == wanted)
    page.locator("#pp-20").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('pp-20').scrollIntoView()")
    page.keyboard.press("l")
    page.wait_for_url(f"{address}{interface}{TEXT}*")
    assert href(page).endswith("#pp-20")


@both
def test_arrows_follow_the_script_and_keys_can_be_turned_off(visit, address, interface):
    page = visit(interface + CLAUSE)
    forward, back = ("ArrowLeft", "ArrowRight") if interface else ("ArrowRight", "ArrowLeft")
    page.keyboard.press(forward)
    page.wait_for_url("**/op-7/")
    page.keyboard.press(back)
    page.wait_for_url("**/op-6/")
    page.keyboard.press("v")
    until(page, "location.search === '?view=ar'")
    page.keyboard.press("o")
    until(page, "location.search.includes('layout=left')")
    page.keyboard.press("Control+l")
    page.keyboard.press("?")
    assert page.locator("dialog.help").is_visible()
    page.keyboard.press("l")
    assert "op-6" in href(page), "no key acts below a dialog"
    page.locator("dialog.help input").uncheck()
    page.keyboard.press("Escape")
    assert not page.locator("dialog.help").is_visible()
    here = href(page)
    for key in (forward, "v", "l", "?", "/"):
        page.keyboard.press(key)
    assert href(page) == here and not page.locator("dialog.help").is_visible()
    assert page.evaluate("document.activeElement.localName") != "input"
    page.locator("footer [data-help]").click()
    assert page.locator("dialog.help").is_visible(), "the button still works"


def test_letters_count_by_their_place_on_an_arabic_keyboard_and_never_while_typing(visit):
    page = visit("ar/" + CLAUSE)
    press = "({ key, code, target }) => (document.querySelector(target) ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))"
    page.evaluate(press, {"key": "ر", "code": "KeyV", "target": "input[name=size-ar]"})
    assert "view" not in href(page)
    page.evaluate(press, {"key": "ر", "code": "KeyV", "target": "main"})
    assert href(page).endswith("?view=ar")
    page.evaluate(press, {"key": "؟", "code": "Slash", "target": "main"})
    assert page.locator("dialog.help").is_visible()


@both
def test_phrases_and_terms_mark_their_counterpart_on_hover_and_on_focus(visit, interface):
    page = visit(interface + CLAUSE)
    paired = "[...document.querySelectorAll('.paired')].map(one => one.closest('[lang]').lang + ' ' + one.textContent)"
    column(page, "en").locator(".open").first.hover()
    assert sorted(page.evaluate(paired)) == ["ar تشجع", "en Encourages"]
    column(page, "ar").locator("[data-term=member-states]").hover()
    assert sorted(page.evaluate(paired)) == ["ar الدول الأعضاء", "en Member States"]
    page.mouse.move(0, 0)
    assert page.evaluate(paired) == []
    page.keyboard.press("t")
    assert len(page.evaluate(paired)) == 2
    until(page, "document.querySelector('p[role=status].vh bdi') !== null")
    assert page.locator("p[role=status].vh bdi").get_attribute("lang") == ("en" if interface else "ar")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.term") == "member-states"
    assert page.locator(".open[tabindex='0'], [data-term][tabindex='0']").count() == 1


@both
def test_terms_of_the_whole_text_mark_their_counterpart_in_their_own_clause(visit, interface):
    page = visit(interface + "instruments/a-res-77-233/")
    page.locator("#op-6 > .col[lang=ar] [data-term=member-states]").hover()
    paired = "[...document.querySelectorAll('.paired')].map(one => one.closest('.pair').id + ' ' + one.textContent)"
    assert sorted(page.evaluate(paired)) == ["op-6 Member States", "op-6 الدول الأعضاء"]
    assert page.locator(".open[tabindex='0'], [data-term][tabindex='0']").count() == 1


@both
def test_a_citation_shows_where_it_leads_and_stays_until_escape(visit, interface):
    page = visit(interface + TEXT + "pp-2/")
    link = page.locator(".pair.txt a.cite").first
    link.hover()
    preview = page.locator(".preview:popover-open")
    preview.wait_for()
    assert preview.locator(".name[lang=en][dir=ltr]").inner_text() == "Convention on the Rights of the Child"
    assert preview.locator(".name[lang=ar][dir=rtl]").inner_text() == "اتفاقية حقوق الطفل"
    preview.hover()
    page.wait_for_timeout(500)
    assert preview.is_visible(), "it can be pointed at"
    page.keyboard.press("Escape")
    assert preview.count() == 0
    page.mouse.move(0, 0)
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    preview.wait_for()
    assert page.evaluate(
        "document.querySelectorAll('[id]').length === new Set([...document.querySelectorAll('[id]')].map(one => one.id)).size"
    )
    page.keyboard.press("Escape")
    assert preview.count() == 0


@both
def test_no_preview_opens_when_the_focus_has_gone_on(visit, interface):
    page = visit(interface + TEXT + "pp-2/")
    link = page.locator(".pair.txt a.cite").first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert link.evaluate("one => one === document.activeElement")
    page.evaluate("document.querySelector('.tongue').focus()")
    page.wait_for_timeout(700)
    assert page.locator(".preview:popover-open").count() == 0


@both
def test_no_preview_opens_where_a_key_moves_a_link_below_a_resting_pointer(visit, interface):
    """The page moves so that one sees what has the focus: a preview would cover that."""
    page = visit(interface + TEXT + "pp-2/")
    first = "document.querySelector('.pair.txt a.cite')"
    place = page.evaluate(f"{first}.getClientRects()[0].toJSON()")
    page.mouse.move(place["left"] + place["width"] / 2, place["top"] + place["height"] / 2 - 150)
    page.keyboard.press("Shift")
    page.evaluate("scrollBy(0, 150)")
    until(page, f"{first}.matches(':hover')")
    page.wait_for_timeout(700)
    preview = page.locator(".preview:popover-open")
    assert preview.count() == 0
    page.mouse.move(0, 0)
    page.locator(".pair.txt a.cite").first.hover()
    preview.wait_for()


def test_a_preview_that_a_tap_has_opened_gives_way_to_the_tab_key(visit):
    page = visit(TEXT + "pp-2/", "phone", has_touch=True)
    page.locator(".pair.txt a.cite").first.tap()
    preview = page.locator(".preview:popover-open")
    preview.wait_for()
    page.keyboard.press("Shift+Tab")
    assert preview.count() == 0


def test_a_clause_is_previewed_in_both_languages(visit):
    page = visit("instruments/crc/")
    page.locator("main .from a", has_text="Operative paragraph 12").first.hover()
    preview = page.locator(".preview:popover-open")
    preview.wait_for()
    assert "automated detection methods" in preview.locator(".col[lang=en][dir=ltr]").inner_text()
    assert "أساليب الكشف الآلية" in preview.locator(".col[lang=ar][dir=rtl]").inner_text()


def test_the_first_tap_shows_and_the_second_goes(visit):
    page = visit(TEXT + "pp-2/", "phone", has_touch=True)
    link = page.locator(".pair.txt a.cite").first
    link.tap()
    page.locator(".preview:popover-open").wait_for()
    assert href(page).endswith("/pp-2/")
    shown = page.locator(".preview").bounding_box()
    assert shown["x"] >= 0 and shown["x"] + shown["width"] <= VIEWPORTS["phone"]["width"]
    link.tap()
    page.wait_for_url("**/instruments/crc/*")


@both
def test_footnotes_stand_in_the_margin_where_there_is_one(visit, interface):
    page = visit(interface + TEXT + "pp-2/?view=ar")
    text, note = (column(page, "ar").locator(one).first.bounding_box() for one in (".t", ".fn"))
    assert note["x"] + note["width"] <= text["x"] and note["y"] < text["y"] + text["height"]
    page.set_viewport_size({"width": 700, "height": 900})
    text, note = (column(page, "ar").locator(one).first.bounding_box() for one in (".t", ".fn"))
    assert note["y"] >= text["y"] + text["height"]
    page.set_viewport_size({"width": 1920, "height": 900})
    page.evaluate("muqabala.choose('view', 'both')")
    for language in ("en", "ar"):
        text, note = (column(page, language).locator(one).first.bounding_box() for one in (".t", ".fn"))
        outside = note["x"] + note["width"] <= text["x"] if language == "en" else note["x"] >= text["x"] + text["width"]
        assert outside, language
        assert note["x"] >= 0 and note["x"] + note["width"] <= 1920


def test_print_is_black_on_white_with_the_place_at_the_foot(visit):
    page = visit(CLAUSE, color_scheme="dark")
    page.evaluate("muqabala.choose('contrast', 'more')")
    page.emulate_media(media="print")
    style = page.evaluate("(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))")
    assert style == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    for furniture in (".bar", ".tools", ".pn", ".foot"):
        assert not page.locator(furniture).first.is_visible(), furniture
    assert box(page, "en")["x"] + box(page, "en")["width"] <= box(page, "ar")["x"]
    foot = page.evaluate(
        "['left', 'right'].map(end => document.documentElement.style.getPropertyValue(`--foot-${end}`))"
    )
    assert "A/RES/77/233" in foot[0] and "Operative paragraph 6" in foot[0] and CLAUSE in foot[1]
    assert len(page.pdf(format="A4")) > 10_000


def test_without_script_the_place_is_printed_below_the_text(visit):
    page = visit("ar/" + CLAUSE, java_script_enabled=False)
    page.emulate_media(media="print")
    words = page.locator(".printed").inner_text()
    assert "A/RES/77/233" in words and "الفقرة 6 من المنطوق" in words and "ar/" + CLAUSE in words


@both
def test_the_foot_of_a_printed_page_is_set_in_the_sans_of_the_interface(visit, interface):
    page = visit(interface + CLAUSE)
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("body * { visibility: hidden !important }");
          document.adoptedStyleSheets = [sheet];
          return document.fonts.ready.then(() => 1);
        }"""
    )
    page.pdf()  # faces that only the foot asks for are there from the second time on
    printed = page.pdf()
    faces = set(re.findall(rb"/BaseFont\s*/\w+\+(Muqabala\w+)", printed))
    assert faces == {b"MuqabalaSansArabicRegular" if interface else b"MuqabalaSansRegular"}
