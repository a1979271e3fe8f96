"""What a layer may hold: whatever could carry a reading where none belongs is a problem with its file and line."""

import hashlib
from dataclasses import replace

import pytest

from resolutions import yamls
from resolutions.proof import decisions, rules, runs
from resolutions.proof.layers import load
from resolutions.proof.proof import prove, prove_layers
from resolutions.proof.residue import Residue

from .conftest import spoil


def at(problems, file):
    return {(problem.line, problem.code) for problem in problems if problem.path.endswith(file)}


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("4 2\n", "4 2\n4 2\n", 3),  # twice
        ("4 2\n6 1\n", "6 1\n4 2\n", 3),  # out of order
        ("4 2\n", "4 02\n", 2),  # leading zeros
        ("4 2\n", "04 2\n", 2),
        ("4 2\n", "4 2 0\n", 2),  # a gap of nothing at the end
        ("4 2\n", "4 2\n5 0\n", 3),  # a line that says nothing
        ("~ 4+2 11+1", "~ 4+2 5+0 11+1", 1),  # no length
        ("~ 4+2 11+1", "~ 11+1 4+2", 1),
        ("4 2\n", "4 2\r\n", 2),
        ("4 2\n", "4 2\u20286 1\n", 2),
        ("4 2\n", "4 2\x85", 2),
        ("4 2\n", "4 2\x0b", 2),
        ("4 2\n", "4 2\x1c", 2),
        ("4 2\n", "\n4 2\n", 2),
        ("4 2\n", "4 99999999999999999999\n", 2),
    ],
)
def test_a_residue_is_written_in_one_way_only(folder, old, new, line):
    spoil(folder / "residue.txt", old, new)
    assert at(load(folder).problems, "residue.txt") == {(line, "residue")}


def test_a_residue_ends_as_a_line_does(folder):
    path = folder / "residue.txt"
    path.write_text(path.read_text(encoding="ascii")[:-1], encoding="ascii")
    assert len(at(load(folder).problems, "residue.txt")) == 1


def test_a_residue_of_a_line_that_is_not_there_is_told(folder):
    path = folder / "residue.txt"
    text = path.read_text(encoding="ascii") + "9999 1576 1604\n"
    path.write_text(text, encoding="ascii")
    proof = prove_layers(load(folder))
    assert at(proof.problems, "residue.txt") == {(text.count("\n"), "proof-residue")}
    assert not proof.holds


def test_a_residue_that_prints_the_same_line_otherwise_is_told(small):
    """A stretch is given to the last join that can have it, so that where it stands is no choice."""
    layers = small("من", 'lines:\n  1: {cut: ["م|ن"], order: [1, 2]}\n')
    witness = "مـن".encode()
    stretched = replace(layers, witness=witness, sha256=hashlib.sha256(witness).hexdigest())
    assert prove_layers(replace(stretched, residues={1: Residue((), {(2, "-"): 1})})).holds
    proof = prove_layers(replace(stretched, residues={1: Residue((), {(1, "+"): 1})}))
    assert proof.rebuilt
    assert at(proof.problems, "residue.txt") == {(1, "proof-residue")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  body: ـ", "  body: ة"),
        ("  bold: ة", "  bold: ا"),
        ("  body: ـ", "  body: ـا"),
        ("  body: ـ", "  headline: ـ"),
        ("  footnote: ـ", '  footnote: ""'),
    ],
)
def test_only_two_signs_lengthen(folder, old, new):
    spoil(folder / "damage.yml", old, new)
    text = (folder / "damage.yml").read_text(encoding="utf-8")
    line = text[: text.index(new)].count("\n") + 1
    assert at(load(folder).problems, "damage.yml") == {(line, "damage-stretch")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("faces: [body, footnote]", "faces: [body, headline]"),
        ("forms: [initial]", "forms: [upright]"),
        ("forms: [initial]", "forms: [[initial]]"),
        ("letters: [ط]", "letters: ط"),
        ('raw: " "', 'raw: "  "'),
        ('raw: " "', "raw: 5"),
    ],
)
def test_a_rule_that_is_no_rule_is_told(folder, old, new):
    spoil(folder / "damage.yml", old, new)
    problems = rules.read(yamls.load(folder / "damage.yml")).problems
    assert [problem.code for problem in problems] == ["damage-rule"]
    assert problems[0].line > 1


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("faces:\n  bold: [9]", 2),
        ("faces:\n  bold: [0]", 2),
        ("faces:\n  bold: [x]", 2),
        ("faces:\n  bold: [1]\n  italic: [1]", 3),
        ("faces:\n  headline: [1]", 2),
        ('lines:\n  9: {cut: ["ا|ب"]}', 2),
        ('lines:\n  0: {cut: ["ا|ب"]}', 2),
        ("lines:\n  1: {}", 2),
        ("lines:\n  1: {cut: []}", 2),
        ("lines:\n  1: {order: [one]}", 2),
        ("lines:\n  1: {gap: [1]}", 2),
    ],
)
def test_runs_speak_of_lines_and_faces_that_are_there(source, line):
    found = runs.read(yamls.parse(source + "\n", "runs.yml"), 8)
    assert [(problem.line, problem.code) for problem in found.problems] == [(line, "runs")]


def test_runs_past_the_end_of_the_reading_stop_the_proof(folder):
    with (folder / "runs.yml").open("a", encoding="utf-8") as file:
        file.write('  9999: {cut: ["ا|ب"]}\n')
    assert [code for _, code in at(prove(folder).problems, "runs.yml")] == ["runs"]


def test_decisions_are_no_choice(folder):
    (folder / "decisions.yml").unlink()
    assert at(prove(folder).problems, "decisions.yml") == {(0, "decisions-missing")}


@pytest.mark.parametrize("source", ["word: من\n", "", "text\n"])
def test_decisions_are_a_list(source):
    assert decisions.read(yamls.parse(source, "decisions.yml"))[1]
