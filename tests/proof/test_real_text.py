"""The proof of A/RES/77/233."""

import hashlib
import json
import re

import pytest

from resolutions.proof import residue, rivals, tightness
from resolutions.proof.glyphs import LETTERS
from resolutions.proof.layout import lay
from resolutions.proof.printing import Stuck, derive, rebuild
from resolutions.proof.proof import Grade, prove_layers
from resolutions.proof.residue import Residue


@pytest.fixture(scope="module")
def proof(layers):
    return prove_layers(layers)


@pytest.fixture(scope="module")
def record(layers):
    return json.loads((layers.folder / "tightness.json").read_text(encoding="utf-8"))


def test_the_damaged_file_is_rebuilt_byte_for_byte(layers):
    assert rebuild(layers.reading, layers.runs, layers.rules, layers.residues) == layers.witness
    assert hashlib.sha256(layers.witness).hexdigest() == layers.sha256


def test_the_proof_holds(proof):
    assert [str(problem) for problem in proof.problems] == []
    assert proof.holds


def test_every_rule_is_needed_and_none_speaks_of_a_line(layers, proof):
    assert proof.figures.unused == ()
    assert len(layers.rules.rules) <= 64
    assert not any(re.search(r"\d", rule.id) for rule in layers.rules.rules)


def test_what_residue_lacks_is_all_that_is_needed(layers):
    """The recorded residue is the one that is derived, so that nothing else hides in it."""
    witness = layers.witness.decode().split("\n")
    for number, line in enumerate(layers.reading.split("\n"), 1):
        found = derive(lay(line, number, layers.runs), layers.rules, witness[number - 1])
        assert found == layers.residues.get(number, Residue()), number


def test_every_letter_of_the_witness_is_accounted_for(layers, proof):
    """Whatever is neither blank nor lengthening in a line of the file is what some glyph left there, once."""
    for line in proof.lines:
        owned = {e.witness_column + i for e in line.evidence for i in range(len(e.raw)) if e.raw != " "}
        rest = {c for column, c in enumerate(line.witness, 1) if column not in owned}
        assert rest <= {" ", "ـ", "ة"}
        assert all(line.witness[e.witness_column - 1 :].startswith(e.raw) for e in line.evidence)
        assert all(line.reading[e.column - 1 :].startswith(e.text) for e in line.evidence)


def test_grades_are_computed_from_witnesses(proof):
    for line in proof.lines:
        for each in line.evidence:
            if each.grade is Grade.STANDS:
                assert not each.rule
                assert each.raw == each.text
            elif each.grade is Grade.SLOT:
                assert each.raw == " "
                assert each.alternatives
            else:
                expected = Grade.MANY if each.witnesses >= 10 else Grade.FEW if each.witnesses > 1 else Grade.ONE
                assert each.grade is expected
    grades = proof.figures.grades
    assert sum(grades.values()) == proof.figures.glyphs
    assert grades[Grade.STANDS] > 0.9 * proof.figures.glyphs
    assert grades[Grade.ONE] + grades[Grade.FEW] < 0.01 * proof.figures.glyphs


def test_irregular_lines_are_marked(proof):
    marked = {line.number for line in proof.lines if line.irregular}
    backwards = {line.number for line in proof.lines if line.order == tuple(range(len(line.order), 0, -1))}
    assert {line.number for line in proof.lines} - backwards <= marked
    assert len(marked) == proof.figures.irregular < 0.1 * proof.figures.lines


def test_the_residue_file_holds_no_letter(layers):
    text = (layers.folder / "residue.txt").read_text(encoding="utf-8")
    assert LETTERS.isdisjoint(text)
    assert set(text) <= set("0123456789 ~+-^\n")
    assert residue.dump(residue.parse(text)) == text


def test_each_decision_says_why_in_both_languages(layers):
    assert layers.decisions
    for decision in layers.decisions:
        assert decision.en.endswith(".")
        assert decision.ar.endswith(".")
        assert not LETTERS.isdisjoint(decision.ar)
        assert decision.rivals


def test_every_near_rival_is_decided(layers):
    wordfreq = pytest.importorskip("wordfreq")
    lexicon = rivals.Lexicon(wordfreq.get_frequency_dict("ar", wordlist="best"))
    assert [str(problem) for problem in rivals.check(layers, lexicon)] == []


def test_the_recorded_tightness_belongs_to_this_text(layers, record):
    advice = "run scripts/prove --derive --tightness"
    assert record["of"] == tightness.fingerprint(layers), advice
    again = tightness.as_record(tightness.measure(layers, record["sample_lines"]))
    assert json.loads(json.dumps(again)) == record["sample"], advice


def test_the_recorded_tightness_is_what_we_aim_at(record):
    whole = record["whole"]
    assert whole["replace"]["rejected_free_percent"] > 99
    for kind in ("delete", "insert", "swap-words", "swap-runs"):
        assert whole[kind]["rejected_fixed_percent"] == 100
        assert whole[kind]["rejected_free_percent"] > 99.5


def test_no_line_fits_another(layers):
    """The rules do not bend: the reading of one long line explains no other line of the file."""
    witness = layers.witness.decode().split("\n")
    reading = layers.reading.split("\n")
    layout = lay(reading[62], 63, layers.runs)
    fitting = [n for n, line in enumerate(witness, 1) if not isinstance(derive(layout, layers.rules, line), Stuck)]
    assert fitting == [63]
