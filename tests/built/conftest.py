"""The real site, built once as a reader gets it, and a server and a browser for it."""

import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
SITE_URL = "https://muqabala.example/reading/"  # a base path, as on GitHub Pages
VIEWPORTS = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}


class Built:
    """The folder of the built site, and its pages by address."""

    url = SITE_URL

    def __init__(self, folder: Path, said: str) -> None:
        self.folder, self.said = folder, said
        self.pages = {
            path.parent.relative_to(folder).as_posix().removeprefix(".") + "/" if path.parent != folder else "": path
            for path in sorted(folder.rglob("index.html"))
        }

    @functools.cache  # noqa: B019, one object for the whole session
    def page(self, address: str):
        return html.fromstring(self.pages[address].read_bytes())

    def parsed(self):
        return ((address, self.page(address)) for address in self.pages)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Built(folder, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def address(built):
    """The address of a server that shows the built site below its base path, as GitHub Pages does."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path):
            if not path.startswith("/reading/"):
                return str(built.folder / "nothing-lies-outside")
            return super().translate_path(path.removeprefix("/reading"))

        def send_error(self, code, message=None, explain=None):
            if code != http.HTTPStatus.NOT_FOUND:
                return super().send_error(code, message, explain)
            body = (built.folder / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return None

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(built.folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/reading/"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True, scope="session")
def _ready():
    """Who goes to a page waits for its scripts too, which come after what there is to read."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("goto", "reload", "wait_for_url"):
            patch.setattr(Page, name, _and_ready(getattr(Page, name)))
        yield


def _and_ready(go):
    @functools.wraps(go)
    def went(page, *arguments, **options):
        response = go(page, *arguments, **options)
        page.evaluate("globalThis.muqabala?.ready")
        return response

    return went


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
