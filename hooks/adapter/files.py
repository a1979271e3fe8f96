"""Turns pages and downloads into MkDocs files, at the same address in each language.

In: MkDocs' files after the i18n plugin has sorted them, and the library's `Site`. Out: the same files with ours added.

The i18n plugin crashes on generated files (its issue #263: it asks for their path on disk), so ours are added after it,
with the attributes that it would have given them. It does not document these; `tests/adapter` holds them to their work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs import utils
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from resolutions import addresses
from resolutions.pages.front import front_matter

from . import languages, rendering
from .report import log, report

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from resolutions.pages.draft import Page as Planned
    from resolutions.pages.draft import PageDraft

    from .corpus import Corpus


class DraftPage(Page):
    """A page that is made when its turn has come to be written, and forgotten then: MkDocs reads all pages first.

    Its front matter is the draft's, not parsed back out of YAML. Plugins that look at a page's Markdown or HTML before
    all pages are read see nothing of it.
    """

    def __init__(self, planned: Planned, awaited: addresses.Awaiting, file: File, config: MkDocsConfig) -> None:
        self._planned, self._awaited, self.moved = planned, awaited, planned.moved
        self.address = planned.address
        self.draft: PageDraft | None = None
        self._front: dict[str, Any] | None = None
        super().__init__(None, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content, self._config, self._files = "", config, files

    @property
    def meta(self) -> dict[str, Any]:  # type: ignore[override]
        """The front matter. Who first asks for it is MkDocs, for the template: the page is to be written now."""
        if self._front is None:
            self._make()
        return self._front

    @meta.setter
    def meta(self, value: dict[str, Any]) -> None:
        """MkDocs sets an empty one at the beginning."""

    def _make(self) -> None:
        draft = self.draft = self._planned.draft()
        self.markdown, self._front = draft.body, front_matter(draft)
        if draft.source:  # Edit opens what a person wrote; `edit_uri` is the folder of docs
            self.file.edit_uri = f"../{draft.source}"
            self._set_edit_url(self._config.repo_url, self._config.edit_uri)
        root = Path(self._config.docs_dir).parent
        report((lost.below(root) for lost in addresses.lost(draft, self._awaited)), strict=False)
        convert = super().render
        rendering.render(self, self._config, self._files, lambda: convert(self._config, self._files))

    def forget(self) -> None:
        """What nobody asks for once the page is written. What is left tells of its links, which MkDocs checks."""
        self.draft = self.content = None
        self.markdown, self._front, self.toc = "", {}, ()


class Shared(File):
    """A file that all languages have in common. It is made when it is written: once, by the build of the first."""

    @classmethod
    def later(cls, config: MkDocsConfig, address: str, make: Callable[[], bytes]) -> Shared:
        """A file at the address, with the content that `make` gives."""
        file = cls.generated(config, address, content="")
        file._make, file._written = make, not languages.is_inner_build(config)
        return file

    @property
    def content_bytes(self) -> bytes:
        return self._make()

    def copy_file(self, dirty: bool = False) -> None:
        if self._written:
            utils.write_file(self._make(), self.abs_dest_path)


def add(files: Files, config: MkDocsConfig, corpus: Corpus) -> Files:
    """Add the pages of the language now being built, and the downloads, which all languages share."""
    language = languages.current(config)
    taken = {file.dest_uri: file.src_uri for file in files}
    for page in corpus.site.pages[language]:
        _append(files, taken, _page(page, corpus.awaited, config), page.src_uri)
    for download in corpus.site.downloads:
        _append(files, taken, Shared.later(config, download.address, download.make), download.address)
    config.plugins["i18n"].i18n_files_per_language[language] = files.documentation_pages()  # what its sitemap lists
    return files


def add_plain(files: Files, config: MkDocsConfig, contents: Iterable[tuple[str, str]]) -> None:
    """Add files that are published as they stand, also those whose name begins with a dot."""
    for address, content in contents:
        files.append(File.generated(config, address, content=content, inclusion=InclusionLevel.INCLUDED))


def _append(files: Files, taken: dict[str, str], file: File, source: str) -> None:
    if file.dest_uri in taken:
        log.error(
            "%s: its address %s is taken by %s; one of them has to go", source, file.dest_uri, taken[file.dest_uri]
        )
        return
    taken[file.dest_uri] = source
    files.append(file)


def _page(page: Planned, awaited: addresses.Awaiting, config: MkDocsConfig) -> File:
    own = _file(page.src_uri, page.language, config)
    own.alternates = {page.language: own}  # the plugin wants it; `Places.alternates` tells the others by the address
    DraftPage(page, awaited, own, config)  # registers itself as own.page
    return own


def _file(src_uri: str, language: str, config: MkDocsConfig) -> File:
    # Never in the navigation unless mkdocs.yml lists it: that costs the square of the number of pages.
    file = File.generated(config, src_uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = languages.prefix(config, language) + file.dest_uri  # before anybody asks for .url, which is kept
    file.locale = file.locale_alternate_of = language
    file.localization = None
    file.norm_src_uri = src_uri
    return file


def report_untranslated(files: Files, config: MkDocsConfig) -> None:
    """Name every page of this language that shows another language's text, because nobody has translated it."""
    language = languages.current(config)
    for file in files.documentation_pages():
        if getattr(file, "locale", language) != language:
            name = Path(file.src_uri).with_suffix(f".{language}.md").as_posix()
            log.warning("docs/%s: there is no %s beside it; translate it", file.src_uri, name)
