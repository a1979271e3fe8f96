"""Where things lie, as seen from the page that is being rendered: relative addresses, and the page in other languages.

In: the page or the template that MkDocs is about to render. Out: URLs that work under any base path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.utils import get_relative_url

from . import languages
from .files import DraftPage
from .report import log

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


class Places:
    """Knows every address of the language being built, and stands on one page at a time."""

    def survey(self, config: MkDocsConfig, files: Files) -> None:
        """Begin with a language: `files` are all that will be written for it."""
        self._site, self._default = (config.site_url or "").rstrip("/") + "/", languages.default(config)
        self._base = urlsplit(self._site).path
        self._prefixes = {language: languages.prefix(config, language) for language in languages.all_of(config)}
        self._language = languages.current(config)
        self._known = {_url(file.url) for file in files}
        self._missing: set[str] = set()
        self.enter(None)

    @property
    def known(self) -> frozenset[str]:
        """Every address of the language that a page may lead to; the parts of the search index are new each time."""
        return frozenset(url for url in self._known if not url.startswith("search-index/"))

    def missed(self) -> int:
        """How many links have led nowhere so far."""
        return len(self._missing)

    def enter(self, page: Page | None) -> None:
        """Stand on `page`; on None for a template that is shown anywhere, such as 404.html."""
        self._page = page
        self._others: list[dict[str, str]] | None = None

    def to(self, address: str, language: str | None = None) -> str:
        """The URL of a language-neutral address in the interface language, or in `language`.

        A page's address ends in a slash (`instruments/crc/`; home is the empty one); every other address is a file,
        a download or an asset, which all languages share. A fragment may follow: `instruments/x/#op-4`.
        """
        path, mark, fragment = address.partition("#")
        url = path
        if path.endswith("/") or not path:
            self._check(self._prefixes[self._language] + path, address)
            url = self._prefixes[language or self._language] + path
        else:
            self._check(path, address)
        return self._relative(url) + mark + fragment

    def alternates(self, page: Page | None) -> list[dict[str, str]]:
        """The page in every language that has it, itself included, then `x-default`; nothing for a template.

        Each is `language`, `url` (absolute, below site_url) and `relative`. A page that only falls back to another
        language's text is not listed: it would claim the wrong language.
        """
        if page is self._page and self._others is not None:
            return self._others
        urls = self._urls(page) if page else {}
        if (first := urls.get(self._default)) is not None:
            urls["x-default"] = first
        others = [
            {"language": language, "url": self._site + url, "relative": self._relative(url)}
            for language, url in urls.items()
        ]
        if page is self._page:
            self._others = others  # the head asks for them, and the header
        return others

    def _urls(self, page: Page) -> dict[str, str]:
        if isinstance(page, DraftPage):
            return {language: prefix + page.address for language, prefix in self._prefixes.items()}
        files = getattr(page.file, "alternates", {})
        own = [language for language in self._prefixes if language in files and files[language].locale == language]
        return {language: _url(files[language].url) for language in own}

    def _relative(self, url: str) -> str:
        if self._page is None:
            return self._base + url
        return get_relative_url(url or "./", self._page.url)

    def _check(self, url: str, address: str) -> None:
        if url not in self._known and url not in self._missing:
            self._missing.add(url)
            where = self._page.file.src_uri if self._page else "a template"
            log.warning("%s: its template links to %r, where nothing lies; mend the link", where, address)


def _url(url: str) -> str:
    return "" if url in (".", "./") else url
