"""Paragraphs on one line are set apart where they certainly begin, and only there; stretched words are made whole."""

from pathlib import Path

import pytest

from resolutions.receive.apart import apart
from resolutions.receive.letters import stretched
from resolutions.receive.order import Bit, logical
from resolutions.receive.values import Log
from resolutions.records import load

WORDS = load.load(Path(__file__).parents[2] / "docs")[0].openings
FILLER = {"en": "the safety of every pupil in every school ", "ar": "سلامة كل تلميذ في كل مدرسة "}
TEXT = {
    "en": [
        "The General Assembly, Recalling {}of old,",
        "Noting {}of late,",
        "1. Decides on {}now;",
        "2. Urges {}then.",
    ],
    "ar": ["إن الجمعية العامة، إذ تشير إلى {}سابقا، وإذ تلاحظ {}حاليا،", "1 - تقرر {}الآن؛", "2 - تحث على {}غدا."],
}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_whole_text_on_one_line(language):
    wanted = [one.replace("{}", FILLER[language] * 8) for one in TEXT[language]]
    lines, came_from = apart(["Title", " ".join(wanted)], WORDS[language])
    assert [line.replace("The General Assembly, ", "") for line in lines if line] == [
        "Title",
        *(one.replace("The General Assembly, ", "") for one in (wanted if language == "ar" else _split(wanted))),
    ]
    assert set(came_from[1:]) == {2} and came_from[0] == 1
    assert "".join(lines).replace(" ", "") == ("Title" + "".join(wanted)).replace(" ", "")


def _split(wanted):
    first, *rest = wanted
    return ["The General Assembly,", first.removeprefix("The General Assembly, "), *rest]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_long_paragraph_stays_whole(language):
    line = FILLER[language] * 60 + {"en": "; 7. Urges all.", "ar": "؛ 7 - تحث الجميع."}[language]
    assert apart([line], WORDS[language]) == ((line,), (1,))


def test_strokes_that_stretch_a_word_are_left_out_only_where_the_word_is_known():
    log = Log("a.pdf")
    assert stretched(["في المد\ufffd\ufffdارس كل\ufffdخخض"], {"المدارس": 0.1}, log) == ["في المدارس كل\ufffdخخض"]
    assert log.counts["stretched"] == 2


@pytest.mark.parametrize("marks_left", [True, False])
def test_a_mark_beside_a_number_is_read_after_it(marks_left):
    """Whichever side of the year it is printed on."""
    year = [Bit(digit) for digit in "1971"]
    mark = [Bit("2", raised=True)]
    visual = [*(mark + year if marks_left else year + mark), Bit(" "), *(Bit(c) for c in "ةنسل")]
    assert "".join(bit.text for bit in logical(visual, True)) == "لسنة 19712"
