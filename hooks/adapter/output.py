"""Remembers the finished pages, so that `serve` fills in the templates of those only in which something changed.

In: the environment of the templates, and all that every page depends on. Out: the same environment, whose templates
give back what they made before, where draft and text of the page are the same and all else is too. Hand-written pages
are always made anew. A page whose template warned is never remembered, so that it warns again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .files import DraftPage

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True)
class _Page:
    key: tuple[Any, ...]
    html: str


keeps = True
_memory: dict[str, _Page] = {}  # by address
_around: dict[str, tuple[Any, ...]] = {}  # by language: one value for all pages, which is quick to compare


def remember(
    env: Environment, config: MkDocsConfig, language: str, around: tuple[Any, ...], warned: Callable[[], int]
) -> None:
    """`around`: what pages show beside their own; `warned`: how many warnings templates have given so far."""
    surroundings = (*around, _furniture(config), config.site_name, config.site_url, config.repo_url, config.extra)
    if _around.get(language) != surroundings:
        _around[language] = surroundings
    surroundings = _around[language]
    own = env.get_template

    def get_template(name, parent=None, globals=None):
        template = own(name, parent, globals)
        return template if parent else _Remembering(template, surroundings, warned)

    env.get_template = get_template  # type: ignore[method-assign]


class _Remembering:
    """A template as MkDocs uses it."""

    def __init__(self, template: Template, surroundings: tuple[Any, ...], warned: Callable[[], int]) -> None:
        self._template, self._surroundings, self._warned = template, surroundings, warned

    def render(self, context: dict[str, Any]) -> str:
        page = context.get("page")
        if not isinstance(page, DraftPage):
            return self._template.render(context)
        if not keeps:
            html = self._template.render(context)
            page.forget()  # it is written next
            return html
        key = (page.draft, page.content, page.edit_url, self._surroundings)
        known = _memory.get(page.file.dest_uri)
        if known is not None and known.key == key:
            return known.html
        before = self._warned()
        html = self._template.render(context)
        if self._warned() == before:
            _memory[page.file.dest_uri] = _Page(key, html)
        return html


def _furniture(config: MkDocsConfig) -> tuple[tuple[str, int, int], ...]:
    """The templates of the project, as they now are."""
    folder = Path(config.theme.custom_dir or config.docs_dir)
    stats = ((path.as_posix(), path.stat()) for path in sorted(folder.rglob("*.html")))
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)
