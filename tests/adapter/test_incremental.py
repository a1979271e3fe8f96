"""What `serve` builds after a change is, byte for byte, what a clean build of the changed files gives."""

import hashlib
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

import _made_corpus
from adapter import corpus, furniture, output, rendering
from resolutions.kept import Kept

ROOT = Path(__file__).parents[2]
MEMORIES = (corpus._memory, output._memory, rendering._memory, furniture._read)


def forgetful(make):
    """What `make` gives without anything that is remembered; afterwards all of it is there again."""
    remembered, kept = [dict(memory) for memory in MEMORIES], corpus._kept
    forget()
    made = make()
    corpus._kept = kept
    for memory, content in zip(MEMORIES, remembered, strict=True):
        memory.clear()
        memory.update(content)
    return made


def forget():
    corpus._kept = Kept()
    for memory in MEMORIES:
        memory.clear()


@pytest.fixture
def project(tmp_path):
    """The project itself."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("hooks/main.py", f"{ROOT}/hooks/main.py")
    (tmp_path / "mkdocs.yml").write_text(settings.replace("\n  - hooks\n", "\n"), encoding="utf-8")
    forget()
    yield tmp_path
    forget()


@pytest.fixture
def small(project):
    """The project with two made-up texts in place of its own, which take long to build."""
    shutil.rmtree(project / "docs" / "texts")
    (project / "docs/records/addresses.txt").write_text("", encoding="utf-8")
    _made_corpus.CLAUSES, before = 6, _made_corpus.CLAUSES
    _made_corpus.make(12, 3, project / "docs")
    _made_corpus.CLAUSES = before
    return project


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


def a_word_of_a_translation(project):
    """The file of the Arabic text, which its record names by its checksum."""
    path, record = first(project) / "text-ar.txt", first(project) / "instrument.yml"
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    replaced(path, " بعناية", " بعناية تامة")
    replaced(record, before, hashlib.sha256(path.read_bytes()).hexdigest())


def a_correction(project):
    (first(project) / "corrections.yml").write_text(
        "- kind: alignment\n  en: [pp-1]\n  ar: [pp-1]\n  date: 2026-11-22\n"
        "  reason: {en: Compared word for word., ar: قوبلت كلمة كلمة.}\n",
        encoding="utf-8",
    )


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


def a_style(project):
    path = project / "docs/assets/stylesheets/muqabala.css"
    path.write_text(path.read_text(encoding="utf-8") + ".changed { color: inherit; }\n", encoding="utf-8")


def a_text_removed(project):
    shutil.rmtree(sorted((project / "docs" / "texts").glob("a-res-34-*"))[-1])


CHANGES = (
    a_word_of_a_clause,
    a_word_of_a_translation,
    a_correction,
    a_citation,
    a_record,
    wording,
    a_template,
    a_style,
    a_text_removed,
)


def is_as_clean(project, after, name):
    clean = forgetful(lambda: built(project, f"clean-{name}"))
    assert sorted(after) == sorted(clean)
    assert [file for file in clean if clean[file] != after[file]] == []


def test_an_incremental_build_is_a_clean_build(small):
    """Changes of each kind in a row, each built on what is remembered of the one before."""
    last = built(small, "site")
    for change in CHANGES:
        change(small)
        after = built(small, "site")
        assert after != last, change.__name__
        is_as_clean(small, after, change.__name__)
        last = after


def test_a_change_in_a_restored_text(project):
    """Its pages show the proof as well."""
    before = built(project, "site")
    replaced(project / "docs/texts/a-res-77-233/translation-en.txt", "the growing efforts", "the many growing efforts")
    after = built(project, "site")
    assert after != before
    is_as_clean(project, after, "restored")
