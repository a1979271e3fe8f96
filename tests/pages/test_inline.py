"""The letters of notes, as lists in each script write them."""

from types import SimpleNamespace

import pytest

from resolutions.pages.inline import sigil


@pytest.mark.parametrize(
    ("number", "english", "arabic"),
    [(1, "a", "أ"), (4, "d", "د"), (5, "e", "هـ"), (6, "f", "و"), (26, "z", "ض"), (28, "28", "غ"), (29, "29", "29")],
)
def test_the_letters_of_notes(number, english, arabic):
    divergence = SimpleNamespace(number=number)
    assert (sigil(divergence, "en"), sigil(divergence, "ar")) == (english, arabic)
