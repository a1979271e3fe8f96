"""Lists of words as patterns, and the question that comes before any pattern: can a text hold one of them at all?

In: folded words. Out: a part of a regular expression; the few strings of which a text must hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby

ARTICLE = "ال"


def one_of(words: Iterable[str]) -> str:
    """One of the words, of those that fit the longest; without any, what matches nowhere.

    What several begin with stands once, so that a place in a text is left after a few letters rather than after as
    many attempts as there are words: "of", "of the", "on" → `o(?:f(?:\\ the)?|n)`.
    """
    return _choice(sorted(set(words))) or r"(?!)"


def _choice(words: Sequence[str]) -> str:
    branches = []
    for _, group in groupby(filter(None, words), key=lambda word: word[0]):
        same = list(group)
        first, last = same[0], same[-1]  # in order of their letters: what these two share, all share
        shared = next((at for at, pair in enumerate(zip(first, last, strict=False)) if len({*pair}) > 1), len(first))
        tails = [word[shared:] for word in same]
        below = f"(?:{_choice(tails)})" if len(tails) > 1 else ""
        branches.append(re.escape(first[:shared]) + below + ("?" if below and "" in tails else ""))
    return "|".join(branches)


def cores(words: Iterable[str]) -> tuple[str, ...]:
    """Strings so few and short that whatever holds one of the words holds one of them: القرار, قرارات → قرار.

    To look for a string is many times as quick as to try a pattern, and most texts hold none.
    """
    return _cores(tuple(words))


@lru_cache(maxsize=1024)
def _cores(words: tuple[str, ...]) -> tuple[str, ...]:
    kept: list[str] = []
    for word in sorted({word.removeprefix(ARTICLE) for word in words}, key=lambda word: (len(word), word)):
        if not any(core in word for core in kept):
            kept.append(word)
    return tuple(kept)


def may_hold(text: str, wanted: Sequence[str]) -> bool:
    """Does the text hold one of these cores?"""
    return any(map(text.__contains__, wanted))
