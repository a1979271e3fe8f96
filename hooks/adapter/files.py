"""Turns drafts and downloads into MkDocs files, at the same address in each language.

In: MkDocs' files after the i18n plugin has sorted them, and the library's `Site`. Out: the same files with ours added.

The i18n plugin crashes on generated files (its issue #263: it asks for their path on disk), so ours are added after it,
with the attributes that it would have given them. It does not document these; `tests/adapter` holds them to their work.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from resolutions.pages.front import front_matter

from . import languages, rendering
from .report import log

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from resolutions.pages.draft import PageDraft
    from resolutions.site import Site


class DraftPage(Page):
    """A page whose front matter is the draft's, not parsed back out of YAML, and whose HTML is remembered."""

    def __init__(self, draft: PageDraft, file: File, config: MkDocsConfig) -> None:
        super().__init__(draft.title, file, config)
        self.draft = draft

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = self.draft.body, front_matter(self.draft)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        rendering.render(self, config, files, lambda: super(DraftPage, self).render(config, files))


class Shared(File):
    """A file that all languages have in common. It is written once, by the build of the first."""

    written = True

    def copy_file(self, dirty: bool = False) -> None:
        if self.written:
            super().copy_file(dirty)


def add(files: Files, config: MkDocsConfig, site: Site) -> Files:
    """Add the pages of the language now being built, and the downloads, which all languages share."""
    language = languages.current(config)
    taken = {file.dest_uri: file.src_uri for file in files}
    for draft in site.drafts.get(language, ()):
        file = _page(draft, config)
        _append(files, taken, file, draft.source or draft.src_uri)
    for download in site.downloads:
        file = Shared.generated(config, download.address, content=download.content)
        file.written = not languages.is_inner_build(config)
        _append(files, taken, file, download.address)
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


def _page(draft: PageDraft, config: MkDocsConfig) -> File:
    own = _file(draft.src_uri, draft.language, config, draft.body)
    others = {
        other: _file(draft.src_uri, other, config) for other in languages.all_of(config) if other != draft.language
    }
    own.alternates = {draft.language: own, **others}
    if draft.source:  # Edit opens what a person wrote; `edit_uri` is the folder of docs
        own.edit_uri = f"../{draft.source}"
    DraftPage(draft, own, config)  # registers itself as own.page
    return own


def _file(src_uri: str, language: str, config: MkDocsConfig, content: str = "") -> File:
    # Never in the navigation unless mkdocs.yml lists it: that costs the square of the number of pages.
    file = File.generated(config, src_uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
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
