"""A reader in a real browser: home, clause, citation, back, language; both directions, desktop and phone."""

import pytest

VIEWPORTS = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}


@pytest.fixture
def visit(chromium, address):
    """A page in a fresh window; whatever the browser complains about fails the test."""
    contexts = []

    def open_page(path="", viewport="desktop", **options):
        context = chromium.new_context(viewport=VIEWPORTS[viewport], **options)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda m: page.complaints.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda r: page.complaints.append(r.url) if not r.url.startswith(address) else None)
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        for page in context.pages:
            assert page.complaints == []
        context.close()


JOURNEY = {
    "en": ("", "Legislation worldwide", "Article 19", "Preambular paragraph 3", "العربية", "ltr"),
    "ar": ("ar/", "التشريعات في جميع أنحاء العالم", "المادة 19", "الفقرة 3 من الديباجة", "English", "rtl"),
}


@pytest.mark.parametrize("viewport", VIEWPORTS)
@pytest.mark.parametrize("interface", JOURNEY)
def test_a_reader_s_way(visit, address, interface, viewport):
    start, title, article, clause, other, direction = JOURNEY[interface]
    page = visit(start, viewport)
    page.get_by_role("link", name=title).first.click()
    assert page.url == f"{address}{start}instruments/c-iii-143-dr/"
    page.locator("#pp-3 .n a").click()
    assert page.url == f"{address}{start}instruments/c-iii-143-dr/pp-3/"
    assert page.get_by_role("heading", level=1).inner_text() == clause
    page.get_by_role("link", name=article).first.click()
    assert page.url == f"{address}{start}instruments/crc/art-19/"
    assert page.locator("html").get_attribute("dir") == direction
    page.get_by_role("link", name=clause).first.click()
    assert page.url == f"{address}{start}instruments/c-iii-143-dr/pp-3/"
    page.locator("header").get_by_role("link", name=other, exact=True).first.click()
    assert page.url == f"{address}{'' if start else 'ar/'}instruments/c-iii-143-dr/pp-3/"
    assert page.locator("html").get_attribute("lang") == ("ar" if interface == "en" else "en")


@pytest.mark.parametrize("interface", ["", "ar/"])
def test_columns_stand_english_left_arabic_right_on_a_wide_screen_and_stack_on_a_narrow_one(visit, interface):
    wide = visit(f"{interface}instruments/a-res-77-233/op-5/")
    english = wide.locator(".pair.txt .col[lang=en]").bounding_box()
    arabic = wide.locator(".pair.txt .col[lang=ar]").bounding_box()
    assert english["x"] + english["width"] <= arabic["x"]
    assert abs(english["width"] - arabic["width"]) < 2, "columns of unequal width"
    narrow = visit(f"{interface}instruments/a-res-77-233/op-5/", "phone")
    first, second = ("ar", "en") if interface else ("en", "ar")
    above = narrow.locator(f".pair.txt .col[lang={first}]").bounding_box()
    below = narrow.locator(f".pair.txt .col[lang={second}]").bounding_box()
    assert above["y"] + above["height"] <= below["y"]


PAGES = [
    "unresolved/",
    "",
    "instruments/",
    "instruments/a-res-77-233/",
    "instruments/a-res-77-233/pp-3/",
    "instruments/c-iii-143-dr/op-8/",
    "instruments/kyoto-declaration/",
    "instruments/crc/art-19/",
    "about/",
    "about/method/",
    "about/sources/",
    "about/adding-a-text/",
    "about/schemas/",
    "search/",
]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("interface", ["", "ar/"])
def test_no_page_is_wider_than_a_phone(visit, interface, page):
    found = visit(interface + page, "phone")
    assert found.evaluate("document.documentElement.scrollWidth") <= 390


def test_only_one_language_can_be_shown(visit):
    page = visit("instruments/c-iii-143-dr/op-3/")
    page.locator(".tools label", has_text="Arabic").click()
    assert not page.locator(".pair.txt .col[lang=en]").is_visible()
    assert page.locator(".pair.txt .col[lang=ar]").is_visible()


def test_without_script_both_texts_are_there(visit):
    page = visit("ar/instruments/a-res-77-233/op-4/", java_script_enabled=False)
    assert page.locator(".pair.txt .col[lang=en]").is_visible() and page.locator(".pair.txt .col[lang=ar]").is_visible()


def test_a_wrong_address_shows_the_404_page_in_its_own_clothes(chromium, address):
    page = chromium.new_page()
    assert page.goto(address + "instruments/nowhere/at/all/").status == 404
    assert (
        page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Muqabala')
        or page.locator("link[rel=stylesheet]").count()
    )
    homes = page.eval_on_selector_all("main a", "links => links.map(link => link.href)")
    assert {address, address + "ar/"} <= set(homes)
    page.close()


@pytest.mark.parametrize("interface", ["", "ar/"])
@pytest.mark.parametrize("clause", ["c-iii-143-dr/pp-1", "c-iii-143-dr/op-3", "a-res-77-233/pp-2", "a-res-77-233/op-5"])
def test_a_clause_that_is_selected_and_copied_is_its_text_without_marks(visit, corpus, interface, clause):
    """What lands in the clipboard has the checksum of the page about verification."""
    text, place = clause.split("/")
    page = visit(f"{interface}instruments/{clause}/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for language, version in corpus.text(text).clause(place).texts.items():
        page.eval_on_selector(
            f".pair.txt .col[lang={language}] > p.t", "node => getSelection().selectAllChildren(node)"
        )
        page.keyboard.press("Control+C")
        copied = page.evaluate("navigator.clipboard.readText()").strip()
        if corpus.text(text).record.readings[language].status.ours:
            copied = copied.removesuffix("\n\nUnofficial working translation by Muqabala")
            assert copied + "!" != page.evaluate("navigator.clipboard.readText()").strip() + "!", "the label is missing"
        assert copied == version.passage.text
