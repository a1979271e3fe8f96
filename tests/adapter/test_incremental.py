"""What `serve` builds after a change is, byte for byte, what a clean build of the changed files gives."""

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

import _made_corpus
from adapter import corpus, output, rendering

ROOT = Path(__file__).parents[2]


def forget():
    for memory in (corpus._memory, output._memory, rendering._memory):
        memory.clear()


@pytest.fixture
def project(tmp_path):
    """The project itself, with two made-up texts instead of the real ones' neighbours."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("hooks/main.py", f"{ROOT}/hooks/main.py")
    (tmp_path / "mkdocs.yml").write_text(settings.replace("\n  - hooks\n", "\n"), encoding="utf-8")
    _made_corpus.CLAUSES, before = 6, _made_corpus.CLAUSES
    _made_corpus.make(12, 3, tmp_path / "docs")
    _made_corpus.CLAUSES = before
    yield tmp_path
    forget()


def built(project, name):
    site = project / name
    build(load_config(str(project / "mkdocs.yml"), site_dir=str(site)))
    files = (path for path in site.rglob("*") if path.is_file() and path.suffix != ".gz")  # it holds its hour
    return {path.relative_to(site): path.read_bytes() for path in files}


def replaced(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def first(project):
    return sorted((project / "docs" / "texts").glob("a-res-34-*"))[0]


def reading(project, old, new):
    """Change the English reading; a witness is never edited."""
    folder = first(project)
    path = folder / "reading-en.txt"
    if not path.exists():
        shutil.copy(folder / "text-en.txt", path)
        replaced(folder / "instrument.yml", "file: text-en.txt\n    witness:", "file: reading-en.txt\n    witness:")
    replaced(path, old, new)


def a_word_of_a_clause(project):
    reading(project, " the ", " each ")


def a_citation(project):
    reading(project, " the ", " article 19 of the Convention on the Rights of the Child and the ")


def a_record(project):
    replaced(project / "docs/records/instruments/crc.yml", "Convention on the Rights", "Convention about the Rights")


def wording(project):
    path = next(p for p in (project / "docs/records/wording").glob("*.yml") if "ui-search:" in p.read_text("utf-8"))
    replaced(path, "ui-search:", "ui-search:\n  # changed")
    text = path.read_text(encoding="utf-8")
    at = text.index("  en: ", text.index("ui-search:"))
    path.write_text(text[:at] + "  en: Seek" + text[text.index("\n", at) :], encoding="utf-8")


def a_template(project):
    replaced(project / "overrides/main.html", "</body>", "<!-- changed --></body>")


def a_text_removed(project):
    shutil.rmtree(sorted((project / "docs" / "texts").glob("a-res-34-*"))[-1])


CHANGES = (a_word_of_a_clause, a_citation, a_record, wording, a_template, a_text_removed)


def test_an_incremental_build_is_a_clean_build(project):
    """All changes in a row, each built on what is remembered of the one before."""
    last = built(project, "site")
    for change in CHANGES:
        change(project)
        after = built(project, "site")
        assert after != last, change.__name__
        last = after
        if change in (a_citation, a_text_removed):
            remembered = output._memory, rendering._memory
            kept = [dict(memory) for memory in remembered]
            forget()
            clean = built(project, f"clean-{change.__name__}")
            assert sorted(after) == sorted(clean)
            assert [name for name in clean if clean[name] != after[name]] == []
            for memory, content in zip(remembered, kept, strict=True):
                memory.update(content)
