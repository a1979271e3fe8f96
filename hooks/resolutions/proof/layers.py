"""The layers of a restored text, from its folder.

<witness>.txt   as received; instrument.yml names it and its SHA-256
runs.yml        how its lines were laid           (runs.py)
damage.yml      what became of which glyph        (rules.py)
residue.txt     widths and lengths                (residue.py)
reading-ar.txt  the restored reading, line for line
decisions.yml   where sense decided between words (decisions.py)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from .. import files, yamls
from ..problems import Problem
from . import decisions, residue, rules, runs
from .decisions import Decision
from .residue import Residue, ResidueError
from .rules import RuleTable
from .runs import Runs

RESIDUE, RUNS, DAMAGE, DECISIONS, INSTRUMENT = (
    "residue.txt",
    "runs.yml",
    "damage.yml",
    "decisions.yml",
    "instrument.yml",
)


@dataclass(frozen=True)
class Layers:
    """Everything that a proof is made from. `sha256` is what instrument.yml says of the witness, which is checked."""

    folder: Path
    witness: bytes = b""
    witness_path: str = ""
    sha256: str = ""
    reading: str = ""
    reading_path: str = ""
    runs: Runs = field(default_factory=Runs)
    rules: RuleTable = field(default_factory=RuleTable)
    residues: Mapping[int, Residue] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()


def is_restored(folder: Path) -> bool:
    """Whether the text in this folder has a damaged witness, and so a proof."""
    return (folder / DAMAGE).is_file()


def load(folder: Path) -> Layers:
    """The layers of `folder`; what is missing or wrong is in `problems`."""
    instrument = yamls.load(folder / INSTRUMENT)
    value = instrument.value if isinstance(instrument.value, dict) else {}
    reading = next((r for r in (value.get("readings") or {}).values() if r.get("status") == "restored"), {})
    hashes = {w.get("file"): w.get("sha256", "") for w in value.get("witnesses") or ()}
    problems: list[Problem] = []
    witness_path, reading_path = folder / str(reading.get("witness")), folder / str(reading.get("file"))
    table = rules.read(yamls.load(folder / DAMAGE))
    text = _bytes(reading_path, problems).decode(errors="replace")
    laid = runs.read(yamls.load(folder / RUNS), text.count("\n") + 1 if text else None)
    decided, faults = _decisions(folder / DECISIONS)
    try:
        residues = residue.parse(_bytes(folder / RESIDUE, problems).decode())
    except (ResidueError, UnicodeDecodeError) as error:
        line = error.line if isinstance(error, ResidueError) else 0
        todo = "Derive it anew: scripts/prove --derive."
        what = f"The file cannot be used: {error}."
        problems.append(Problem((folder / RESIDUE).as_posix(), line, "residue", what, todo))
        residues = {}
    return Layers(
        folder,
        _bytes(witness_path, problems),
        witness_path.as_posix(),
        hashes.get(reading.get("witness"), ""),
        text,
        reading_path.as_posix(),
        laid,
        table,
        residues,
        decided,
        (*problems, *table.problems, *laid.problems, *faults),
    )


def _decisions(path: Path) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    if path.exists():
        return decisions.read(yamls.load(path))
    what = f"There is no {DECISIONS}: nothing says why the reading has its words and not their rivals."
    return (), (Problem(path.as_posix(), 0, "decisions-missing", what, "Put it back; scripts/prove names the rivals."),)


def _bytes(path: Path, problems: list[Problem]) -> bytes:
    content, problem = files.read(path, files.WITNESS)
    problems += [replace(problem, code="proof-layer", todo="A restored text needs all its layers.")] if problem else []
    return content or b""
