"""From the order in which signs stand on paper, left to right, to the order in which they are read.

In: the pieces of one line from left to right. Out: the pieces in reading order. This is the Unicode Bidirectional
Algorithm (UAX 9) backwards, as far as it can be known from paper: Arabic runs from right to left, figures and Latin
from left to right inside it, signs between two Latin words belong to them, all other signs to the line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

SEPARATORS = frozenset("./,:٫٬")  # between two figures without a blank they belong to the number
DASHES = frozenset("-–‑")
OPEN, CLOSE = "([{«‹⟨", ")]}»›⟩"
MIRROR = str.maketrans(OPEN + CLOSE, CLOSE + OPEN)


@dataclass(frozen=True)
class Bit:
    """A sign or several that one glyph stands for; `what`: anything that goes with it; `raised`: above the line."""

    text: str
    what: object = None
    raised: bool = False

    @property
    def kind(self) -> str:
        """R: Arabic letter, L: other letter, N: figure, B: blank, O: other sign."""
        for character in self.text:
            name = unicodedata.bidirectional(character)
            if name in ("R", "AL"):
                return "R"
            if name == "L":
                return "L"
            if name in ("EN", "AN"):
                return "N"
        return "B" if not self.text.strip() else "O"


def is_rtl(bits: Sequence[Bit]) -> bool:
    """Do most letters of the line run from right to left?"""
    kinds = [bit.kind for bit in bits]
    return kinds.count("R") > kinds.count("L")


def logical(bits: Sequence[Bit], rtl: bool, *, mirrored: bool = False) -> list[Bit]:
    """The bits in reading order. `mirrored`: brackets in Arabic are named by how they look, so they are turned."""
    if rtl:
        return _from_right(bits, mirrored)
    out: list[Bit] = []
    i = 0
    while i < len(bits):
        end = _arabic_end(bits, i)
        out += _from_right(bits[i:end], mirrored) if end > i else [bits[i]]
        i = max(end, i + 1)
    return out


def _from_right(bits: Sequence[Bit], mirrored: bool) -> list[Bit]:
    out: list[Bit] = []
    for inside, run in reversed(_runs(bits)):
        out += [_turn(bit) if mirrored and not inside else bit for bit in run]
    return out


def _arabic_end(bits: Sequence[Bit], start: int) -> int:
    """The end of the Arabic words that start there in a Latin line, or `start`."""
    end = start
    if bits[start].kind == "R":
        for j in range(start, len(bits)):
            if bits[j].kind == "L":
                break
            if bits[j].kind == "R":
                end = j + 1
    return end


def _turn(bit: Bit) -> Bit:
    return replace(bit, text=bit.text.translate(MIRROR))


def _runs(bits: Sequence[Bit]) -> list[tuple[bool, list[Bit]]]:
    """Runs of Latin and figures (True), and each other bit alone (False), from left to right.

    A footnote mark is no part of a number or symbol: beside it, on whichever side, it is read after it.
    """
    kinds = ["M" if bit.raised and bit.kind == "N" else bit.kind for bit in bits]
    runs: list[tuple[bool, list[Bit]]] = []
    i = 0
    while i < len(bits):
        if kinds[i] not in "LNM":
            runs.append((False, [bits[i]]))
            i += 1
            continue
        end = _end(bits, kinds, i) if kinds[i] != "M" else i
        while end < len(bits) and kinds[end] == "M":
            end += 1
        runs.append((True, list(bits[i:end])))
        i = end
    return runs


def _end(bits: Sequence[Bit], kinds: Sequence[str], start: int) -> int:
    """The end of the run of Latin and figures that starts there."""
    end, latin = start + 1, kinds[start] == "L"
    while end < len(bits):
        if kinds[end] in "LN":
            latin = latin or kinds[end] == "L"
            end += 1
            continue
        after = end
        while after < len(bits) and kinds[after] not in "LNRM":
            after += 1
        if after == len(bits) or kinds[after] in "RM":
            break
        between = "".join(bit.text for bit in bits[end:after])
        blank = any(character.isspace() for character in between)
        if (
            latin
            or (not blank and kinds[after] == "L")
            or (kinds[after] == "N" and _is_one(bits, kinds, end, after, between))
        ):
            end = after
            continue
        break
    depth = sum(bit.text.count("(") - bit.text.count(")") for bit in bits[start:end])
    while latin and depth > 0 and end < len(bits) and bits[end].text == ")":
        end, depth = end + 1, depth - 1
    return end


def _is_one(bits: Sequence[Bit], kinds: Sequence[str], end: int, after: int, between: str) -> bool:
    """Do the figures on both sides make one number, or a range from the smaller to the larger one?"""
    if len(between) != 1:
        return False
    if between in SEPARATORS:
        return True
    left, right = _figure(bits, kinds, end - 1, -1), _figure(bits, kinds, after, 1)
    return between in DASHES and left < right


def _figure(bits: Sequence[Bit], kinds: Sequence[str], i: int, step: int) -> int:
    digits = ""
    while 0 <= i < len(bits) and kinds[i] == "N":
        digits = digits + bits[i].text if step > 0 else bits[i].text + digits
        i += step
    return int("".join(c for c in digits if c.isdecimal()) or 0)


def bracket_score(text: str) -> int:
    """Above zero: more brackets stand as they should, close to what they enclose, than the other way round."""
    score = 0
    for i, character in enumerate(text):
        if character not in "([{«)]}»":
            continue
        left, right = text[i - 1 : i] if i else "", text[i + 1 : i + 2]
        inner, outer = (right, left) if character in "([{«" else (left, right)
        score += (inner.isalnum() or inner in "([«)]»") and bool(inner) and not outer.isalnum()
        score -= (outer.isalnum() or outer in "([«)]»") and bool(outer) and not inner.isalnum()
    return score
