"""Precision and recall over the golden cases, printed with `pytest -s`; and text spoilt at random never breaks it."""

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from .golden import CASES, expected, finder, found

LEAST = 0.99
PASSAGES = {
    language: [p for case in CASES for p in (case[language] if isinstance(case[language], list) else [case[language]])]
    for language in ("en", "ar")
}
SCRAPS = [
    "(",
    ")",
    "/",
    "و",
    " و ",
    "74/174",
    "د-",
    "resolutions ",
    "القرار ",
    "\u200f",
    "ـ",
    "\u0651",
    "٧",
    " of ",
    "\n",
    "Add.1",
]


def measure(language):
    """How many are found and right, found, expected."""
    right = all_found = wanted = 0
    for case in CASES:
        mine, golden = found(case, language), expected(case, language)
        right += (mine & golden).total()
        all_found += mine.total()
        wanted += golden.total()
    return right, all_found, wanted


def test_precision_and_recall():
    for language in ("en", "ar"):
        right, all_found, wanted = measure(language)
        print(f"\n{language}: {wanted} citations in {len(CASES)} cases; ", end="")
        print(f"precision {right / all_found:.3f}, recall {right / wanted:.3f}")
        assert right / all_found >= LEAST
        assert right / wanted >= LEAST


@st.composite
def spoilt(draw):
    """Two golden passages of one language, joined, with characters lost, doubled, exchanged or thrown in."""
    language = draw(st.sampled_from(["en", "ar"]))
    text = draw(st.sampled_from(PASSAGES[language])) + draw(st.sampled_from(PASSAGES[language]))
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 4))
        text = text[:place] + draw(st.sampled_from(["", *SCRAPS])) + text[place + gone :]
    return language, text


@settings(max_examples=300, deadline=None)
@given(spoilt())
def test_spans_lie_in_the_text_and_in_order(made):
    language, text = made
    mentions, _ = finder(language).find(text)
    assert all(0 <= one.start < one.end <= len(text) for one in mentions)
    assert [one.start for one in mentions] == sorted(one.start for one in mentions)
    assert all(text[one.start : one.end].strip() for one in mentions)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("آبدإطوالقرمثن 0123456789/()-.,،؛ABIVXres\u200f\u0640\u064e\n"), max_size=80))
def test_any_signs_can_stand_in_a_text(text):
    for language in ("en", "ar"):
        mentions, _ = finder(language).find(text)
        assert all(0 <= one.start < one.end <= len(text) for one in mentions)


def test_time_grows_with_the_text_only():
    """Eight times the text takes about eight times as long (its square would be 64); a busy machine gets room."""
    for language in ("en", "ar"):
        passages = PASSAGES[language] * 4
        random.Random(4).shuffle(passages)
        text = " ".join(passages)
        took = []
        for times in (1, 8):
            start = time.process_time()
            finder(language).find((text + " ") * times)
            took.append(time.process_time() - start)
        assert took[1] < 24 * took[0]
