"""Any legal reading survives damage and is rebuilt; damage that the rules do not make is caught."""

from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from resolutions import yamls
from resolutions.proof import rules
from resolutions.proof.glyphs import DUAL, FINAL_ONLY, LETTERS, Form, has_arabic, shape, signs
from resolutions.proof.layout import lay
from resolutions.proof.printing import Stuck, derive, print_line, slots
from resolutions.proof.residue import Residue, residue
from resolutions.proof.runs import Runs
from resolutions.proof.words import is_spelled

TEXT = Path(__file__).parent.parent.parent / "docs" / "texts" / "a-res-77-233"

TABLE = rules.read(yamls.load(TEXT / "damage.yml"))
INNER = sorted(LETTERS - FINAL_ONLY)
marks = st.sampled_from(["", "", "", "", "ُ", "ّ", "ِّ", "َّ"])
arabic = st.builds(
    lambda parts, last: "".join(letter + mark for letter, mark in parts) + last,
    st.lists(st.tuples(st.sampled_from(INNER), marks), min_size=1, max_size=8),
    st.sampled_from(["", "", "ة", "ى", "،"]),
)
word = st.one_of(arabic, arabic, arabic, st.sampled_from(["12", "76/181", "-", "A/77/464", "(3)"]))
lines = st.lists(word, min_size=1, max_size=8).map(" ".join).filter(has_arabic)
faces = st.sampled_from(["body", "italic", "bold", "footnote"])


@st.composite
def damaged(draw):
    """A line, its layout, a residue of legal form, and the line as the damaged file has it."""
    line, face = draw(lines), draw(faces)
    layout = lay(line, 1, Runs(faces={1: face}))
    gaps = [draw(st.integers(0, 4)) for _ in range(len(layout.runs) + 1)]
    keys = [slot.key for slot in slots(layout, TABLE) if slot.kind.value == "stretch"]
    given_ = residue(gaps, {key: draw(st.integers(0, 3)) for key in keys})
    return line, layout, given_, print_line(layout, TABLE, given_)[0]


@given(damaged())
def test_any_legal_reading_survives_damage_and_is_rebuilt(case):
    _, layout, _, raw = case
    found = derive(layout, TABLE, raw)
    assert isinstance(found, Residue)
    assert print_line(layout, TABLE, found)[0] == raw


@given(damaged(), st.data())
def test_a_changed_letter_of_the_file_is_caught(case, data):
    """Whatever is put for a letter of the file, no residue makes up for it; only lengthening signs may come and go."""
    _, layout, _, raw = case
    free = {" ", "ـ", "ة"}
    places = [index for index, c in enumerate(raw) if c not in free]
    assume(places)
    index = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from(sorted(LETTERS - free - {raw[index]})))
    changed = raw[:index] + other + raw[index + 1 :]
    assert isinstance(derive(layout, TABLE, changed), Stuck)
    assert isinstance(derive(layout, TABLE, raw[:index] + raw[index + 1 :]), Stuck)


@given(lines, faces)
def test_glyphs_put_together_are_the_line(line, face):
    glyphs = shape(signs(line, face))
    assert "".join(glyph.text for glyph in glyphs) == line
    for glyph in glyphs:
        assert line[glyph.column - 1 :].startswith(glyph.text)
        if glyph.form.joins_next:
            assert glyph.text in DUAL
        assert (glyph.form is Form.NONE) == (glyph.text[0] not in LETTERS)


@given(arabic)
def test_what_the_strategy_makes_is_spelled(text):
    assert is_spelled(list(text))


def test_forms_follow_the_joining_of_unicode():
    forms = [glyph.form.value for glyph in shape(signs("بيت ذلك لأن"))]
    assert forms == [
        *("initial", "medial", "final", "none"),
        *("isolated", "initial", "final", "none"),
        *("isolated", "isolated"),  # lam-alef is one glyph and joins no further
    ]


def test_marks_are_passed_over_in_joining():
    assert [glyph.form.value for glyph in shape(signs("عِرق"))] == ["initial", "none", "final", "isolated"]


def test_italic_is_marked_by_stars_only_among_arabic():
    assert [sign.face for sign in signs("*إذ* أن")] == ["italic"] * 2 + ["body"] * 3
    assert "".join(sign.text for sign in signs("*2228999*")) == "*2228999*"
