"""The two values that an adapter needs: a page and a download."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class PageDraft:
    """One page in one interface language, before it is a file.

    `address`: where it lies, the same in each language: `instruments/crc/art-19/`, a slash at its end, none before it.
    `language`: the interface, `en` or `ar`. `title`, `description`: plain text in that language.
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
        if self.address.startswith("/") or not self.address.endswith("/"):
            raise ValueError(f"an address has no leading slash and ends in one: {self.address!r}")

    @property
    def src_uri(self) -> str:
        """The page's Markdown file as other pages link to it: `instruments/crc/index.md`, `instruments/crc/art-19.md`.

        A folder which holds further pages has an index; `depth` two is an instrument, deeper is a leaf.
        """
        parts = self.address.strip("/").split("/")
        return "/".join(parts) + ("/index.md" if len(parts) < 3 else ".md")


@dataclass(frozen=True)
class Download:
    """A file that is published as it stands: `address` without leading slash, `content` as bytes."""

    address: str
    content: bytes
