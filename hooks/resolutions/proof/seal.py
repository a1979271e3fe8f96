"""The seal: that the reading is the one which was last checked against the lexicon.

A build has no lexicon, so it cannot ask whether another real word would fit. `scripts/prove --tightness` can, and
writes what it measured, and of what, to `tightness.json`, only if nothing was wrong. In: layers, and that record. Out:
a problem if the layers have changed since; `recorded` gives the record of a folder, None if it has none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .. import files
from ..problems import Problem
from .layers import Layers
from .tightness import fingerprint

RECORD = "tightness.json"


def recorded(folder: Path) -> Mapping[str, Any] | None:
    """The record beside a text; an empty one if it is there and cannot be read."""
    if not (folder / RECORD).exists():
        return None
    try:
        content, _ = files.read(folder / RECORD)
        value = json.loads(content or b"")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def seal_problem(layers: Layers, record: Mapping[str, Any]) -> Problem | None:
    """A problem if the record is not of these layers."""
    if record.get("of") == fingerprint(layers):
        return None
    what = (
        "The reading, rules, runs or decisions were changed since scripts/prove --tightness last checked them against "
        "the lexicon."
    )
    return Problem((layers.folder / RECORD).as_posix(), 0, "proof-unsealed", what, "Run it: scripts/prove --tightness.")
