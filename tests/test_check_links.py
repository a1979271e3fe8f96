"""Outward links, asked of a server on this machine."""

import datetime
import http.server
import threading
from typing import ClassVar

import pytest

import _check_links as links
from resolutions import yamls
from resolutions.records.links import LinkCheck
from resolutions.records.load import check

ANSWERS = {"/works": 200, "/gone": 404, "/closed": 410, "/refused": 403, "/broken": 500}


@pytest.fixture
def server():
    class Handler(http.server.BaseHTTPRequestHandler):
        asked: ClassVar = []

        def do_GET(self):
            self.asked.append((self.command, self.path, self.headers["User-Agent"]))
            if self.path == "/only-get" and self.command == "HEAD":
                return self._say(405)
            if self.path in ("/moved", "/for-now", "/round", "/out"):
                targets = {"/moved": "/works", "/for-now": "/works", "/round": "/round", "/out": "file:///etc/passwd"}
                return self._say(302 if self.path == "/for-now" else 301, targets[self.path])
            return self._say(ANSWERS.get(self.path, 200))

        do_HEAD = do_GET

        def _say(self, code, target=""):
            self.send_response(code)
            if target:
                self.send_header("Location", target)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.asked, server.address = Handler.asked, f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()


class Clock:
    """Time that passes when somebody sleeps, and only then."""

    def __init__(self):
        self.now, self.slept = 0.0, []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds

    def monotonic(self):
        return self.now


WANTED = {
    "/works": "works",
    "/only-get": "works",
    "/for-now": "works",
    "/moved": "moved",
    "/gone": "gone",
    "/closed": "gone",
    "/out": "gone",
    "/refused": "refused",
    "/broken": "unreachable",
    "/round": "unreachable",
}


def test_each_state_is_told(server):
    clock = Clock()
    found = links.check([server.address + path for path in WANTED], clock, "https://code.example")
    assert {address.removeprefix(server.address): state for address, state in found.items()} == WANTED
    assert all("code.example" in agent for _, _, agent in server.asked)
    assert sum(clock.slept) >= links.PAUSE * (len(WANTED) - 1), "one host was asked again without a pause"


def test_who_does_not_answer_at_all_is_unreachable():
    assert set(links.check(["http://127.0.0.1:1/x"], Clock()).values()) == {"unreachable"}


def test_the_record_says_since_when_and_is_one_that_the_site_reads(server, tmp_path):
    page = "".join(f'<a href="{server.address}{path}#part">x</a>' for path in ("/works", "/gone"))
    (tmp_path / "index.html").write_text(
        page + '<a href="about/">y</a><a rel="nofollow" href="https://no.example">z</a>'
    )
    record = tmp_path / "links.yml"
    record.write_text(links.written({server.address + "/gone": "gone"}, {}, datetime.date(2026, 1, 2)))
    assert links.main([str(tmp_path)], record, Clock()) == 0
    found, problems = check(yamls.load(record), LinkCheck)
    assert problems == ()
    told = {one.address.removeprefix(server.address): (one.state.value, one.since.isoformat()) for one in found.links}
    assert told == {"/works": ("works", found.checked.isoformat()), "/gone": ("gone", "2026-01-02")}


def test_without_a_site_there_is_nothing_to_check(tmp_path, capsys):
    assert links.main([str(tmp_path)], tmp_path / "links.yml", Clock()) == 1
    assert "scripts/build" in capsys.readouterr().out
