"""A build, which has no lexicon, knows whether the reading is the one that was checked against it."""

import json
import shutil
from dataclasses import replace

import pytest

from resolutions.proof import seal, tightness
from resolutions.proof.proof import prove
from resolutions.proof.rules import table
from resolutions.proof.runs import Runs


@pytest.fixture
def sealed(layers):
    return {"of": tightness.fingerprint(layers)}


def test_the_real_text_is_sealed(layers):
    record = seal.recorded(layers.folder)
    assert record is not None
    assert seal.seal_problem(layers, record) is None


def changed(layers):
    decision, *others = layers.decisions
    rule, *rules = layers.rules.rules
    return {
        "reading": replace(layers, reading=layers.reading.replace("وجميع", "وجميق", 1)),
        "runs": replace(layers, runs=Runs(layers.runs.faces, dict(list(layers.runs.lines.items())[1:]))),
        "faces": replace(layers, runs=Runs({}, layers.runs.lines)),
        "rule": replace(layers, rules=table([replace(rule, raw="س"), *rules], layers.rules.stretch)),
        "stretch": replace(layers, rules=table(layers.rules.rules, {**layers.rules.stretch, "bold": "ـ"})),
        "order of rules": replace(layers, rules=table([*rules, rule], layers.rules.stretch)),
        "rivals": replace(layers, decisions=(replace(decision, rivals=("من",)), *others)),
        "lines": replace(layers, decisions=(replace(decision, lines=frozenset({1})), *others)),
        "no decisions": replace(layers, decisions=()),
        "witness": replace(layers, witness=layers.witness + b" "),
    }


def test_whatever_could_change_the_outcome_breaks_the_seal(layers, sealed):
    for name, other in changed(layers).items():
        problem = seal.seal_problem(other, sealed)
        assert problem is not None, name
        assert problem.code == "proof-unsealed"
        assert problem.path.endswith("tightness.json")
        assert "scripts/prove --tightness" in problem.what + problem.todo


def test_what_only_explains_does_not(layers, sealed):
    decision, *others = layers.decisions
    rule, *rules = layers.rules.rules
    other = replace(
        layers,
        decisions=(replace(decision, en="Otherwise.", at=decision.at + 1), *others),
        rules=table([replace(rule, comment="Otherwise."), *rules], layers.rules.stretch),
    )
    assert seal.seal_problem(other, sealed) is None


def test_the_proof_of_a_folder_looks_at_its_seal(layers, tmp_path):
    """A letter that leaves the same characters passes everything else."""
    folder = shutil.copytree(layers.folder, tmp_path / "text")
    path = folder / "reading-ar.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("وجميع", "وجميق", 1), encoding="utf-8", newline="")
    proof = prove(folder)
    assert proof.rebuilt
    assert [problem.code for problem in proof.problems] == ["proof-unsealed"]


@pytest.mark.parametrize("content", ["", "[]", "{}", json.dumps({"of": "x"}), "\xff"])
def test_a_record_that_is_none_seals_nothing(layers, tmp_path, content):
    (tmp_path / seal.RECORD).write_text(content, encoding="latin-1")
    record = seal.recorded(tmp_path)
    assert record is not None
    assert seal.seal_problem(layers, record)


def test_a_folder_without_a_record_has_none(tmp_path):
    assert seal.recorded(tmp_path) is None
