"""The residue can hold widths and lengths, and no letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutions.proof import residue
from resolutions.proof.residue import Residue, ResidueError

lengths = st.dictionaries(st.tuples(st.integers(1, 200), st.sampled_from("+-^")), st.integers(1, 40), max_size=8)
residues = st.builds(residue.residue, st.lists(st.integers(0, 9), max_size=6), lengths)


@given(st.dictionaries(st.integers(1, 400), residues, max_size=5))
def test_what_is_written_is_read_again(found):
    kept = {line: each for line, each in found.items() if each != Residue()}
    assert residue.parse(residue.dump(found)) == kept


@given(st.text(min_size=1, max_size=30))
def test_nothing_but_its_grammar_is_read(text):
    if set(text) <= set("0123456789 ~+-^\n\r"):
        return
    with pytest.raises(ResidueError):
        residue.parse("43 0 1\n" + text)


@pytest.mark.parametrize(
    "line", ["43 ا", "43 0 ~ 12+ا", "٤٣ 0", "43", "43 0 ~", "43 0 ~ 12=2", "43 0  1", "a 0", "43 0 ~ 12+5 12+6", "-1 0"]
)
def test_a_line_of_another_form_is_refused(line):
    with pytest.raises(ResidueError):
        residue.parse(line + "\n")


def test_a_line_is_said_once():
    with pytest.raises(ResidueError, match="twice"):
        residue.parse("43 1\n43 2\n")
