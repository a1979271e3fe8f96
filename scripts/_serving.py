"""Measures how soon a saved change is in the browser under `mkdocs serve`.

In: a project that holds the text of `CHANGED`. Out: seconds from the save to the first answer that holds the new word,
as a page gets it that waits for a reload. A change adds a word to one clause; the file is as it was afterwards.
"""

import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

CHANGED, BEFORE = "docs/texts/a-res-77-233/translation-en.txt", "*Encourages* Member States"
PAGE = "instruments/a-res-77-233/op-1/"
SAVES = 5
PATIENCE = 300  # seconds
RELOAD = re.compile(r"livereload\((\d+), (\d+)\)")


def measure(python, project, variables):
    """Seconds of each of `SAVES` changes. Raises TimeoutError if the server or a change does not come."""
    port, path = _free_port(), Path(project) / CHANGED
    command = [python, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:{}".format(port)]
    server = subprocess.Popen(
        command, cwd=str(project), env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    base, text = "http://127.0.0.1:{}/".format(port), path.read_text(encoding="utf-8")
    try:
        _wait(lambda: _get(base + PAGE))
        return [_saved(base, path, text, "{} save{}".format(BEFORE, number)) for number in range(SAVES)]
    finally:
        server.terminate()
        server.wait()
        path.write_text(text, encoding="utf-8")


def _saved(base, path, text, words):
    time.sleep(2)  # the server looks at rest again
    epoch, request = RELOAD.search(_get(base + PAGE)).groups()
    began = time.monotonic()
    path.write_text(text.replace(BEFORE, words, 1), encoding="utf-8")
    _get("{}livereload/{}/{}".format(base, epoch, request))
    _wait(lambda: words.rpartition(" ")[2] in _get(base + PAGE))
    return time.monotonic() - began


def _wait(done):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if done():
                return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.02)
    raise TimeoutError("mkdocs serve did not answer in {} s".format(PATIENCE))


def _get(address):
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return answer.read().decode("utf-8")


def _free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
