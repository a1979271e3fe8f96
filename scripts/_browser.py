"""Finds a Chromium for the tests that look at the built pages, or fetches one.

In: nothing but the machine. Out: the path of a browser that starts. One that is there already comes before any
download: `MUQABALA_CHROMIUM`, Playwright's own, one on PATH; then Playwright's download; then, as root where there is
apt-get, Debian's package.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import _environment as environment

VARIABLE = "MUQABALA_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
ADVICE = (
    "found no Chromium for the tests that look at the pages. Install one: the package chromium of your system, "
    "Google Chrome, or, where the network allows it, `.venv/bin/python -m playwright install chromium`; "
    "or name its program in " + VARIABLE + "."
)


def find() -> str:
    """The path of a Chromium that starts; "" if there is none and none could be fetched. Needs the `test` lock."""
    named = os.environ.get(VARIABLE)
    if named:
        if not starts(named):
            environment.fail("{} names {}, which does not start.".format(VARIABLE, named))
        return named
    return _first(_playwrights) or _first(_on_path) or _first(_downloaded) or _first(_from_apt)


def starts(path: str) -> bool:
    """Whether the program runs at all: Ubuntu's may be a stub, a downloaded one may lack system libraries."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _first(source) -> str:
    return next((path for path in source() if path and starts(path)), "")


def _python() -> str:
    """The Python that has Playwright: the environment's; without one, the one that runs the tests."""
    return str(environment.PYTHON) if environment.PYTHON.exists() else sys.executable


def _playwrights() -> list:
    command = [_python(), "-c", ASK_PLAYWRIGHT]
    result = subprocess.run(command, env=environment.variables(), capture_output=True, encoding="utf-8")
    path = result.stdout.strip()
    return [path] if path and Path(path).exists() else []


def _on_path() -> list:
    return [shutil.which(name) for name in NAMES]


def _downloaded() -> list:
    environment.say("Found no Chromium; asking Playwright for one.")
    command = [_python(), "-m", "playwright", "install", "--no-shell", "chromium"]
    # It tries five times; at its own half minute each, a network that swallows packets would cost minutes.
    variables = {**environment.variables(), "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}
    result = subprocess.run(command, env=variables, capture_output=True)
    return _playwrights() if result.returncode == 0 else []


def _from_apt() -> list:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return []
    environment.say("Playwright's Chromium is not to be had; installing the system's package.")
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # No recommended packages: the site carries its own fonts.
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        result = subprocess.run([apt, "-q", *arguments], env=variables, capture_output=True, encoding="utf-8")
        if result.returncode != 0:
            environment.say("apt-get {} failed:\n{}".format(arguments[0], result.stderr.strip()))
    return _on_path()
