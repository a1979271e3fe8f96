"""Tables that hold one text in two languages side by side: in each row English in one column, Arabic in the other.

In: the texts of the cells of a table. Out: the language of each column, or nothing: then it is another kind of table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .languages import letters

LEAST = 3  # rows with both languages
MOST_STRANGE = 0.15  # of all rows: a masthead's ("Distr.: General" in both), one cell over both columns
PURE = 0.9  # so many of a cell's letters are of its language; symbols and names are in Latin letters
ENOUGH = 12  # letters of a cell from which on its language counts


def languages(rows: Sequence[Sequence[str]]) -> tuple[str, str] | None:
    """The languages of the two columns, if it is plainly such a table."""
    rows = [row for row in rows if any(text.strip() for text in row)]
    if any(len(row) > 2 for row in rows):
        return None
    pairs = [(_language(row[0]), _language(row[1])) for row in rows if len(row) == 2]
    told = Counter(pair for pair in pairs if set(pair) == {"en", "ar"})
    if len(told) != 1 or told.total() < LEAST:
        return None
    ((first, second),) = told
    strange = sum(one not in ("", first) or other not in ("", second) for one, other in pairs) + len(rows) - len(pairs)
    return (first, second) if strange <= MOST_STRANGE * len(rows) else None


def _language(text: str) -> str:
    """ "en", "ar"; "?" where both are mixed; "" where too few letters tell."""
    arabic, latin = letters(text)
    if arabic + latin < ENOUGH:
        return ""
    if arabic > latin:  # names and symbols in Latin letters are no English
        return "ar" if arabic >= 0.7 * (arabic + latin) else "?"
    return "en" if latin >= PURE * (arabic + latin) else "?"
