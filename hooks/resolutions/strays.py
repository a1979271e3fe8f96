"""Files below `docs/texts` that nothing reads: a misspelt name would else be passed over in silence.

In: the records of held texts and the folder `docs`. Out: problems.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from . import restored
from .align import divergences
from .model.text import LANGUAGES
from .problems import Problem, Severity
from .proof import layers, seal
from .records.held import HeldRecord
from .records.load import RECORD, Filed, Records

CORRECTIONS, RECEIVED = "corrections.yml", "received.yml"  # what people decided; how the text was taken from its file
COMPANIONS = (
    RECORD,
    CORRECTIONS,
    RECEIVED,
    divergences.FILE,
    restored.ALTERNATIVES,
    seal.RECORD,
    layers.DAMAGE,
    layers.RUNS,
    layers.RESIDUE,
    layers.DECISIONS,
)


def check(records: Records, docs: Path) -> Iterator[Problem]:
    """One problem for each file or folder that is no part of a text. Hidden files (`.DS_Store`) are left alone."""
    for path in _seen(docs / "texts"):
        if path.is_file():
            yield _stray(path, "A file beside the folders of the texts belongs to none of them.", "Move it into one.")
    for text_id, filed in records.held.items():
        known = {*COMPANIONS, *_named(filed)}
        for path in _seen(docs / "texts" / text_id):
            if path.name not in known:
                near = difflib.get_close_matches(path.name, known, n=1)
                what = f"Nothing reads {path.name}: {RECORD} does not name it."
                todo = f"Is it meant to be {near[0]}? Rename it." if near else f"Name it in {RECORD}, or delete it."
                yield _stray(path, what, todo)


def _named(filed: Filed[HeldRecord]) -> Iterator[str]:
    for witness in filed.record.witnesses:
        yield witness.file
    for language in LANGUAGES:
        reading = getattr(filed.record.readings, language)  # None where the text is held in one language
        if reading is not None:
            yield reading.file


def _seen(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".")) if folder.is_dir() else []


def _stray(path: Path, what: str, todo: str) -> Problem:
    return Problem(path.as_posix(), 0, "file-stray", what, todo, Severity.WARNING)
