"""Lists of words as patterns: the same words as one after the other, the longest first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutions.wordlists import cores, may_hold, one_of

WORDS = st.lists(st.text("abc -.", min_size=1, max_size=6), min_size=1, max_size=8)


@given(WORDS, st.text("abc -.", max_size=20))
def test_a_tree_of_letters_finds_what_the_words_find(words, text):
    one_by_one = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    for end in ("", r"(?!\w)"):
        found = [match.span() for match in re.finditer(f"(?:{one_of(words)}){end}", text, re.VERBOSE)]
        assert found == [match.span() for match in re.finditer(f"(?:{one_by_one}){end}", text)]


def test_without_words_nothing_fits():
    assert not re.search(one_of(()), "anything")
    assert not may_hold("anything", cores(()))


@given(WORDS, st.text("abc -.", max_size=20))
def test_a_text_without_a_core_holds_none_of_the_words(words, text):
    assert may_hold(text, cores(words)) or not any(word in text for word in words)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (("resolution", "resolutions"), ("resolution",)),
        (("القرار", "قرارات"), ("قرار",)),
        (("its decision", "decision"), ("decision",)),
    ],
)
def test_cores_are_few(words, left):
    assert cores(words) == left
