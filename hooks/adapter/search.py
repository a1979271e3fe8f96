"""Makes the search index from the built pages: one bundle for each text language.

In: the built site. Out: `/pagefind/en/` from the English pages and `/pagefind/ar/` from those below `/ar/`.

Pagefind stems a page by the language of `<html lang>` only, so each bundle reads the pages of one interface language,
in which templates mark that language's text with `data-pagefind-body` and the other column with `data-pagefind-ignore`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from mkdocs.exceptions import PluginError

from .report import log


def index(site: Path, prefixes: dict[str, str]) -> None:
    """Index `site`. `prefixes` names the folder of each language: `{"en": "", "ar": "ar/"}`. Raises `PluginError`."""
    globs = {
        language: [f"{prefix}**/*.html"] if prefix else _outside(site, set(prefixes.values()))
        for language, prefix in prefixes.items()
    }
    running = [(language, _start(site, language, found)) for language, found in globs.items()]  # side by side
    ended = [(language, process.communicate()[0], process.returncode) for language, process in running]
    for language, said, code in ended:
        _check(language, said.strip(), code)


def _outside(site: Path, prefixes: set[str]) -> list[str]:
    """Globs of the language that has no folder of its own: the top, and each folder that is no other language's."""
    others = {prefix.rstrip("/") for prefix in prefixes} | {"pagefind", "assets"}
    folders = sorted(path.name for path in site.iterdir() if path.is_dir() and path.name not in others)
    return ["*.html", *(f"{folder}/**/*.html" for folder in folders)]


def _start(site: Path, language: str, globs: list[str]) -> subprocess.Popen[str]:
    glob = globs[0] if len(globs) == 1 else "{" + ",".join(globs) + "}"
    command = [sys.executable, "-m", "pagefind", "--force-language", language, "--glob", glob]
    command += ["--site", str(site), "--output-path", str(site / "pagefind" / language)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")


def _check(language: str, said: str, code: int) -> None:
    if "Indexed 0 pages" in said:  # Pagefind takes it for a failure
        log.warning("No %s page has text to search: mark it with data-pagefind-body in the templates", language)
    elif code:
        raise PluginError(
            f"The {language} search index could not be made. Install the packages of requirements/ "
            f"(pagefind and pagefind-bin-extended), then build again. Pagefind said:\n{said}"
        )
    elif "Did not find a data-pagefind-body element" in said:  # then it takes every page, menus and all
        log.warning("No %s page marks its text with data-pagefind-body; the search index holds whole pages", language)
