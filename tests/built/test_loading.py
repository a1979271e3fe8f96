"""What a first paint waits for, and long pages: squeezed sheets, faces asked for early, nothing that moves."""

import gzip
import time
from pathlib import Path

import pytest

import _kinds
import _weight

from .conftest import ROOT, VIEWPORTS

WHOLE = "instruments/a-res-77-233/"
FIRST_ROUND = 14_000  # bytes that a server may send before it hears from the browser: RFC 6928, less the headers
both = pytest.mark.parametrize("interface", ["", "ar/"])

RULES = """async (sheets) => sheets.map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s*([\\s,:])\\s*/g, "$1"));
})"""
FACES = """async () => {
  await document.fonts.ready;
  const families = { serif: "Muqabala Serif", naskh: "Muqabala Naskh", "sans-arabic": "Muqabala Sans Arabic", sans: "Muqabala Sans" };
  const asked = [...document.querySelectorAll("link[rel=preload][as=font]")].map(({ href }) => {
    const [, family, weight, style] = href.match(/muqabala-(serif|naskh|sans-arabic|sans)-(400|600)(-italic)?\\.woff2$/);
    return [families[family], weight, style ? "italic" : "normal"].join(" ");
  });
  const used = [...document.fonts].filter(({ status }) => status === "loaded");
  const name = (family) => family.replaceAll('"', "").replace("Quoted", "Naskh");  // the same file
  return [asked, used.map(({ family, weight, style }) => [name(family), weight, style].join(" "))];
}"""


def test_the_squeezed_sheet_has_the_same_rules_and_comes_in_one_round(visit, built):
    sheet = "assets/stylesheets/muqabala.css"
    source = (ROOT / "docs" / sheet).read_text(encoding="utf-8")
    sent = (built.folder / sheet).read_text(encoding="utf-8")
    assert len(gzip.compress(sent.encode(), 6)) < FIRST_ROUND
    assert "/*" in source and "/*" not in sent
    before, after = visit("about/privacy/").evaluate(RULES, [source, sent])
    assert len(before) > 20 and after == before


@both
@pytest.mark.parametrize(
    "kind", ["home", "instruments", "held-draft", "clause-notes", "cited", "ledger", "about", "sources"]
)
def test_no_face_is_asked_for_that_the_page_does_not_use(visit, interface, kind):
    asked, used = visit(interface + _kinds.KINDS[kind]).evaluate(FACES)
    assert asked and not set(asked) - set(used)


@both
def test_an_address_leads_to_its_clause_and_nothing_pushes_it_away(visit, address, interface):
    page = visit(interface + "about/privacy/", viewport="phone")
    for mark, clause in (("#op-20", "op-20"), ("#op-3:op-5", "op-3"), ("#pp-14", "pp-14")):
        page.goto("about:blank")
        page.goto(address + interface + WHOLE + mark)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
        top = page.locator(f"#{clause}").bounding_box()["y"]
        assert -2 <= top <= 60, mark


@both
def test_all_of_a_long_text_is_printed(visit, interface):
    page = visit(interface + WHOLE)
    page.emulate_media(media="print")
    hidden = "all => all.filter((one) => !one.checkVisibility()).length"
    assert page.eval_on_selector_all(".whole .pair.txt .t", hidden) == 0


@both
def test_nothing_moves_while_a_long_text_is_read(visit, interface):
    page = visit(interface + WHOLE, viewport="phone")
    for _ in range(12):
        page.mouse.wheel(0, 700)
        page.wait_for_timeout(60)
    for _ in range(6):
        page.mouse.wheel(0, -900)
        page.wait_for_timeout(60)
    assert page.evaluate(_weight.MOVED) < 0.001


@both
def test_nothing_moves_when_results_come(visit, interface):
    page = visit(f"{interface}about/privacy/", viewport="phone")
    page.goto(page.url.replace("about/privacy/", "search/?q=child"))
    page.wait_for_selector(".results a")
    page.wait_for_timeout(200)
    assert page.evaluate(_weight.MOVED) < 0.01


@both
@pytest.mark.parametrize("kind", ["held-restored", "ledger"])
def test_a_long_page_is_painted_before_all_of_it_is_laid_out_and_then_all_is_there(visit, address, interface, kind):
    """Rows out of sight are spared until the first paint. Who comes to a place within the page gets all of it at once."""
    spared = """() => [...document.querySelectorAll("main :is(.whole > .pair.txt, tr) > *")]
      .filter((one) => one.checkVisibility() && !one.checkVisibility({ contentVisibilityAuto: true })).length"""
    page = visit(interface + "about/privacy/", viewport="phone")
    page.route("**/reading/late.js", lambda route: route.abort())
    page.evaluate("(to) => { location.href = to }", address + interface + _kinds.KINDS[kind])
    page.wait_for_selector("html.late")
    assert page.evaluate(spared) > 10, "nothing was spared"
    page.unroute("**/reading/late.js")
    page.reload()
    page.complaints.clear()  # of the script that was held back
    assert page.evaluate(spared) == 0
    page.goto(address + interface + "about/privacy/")
    page.goto(address + interface + _kinds.KINDS[kind])
    assert page.evaluate(spared) == 0 and page.locator("html.late").count() == 0
    page.goto(address + interface + "about/privacy/")
    page.goto(address + interface + _kinds.KINDS[kind] + "#cite")
    assert page.evaluate(spared) == 0


@pytest.mark.parametrize("interface", list(_kinds.INTERFACES))
@pytest.mark.parametrize("kind", [one for one in _kinds.KINDS if one not in _kinds.OF_MADE])
def test_nothing_moves_while_a_page_comes(visit, interface, kind):
    page = visit(_kinds.address(kind, interface), viewport="phone")
    page.wait_for_timeout(100)
    assert page.evaluate(_weight.MOVED) < 0.001


class Halting(_kinds.Server):
    """A server that stops in the middle of a page, as a slow line or a busy browser does."""

    def do_GET(self):
        page = Path(self.translate_path(self.path)) / "index.html"
        if not page.is_file():
            return super().do_GET()
        first, rest = _cut(page.read_bytes(), self.until)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(first + rest)))
        self.end_headers()
        self.wfile.write(first)
        time.sleep(0.5)
        return self.wfile.write(rest)


def _cut(page, until):
    at = page.index(until) + len(until)
    return page[:at], page[at:]


@both
@pytest.mark.parametrize(
    ("kind", "until"),
    [
        ("clause-notes", b'<summary class="icon">'),
        ("clause-notes", b'<button class="btn" type="button" data-copy-options aria-haspopup="dialog">'),
        ("cited", b'<th scope="col" class="num">'),
    ],
)
def test_nothing_moves_although_a_page_comes_in_pieces(built, chromium, interface, kind, until):
    halting = type("Here", (Halting,), {"until": until})
    context = chromium.new_context(viewport=VIEWPORTS["phone"])
    with _kinds.served(built.folder, handler=halting) as base:
        page = context.new_page()
        page.goto(base + interface + _kinds.KINDS[kind])
        moved = page.evaluate(_weight.MOVED)
    context.close()
    assert moved == 0


@both
def test_a_long_page_is_painted_before_all_of_it_is_there(built, interface):
    """What a first paint waits for stands early in it, and stands in every page."""
    for address, page in built.parsed():
        for where in page.xpath("//link[@rel='expect']/@href"):
            assert page.xpath("//body//*[@id=$id]", id=where[1:]), address
    for kind in ("held-restored", "ledger", "instruments"):
        address = interface + _kinds.KINDS[kind]
        (where,) = built.page(address).xpath("//link[@rel='expect']/@href")
        text = built.pages[address].read_text(encoding="utf-8")
        assert text.index(f'id="{where[1:]}"') < len(text) / 2, kind
