"""The pages as plain Markdown for another generator, and the comparison of what it makes of them."""

from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.utils import meta

import _compare_sites as compare
import _stage
from resolutions.site import LANGUAGES

ROOT = Path(__file__).parents[1]
SETTINGS = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_stage.Settings)


@pytest.fixture(scope="module")
def staged(tmp_path_factory):
    target = tmp_path_factory.mktemp("staged")
    assert _stage.stage(ROOT / "docs", SETTINGS, target) == ()
    return target


def pages(staged, language):
    docs = staged / language / "docs"
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}


def test_every_page_is_there_in_both_languages(staged, real_site):
    by_hand = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    by_hand = {name for name in by_hand if not name.startswith(("texts/", "records/"))}
    for language in LANGUAGES:
        drafts = {draft.src_uri for draft in real_site.drafts(language)}
        assert pages(staged, language).keys() == drafts | {name for name in by_hand if not name.endswith(".ar.md")}


def test_a_page_holds_its_body_and_its_values(staged, real_site):
    for language in LANGUAGES:
        found = pages(staged, language)
        for draft in real_site.drafts(language):
            body, front = meta.get_data(found[draft.src_uri])
            assert body.startswith(draft.body)
            assert front["title"] == draft.title
            assert "template" not in front
            assert front["kind"] == draft.template


def test_hand_written_pages_are_in_their_language(staged):
    assert "كل" in pages(staged, "ar")["about/method.md"]
    assert "# Method {#method}" in pages(staged, "en")["about/method.md"]


def test_every_note_that_a_text_links_to_stands_below_it(staged):
    linked = 0
    for language in LANGUAGES:
        for name, text in pages(staged, language).items():
            for number in range(1, 30):
                if f'href="#n-{number}"' in text:
                    linked += 1
                    assert f'<p id="n-{number}">' in text, name
    assert linked > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_generator_can_read_the_settings(staged, language, caplog):
    config = load_config(str(staged / language / "mkdocs.yml"))
    assert config.site_name == ("Muqabala" if language == "en" else "مقابلة")
    assert config.site_url.endswith("/ar/") == (language == "ar")
    assert config.theme["language"] == language
    assert not config.hooks
    assert not caplog.records
    docs = Path(config.docs_dir)
    assert all((docs / page).is_file() for page in config.nav)


def test_downloads_and_assets_are_there_and_the_corpus_is_not(staged, real_site):
    for language in LANGUAGES:
        docs = staged / language / "docs"
        assert (docs / _stage.STYLE).is_file()
        assert all((docs / one.address).is_file() for one in real_site.downloads)
        texts = [one for one in real_site.downloads if one.address.endswith(".txt")]
        assert texts
        assert all((docs / one.address).read_bytes() == one.content for one in texts)
        assert not (docs / "texts").exists()
        assert not (docs / "records").exists()


def test_a_folder_of_somebody_else_is_not_emptied(tmp_path):
    (tmp_path / "mine").touch()
    with pytest.raises(FileExistsError):
        _stage.stage(ROOT / "docs", SETTINGS, tmp_path)
    assert (tmp_path / "mine").exists()


# The comparison

OURS = """<html lang="en" dir="ltr"><meta charset="utf-8"><title>Clause 4 · Muqabala</title><main><h1>Clause 4</h1>
<p id="op-4">Urges <a href="../">States</a> to act;</p><p>Cites 2</p></main>"""
THEIRS = """<html lang="en"><meta charset="utf-8"><title>Clause 4 - Muqabala</title><article class="md-content__inner"><h1>Clause 4</h1>
<p id="op-4">Urges <a href="../">States</a> to act;</p></article>"""


def compared(tmp_path, theirs, name="op-4"):
    for folder, pages in (("ours", {"": OURS, "op-4": OURS}), ("theirs", {"": THEIRS, name: theirs})):
        for place, text in pages.items():
            path = tmp_path / folder / place / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return compare.compare(tmp_path / "ours", tmp_path / "theirs", "")


def test_what_is_the_same(tmp_path):
    found = compared(tmp_path, THEIRS)
    # Home's "../" leads out of the site; nothing else is amiss. Four words of eight are those of the text.
    assert (found.pages, found.missing, found.titles, found.texts) == (2, [], [], [])
    assert found.undirected == ["/", "/op-4/"]
    assert found.share == 0.5


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (("Urges", "Urge"), "texts"),
        (("<title>Clause 4", "<title>Clause 5"), "titles"),
        (('href="../"', 'href="../op-5/"'), "links"),
        (('href="../"', 'href="#op-5"'), "links"),
        (('href="../"', 'href="../#op-5"'), "links"),
    ],
)
def test_what_differs_is_found(tmp_path, change, what):
    found = compared(tmp_path, THEIRS.replace(*change))
    names = {"texts", "titles", "links"}
    differing = {name for name in names if any("op-4/" in one for one in getattr(found, name))}
    assert differing == {what}


def test_a_missing_page_is_found(tmp_path):
    assert compared(tmp_path, THEIRS, "op-5").missing == ["/op-4/"]


def test_differing_files_are_found(tmp_path):
    for folder, files in (("ours", {"a": "1", "b": "1", "c": "1"}), ("theirs", {"a": "1", "b": "2", "d": "1"})):
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text)
    assert compare.differing_files(tmp_path / "ours", tmp_path / "theirs") == ["b", "c", "d"]
