"""Remembers what a page's Markdown became, so that `serve` converts again only what has changed.

In: a page and the files around it. Out: the same attributes that MkDocs' own `Page.render` sets. One result is kept for
each address; it holds as long as the text, the other pages' addresses and the Markdown settings are the same. A page
about which MkDocs has something to say is never remembered, so that it says it again.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.pages import _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from . import quick

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

TAGS, IDS = re.compile(r"<[^<>]*>"), re.compile(r'(?<=[ ]id=")[^"]*')
SET_BY_RENDER = ("content", "toc", "_title_from_render", "present_anchor_ids")


@dataclass(frozen=True)
class _Result:
    key: tuple[Any, ...]
    attributes: dict[str, Any]
    links: dict[str, dict[str, str]]  # by the address of the file that is linked to


keeps = True
_memory: dict[str, _Result] = {}
_seen: WeakKeyDictionary[Files, tuple[Any, ...]] = WeakKeyDictionary()


def render(page: Page, config: MkDocsConfig, files: Files, convert: Callable[[], None]) -> None:
    """Set on `page` what `convert` (its own rendering) would set."""
    place, key = page.file.dest_uri, _key(page, config, files)
    known = _memory.get(place)
    if known is not None and known.key == key:
        vars(page).update(known.attributes)
        page.links_to_anchors = {files.get_file_from_path(uri): links for uri, links in known.links.items()}
        return
    with _Listening() as said:
        if not _quickly(page, config, files):
            convert()
    _memory.pop(place, None)
    if keeps and not said:
        attributes = {name: getattr(page, name) for name in SET_BY_RENDER}
        links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        _memory[place] = _Result(key, attributes, links)


def _key(page: Page, config: MkDocsConfig, files: Files) -> tuple[Any, ...]:
    return page.markdown, _surroundings(config, files)


def _quickly(page: Page, config: MkDocsConfig, files: Files) -> bool:
    """As `Page.render` does it, if the page holds nothing but what `quick` knows."""
    known = (list(quick.EXTENSIONS), quick.SETTINGS)
    if (config.markdown_extensions, config.mdx_configs) != known:  # then it would not know what they make of it
        return False
    links = _RelativePathTreeprocessor(page.file, files, config)  # MkDocs' own, which checks them as well
    found = quick.convert(page.markdown or "", links.path_to_url)
    if found is None:
        return False
    tokens = [
        {"level": one.level, "id": one.id, "name": TAGS.sub("", one.html), "html": one.html, "data-toc-label": ""}
        for one in found.headings
    ]
    page.content, page.toc, page._title_from_render = found.html, get_toc(nest_toc_tokens(tokens)), None
    page.present_anchor_ids = set(IDS.findall(found.html))
    page.links_to_anchors = links.links_to_anchors
    return True


def _surroundings(config: MkDocsConfig, files: Files) -> tuple[Any, ...]:
    """All that a page's HTML depends on but its own text: where its links may lead, and the settings."""
    if files not in _seen:
        addresses = hash(frozenset((file.src_uri, file.dest_uri) for file in files.documentation_pages()))
        _seen[files] = (addresses, tuple(config.markdown_extensions), repr(config.mdx_configs))
    return _seen[files]


class _Listening(logging.Handler):
    """What MkDocs says about pages meanwhile, at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._logger = logging.getLogger("mkdocs.structure.pages")

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def __enter__(self) -> list[logging.LogRecord]:
        self._logger.addHandler(self)
        return self._records

    def __exit__(self, *_: object) -> None:
        self._logger.removeHandler(self)
