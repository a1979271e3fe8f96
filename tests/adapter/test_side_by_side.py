"""Two languages built beside each other are the site that one process builds one after the other."""

import pytest
from mkdocs.exceptions import Abort, PluginError

from adapter import corpus, side_by_side
from resolutions.pages.draft import PageDraft, download

pytestmark = pytest.mark.skipif(not hasattr(side_by_side.os, "fork"), reason="this system copies no processes")


def drafts(body="[article](art-19.md)"):
    return [
        PageDraft(address, language, title, "About it.", "clause.html", text, data={"colour": "red"})
        for language in ("en", "ar")
        for address, title, text in (
            ("instruments/crc/", "CRC", body),
            ("instruments/crc/art-19/", "Article 19", "## Words {: #op }\n\nText."),
        )
    ]


def built(small, library, made, **settings):
    corpus._memory.clear()
    library(drafts=made, downloads=[download("data/crc.json", b"{}")])
    small.build(once=True, **settings)
    # The packed sitemap holds the time at which it was packed.
    return {path.relative_to(small.site): path.read_bytes() for path in small.site.rglob("*") if path.suffix != ".gz"
            and path.is_file()}  # fmt: skip


def test_the_same_bytes(small, library, monkeypatch):
    one_by_one = built(small, library, drafts())
    monkeypatch.setenv(side_by_side.ASKED, "1")
    assert built(small, library, drafts()) == one_by_one
    assert side_by_side._running == {}


def test_a_process_is_made_only_where_it_was_asked_for(small, library, monkeypatch):
    monkeypatch.setattr(side_by_side.os, "fork", lambda: pytest.fail("nobody asked"))
    monkeypatch.delenv(side_by_side.ASKED, raising=False)
    built(small, library, drafts())


def test_what_fails_in_the_other_language_fails_the_build(small, library, monkeypatch):
    monkeypatch.setenv(side_by_side.ASKED, "1")
    made = drafts()
    wrong = [PageDraft("instruments/opsc/", "ar", "OPSC", "About it.", "missing.html", "")]
    with pytest.raises((Abort, PluginError)):
        built(small, library, made + wrong)


def test_what_is_said_in_the_other_language_fails_a_strict_build(small, library, monkeypatch):
    monkeypatch.setenv(side_by_side.ASKED, "1")
    made = [draft for draft in drafts() if draft.language == "en"]
    made += [draft for draft in drafts(body="[gone](nowhere.md)") if draft.language == "ar"]
    with pytest.raises((Abort, PluginError)):
        built(small, library, made)
