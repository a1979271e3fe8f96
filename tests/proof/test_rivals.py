"""Words which the same characters would also allow."""

from dataclasses import replace

import pytest

from resolutions import yamls
from resolutions.proof import decisions, rivals, tightness
from resolutions.proof.rivals import Lexicon

LEXICON = Lexicon({"منع": 1e-4, "مشع": 5e-5, "شنق": 1e-7, "الجريمة": 1e-5, "من": 1e-2, "مخ": 1e-4})

DECISION = """\
- word: منع
  lines: [1]
  rivals: [مشع]
  kind: formula
  reason: {en: A fixed phrase., ar: عبارة ثابتة.}
"""


@pytest.fixture
def text(small):
    return small("منع الجريمة")


def decided(layers, source):
    found, problems = decisions.read(yamls.parse(source, "decisions.yml"))
    assert problems == ()
    return replace(layers, decisions=found)


def codes(problems):
    return [problem.code for problem in problems]


def test_rivals_leave_the_same_characters(text):
    (found,) = rivals.rivalries(text, LEXICON)
    assert (found.line, found.column, found.word) == (1, 1, "منع")
    assert [rival for rival, _ in found.rivals] == ["مشع", "شنق"]
    assert found.near() == ("مشع",)  # the other one is far rarer


def test_a_near_rival_needs_a_decision(text):
    (problem,) = rivals.check(text, LEXICON)
    assert problem.code == "rival-undecided"
    assert "منع in column 1 may as well be مشع" in problem.what
    assert rivals.check(decided(text, DECISION), LEXICON) == ()


@pytest.mark.parametrize(
    ("old", "new"), [("[مشع]", "[مشع, شنق]"), ("word: منع", "word: الجريمة"), ("lines: [1]", "lines: [1, 2]")]
)
def test_a_stale_decision_is_told(text, old, new):
    assert "decision-stale" in codes(rivals.check(decided(text, DECISION.replace(old, new)), LEXICON))


def test_an_unknown_word_has_every_rival(small):
    lexicon = Lexicon({"مشع": 1e-9})
    (problem,) = rivals.check(small("منع"), lexicon)
    assert problem.code == "rival-undecided"


def test_words_joined_by_a_stroke_count_as_their_parts(small):
    lexicon = Lexicon({"و": 1e-2, "أو": 1e-3, "بو": 1e-3, "أ": 1e-3})
    assert rivals.rivalries(small("و/أو"), lexicon)[0].rivals == (("و/بو", 1e-3),)


@pytest.mark.parametrize("broken", ["kind: taste", "lines: [x]", "reason: {en: Only this.}"])
def test_a_decision_that_is_no_decision_is_told(broken):
    key = broken.split(":", maxsplit=1)[0]
    source = "\n".join(f"  {broken}" if line.strip().startswith(key) else line for line in DECISION.splitlines())
    found, problems = decisions.read(yamls.parse(source, "decisions.yml"))
    assert found == ()
    assert codes(problems) == ["decision"]


def test_tightness_of_a_small_text(small):
    tallies = tightness.measure(small("منع الجريمة"))
    replaced = tallies["replace"]
    assert replaced.made == 10 * 35
    assert replaced.passed_fixed == replaced.passed_free == sum(replaced.blind.values())
    assert replaced.blind["ع", "ق"] == 1
    assert tallies["delete"].made == 10
    assert tallies["swap-words"].passed_free == 0
