"""Pictures of the site. In: a folder for pictures, a Chromium.

Out: `cited.ar.390.dark.png`, `clause-notes+copy.en.1280.light.png`, …

With `--reference`: the few pictures in `tests/built/reference` that a test compares, anew.
"""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import _kinds

# What a reader may choose, on one page: columns, sizes, contrast.
CHOICES = {
    "only-ar": {"view": "ar"},
    "only-en": {"view": "en"},
    "left": {"layout": "left"},
    "stacked": {"layout": "stacked"},
    "large": {"size-ar": "4", "size-en": "4"},
    "contrast": {"contrast": "more"},
}
CHOSEN_ON = ("held-draft", "clause-notes")
REFERENCE = _kinds.ROOT / "tests" / "built" / "reference"
# Kind, interface, width, theme: the frame and each way of setting texts, and no more.
KEPT = (
    ("home", "en", 1280, "light"),
    ("home", "ar", 390, "light"),
    ("clause-notes", "en", 1280, "light"),
    ("clause-notes", "ar", 1280, "dark"),
    ("held-draft", "ar", 390, "light"),
    ("cited", "en", 390, "dark"),
    ("about", "ar", 1280, "light"),
)


def stand(page, base: str, kind: str, interface: str) -> None:
    """Show a page with its faces: they count from the second visit on where the first was too slow for them."""
    page.goto(base + _kinds.address(kind, interface), wait_until="networkidle")
    page.reload(wait_until="networkidle")


def kept(browser, base: str, one: tuple) -> bytes:
    """The picture of one of KEPT: the first screen, half as wide."""
    kind, interface, width, theme = one
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=theme, device_scale_factor=0.5, reduced_motion="reduce"
    )
    page = context.new_page()
    stand(page, base, kind, interface)
    picture = page.screenshot()
    context.close()
    return picture


def take(browser, base: str, folder: Path) -> int:
    """Every page in every dress, what opens on it, and what a reader may choose; the number of pictures."""
    count = 0
    views = [(kind, "") for kind in _kinds.KINDS] + [(kind, name) for name, (kind, *_) in _kinds.DIALOGS.items()]
    views += [(kind, name) for kind in CHOSEN_ON for name in CHOICES]
    for theme in _kinds.THEMES:
        for width in _kinds.WIDTHS.values():
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)
            for interface in _kinds.INTERFACES:
                for kind, name in views:
                    page = context.new_page()
                    stand(page, base, kind, interface)
                    if name in _kinds.DIALOGS:
                        _kinds.open_dialog(page, name)
                    chosen = CHOICES.get(name, {})
                    for choice, value in chosen.items():
                        page.evaluate("([name, value]) => muqabala.choose(name, value)", [choice, value])
                    path = folder / f"{kind}{name and '+' + name}.{interface}.{width}.{theme}.png"
                    page.screenshot(path=str(path), full_page=name not in _kinds.DIALOGS or name == "opened")
                    for choice in chosen:
                        page.evaluate("(name) => muqabala.choose(name, muqabala.values(name)[0])", choice)
                    page.close()
                    count += 1
            context.close()
    return count


def renew(browser, base: str) -> int:
    """Take the kept pictures anew, and note the browser that took them."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for one in KEPT:
        (REFERENCE / (".".join(map(str, one)) + ".png")).write_bytes(kept(browser, base, one))
    (REFERENCE / "chromium.txt").write_text(browser.version.partition(".")[0] + "\n", encoding="ascii")
    return len(KEPT)


def main(given: str) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        made = () if given == "--reference" else _kinds.MADE
        site = _kinds.whole_site(Path(folder) / "pictured", "http://127.0.0.1:8000/", made)
        browser = playwright.chromium.launch(executable_path=os.environ["MUQABALA_CHROMIUM"], args=list(_kinds.FLAGS))
        with _kinds.served(site) as base:
            if given == "--reference":
                count, given = renew(browser, base), str(REFERENCE)
            else:
                Path(given).mkdir(parents=True, exist_ok=True)
                count = take(browser, base, Path(given))
        browser.close()
    print(f"{count} pictures in {given}")


if __name__ == "__main__":
    main(sys.argv[1])
