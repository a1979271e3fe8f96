"""Which paragraphs answer each other: by number, by content where numbers do not tell, and never by force."""

import pytest

from resolutions.model.alignment import Group, align, measure, ratio
from resolutions.model.pairing import pair
from resolutions.parse.values import Origin, Parsed, ParsedClause, Part, Passage
from resolutions.problems import Severity

WORDS = "the States that are concerned by the matter take the steps that they hold to be needed "
REST = [WORDS * (1 + n % 3) + str(1990 + n) for n in range(6)]
PATHS = {"en": "en.txt", "ar": "ar.txt"}


def parsed(*texts, part=Part.PREAMBULAR, numbered=False):
    clauses = tuple(
        ParsedClause(part, number, Passage(text, (Origin(0, number, 0, len(text)),)), (), (), 0, numbered)
        for number, text in enumerate(texts, 1)
    )
    return Parsed((), Passage(""), Passage(""), clauses, {}, ())


def shapes(matches):
    return [
        tuple(tuple(one.number for one in match.texts.get(language, ())) for language in ("en", "ar"))
        for match in matches
    ]


# name: paragraphs of one language, of the other, the pairs, the doubts
CASES = {
    "the same number": ([WORDS, WORDS], [WORDS, WORDS], [((1,), (1,)), ((2,), (2,))], []),
    "split": (
        [WORDS * 2 + "1998", WORDS + "2004 and 2005", WORDS + "12"],
        [WORDS * 2 + "1998", WORDS[:60] + "2004", WORDS[:30] + "2005", WORDS + "12"],
        [((1,), (1,)), ((2,), (2, 3)), ((3,), (4,))],
        ["pair-several"],
    ),
    "merged": (
        [WORDS + "1998", WORDS + "2004", WORDS + "2005", WORDS + "12"],
        [WORDS + "1998", WORDS * 2 + "2004 and 2005", WORDS + "12"],
        [((1,), (1,)), ((2, 3), (2,)), ((4,), (3,))],
        ["pair-several"],
    ),
    "nothing answers": (
        [*REST, WORDS + "1, 2, 3, 4", WORDS + "12"],
        [*REST, WORDS + "12"],
        [*(((n,), (n,)) for n in range(1, 7)), ((7,), ()), ((8,), (7,))],
        ["clause-unpaired"],
    ),
    "other figures": ([WORDS + "1998 and 2004"], [WORDS + "1995 and 2003"], [((1,), (1,))], ["pair-unsure"]),
    "other length": ([WORDS * 9, WORDS * 9], [WORDS, WORDS * 17], [((1,), (1,)), ((2,), (2,))], ["pair-unsure"]),
    "shifted by one": (
        [WORDS + "7 of 1998", WORDS + "8 of 2004", WORDS + "9 of 2010", WORDS * 3],
        [WORDS * 3, WORDS + "7 of 1998", WORDS + "8 of 2004", WORDS + "9 of 2010"],
        None,
        ["clause-unpaired", "clause-unpaired"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("mirrored", [False, True])
def test_case(name, mirrored):
    first, second, wanted, doubts = CASES[name]
    sides = (second, first) if mirrored else (first, second)
    matches, problems = pair({"en": parsed(*sides[0]), "ar": parsed(*sides[1])}, PATHS)
    if wanted is not None:
        found = shapes(matches)
        assert [pair[::-1] for pair in found] == wanted if mirrored else found == wanted
    assert [problem.code for problem in problems] == doubts
    assert all(problem.severity is Severity.DOUBT and problem.line and problem.todo for problem in problems)
    assert [match.sure for match in matches].count(False) == len(doubts)


def test_printed_numbers_are_believed_and_only_doubted():
    first = [WORDS + "7 of 1998", WORDS + "8 of 2004", WORDS + "9 of 2010", WORDS * 3]
    second = [first[3], *first[:3]]
    sides = {one: parsed(*texts, part=Part.OPERATIVE, numbered=True) for one, texts in (("en", first), ("ar", second))}
    matches, problems = pair(sides, PATHS)
    assert shapes(matches) == [((n,), (n,)) for n in (1, 2, 3, 4)]
    assert {problem.code for problem in problems} == {"pair-unsure"}


def test_every_paragraph_is_in_one_match_and_in_order():
    first = [WORDS * (1 + n % 3) + str(n % 7) for n in range(40)]
    second = [*first[:9], first[9] + first[10], *first[11:30], first[30][:40], first[30][40:], *first[31:]]
    matches, _ = pair({"en": parsed(*first), "ar": parsed(*second)}, PATHS)
    for side, texts in ((0, first), (1, second)):
        assert [number for match in shapes(matches) for number in match[side]] == list(range(1, len(texts) + 1))


def test_figures_of_both_scripts_are_one():
    assert measure("١٢ and 3").figures == measure("12 و٣").figures


def test_one_language_has_every_paragraph_alone():
    matches, problems = pair({"ar": parsed(WORDS, WORDS)}, PATHS)
    assert len(matches) == 2 and problems == ()


def test_long_annexes_are_aligned_in_time():
    import time

    first = [measure(WORDS * (1 + n % 5) + str(n)) for n in range(400)]
    second = [*first[:100], *first[103:]]
    start = time.process_time()
    groups = align(first, second, ratio(first, second))
    assert time.process_time() - start < 5
    assert groups[-1] == Group((399, 400), (396, 397))


def test_the_real_texts_leave_no_doubt(corpus):
    """`corpus` itself asserts that there is no problem at all, doubts included."""
    assert all(clause.sure and not clause.is_group for text in corpus.texts for clause in text.clauses)
