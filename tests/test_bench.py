"""`scripts/bench`: the phases that it times, the pages that other generators are given, and what they leave out.

None of these generators is installed here; only what this site is built with itself makes a site of the pages.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import _peer_pages
import _peers
import _phases

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "peers"
BODY = """\
## {heading} {{: #text .sec }}

//// html | div.pair.txt#op-1

/// html | div.no
    markdown: inline

<span class="n">1</span>

///

/// html | div.col[lang="en" dir="ltr"]

<em class="open">Encourages</em> Member States to keep quiet hours near hospitals{{1}}: see [one](op-1.md).
{{: .t lang=en dir=ltr }}

///

/// html | div.col[lang="ar" dir="rtl"]

<em class="open">تشجع</em> الدول الأعضاء على التزام ساعات هدوء قرب المستشفيات.
{{: .t lang=ar dir=rtl }}

///

////
"""
PLAIN = """\
## The text



<span class="n">1</span>



<em class="open">Encourages</em> Member States to keep quiet hours near hospitals{1}: see [one](op-1.md).




<em class="open">تشجع</em> الدول الأعضاء على التزام ساعات هدوء قرب المستشفيات.
"""
PAGES = {
    "index.md": ("Home", ""),
    "instruments/a-res-1/index.md": ("A/RES/1: The child's rest & play", BODY.format(heading="The text")),
    "instruments/a-res-1/op-1.md": ("Operative paragraph 1, A/RES/1", BODY.format(heading="The text")),
    "ar/index.md": ("الرئيسية", ""),
    "ar/instruments/a-res-1/index.md": ("A/RES/1: راحة الطفل ولعبه", BODY.format(heading="النص")),
    "ar/instruments/a-res-1/op-1.md": ("الفقرة 1 من المنطوق، A/RES/1", BODY.format(heading="النص")),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("given") / "pages"
    for name, (title, body) in PAGES.items():
        _peer_pages.write(folder / name, title, "About " + title, body)
    return folder


@pytest.fixture(scope="module")
def laid_out(pages, tmp_path_factory):
    place = tmp_path_factory.mktemp("peers")
    for peer in _peers.PEERS:
        peer.lay_out(pages, place / peer.folder)
    return place


@pytest.fixture(scope="module")
def site(laid_out):
    """The pages as the project's own generator makes them, without our hooks."""
    folder = laid_out / _peers.OwnStack().folder
    command = _peers.OwnStack().command(folder)
    subprocess.run([sys.executable, *command[1:]], cwd=folder, check=True)
    return folder / "site"


@pytest.fixture
def built(site, tmp_path):
    """The same, to be spoiled."""
    return Path(shutil.copytree(site, tmp_path / "site"))


def test_stage_gives_every_page_of_the_real_corpus_in_both_languages(tmp_path, real_site):
    _peer_pages.stage(real_site, tmp_path)
    given = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.md")}
    wanted = {"index.md"} | {draft.src_uri for draft in real_site.drafts("en")}
    wanted |= {"ar/index.md"} | {"ar/" + draft.src_uri for draft in real_site.drafts("ar")}
    assert given == wanted


def test_signs_of_our_markdown_are_taken_away_and_nothing_else():
    lines = [line for line in _peer_pages.FURNITURE.sub("", BODY.format(heading="The text")).splitlines() if line]
    assert lines == [line for line in PLAIN.splitlines() if line]


def place_of(name, peer):
    """Where a page lies in what a generator reads."""
    if isinstance(peer, (_peers.Hugo, _peers.OwnStack)) and not name.startswith("ar/"):
        name = "en/" + name
    return re.sub("index.md$", "_index.md", name) if isinstance(peer, _peers.Hugo) else name


@pytest.mark.parametrize("peer", _peers.PEERS, ids=lambda peer: peer.folder)
def test_each_gets_every_page_and_only_signs_it_knows(peer, pages, laid_out):
    docs = laid_out / peer.folder / peer.docs
    assert {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")} == {
        place_of(name, peer) for name in PAGES
    }
    for name in PAGES:
        text = (docs / place_of(name, peer)).read_text(encoding="utf-8")
        given = (pages / name).read_text(encoding="utf-8")
        assert text == (_peer_pages.FURNITURE.sub("", given) if peer.plain else given)


def test_own_stack_has_the_sites_markdown_and_none_of_its_hooks(laid_out):
    settings = yaml.safe_load((laid_out / _peers.OwnStack().folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert "pymdownx.blocks.html" in settings["markdown_extensions"]
    assert not {"hooks", "custom_dir"} & (settings.keys() | settings["theme"].keys())


def test_whole_site_lacks_nothing(pages, site):
    assert _peer_pages.lacking(pages, site) == ({"en": 3, "ar": 3}, {"en": [], "ar": []})


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("instruments/a-res-1/op-1", "Member States", "States"),
        ("instruments/a-res-1/op-1", "قرب المستشفيات", "المستشفيات"),
        ("ar/instruments/a-res-1/op-1", "<title>الفقرة 1", "<title>الفقرة 2"),
        ("ar/instruments/a-res-1", None, None),
    ],
)
def test_what_is_missing_is_found(page, old, new, pages, built):
    path = built / page / "index.html"
    if old is None:
        path.unlink()
    else:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    _, found = _peer_pages.lacking(pages, built)
    language = "ar" if page.startswith("ar/") else "en"
    assert found.pop(language) in ([page + ".md"], [page + "/index.md"])
    assert list(found.values()) == [[]]


def test_packages_of_npm_are_pinned_and_the_lock_names_no_host():
    wanted = json.loads((LOCK / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = json.loads((LOCK / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {name: lock["node_modules/" + name]["version"] for name in wanted} == wanted
    assert lock.pop("")["dependencies"] == wanted
    for entry in lock.values():
        assert entry["integrity"].startswith("sha512-")
        assert "resolved" not in entry


@pytest.mark.parametrize(("place", "name", "phase"), _phases.PHASES)
def test_what_is_timed_is_there(place, name, phase):
    assert callable(getattr(_phases.find(place), name)), phase
