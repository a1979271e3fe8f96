"""Golden cases of citations: one file, one phenomenon, the same targets in both languages, the exact words of each."""

import pytest

from .golden import CASES, expected, found


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case, language):
    assert found(case, language) == expected(case, language)


def test_there_are_enough_cases():
    assert len(CASES) >= 40
