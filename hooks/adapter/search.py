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
    for language, prefix in prefixes.items():
        folders = [prefix.rstrip("/")] if prefix else _folders(site, set(prefixes.values()))
        _run(site, language, folders)


def _folders(site: Path, prefixes: set[str]) -> list[str]:
    """The top folders of the language that has none of its own: all that hold pages and belong to no other language."""
    others = {prefix.rstrip("/") for prefix in prefixes} | {"pagefind", "assets"}
    return sorted(path.name for path in site.iterdir() if path.is_dir() and path.name not in others)


def _run(site: Path, language: str, folders: list[str]) -> None:
    globs = [f"{folder}/**/*.html" for folder in folders] + ([] if folders == [language] else ["*.html"])
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(site),
        "--output-path",
        str(site / "pagefind" / language),
    ]
    command += ["--glob", "{" + ",".join(globs) + "}" if len(globs) > 1 else globs[0], "--force-language", language]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).strip()
        raise PluginError(
            f"The {language} search index could not be made. Install the packages of requirements/ "
            f"(pagefind and pagefind-bin-extended), then build again. Pagefind said:\n{said}"
        )
    if "Did not find a data-pagefind-body element" in done.stdout:  # then it takes every page, menus and all
        log.warning("No %s page marks its text with data-pagefind-body; the search index holds whole pages", language)
