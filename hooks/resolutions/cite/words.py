"""Words of the grammar as parts of patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..folding import folded

JOINED = {"en": "", "ar": "[وف]?"}  # another word, which Arabic writes together with the next; never part of a span


def any_of(words: Iterable[str]) -> str:
    """One of the words, the longest first; without any, what matches nowhere: "of the", "of" → `of[ ]the|of`."""
    found = sorted({folded(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", "[ ]") for word in found) or r"(?!)"


def clitic(words: Iterable[str]) -> str:
    """Arabic words with what may be joined before them: المادة → المادة, بالمادة, للمادة; قرارها → لقرارها, بقرارها."""
    found = sorted({folded(word) for word in words}, key=lambda word: (-len(word), word))
    forms = []
    for word in found:
        rest = re.escape(word).replace(r"\ ", "[ ]")
        forms.append(rf"(?:[بك]?ال|لل){rest[2:]}" if word.startswith("ال") else rf"[بلك]?{rest}")
    return "|".join(forms) or r"(?!)"
