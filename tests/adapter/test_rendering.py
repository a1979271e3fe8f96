"""A page is converted again exactly when that could give something else, and what is remembered is the same."""

import pytest
from mkdocs.structure.pages import Page

from adapter import corpus, rendering
from resolutions.pages.draft import PageDraft, download


@pytest.fixture
def converted(monkeypatch):
    """The generated pages that MkDocs really converted, by source file."""
    rendering._memory.clear()
    seen = []
    own = Page.render

    def render(self, config, files):
        seen.append(self.file.src_uri)
        return own(self, config, files)

    monkeypatch.setattr(Page, "render", render)
    yield seen
    rendering._memory.clear()


def drafts(article="Article 19", body="[the convention](index.md#op)"):
    return [
        PageDraft(address, language, title, "About it.", "clause.html", text)
        for language in ("en", "ar")
        for address, title, text in (
            ("instruments/crc/", "CRC", "## Operative {#op}\n\n[article](art-19.md)"),
            ("instruments/crc/art-19/", article, f"## Words {{#op}}\n\n{body}"),
        )
    ]


def build(small, library, made):
    corpus._memory.clear()  # the drafts are the test's own; no file says that they changed
    library(drafts=made, downloads=[download("data/crc.json", b"{}")])
    small.build()
    return {path.relative_to(small.site): path.read_bytes() for path in small.site.rglob("*.html")}


def test_nothing_is_converted_twice_and_the_result_is_the_same(small, library, converted):
    first = build(small, library, drafts())
    generated = [uri for uri in converted if uri.startswith("instruments/")]
    assert len(generated) == 4
    converted.clear()
    assert build(small, library, drafts()) == first
    assert not [uri for uri in converted if uri.startswith("instruments/")]


def test_a_changed_text_is_converted_and_only_that(small, library, converted):
    build(small, library, drafts())
    converted.clear()
    after = build(small, library, drafts(body="[the convention](index.md#op), changed"))
    assert [uri for uri in converted if uri.startswith("instruments/")] == ["instruments/crc/art-19.md"] * 2
    rendering._memory.clear()
    assert build(small, library, drafts(body="[the convention](index.md#op), changed")) == after


@pytest.mark.parametrize("gone", ["index.md#nowhere", "nowhere.md"])
def test_a_broken_link_is_told_again(small, library, converted, said, gone):
    library(drafts=drafts(body=f"[gone]({gone})"))
    for _ in range(2):
        said.clear()
        small.build(strict=False)
        assert any(gone in line for line in said)
