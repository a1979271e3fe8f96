"""Builds the further languages beside the first one, each in a process of its own, where `scripts/build` asks for it.

In: a build of the first language that has read the corpus and knows its files. Out: the same site, sooner; the i18n
plugin builds them one after the other, which is what plain `mkdocs build` does.

A process is a copy of this one (`fork`): the corpus is read once, and stays in memory once. Files that all languages
share are written by one process only: downloads by the first, the templates without a page (404.html, sitemap.xml) by
the last, as in a build one after the other.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from . import languages
from .report import log

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

ASKED = "MUQABALA_SIDE_BY_SIDE"

_running: dict[str, int] = {}  # language → process


def start(config: MkDocsConfig) -> None:
    """Begin with the further languages; does nothing if nobody asked, or where processes cannot be copied."""
    if not os.environ.get(ASKED) or not hasattr(os, "fork") or languages.is_inner_build(config):
        return
    gc.freeze()  # what was read stays as it is: no collector touches it, and no process copies it
    for language in languages.all_of(config):
        if language == languages.current(config):
            continue
        sys.stdout.flush()
        sys.stderr.flush()
        process = os.fork()
        if not process:
            _build(config, language)
        _running[language] = process
    if _running:
        config.theme.static_templates = set()


def wait(config: MkDocsConfig) -> None:
    """Wait for them, and keep the plugin from building them again. Raises `PluginError` if one of them failed."""
    failed = [language for language, process in _running.items() if os.waitpid(process, 0)[1]]
    if _running:
        config.plugins["i18n"].building = True
        _running.clear()
        gc.unfreeze()
    if failed:
        raise PluginError(f"The pages in {', '.join(failed)} could not be built; see above.")


def _build(config: MkDocsConfig, language: str) -> None:
    """As the plugin does it; ends this process."""
    code = 1
    try:
        _running.clear()
        plugin = config.plugins["i18n"]
        for file in plugin.i18n_files_per_language[plugin.current_language]:  # the sitemap names them by their pages
            if file.page is None:
                Page(None, file, config)
        plugin.building, plugin.current_language = True, language
        utils.clean_directory = lambda directory: None  # the first language has done it, and writes there now
        build(config)
        code = 0
    except Exception as error:
        log.error("%s: %s", language, error)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
