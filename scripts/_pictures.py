"""Pictures of a built site. In: its folder, a folder for pictures, a Chromium. Out: `cited.ar.390.dark.png`, …"""

import functools
import http.server
import os
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

PAGES = {
    "home": "",
    "instruments": "instruments/",
    "held-draft": "instruments/c-iii-143-dr/",
    "held-restored": "instruments/a-res-77-233/",
    "clause-short": "instruments/c-iii-143-dr/op-8/",
    "clause-long": "instruments/a-res-77-233/pp-13/",
    "clause-notes": "instruments/a-res-77-233/pp-2/",
    "cited": "instruments/crc/",
    "pinpoint": "instruments/kyoto-declaration/para-29/",
    "search": "search/?q=2021",
    "about": "about/method/",
    "sources": "about/sources/",
    "not-found": "404.html",
}
INTERFACES = {"en": "", "ar": "ar/"}
WIDTHS = (1280, 390)
THEMES = ("light", "dark")
# As in the tests: no sandbox for root, and nothing that calls home.
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that says nothing."""

    def log_message(self, *arguments):
        pass


def take(site: Path, folder: Path, chromium: str) -> int:
    """Every page in every dress; the number of pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for theme in THEMES:
            for width in WIDTHS:
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)
                page = context.new_page()
                for name, address in PAGES.items():
                    for interface, prefix in INTERFACES.items():
                        where = address if address == "404.html" else prefix + address
                        page.goto(f"http://127.0.0.1:{server.server_port}/{where}", wait_until="networkidle")
                        page.screenshot(path=str(folder / f"{name}.{interface}.{width}.{theme}.png"), full_page=True)
                        count += 1
                context.close()
        browser.close()
    server.shutdown()
    return count


if __name__ == "__main__":
    taken = take(Path(sys.argv[1]), Path(sys.argv[2]), os.environ["MUQABALA_CHROMIUM"])
    print(f"{taken} pictures in {sys.argv[2]}")
