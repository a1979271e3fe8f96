"""A restored text together with its proof, its rules and what the evidence leaves open.

In: the folder of a held text. Out: a `Restored`, or None for a text that was printed as received; and problems. The
proof takes seconds, so it is made once for the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from . import yamls
from .files import content
from .problems import Problem
from .proof import layers, seal
from .proof.proof import Proof, prove
from .proof.rules import Rule
from .records.held import HeldRecord
from .records.kinds import Status
from .records.load import check
from .records.notes import AlternativeRecord

ALTERNATIVES = "alternatives.yml"
REMEMBERED = 8  # proofs
ALL = TypeAdapter(tuple[AlternativeRecord, ...])


@dataclass(frozen=True)
class Restored:
    """`files`: the layers from which anybody can rebuild the witness, by name. `tightness`: see proof/tightness.py."""

    language: str
    proof: Proof
    rules: tuple[Rule, ...]
    alternatives: tuple[AlternativeRecord, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    tightness: Mapping[str, Any] = field(default_factory=dict)

    def rule(self, rule_id: str) -> Rule:
        return next(rule for rule in self.rules if rule.id == rule_id)


def read(folder: Path, record: HeldRecord) -> tuple[Restored | None, tuple[Problem, ...]]:
    """The proof of the text in `folder`. A reading that calls itself restored must have one, and it must hold."""
    language = next((one for one in record.languages if record.readings[one].status is Status.RESTORED), None)
    if language is None:
        return None, ()
    if not layers.is_restored(folder):
        return None, (
            Problem(
                folder.as_posix(),
                0,
                "proof-missing",
                "A reading is called restored, but the folder holds no proof of it.",
                "Write damage.yml and its companions (see hooks/resolutions/proof/layers.py), or correct the status.",
            ),
        )
    names = (record.readings[language].file, layers.RUNS, layers.DAMAGE, layers.RESIDUE, layers.DECISIONS, seal.RECORD)
    files = tuple((name, content(folder / name)) for name in names if (folder / name).is_file())
    witness = folder / (record.readings[language].witness or "")
    everything = (*(found for _, found in files), content(witness), repr(record))
    proof, rules = _proved(folder, everything)
    alternatives, problems = _alternatives(folder, proof)
    problems = (*proof.problems, *problems)
    if not proof.rebuilt and not problems:
        problems = (
            Problem(
                witness.as_posix(), 0, "proof-fails", "The witness is not rebuilt byte for byte.", "Run scripts/prove."
            ),
        )
    sealed = seal.recorded(folder)
    if sealed is None:
        problems = (*problems, _unsealed(folder))
    return Restored(language, proof, rules, alternatives, files, sealed or {}), problems


def _unsealed(folder: Path) -> Problem:
    what = "Nothing shows that the reading was checked against the lexicon."
    todo = "Run scripts/prove --tightness, which writes this file."
    return Problem((folder / seal.RECORD).as_posix(), 0, "proof-unsealed", what, todo)


_memory: dict[tuple[object, ...], tuple[Proof, tuple[Rule, ...]]] = {}


def _proved(folder: Path, everything: tuple[object, ...]) -> tuple[Proof, tuple[Rule, ...]]:
    """The proof of what the folder holds. `everything` is what it rests on; the same bytes are proved once."""
    if everything not in _memory:
        if len(_memory) >= REMEMBERED:
            _memory.clear()
        _memory[everything] = prove(folder), layers.load(folder).rules.rules
    proof, rules = _memory[everything]
    if proof.folder != folder.as_posix() and proof.problems:  # they name the other folder's files
        return prove(folder), rules
    return replace(proof, folder=folder.as_posix()), rules


def _alternatives(folder: Path, proof: Proof) -> tuple[tuple[AlternativeRecord, ...], tuple[Problem, ...]]:
    path = folder / ALTERNATIVES
    if not path.is_file():
        return (), ()
    document = yamls.load(path)
    records, problems = check(document, ALL)
    stale = tuple(
        Problem(
            path.as_posix(),
            document.line(index, "reading"),
            "alternative-stale",
            f"Not every line of {', '.join(map(str, record.lines))} reads {record.reading!r}.",
            "Correct the line or the words, or delete the entry.",
        )
        for index, record in enumerate(records or ())
        if any(line > len(proof.lines) or record.reading not in proof.line(line).reading for line in record.lines)
    )
    return records or (), (*problems, *stale)
