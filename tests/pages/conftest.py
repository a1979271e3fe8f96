"""A made text that cites what has no record and what is not certain, read with the real records."""

import hashlib
import shutil
from pathlib import Path

import pytest

from resolutions import site

HERE = Path(__file__).parent
NAME = "a-res-75-301"


@pytest.fixture(scope="session")
def made_docs(tmp_path_factory):
    docs = tmp_path_factory.mktemp("made") / "docs"
    shutil.copytree(HERE.parents[1] / "docs" / "records", docs / "records")
    folder = docs / "texts" / NAME
    shutil.copytree(HERE / "made" / NAME, folder)
    record = folder / "instrument.yml"
    text = record.read_text(encoding="utf-8")
    for language in ("en", "ar"):
        digest = hashlib.sha256((folder / f"{language}.txt").read_bytes()).hexdigest()
        text = text.replace(f"@{language.upper()}@", digest)
    record.write_text(text, encoding="utf-8")
    return docs


@pytest.fixture(scope="session")
def made(made_docs):
    return site.read(made_docs)
