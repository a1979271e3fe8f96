"""The real restored text, and a small one to break."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from resolutions import yamls
from resolutions.proof import rules, runs
from resolutions.proof.layers import Layers, load
from resolutions.proof.layout import lay
from resolutions.proof.printing import derive, print_line
from resolutions.proof.residue import Residue

TEXT = Path(__file__).parent.parent.parent / "docs" / "texts" / "a-res-77-233"


def spoil(path, old, new):
    """Change one place of a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


@pytest.fixture(scope="session")
def layers() -> Layers:
    """A/RES/77/233 as it is in the repository."""
    return load(TEXT)


@pytest.fixture
def folder(layers, tmp_path):
    """A copy of the real text, to break."""
    return shutil.copytree(layers.folder, tmp_path / layers.folder.name)


@pytest.fixture(scope="session")
def table():
    return rules.read(yamls.load(TEXT / "damage.yml"))


@pytest.fixture
def small(table, tmp_path):
    """Makes the layers of a short reading, damaged by the real rules and laid by `entries`, as runs.yml would be."""

    def make(reading, entries=""):
        laid = runs.read(yamls.parse(entries, "runs.yml"))
        layouts = [lay(line, number, laid) for number, line in enumerate(reading.split("\n"), 1)]
        plain = [print_line(layout, table, Residue(gaps=(1,) * len(layout.runs)))[0] for layout in layouts]
        residues = {layout.line: derive(layout, table, line) for layout, line in zip(layouts, plain, strict=True)}
        witness = "\n".join(plain).encode()
        digest = hashlib.sha256(witness).hexdigest()
        return Layers(tmp_path, witness, "witness.txt", digest, reading, "reading-ar.txt", laid, table, residues)

    return make


@pytest.fixture
def change():
    """The layers with one piece of the reading changed, which must be there once in its line."""

    def make(layers, line, old, new):
        lines = layers.reading.split("\n")
        assert lines[line - 1].count(old) == 1
        lines[line - 1] = lines[line - 1].replace(old, new)
        return replace(layers, reading="\n".join(lines))

    return make
