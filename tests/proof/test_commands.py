"""What `scripts/prove` and `scripts/measure_damage` print, and with which exit code."""

import re

import pytest

import _measure_damage
import _prove

from .conftest import spoil

pytest.importorskip("wordfreq")

FLOOR = 92  # per cent of the words of the real reading that the draft has without a person
SOUND = "docs/texts/c-iii-143-dr/000_2628f500b6ec1bf9.txt"  # the IPU text


@pytest.fixture(scope="module")
def lexicon():
    return _prove._lexicon()


@pytest.fixture
def prove(lexicon, monkeypatch, capsys):
    """Runs the program; its exit code, what it printed, and its complaints."""
    monkeypatch.setattr(_prove, "_lexicon", lambda: lexicon)

    def run(*arguments):
        code = _prove.main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return run


def test_the_real_text_is_proved(prove, layers):
    code, printed, complaints = prove(layers.folder)
    assert (code, complaints) == (0, "")
    assert "rebuilt byte for byte, SHA-256 34cc0c59" in printed
    assert "936 of the changed signs share their characters with another letter; words decide" in printed
    assert re.search(r"replace +542395 +99\.04 % / +99\.04 %", printed)


def test_a_wrong_letter_fails(prove, folder):
    spoil(folder / "reading-ar.txt", "أشكال", "أغكال")
    code, printed, complaints = prove(folder)
    assert code == 1
    assert "NOT rebuilt" in printed
    assert "[proof-differs]" in complaints
    assert "[proof-unsealed]" in complaints


def test_a_stale_decision_fails(prove, folder):
    spoil(folder / "decisions.yml", "rivals: [تلحم]", "rivals: [تلحم, تلثم]")
    code, _, complaints = prove(folder)
    assert code == 1
    assert "[decision-stale]" in complaints
    assert "[proof-unsealed]" in complaints


def test_a_missing_decision_fails_and_nothing_is_sealed(prove, folder):
    before = (folder / "tightness.json").read_bytes()
    path = folder / "decisions.yml"
    head, *entries = path.read_text(encoding="utf-8").split("\n- word: ")
    path.write_text("\n- word: ".join([head, *entries[1:]]), encoding="utf-8")
    code, _, complaints = prove("--tightness", folder)
    assert code == 1
    assert "[rival-undecided]" in complaints
    assert "nothing was measured or recorded" in complaints
    assert (folder / "tightness.json").read_bytes() == before


def test_no_decisions_at_all_fail(prove, folder):
    (folder / "decisions.yml").unlink()
    code, _, complaints = prove(folder)
    assert code == 1
    assert "[decisions-missing]" in complaints


@pytest.fixture
def measure(capsys):
    def run(*arguments):
        code = _measure_damage.main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return run


def test_the_damaged_file_is_measured_and_drafted(measure, layers, capsys):
    folder = layers.folder
    code, printed, complaints = measure(
        layers.witness_path, "--rules", folder / "damage.yml", "--against", folder / "reading-ar.txt"
    )
    assert (code, complaints) == (0, "")
    assert printed.startswith("badly damaged: ")
    assert "all but missing" in printed
    right, total = map(int, re.search(r"(\d+) of (\d+) words of the reading are in the draft's line", printed).groups())
    with capsys.disabled():
        print(f" draft: {right} of {total} words, {right / total:.1%} ", end="")
    assert 100 * right / total >= FLOOR


def test_a_sound_file_has_no_suspects(measure, layers):
    code, printed, complaints = measure(layers.folder.parent.parent.parent / SOUND)
    assert (code, complaints) == (0, "")
    assert printed.startswith("sound: ")
    assert "all but missing" not in printed
    assert "far too frequent" not in printed


def test_a_file_without_arabic_says_so(measure, tmp_path):
    path = tmp_path / "english.txt"
    path.write_text("Nothing to see, 12.\n", encoding="utf-8")
    assert measure(path) == (1, "", f"measure_damage: {path}: no Arabic text.\n")


def test_a_missing_file_says_so(measure, tmp_path):
    path = tmp_path / "none.txt"
    assert measure(path) == (1, "", f"measure_damage: {path}: No such file or directory.\n")


def test_a_file_that_is_no_text_says_so(measure, tmp_path):
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\xff")
    assert measure(path) == (1, "", f"measure_damage: {path}: not encoded in UTF-8.\n")
