"""Remembers what a page's Markdown became, so that `serve` converts again only what has changed.

In: a page and the files around it. Out: the same attributes that MkDocs' own `Page.render` sets. One result is kept for
each address; it holds as long as the text, the other pages' addresses and the Markdown settings are the same. A page
about which MkDocs has something to say is never remembered, so that it says it again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

SET_BY_RENDER = ("content", "toc", "_title_from_render", "present_anchor_ids")


@dataclass(frozen=True)
class _Result:
    key: tuple[Any, ...]
    attributes: dict[str, Any]
    links: dict[str, dict[str, str]]  # by the address of the file that is linked to


_memory: dict[str, _Result] = {}


def render(page: Page, config: MkDocsConfig, files: Files, convert: Callable[[], None]) -> None:
    """Set on `page` what `convert` (its own rendering) would set."""
    place, key = page.file.dest_uri, _key(page, config, files)
    known = _memory.get(place)
    if known is not None and known.key == key:
        vars(page).update(known.attributes)
        page.links_to_anchors = {files.get_file_from_path(uri): links for uri, links in known.links.items()}
        return
    with _Listening() as said:
        convert()
    _memory.pop(place, None)
    if not said:
        attributes = {name: getattr(page, name) for name in SET_BY_RENDER}
        links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        _memory[place] = _Result(key, attributes, links)


def _key(page: Page, config: MkDocsConfig, files: Files) -> tuple[Any, ...]:
    addresses = hash(frozenset((file.src_uri, file.dest_uri) for file in files.documentation_pages()))
    return page.markdown, addresses, tuple(config.markdown_extensions), repr(config.mdx_configs)


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
