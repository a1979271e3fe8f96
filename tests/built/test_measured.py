"""What `scripts/measure_site` measures in full, as far as it needs neither Node nor Java: weight, stillness, contrast, order.

The order of a screen reader's reading is that of the browser's accessibility tree.
"""

import gzip
import itertools
import re
import runpy
import sys
import types

import pytest

import _kinds
import _weight

from .conftest import ROOT

STYLE = (ROOT / "docs" / "assets" / "stylesheets" / "muqabala.css").read_text(encoding="utf-8")
CLAUSES = re.compile(r"^(ar/)?instruments/[^/]+/(pp|op)-[^/]+/$")
ARABIC = re.compile(r"[\u0621-\u064a]{2}")
READ = ["instruments/a-res-77-233/pp-2/", "instruments/c-iii-143-dr/", "about/verification/", "search/?q=2021"]
CONTROLS = {"button", "link", "radio", "checkbox", "textbox", "searchbox", "combobox", "DisclosureTriangle"}


# ---------- weight ----------


@pytest.mark.parametrize("interface", ["", "ar/"])
def test_a_clause_page_is_light_and_nothing_on_it_moves(built, chromium, interface):
    """On a slow line, so that what comes late comes late: nothing that was painted is pushed away by it."""
    with _kinds.served(built.folder) as base:
        context = chromium.new_context(viewport={"width": 390, "height": 844})
        first, second = _weight.visit(context, base, [interface + one for one in _weight.VISITS[0]])
        context.close()
    assert any(name.endswith("naskh-400.woff2") for name in first[0]), "no face was loaded: nothing was weighed"
    assert sum(first[0].values()) <= _weight.FIRST, first[0]
    assert sum(second[0].values()) <= _weight.SECOND, second[0]
    assert first[1] == second[1] == 0, "something moved"


def test_no_clause_page_is_heavier_than_a_second_page_may_be(built):
    heavy = {
        address: size
        for address, path in built.pages.items()
        if CLAUSES.match(address) and (size := len(gzip.compress(path.read_bytes(), 6))) > _weight.SECOND - 300
    }
    assert not heavy  # 300 bytes are for the headers


def _points(text):
    found = set()
    for one in re.findall(r"(?:U\+)?([0-9A-F]+(?:-[0-9A-F]+)?)", text):
        first, _, last = one.partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def test_the_style_sheet_knows_which_file_holds_which_characters(monkeypatch):
    """fontTools is no package of the tests: only the tables of the script are read."""
    for name in ("fontTools", "fontTools.subset", "fontTools.ttLib"):
        monkeypatch.setitem(
            sys.modules, name, types.SimpleNamespace(Options=0, Subsetter=0, parse_unicodes=0, TTFont=0)
        )
    script = runpy.run_path(str(ROOT / "scripts" / "make_fonts"), run_name="tables")
    faces = dict(re.findall(r'fonts/([\w-]+)\.woff2"\).*?unicode-range: ([^;]+);', STYLE))
    files = {path.stem for path in (ROOT / "docs" / "assets" / "fonts").glob("*.woff2")}
    assert files == set(faces)
    for name, ranges in faces.items():
        wanted = "ARABIC" if re.search("naskh|arabic", name) else "LATIN_MORE" if name.endswith("-more") else "LATIN"
        points = _points(script[wanted])
        # The range of an Arabic face may be wider than its file: its blocks as wholes.
        assert points <= _points(ranges) if wanted == "ARABIC" else points == _points(ranges), name


# ---------- contrast ----------

PAIRS = {("ink", "paper"): 7, ("ink", "wash"): 7, ("ink", "tint"): 7, ("quiet", "paper"): 4.5, ("quiet", "wash"): 4.5,
         ("madder", "paper"): 4.5, ("madder", "wash"): 4.5, ("control", "paper"): 3, ("focus", "paper"): 3,
         ("focus", "wash"): 3}  # fmt: skip


def _shine(colour):
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("contrast", ["less", "more"])
@pytest.mark.parametrize("theme", ["default", "slate"])
def test_colours_stand_out(visit, theme, contrast):
    page = visit("about/privacy/")
    page.evaluate("([t, c]) => { muqabala.choose('theme', t); muqabala.choose('contrast', c); }", [theme, contrast])
    shown = page.evaluate(
        """(names) => Object.fromEntries(names.map((name) => {
          const probe = document.body.appendChild(document.createElement("i"));
          probe.style.color = `var(--${name})`;
          const [r, g, b] = getComputedStyle(probe).color.match(/\\d+/g).map(Number);
          return [name, "#" + [r, g, b].map((n) => n.toString(16).padStart(2, "0")).join("")];
        }))""",
        sorted({name for pair in PAIRS for name in pair}),
    )
    for (above, below), wanted in PAIRS.items():
        light, dark = sorted((_shine(shown[above]), _shine(shown[below])), reverse=True)
        ratio = (light + 0.05) / (dark + 0.05)
        assert ratio >= (7 if contrast == "more" and wanted == 4.5 else wanted), (above, below, round(ratio, 2))


# ---------- the order of reading ----------


def _tree(page):
    """Role, name and level of each node that a screen reader is told of, in its order."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    root = next(node for node in nodes.values() if "parentId" not in node)
    found, stack = [], [root["nodeId"]]
    while stack:
        node = nodes[stack.pop()]
        stack += [child for child in reversed(node.get("childIds", [])) if child in nodes]
        if not node.get("ignored"):
            level = next((p["value"]["value"] for p in node.get("properties", []) if p["name"] == "level"), None)
            found.append((node["role"]["value"], node.get("name", {}).get("value", "").strip(), level))
    return found


@pytest.mark.parametrize("where", READ)
@pytest.mark.parametrize("interface", ["", "ar/"])
def test_a_screen_reader_meets_landmarks_headings_and_named_controls(visit, interface, where):
    tree = _tree(visit(interface + where))
    landmarks = [role for role, _, _ in tree if role in {"banner", "main", "contentinfo"}]
    assert landmarks == ["banner", "main", "contentinfo"]
    navigation = [name for role, name, _ in tree if role == "navigation"]
    assert all(navigation) and len(navigation) == len(set(navigation)), navigation
    levels = [level for role, _, level in tree if role == "heading"]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), levels
    assert not [(role, name) for role, name, _ in tree if role in CONTROLS and not name]
    roles = [role for role, _, _ in tree]
    assert roles.index("main") < roles.index("heading") < roles.index("contentinfo")


@pytest.mark.parametrize("where", READ[:2])
@pytest.mark.parametrize("interface", ["", "ar/"])
def test_texts_are_read_clause_by_clause_the_own_language_first_each_in_its_voice(visit, interface, where):
    page = visit(interface + where)
    order = page.eval_on_selector_all(
        ".pair.txt", "pairs => pairs.map(pair => [...pair.querySelectorAll(':scope > .col')].map(one => one.lang))"
    )
    own = ["ar", "en"] if interface else ["en", "ar"]
    assert order and all(one == own for one in order)
    spoken = page.evaluate(
        """() => {
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
          while (walk.nextNode()) {
            const one = walk.currentNode.parentElement;
            if (!one.closest("script, style, code, pre")) found.push([one.closest("[lang]").lang, walk.currentNode.data]);
          }
          return found;
        }"""
    )
    wrong = [(language, text) for language, text in spoken if bool(ARABIC.search(text)) and language != "ar"]
    wrong += [(one, text) for one, text in spoken if one == "ar" and re.search(r"\b[a-z]{3,} [a-z]{3,}\b", text)]
    assert not wrong
    assert {language for language, _ in spoken} == {"ar", "en"}


@pytest.mark.parametrize("interface", ["", "ar/"])
def test_the_tab_key_follows_the_page_and_always_shows_where_it_is(visit, interface):
    page = visit(interface + READ[0])
    places, seen = [], []
    for _ in range(60):
        page.keyboard.press("Tab")
        place, name, outlined = page.evaluate(
            """() => {
              const one = document.activeElement, all = [...document.querySelectorAll("*")];
              const style = getComputedStyle(one.matches(".seg input") ? one.parentElement : one);
              return [all.indexOf(one), one.className || one.tagName, style.outlineStyle !== "none"];
            }"""
        )
        if name == "BODY":
            break
        places.append(place)
        seen.append((name, outlined))
    assert len(places) > 30 and seen[0][0] == "skip"
    assert places == sorted(places)
    assert not [name for name, outlined in seen if not outlined]


@pytest.mark.parametrize("interface", ["", "ar/"])
@pytest.mark.parametrize("kind", ["home", "held-draft", "clause-notes", "cited", "guide", "search", "ledger"])
def test_nothing_is_lost_at_four_hundred_per_cent(visit, interface, kind):
    """1,280 px at 400 % are 320."""
    page = visit(interface + _kinds.KINDS[kind])
    page.set_viewport_size({"width": 320, "height": 256})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# ---------- the keyboard, on every kind of page ----------

STOP = """() => {
  const OVER = ".preview, .strip, .take-do, .take-said, .menu .panel";  // whatever floats or sticks
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  if (one.closest(".preview")) return { preview: true };
  const shown = one.matches(".seg input") ? one.parentElement : one, style = getComputedStyle(shown);
  const { top, bottom, left, right } = shown.getBoundingClientRect();
  const points = [...shown.getClientRects()].flatMap((r) => [[(r.left + r.right) / 2, (r.top + r.bottom) / 2], [r.left + 3, r.top + 3]]);
  return {
    name: `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 30)}`,
    place: [...document.querySelectorAll("*")].indexOf(one),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inWindow: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    uncovered: points.some(([x, y]) => !document.elementFromPoint(x, y)?.closest(OVER) || shown.closest(OVER)),
  };
}"""


def _stops(page, key, most=700):
    stops = []
    while len(stops) < most:
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop and "preview" in stop:  # one that a stop before has opened: its own tests go through it
            continue
        if stop and not (stop["inWindow"] and stop["uncovered"]):  # the window may still be on its way
            page.wait_for_timeout(250)
            stop = page.evaluate(STOP)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize(
    ("interface", "kind"),
    [("", "held-draft"), ("", "divergences"), ("", "clause-notes"), ("ar/", "clause-long"), ("ar/", "cited"),
     ("ar/", "ledger"), ("ar/", "search")],
)  # fmt: skip
def test_the_tab_key_reaches_everything_both_ways_and_what_it_reaches_is_seen(visit, interface, kind):
    """From the first link to the last and back: no trap, no stop twice, a ring on each, none behind something else."""
    page = visit(interface + _kinds.KINDS[kind], viewport="phone" if interface else "desktop")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.activeElement.blur()")
    there = _stops(page, "Tab")
    assert there[0]["name"].startswith("A skip")
    places = [one["place"] for one in there]
    assert places == sorted(set(places))
    back = _stops(page, "Shift+Tab")
    assert {one["place"] for one in back} <= set(places) and len(back) >= len(places) - 2
    bad = [one for one in there + back if not (one["ring"] and one["inWindow"] and one["uncovered"])]
    assert not bad
