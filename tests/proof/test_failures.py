"""One wrong letter, mark, word or run fails the proof, and the failure says where and what was tried."""

from dataclasses import replace

import pytest

from resolutions.proof.proof import prove_layers
from resolutions.proof.residue import Residue
from resolutions.proof.rules import table as make_table

LINE = 67  # اتخاذ تدابير أكثر فعالية لمنع الاعتداء على الأطفال …


def codes(proof):
    return {(problem.line, problem.code) for problem in proof.problems}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("تدابير", "تدابيل"),  # another letter
        ("تدابير", "تدبير"),  # one too few
        ("تدابير", "تداابير"),  # one too many
        ("الأطفال", "الأفال"),  # a dropped one too few: its blank answers to nothing
        ("لمنع", "لمنعع"),  # a dropped one too many
        ("تدابير أكثر", "أكثر تدابير"),  # words
        ("بهم", "بها"),
    ],
)
def test_a_wrong_letter_fails_with_its_place(layers, change, old, new):
    proof = prove_layers(change(layers, LINE, old, new))
    assert not proof.holds
    assert codes(proof) & {(LINE, "proof-differs"), (LINE, "proof-spelling")}


def test_the_failure_names_both_readings_and_the_rules_tried(layers, change):
    proof = prove_layers(change(layers, LINE, "أشكال", "أغكال"))
    problem = next(problem for problem in proof.problems if problem.code == "proof-differs")
    column = layers.reading.split("\n")[LINE - 1].index("أشكال") + 2
    assert problem.path.endswith("reading-ar.txt")
    assert problem.line == LINE
    assert f"Column {column} reads 'غ' (initial, body), which the file would have as 'غ'; it has 'م'" in problem.what
    assert "Rules tried: ghain-medial-yeh, ghain-final" in problem.todo
    assert "The word is أغكال." in problem.what
    reading = layers.reading.split("\n")[LINE - 1].replace("أشكال", "أغكال")
    assert f"reading {reading[column - 11 : column + 10]!r}, file " in problem.what
    assert "Rules that leave 'م': " in problem.todo
    left = {rule.id: rule for rule in layers.rules.rules}
    named = problem.todo.rpartition(": ")[2].rstrip(".").split(", ")
    assert named
    assert {left[each].raw for each in named} == {"م"}
    assert any("ش" in left[each].letters for each in named)


def test_a_failure_without_rules_says_none(small):
    layers = small("من")
    proof = prove_layers(replace(layers, witness="من؟".encode()))
    (problem,) = [problem for problem in proof.problems if problem.code == "proof-differs"]
    assert "Rules tried: none. Rules that leave '؟': none." in problem.todo


def test_a_letter_that_leaves_the_same_characters_passes_and_is_called_blind(layers, change):
    """What the proof cannot see; rivals.py asks for a decision instead."""
    assert prove_layers(change(layers, LINE, "وجميع", "وجميق")).rebuilt


def test_teh_marbuta_within_a_word_is_no_stretch(layers, change):
    proof = prove_layers(change(layers, 99, "تشير", "تشةير"))
    assert (99, "proof-spelling") in codes(proof)


@pytest.mark.parametrize("mark", ["ِّ", "ّ", "ُ"])
def test_a_wrong_vowel_mark_fails(layers, change, mark):
    assert not prove_layers(change(layers, 104, "تيسِّر", f"تيس{mark}ر".replace("ِّ", "َّ"))).holds


def test_a_line_too_many_fails(layers):
    proof = prove_layers(replace(layers, reading=layers.reading + "\n"))
    assert (0, "proof-lines") in codes(proof)


def test_another_witness_fails(layers):
    proof = prove_layers(replace(layers, witness=layers.witness + b" "))
    assert (0, "witness-hash") in codes(proof)
    assert not proof.rebuilt


def test_a_wrong_residue_fails(layers):
    residues = {**layers.residues, 43: Residue((7,))}
    assert (sorted(residues).index(43) + 1, "proof-residue") in codes(prove_layers(replace(layers, residues=residues)))


@pytest.mark.parametrize("lengths", [{(1, "+"): 2}, {(999, "+"): 2}, {(44, "^"): 1}])
def test_a_length_where_none_can_stand_fails(layers, lengths):
    """Column 1 of line 43 is the mark of the italic face, 999 is beyond its end, and no run ends in column 44."""
    given = layers.residues[43]
    residues = {**layers.residues, 43: Residue(given.gaps, {**given.lengths, **lengths})}
    proof = prove_layers(replace(layers, residues=residues))
    assert codes(proof) == {(sorted(residues).index(43) + 1, "proof-residue")}


def test_a_missing_rule_fails_where_it_was_needed(layers):
    kept = [rule for rule in layers.rules.rules if rule.id != "theh-isolated"]
    proof = prove_layers(replace(layers, rules=make_table(kept, layers.rules.stretch)))
    assert [problem.code for problem in proof.problems] == ["proof-differs"]
    assert "'ث'" in proof.problems[0].what


def test_runs_in_another_order_fail(small):
    layers = small("من 12 إلى 15 في المجلد")
    assert prove_layers(layers).holds
    swapped = replace(layers, reading="من 15 إلى 12 في المجلد")
    assert not prove_layers(swapped).holds


def test_an_entry_that_no_longer_fits_its_line_is_told(small):
    layers = small("وحماية حقوقهم", 'lines:\n  1: {cut: ["ح|قوقهم"]}\n')
    assert prove_layers(layers).holds
    told = prove_layers(replace(layers, reading="وحماية حياتهم")).problems
    assert any("is in the line 0 times" in problem.what for problem in told)
