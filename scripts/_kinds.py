"""What is looked at when the site is looked at: one page of each kind, dialogs, dresses; and a server that shows them.

In: a folder with a built site. Out: names, addresses, a server as a reader meets one: compressed, with lasting caches.
`whole_site` builds the real texts beside made ones, for the kinds of page that the real texts have none of.
"""

import functools
import gzip
import hashlib
import http.server
import os
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MADE = (ROOT / "tests" / "pages" / "made" / "a-res-75-301", ROOT / "tests" / "built" / "made" / "a-res-90-1")
KINDS = {
    "home": "",
    "instruments": "instruments/",
    "held-draft": "instruments/c-iii-143-dr/",
    "held-restored": "instruments/a-res-77-233/",
    "clause-short": "instruments/c-iii-143-dr/op-8/",
    "clause-long": "instruments/a-res-77-233/pp-13/",
    "clause-notes": "instruments/a-res-77-233/pp-2/",
    "annex": "instruments/a-res-90-1/annex-1/",
    "cited": "instruments/crc/",
    "undescribed": "instruments/a-hrc-res-31-8/",
    "pinpoint": "instruments/kyoto-declaration/para-29/",
    "unresolved": "unresolved/",
    "divergences": "divergences/",
    "ledger": "instruments/a-res-77-233/ledger/",
    "verification": "about/verification/",
    "sources": "about/sources/",
    "about": "about/method/",
    "guide": "about/adding-a-text/",
    "search": "search/?q=2021",
    "not-found": "404.html",
}
OF_MADE = ("annex", "undescribed")  # kinds that only MADE brings; of all others the real texts have a page
INTERFACES = {"en": "", "ar": "ar/"}
THEMES = ("light", "dark")
WIDTHS = {"desktop": 1280, "phone": 390}
# What opens on a page: on which kind, and what opens it. Each waits until it stands.
DIALOGS = {
    "search": ("clause-notes", "document.querySelector('[data-find]').click()", "dialog.finder .found:not(:empty)"),
    "keys": ("clause-notes", "document.querySelector('[data-help]').click()", "#keys[open]"),
    "copy": ("clause-notes", "document.querySelector('[data-copy-options]').click()", "#taking[open]"),
    "settings": ("clause-notes", "document.querySelector('details.menu').open = true", "details.menu[open] .settings"),
    "preview": ("clause-notes", "document.querySelector('main a.cite').focus()", ".preview"),
    "marked": ("held-restored", "location.hash = '#op-3:op-5'", ".strip"),
    "opened": ("clause-notes", "document.querySelectorAll('details.src').forEach((one) => { one.open = true; })",
               "details.src[open]"),
}  # fmt: skip
# No sandbox for root, and nothing that calls home.
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
PACKED = (".woff2", ".png", ".gz")  # compressed already


def address(kind: str, interface: str) -> str:
    """The address of a kind of page in one interface, below the site's root; of the 404 there is one."""
    where = KINDS[kind]
    return where if where == "404.html" else INTERFACES[interface] + where


def open_dialog(page, name: str) -> None:
    """Open one of DIALOGS on a page that stands."""
    _, what, stands = DIALOGS[name]
    page.evaluate(what)
    if name == "search":
        page.locator("dialog.finder input").fill("2021")
    page.wait_for_selector(stands)


def whole_site(folder: Path, base: str, made: tuple = MADE, records: dict = {}) -> Path:  # noqa: B006, only read
    """Build the site with `made` texts into `folder/site`, for the address `base`; `records`: others, by name.

    It is not strict: doubts about made texts stop nothing.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "docs", folder / "docs")
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name, text in records.items():
        (folder / "docs" / "records" / name).write_text(text, encoding="utf-8")
    for source in made:
        target = folder / "docs" / "texts" / source.name
        shutil.copytree(source, target)
        record = target / "instrument.yml"
        text = record.read_text(encoding="utf-8")
        for language in ("en", "ar"):
            if not (target / f"{language}.txt").is_file():  # held in one language
                continue
            digest = hashlib.sha256((target / f"{language}.txt").read_bytes()).hexdigest()
            text = text.replace(f"@{language.upper()}@", digest)
        record.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")]
    subprocess.run(command, cwd=folder, env={**os.environ, "SITE_URL": base}, check=True, stderr=subprocess.DEVNULL)
    return folder / "site"


class Server(http.server.SimpleHTTPRequestHandler):
    """A file server as the web knows them: text is sent compressed, assets may be kept; it says nothing."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path = path / "index.html"
        found = path.is_file()
        body = path.read_bytes() if found else b"not found"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if "gzip" in self.headers.get("Accept-Encoding", "") and path.suffix not in PACKED:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        lasting = "assets" in path.parts
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if lasting else "no-cache")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def guess_type(self, path):
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def log_message(self, *arguments):
        pass


@contextmanager
def served(site: Path, port: int = 0, handler: type = Server):
    """The address of a server that shows `site` while the block runs."""
    handler = functools.partial(handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
