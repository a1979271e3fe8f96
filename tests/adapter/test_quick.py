"""What the quick converter makes of a body is what Python-Markdown makes of it, or nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.structure.pages import Page

from adapter import files as adapted
from adapter import quick, rendering
from resolutions import markup, site

ROOT = Path(__file__).parents[2]
FULL = Markdown(extensions=list(quick.EXTENSIONS), extension_configs=quick.SETTINGS)


def full(body):
    return FULL.reset().convert(body)


def fast(body):
    found = quick.convert(body, lambda url: url)
    return found and found.html


@pytest.fixture(scope="module")
def drafts():
    return [draft for language in ("en", "ar") for draft in site.read(ROOT / "docs").drafts(language)]


def test_every_page_of_the_corpus_is_the_same(drafts):
    assert [draft.address for draft in drafts if fast(draft.body) not in (None, full(draft.body))] == []


def test_nearly_every_page_is_known(drafts):
    assert sum(fast(draft.body) is None for draft in drafts) <= len(drafts) / 100


TEXTS = st.text(
    st.sampled_from("abz ABZ 012 .,;:!?()[]{}<>&\"'*_`~^|=+-/\\#$%@\n\t\u00a0«»،؛ابتةى٠١ًـ") | st.characters()
)


@given(TEXTS, st.sampled_from(["en", "ar"]))
def test_any_text_is_the_same_or_left_alone(text, language):
    """Whatever stands in a source, as a paragraph, in emphasis, in a link and in a heading."""
    said = markup.markdown(text, language)
    for body in (
        said,
        f"*{said}*{{ .open }} {said}\n{{: .t lang={language} dir=ltr }}",
        markup.block(f'div.col[lang="{language}"]', f"[{said}](#here){{ .cite }} {said}"),
        markup.block("div.no", said, inline=True),
        f"## {said} {{: #here .sec }}\n\n{said}",
    ):
        assert fast(body) in (None, full(body))


@given(TEXTS)
def test_any_markdown_is_the_same_or_left_alone(body):
    assert fast(body) in (None, full(body))


@pytest.mark.parametrize(
    "body",
    [
        "plain",
        "two\nlines",
        "- a list",
        "1. a list",
        "*a* b",
        "* a list",
        "**strong**",
        "a | b\n- | -\n1 | 2",
        "term\n: meaning",
        "    code",
        "<div>\n\nblock\n\n</div>",
        '<span class="n">5</span>',
        "# Title {#title}",
        "## Without an id",
        "## With one {: #one }",
        "[a](b.md)",
        "[a][b]\n\n[b]: c",
        "[a *b*{ .c } d](e.md){ .f #g h=i }",
        "![a](b.png)",
        "a  \nb",
        "line\n===",
        "&amp; &#46; & &copy",
        "<https://example.org/>",
        "a\\*b",
        "!!! note\n    text",
        "```\ncode\n```",
        "/// html | div.a.b#c\n\ntext\n\n///",
        "/// html | div\n\n///",
        "//// html | div\n\n/// html | div.x\n    markdown: inline\n\n*a*{ .b }\n\n///\n\n////",
        "/// html | div\n\nnever closed",
        "///",
        "/// html | p\n\ntext\n\n///",
        "text\n{: .a .b c=d }",
        "text\n{: .a }\n{: .b }",
    ],
)
def test_forms(body):
    assert fast(body) in (None, full(body))


def test_all_that_mkdocs_asks_of_a_page_is_the_same(small, library, monkeypatch):
    """Its headings, anchors, title and links to anchors."""
    compared = []
    own = adapted.rendering.render

    def render(page, config, files, convert):
        own(page, config, files, convert)
        slow = Page(None, page.file, config)
        slow.markdown, page.file.page = page.markdown, page
        Page.render(slow, config, files)
        for name in (*rendering.SET_BY_RENDER, "links_to_anchors"):
            mine, theirs = getattr(page, name), getattr(slow, name)
            assert str(mine) == str(theirs) if name == "toc" else mine == theirs, (page.file.src_uri, name)
        compared.append(page.file.src_uri)

    monkeypatch.setattr(adapted.rendering, "render", render)
    rendering._memory.clear()
    from resolutions.pages.draft import PageDraft

    body = (
        "## One {: #one .sec }\n\n### Two <bdi>x</bdi> {: #two }\n\n/// html | div.a#three\n\n"
        '[here](#two){ .b } [there](../../about/method.md#method) <sup id="four">[x](#three)</sup>\n\n///'
    )
    library(
        drafts=[
            PageDraft(f"instruments/crc/{leaf}", language, "Title", "About.", "clause.html", body)
            for language in ("en", "ar")
            for leaf in ("", "art-19/")
        ]
    )
    small.build(strict=False)
    assert len(compared) == 4
