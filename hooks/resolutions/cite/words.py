"""Words of the grammar as parts of patterns."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..folding import folded
from ..wordlists import ARTICLE, one_of

JOINED = {"en": "", "ar": "[وف]?"}  # another word, which Arabic writes together with the next; never part of a span


def any_of(words: Iterable[str]) -> str:
    """One of the words, of those that fit the longest; without any, what matches nowhere. See `one_of`."""
    return _any_of(tuple(words))


def clitic(words: Iterable[str]) -> str:
    """Arabic words with what may be joined before them: المادة → المادة, بالمادة, للمادة; قرارها → لقرارها, بقرارها."""
    return _clitic(tuple(words))


@lru_cache(maxsize=1024)  # the grammar's lists are asked for again with every passage
def _any_of(words: tuple[str, ...]) -> str:
    return one_of(map(folded, words))


@lru_cache(maxsize=256)
def _clitic(words: tuple[str, ...]) -> str:
    known = {folded(word) for word in words}
    defined = {word for word in known if word.startswith(ARTICLE)}
    with_article = one_of(word.removeprefix(ARTICLE) for word in defined)
    return rf"(?:[بك]?ال|لل)(?:{with_article})|[بلك]?(?:{one_of(known - defined)})"
