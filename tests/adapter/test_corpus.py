"""The corpus is read again exactly when a file of it changed."""

import os

import pytest

from adapter import corpus


@pytest.fixture
def docs(tmp_path, library):
    library()
    for name in ("texts/a/ar.txt", "records/bodies.yml", "index.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one", encoding="utf-8")
    corpus.read(tmp_path)
    assert library.reads == 1
    return tmp_path


def test_untouched_files_are_not_read_again(docs, library):
    assert corpus.read(docs) is corpus.read(docs)
    (docs / "index.md").write_text("not of the corpus", encoding="utf-8")
    corpus.read(docs)
    assert library.reads == 1


@pytest.mark.parametrize("name", ["texts/a/ar.txt", "records/bodies.yml", "texts/b/new.txt", "records/wording/new.yml"])
def test_a_change_is_taken_up(docs, library, name):
    (docs / name).parent.mkdir(parents=True, exist_ok=True)
    (docs / name).write_text("more than one", encoding="utf-8")
    corpus.read(docs)
    assert library.reads == 2


def test_a_change_of_the_same_size_is_taken_up(docs, library):
    path = docs / "texts/a/ar.txt"
    before = path.stat().st_mtime_ns
    path.write_text("two", encoding="utf-8")
    os.utime(path, ns=(before + 1, before + 1))
    corpus.read(docs)
    assert library.reads == 2


def test_a_file_that_goes_is_taken_up(docs, library):
    (docs / "texts/a/ar.txt").unlink()
    corpus.read(docs)
    assert library.reads == 2
