"""The library's one door: reads the corpus and returns everything that the site needs.

In: the folder `docs`. Out: a `Site`. Nothing is raised for bad input; it comes back as problems.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .pages.draft import Download, PageDraft
from .problems import Problem

LANGUAGES = ("en", "ar")


@dataclass(frozen=True)
class Site:
    """Everything made from the corpus: the pages of each interface language, the downloads, the problems."""

    drafts: Mapping[str, tuple[PageDraft, ...]]
    downloads: tuple[Download, ...]
    problems: tuple[Problem, ...]


def read(docs: Path) -> Site:
    """Read `docs/records` and `docs/texts` and make every page. Problems carry paths relative to the folder above `docs`."""
    return Site(drafts={language: () for language in LANGUAGES}, downloads=(), problems=())
