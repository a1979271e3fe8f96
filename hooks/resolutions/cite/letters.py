"""A passage made ready for finding: folded, and once more with its case kept, both with Western figures.

In: a text as printed. Out: `Letters`, whose two texts have the same places, so that a span of one is a span of the
other and leads back to the text as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..folding import Folded, fold

# Figures of both Arabic sets; hyphens that do not break; the slash of fractions.
_PLAIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u2010\u2011\u2044", "01234567890123456789--/")

_OTHER = re.compile("[" + "".join(map(chr, _PLAIN)) + "]")

_BLANK = re.compile(r"[^\S ]")  # any white space but the plain one


@dataclass(frozen=True)
class Letters:
    """`text`: folded. `cased`: the same with capitals, for numbers: 57/270 B is not "57/270 b"."""

    folded: Folded
    text: str
    cased: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The printed span of a found one."""
        return self.folded.span(start, end)


@lru_cache(maxsize=16)  # each passage is asked for twice in a row
def letters(printed: str) -> Letters:
    """The text ready for finding: «٧٤/١٧٤» → 74/174."""
    found = fold(printed)
    cased = printed if found.is_even else "".join(map(printed.__getitem__, found.places[:-1]))
    cased = _BLANK.sub(" ", cased)
    if not _OTHER.search(cased):
        return Letters(found, found.text, cased)
    return Letters(found, found.text.translate(_PLAIN), cased.translate(_PLAIN))
