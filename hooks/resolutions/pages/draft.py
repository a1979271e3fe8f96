"""The values that an adapter needs: a page that the site will have, what it is when it is made, and a download.

A page is made when somebody asks for it, not before: a large site is then never in memory as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """A page of the site, known by its address before it is made.

    `address`: where it lies, the same in each language: `instruments/crc/art-19/`, a slash at its end, none before it.
    `language`: the interface, `en` or `ar`. `draft`: makes it; two calls give equal drafts. `moved`: it only sends
    readers on, so that no search engine should list it.
    """

    address: str
    language: str
    draft: Callable[[], PageDraft]
    moved: bool = False

    def __post_init__(self) -> None:
        _check(self.address)

    @property
    def src_uri(self) -> str:
        return source_name(self.address)


@dataclass(frozen=True)
class PageDraft:
    """One page in one interface language, before it is a file.

    `address`, `language`: as of its `Page`. `title`, `description`: plain text in that language.
    `template`: the file in `overrides/` that holds its furniture. `body`: Markdown; it holds the texts.
    `data`: plain values (text, numbers, lists, mappings) for the template, in the page's language: the front matter.
    Texts inside `data` whose key ends in `_html` are HTML that is already escaped; all others are plain text.
    `source`, `line`: the file that a reader edits to change this page, relative to the repository, and the line in it.
    """

    address: str
    language: str
    title: str
    description: str
    template: str
    body: str
    data: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    line: int = 0

    def __post_init__(self) -> None:
        _check(self.address)

    @property
    def src_uri(self) -> str:
        return source_name(self.address)


def source_name(address: str) -> str:
    """The Markdown file of a page as other pages link to it: `instruments/crc/index.md`, `instruments/crc/art-19.md`.

    A folder which holds further pages has an index; `depth` two is an instrument, deeper is a leaf.
    """
    parts = address.strip("/").split("/")
    return "/".join(parts) + ("/index.md" if len(parts) < 3 else ".md")


@dataclass(frozen=True)
class Download:
    """A file that is published as it stands: `address` without leading slash; `make` gives its content."""

    address: str
    make: Callable[[], bytes]

    @property
    def content(self) -> bytes:
        return self.make()


def download(address: str, content: bytes) -> Download:
    """One whose content is there already."""
    return Download(address, lambda: content)


def _check(address: str) -> None:
    if address.startswith("/") or not address.endswith("/"):
        raise ValueError(f"an address has no leading slash and ends in one: {address!r}")
