"""What several rooms of tests share: the real corpus, read once, and a copy of it that a test may spoil."""

import shutil
from pathlib import Path

import pytest

from resolutions import site

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def corpus():
    """The real corpus; it must be without a problem."""
    found, problems = site.read_corpus(ROOT / "docs")
    assert not problems, "\n".join(map(str, problems))
    return found


@pytest.fixture(scope="session")
def real_site():
    return site.read(ROOT / "docs")


@pytest.fixture
def docs(tmp_path):
    """A copy of the corpus and its records that a test may change."""
    for part in ("records", "texts"):
        shutil.copytree(ROOT / "docs" / part, tmp_path / "docs" / part)
    return tmp_path / "docs"
