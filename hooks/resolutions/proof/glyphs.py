"""The glyphs that a font sets for a line of reading: which letter, in which contextual form, between which neighbours.

In: one line of `reading-ar.txt` and the face that its line is set in. Out: signs (one character and its face), and
glyphs: letters with their form, lam-alef as one glyph, the vowel marks of one letter as one glyph.

Joining follows the Arabic shaping of the Unicode Standard (core specification, 9.2; joining types of
ArabicShaping.txt), which Python's `unicodedata` does not hold; the table is written out for the letters of Arabic.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

DUAL = frozenset("بتثجحخسشصضطظعغفقكلمنهيئ")  # Joining_Type=Dual_Joining
RIGHT = frozenset("اأإآٱدذرزوؤةى")  # Joining_Type=Right_Joining
LETTERS = DUAL | RIGHT | {"ء"}  # hamza: Non_Joining
MARKS = frozenset("ًٌٍَُِّْ")  # Joining_Type=Transparent: tanwin, short vowels, shadda, sukun
ALEFS = frozenset("اأإآ")  # lam before one of these is set with it as one glyph (LAM-ALEF, U+FEF5 to U+FEFC)
FINAL_ONLY = frozenset("ةى")  # stand at the end of a word and nowhere else
FACE_MARK = "*"


class Form(enum.Enum):
    """The contextual form of a letter; `NONE` for what does not join at all (digits, marks, punctuation)."""

    ISOLATED = "isolated"
    INITIAL = "initial"
    MEDIAL = "medial"
    FINAL = "final"
    NONE = "none"

    __hash__ = object.__hash__  # there is one of each; the rules are asked hundreds of thousands of times

    @property
    def joins_next(self) -> bool:
        return self in (Form.INITIAL, Form.MEDIAL)

    @property
    def joins_previous(self) -> bool:
        return self in (Form.MEDIAL, Form.FINAL)


@dataclass(frozen=True, slots=True)
class Sign:
    """One character of the reading. `column` counts from 1 in the line as it stands in the file, `*` included."""

    text: str
    face: str
    column: int


@dataclass(frozen=True, slots=True)
class Glyph:
    """What the font sets for `text` (a letter, lam-alef, marks, a digit, a blank …) at `column` of the reading.

    `after` is the letter or sign before it, `before` the letters that follow it in the same word; vowel marks are
    passed over, a blank or the edge of the line is " " and "".
    """

    text: str
    face: str
    column: int
    form: Form
    after: str
    before: str

    @property
    def is_blank(self) -> bool:
        return self.text == " "


def has_arabic(line: str) -> bool:
    return not LETTERS.isdisjoint(line)


def signs(line: str, face: str = "body") -> tuple[Sign, ...]:
    """The signs of a line whose face is `face`; in a line with Arabic, `*` turns italic on and off and is no sign."""
    marked = has_arabic(line)
    result, italic = [], False
    for column, character in enumerate(line, 1):
        if marked and character == FACE_MARK:
            italic = not italic
            continue
        result.append(Sign(character, "italic" if italic else face, column))
    return tuple(result)


def shape(text: Sequence[Sign]) -> tuple[Glyph, ...]:
    """The glyphs of a line in reading order. Together their texts are the text of the signs."""
    clusters = tuple(_clusters(text))
    texts = [cluster.text for cluster in clusters]
    bases = [index for index, cluster in enumerate(texts) if cluster[0] not in MARKS]
    place = {index: number for number, index in enumerate(bases)}
    glyphs, seen = [], -1
    for index, cluster in enumerate(clusters):
        if index in place:
            seen = place[index]
        previous = texts[bases[seen - (index in place)]] if seen - (index in place) >= 0 else " "
        following = _following(texts, bases, seen + 1)
        form = _form(cluster.text, previous, following)
        glyphs.append(Glyph(cluster.text, cluster.face, cluster.column, form, previous[-1], following))
    return tuple(glyphs)


def _clusters(text: Sequence[Sign]) -> Iterator[Sign]:
    index = 0
    while index < len(text):
        sign, end = text[index], index + 1
        if sign.text == "ل" and end < len(text) and text[end].text in ALEFS:
            end += 1
        elif sign.text in MARKS:
            while end < len(text) and text[end].text in MARKS:
                end += 1
        yield Sign("".join(part.text for part in text[index:end]), sign.face, sign.column)
        index = end


def _following(texts: Sequence[str], bases: Sequence[int], start: int) -> str:
    """Up to three letters that follow in the word; enough for every condition of a rule."""
    found = ""
    for index in bases[start : start + 3]:
        if texts[index][0] not in LETTERS:
            break
        found += texts[index]
    return found[:3]


def _form(text: str, previous: str, following: str) -> Form:
    if text[0] not in LETTERS:
        return Form.NONE
    joined = text[0] in DUAL | RIGHT and previous in DUAL
    joins = text in DUAL and following[:1] in DUAL | RIGHT and following != ""
    if joined:
        return Form.MEDIAL if joins else Form.FINAL
    return Form.INITIAL if joins else Form.ISOLATED
