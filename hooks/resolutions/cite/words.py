"""Words of the grammar as parts of patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..folding import folded

JOINED = {"en": "", "ar": "[وف]?"}  # another word, which Arabic writes together with the next; never part of a span


def any_of(words: Iterable[str]) -> str:
    """One of the words, the longest first; without any, what matches nowhere: "of the", "of" → `of[ ]the|of`."""
    return _any_of(tuple(words))


def clitic(words: Iterable[str]) -> str:
    """Arabic words with what may be joined before them: المادة → المادة, بالمادة, للمادة; قرارها → لقرارها, بقرارها."""
    return _clitic(tuple(words))


@lru_cache(maxsize=1024)  # the grammar's lists are asked for again with every passage
def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", "[ ]") for word in _longest_first(words)) or r"(?!)"


@lru_cache(maxsize=256)
def _clitic(words: tuple[str, ...]) -> str:
    forms = []
    for word in _longest_first(words):
        rest = re.escape(word).replace(r"\ ", "[ ]")
        forms.append(rf"(?:[بك]?ال|لل){rest[2:]}" if word.startswith("ال") else rf"[بلك]?{rest}")
    return "|".join(forms) or r"(?!)"


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted({folded(word) for word in words}, key=lambda word: (-len(word), word))
