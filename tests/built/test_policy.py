"""The site under its own policy, in a real browser: nothing is refused, nothing leaves, nothing is kept but choices."""

import re
from urllib.parse import quote

import pytest
from lxml import html

import _kinds

PAGES = [
    "",
    "instruments/",
    "instruments/a-res-77-233/",
    "instruments/a-res-77-233/op-5/",
    "instruments/a-res-77-233/ledger/",
    "instruments/c-iii-143-dr/op-8/",
    "instruments/crc/",
    "instruments/crc/art-19/",
    "divergences/",
    "unresolved/",
    "about/",
    "about/privacy/",
    "about/security/",
    "about/sources/",
    "about/verification/",
    "about/schemas/",
    "search/?q=children",
    "nowhere/",
]
LISTEN = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""
OURS = re.compile(r"muqabala\.[a-z-]+")


@pytest.fixture
def watched(chromium, address):
    """A page whose every request, violation and complaint is noted; they are looked at when the test is over."""
    contexts = []

    def watched(path="", root=address, **options):
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, **options)
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.elsewhere, page.complaints = [], []
        page.on("request", lambda r: None if r.url.startswith(root) else page.elsewhere.append(r.url))
        page.on("console", lambda m: page.complaints.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(root + path, wait_until="load")
        contexts.append((context, page))
        return page

    yield watched
    for context, page in contexts:
        violations = page.evaluate("window.violations")
        cookies = context.cookies()
        missing = [one for one in page.complaints if "404" not in one or "nowhere" not in page.url]
        context.close()
        assert violations == []
        assert missing == []
        assert page.elsewhere == []
        assert cookies == []


@pytest.mark.parametrize("interface", ["", "ar/"])
@pytest.mark.parametrize("path", PAGES)
def test_each_kind_of_page_keeps_the_policy(watched, path, interface):
    page = watched(interface + path)
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert page.evaluate("document.cookie") == ""
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert all(OURS.fullmatch(key) for key in kept), kept
    page.mouse.wheel(0, 4000)
    page.wait_for_timeout(150)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The site with made texts, for the kinds of page that the real ones have none of, and one address that moved."""
    folder = tmp_path_factory.mktemp("made") / "site"
    moved = "- old: /instruments/old/\n  new: /instruments/crc/\n  date: 2026-11-22\n  reason:\n    en: Moved.\n    ar: نُقل.\n"
    site = _kinds.whole_site(
        folder, "http://127.0.0.1/", records={"addresses.txt": "/instruments/old/\n", "redirects.yml": moved}
    )
    with _kinds.served(site) as root:
        yield root


@pytest.mark.parametrize("interface", ["", "ar/"])
@pytest.mark.parametrize("kind", ["annex", "undescribed"])
def test_kinds_that_the_real_texts_have_none_of_keep_it_too(watched, made, kind, interface):
    page = watched(interface + _kinds.KINDS[kind], root=made)
    assert "unsafe" not in page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("interface", ["", "ar/"])
def test_a_page_that_sends_on_does_so_under_the_policy(watched, made, interface):
    page = watched(interface, root=made)
    page.evaluate("(address) => { location.href = address; }", f"{made}{interface}instruments/old/")
    page.wait_for_url(f"{made}{interface}instruments/crc/")


@pytest.mark.parametrize("interface", ["", "ar/"])
def test_search_works_under_the_policy(watched, interface):
    page = watched(interface + "instruments/")
    page.keyboard.press("/")
    page.keyboard.type("children" if not interface else "الأطفال")
    page.wait_for_selector("dialog[open] a, #search-results a")
    assert page.locator("dialog[open] a, #search-results a").count()


@pytest.mark.parametrize("interface", ["", "ar/"])
def test_copying_and_the_dialogs_work_under_the_policy(watched, interface):
    page = watched(f"{interface}instruments/c-iii-143-dr/op-8/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-copy-options]").click()
    page.locator("dialog[open] button[type=submit], dialog[open] form button").last.click()
    page.locator("main [data-copy]").first.click()
    page.wait_for_timeout(200)
    assert "instruments/c-iii-143-dr/op-8/" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("interface", ["", "ar/"])
def test_previews_keys_and_settings_work_under_the_policy(watched, interface):
    page = watched(f"{interface}instruments/c-iii-143-dr/pp-3/")
    page.locator("a.cite").first.hover()
    page.wait_for_timeout(800)
    page.keyboard.press("?")
    page.wait_for_timeout(100)
    page.keyboard.press("Escape")
    page.evaluate("document.querySelectorAll('.settings input').forEach((one) => one.click())")
    page.emulate_media(media="print")
    page.wait_for_timeout(100)
    assert page.evaluate("document.cookie") == ""


ATTACK = "<img src=x onerror=alert(1)><script>alert(1)</script>{{7*7}}'\"`${1}"
ADDRESSES = [
    f"?q={quote(ATTACK)}#{quote(ATTACK)}",
    f"?q={quote(ATTACK)}&view={quote(ATTACK)}&layout=constructor&kind={quote(ATTACK)}&body=__proto__#__proto__",
    "?q=%ff%fe&view=%zz#%zz",
    "?q=constructor __proto__&view=__proto__#constructor",
    "?q=" + "children " * 800 + "#" + "op-1:" * 2_000,
    "?q=%22%22%22(((%5C*+?&view=&layout=#op-1:%E0%A4%A",
]
SCRIPTED = ["search/", "instruments/", "instruments/c-iii-143-dr/", "ar/instruments/a-res-77-233/op-5/"]


@pytest.mark.parametrize("path", SCRIPTED)
@pytest.mark.parametrize("number", range(len(ADDRESSES)))
def test_what_an_address_holds_is_never_more_than_words(watched, path, number):
    page = watched(path + ADDRESSES[number])
    if path == "search/":
        page.wait_for_timeout(400)
    if page.locator("[data-copy-options]").count():  # which clause it begins with stands in the address
        page.locator("[data-copy-options]").first.click()
        assert page.locator("dialog#taking[open] [data-rich]").inner_text().strip()
    assert page.locator("main img[src=x], main script:not([type]):not([src])").count() == 0
    chosen = page.evaluate("({ ...document.documentElement.dataset })")
    assert chosen and not any("alert" in value or "_" in value for value in chosen.values()), chosen


STORED = [
    "",
    "null",
    "5",
    "[1,",
    '"text"',
    '{"languages":5,"form":{},"notes":"<b>"}',
    '{"__proto__":{"form":1}}',
    ATTACK,
]
KEYS = ["copy", "view", "layout", "theme", "size-ar", "size-en", "keys"]


@pytest.mark.parametrize("number", range(len(STORED)))
def test_what_is_kept_may_be_anything(watched, number):
    """Whatever an older version, an extension or another site on the same host has put there."""
    page = watched("instruments/c-iii-143-dr/op-8/")
    put = "([keys, value]) => { for (const key of keys) for (const kept of [localStorage, sessionStorage]) kept.setItem(`muqabala.${key}`, value); }"
    page.evaluate(put, [KEYS, STORED[number]])
    page.reload(wait_until="load")
    page.locator("[data-copy-options]").click()
    assert "children" in page.locator("dialog#taking[open] [data-rich]").inner_text()
    page.keyboard.press("Escape")
    page.evaluate("document.querySelectorAll('.settings input').forEach((one) => one.click())")


def test_what_is_injected_does_not_run(watched):
    """The policy itself works: should a text ever get an element through, it stays without effect."""
    page = watched("instruments/c-iii-143-dr/op-8/")
    page.evaluate("""() => {
      window.ran = false;
      const put = (html) => document.body.append(document.createRange().createContextualFragment(html));
      put("<script>window.ran = true</" + "script>");
      put("<img src='x' onerror='window.ran = true'>");
      put("<style>body { display: none }</style>");
      put("<img src='https://evil.example/x.png'>");
    }""")
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is False
    assert page.evaluate("getComputedStyle(document.body).display") != "none"
    refused = page.evaluate("window.violations.splice(0)")
    assert {one.split()[0] for one in refused} >= {"script-src-elem", "script-src-attr", "style-src-elem", "img-src"}
    page.complaints.clear()
    page.elsewhere.clear()


def test_no_page_holds_a_style_or_a_script_of_its_own(built):
    for address, page in built.parsed():
        assert page.xpath("//*[@style] | //style | //*[@*[starts-with(name(), 'on')]]") == [], address
        for script in page.iter("script"):
            assert script.get("src") or script.get("type") in {"application/json", "application/ld+json"}, address


def test_every_kind_of_page_is_among_those_that_were_tried(real_site):
    drafts = list(real_site.drafts("en"))
    kinds = {draft.template for draft in drafts}
    assert len(kinds) > 6
    assert {draft.template for draft in drafts if draft.address in PAGES} == kinds


def test_every_page_keeps_its_address_from_others(built):
    """A reader of a text on abuse need not tell another site which one it was."""
    for path in sorted(built.folder.rglob("*.html")):
        told = html.fromstring(path.read_bytes()).xpath("//meta[@name='referrer']/@content")
        assert told == ["strict-origin-when-cross-origin"], path
    assert "Referrer-Policy: strict-origin-when-cross-origin" in (built.folder / "_headers").read_text("utf-8")


def test_the_headers_say_the_same_and_more(built):
    lines = (built.folder / "_headers").read_text("utf-8").splitlines()
    assert lines[0] == "/*"
    told = dict(line.strip().split(": ", 1) for line in lines[1:])
    metas = {page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0] for _, page in built.parsed()}
    assert len(metas) == 1
    assert told["Content-Security-Policy"] == metas.pop() + "; frame-ancestors 'none'"
    assert {"Referrer-Policy", "Permissions-Policy", "X-Content-Type-Options"} <= set(told)


def test_the_policy_stands_before_whatever_it_rules(built):
    for address, page in built.parsed():
        children = [child.tag for child in page.find("head")]
        policy = page.xpath("count(//meta[@http-equiv='Content-Security-Policy']/preceding-sibling::*)")
        assert set(children[: int(policy)]) <= {"meta"}, address


def test_security_txt(built):
    import datetime

    lines = (built.folder / ".well-known" / "security.txt").read_text("utf-8").splitlines()
    told = dict(line.split(": ", 1) for line in lines)
    assert set(told) == {"Contact", "Expires", "Preferred-Languages", "Canonical", "Policy"}
    assert told["Contact"].startswith("https://") and told["Canonical"].endswith("/.well-known/security.txt")
    assert datetime.datetime.fromisoformat(told["Expires"]).tzinfo
