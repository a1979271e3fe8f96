"""Text made comparable, without losing the way back to the text as printed.

In: a text. Out: a `Folded`: its folded form, and for each folded character the place of the one it came from.
Folding drops vowel marks, tatweel (Unicode's Arabic combining marks, U+0640), signs that only order or join
others (direction marks, zero-width joiners) and case, takes ligatures apart, and makes each run of white space one
blank. It never merges two letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

TATWEEL = "\u0640"
FORMS_FROM, FORMS_TO = "\ufb00", "\ufefc"  # Unicode's presentation forms: Latin and Arabic ligatures, Arabic shapes


@dataclass(frozen=True)
class Folded:
    """`places[i]` is where folded character i stood; the last entry is the length of the text as printed."""

    text: str
    places: Sequence[int]

    @property
    def is_even(self) -> bool:
        """Nothing was dropped: each character stands where it stood."""
        return isinstance(self.places, range)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The printed span of a folded one. Vowel marks after its last letter belong to it, white space does not."""
        if start == end:
            return self.places[start], self.places[start]
        return self.places[start], self.places[end] if self._marks_only(end) else self.places[end - 1] + 1

    def _marks_only(self, end: int) -> bool:
        return self.text[end - 1] != " "


class _Letters(dict[int, str]):
    """What one character becomes, for `str.translate`; each is looked up in Unicode once."""

    def __missing__(self, code: int) -> str:
        self[code] = found = "".join(_folded(part) for part in _parts(chr(code)))
        return found


def _folded(character: str) -> str:
    if character == TATWEEL or unicodedata.category(character) in {"Mn", "Cf"}:
        return ""
    if character.isspace():
        return " "
    lower = character.lower()
    return lower if len(lower) == 1 else character


class _Signs(dict[int, str]):
    """The same without change of case."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        dropped = character == TATWEEL or unicodedata.category(character) in {"Mn", "Cf"}
        self[code] = found = "" if dropped else _parts(character)
        return found


# Printable ASCII; Arabic letters without marks and tatweel, comma, semicolon, question mark; quotation marks, dashes.
_USUAL = re.compile("[ -~\u0621-\u063a\u0641-\u064a\u060c\u061b\u061f«»\u2013\u2014\u2018-\u201d]*")

_LETTERS = _Letters()
_SIGNS = _Signs()
_FORMS = re.compile(f"[{FORMS_FROM}-{FORMS_TO}]")


def fold(text: str) -> Folded:
    """The text without marks, tatweel, case and surplus white space."""
    # Of the usual characters only capitals change, which is many times as quick to write.
    letters = text.lower() if _USUAL.fullmatch(text) else text.translate(_LETTERS)
    if len(letters) == len(text) and "  " not in letters and not _FORMS.search(text):  # one for one
        return Folded(letters, range(len(text) + 1))
    kept: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _LETTERS[ord(character)]:
            if letter == " " and kept and kept[-1] == " ":
                continue
            kept.append(letter)
            places.append(place)
    return Folded("".join(kept), (*places, len(text)))


def _parts(character: str) -> str:
    """The letters of a ligature or of a form that a letter takes beside others («ﻻ», "ﬃ"), as fonts leave them."""
    return unicodedata.normalize("NFKC", character) if FORMS_FROM <= character <= FORMS_TO else character


@lru_cache(maxsize=8192)  # the grammar's words are asked for again with every text
def folded(text: str) -> str:
    """Only the folded form."""
    return fold(text).text


def plain(text: str) -> str:
    """The text in its own case, without what folding drops and with single blanks."""
    return " ".join(text.translate(_SIGNS).split())
