"""Words and symbols that were broken at the end of a printed line.

In: lines of pieces, and the words of the whole text. Out: the same lines; what was broken is whole in the upper one.
A hyphen goes only where the word is known without it and unknown with it; else it stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .emphasis import Piece
from .values import Log

Line = list[Piece]
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
TAIL = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)(?P<sign>[-‐\xad])$")
HEAD = re.compile(r"[^\W\d_]+")
SYMBOL_TAIL = re.compile(r"(?<![^\s(\[])[A-Z][A-Za-z0-9.]*(?:/[A-Za-z0-9.()-]+)*/$")
SYMBOL_HEAD = re.compile(r"[A-Z0-9][A-Za-z0-9./()-]*[A-Za-z0-9)]")
MONTH_TAIL, MONTH_HEAD = re.compile(r"[ء-ي]{2}/$"), re.compile(r"[ء-ي]{2,}")  # «أيلول/» «سبتمبر»
SUSPENDED = frozenset({"and", "or", "to", "nor", "und", "et"})  # "pre- and post-conflict"


class Mender:
    """Knows the words of a document."""

    def __init__(self, text: str, lexicon: Mapping[str, float], log: Log) -> None:
        self.words = {word.lower() for word in WORD.findall(text)}
        self.lexicon, self.log = lexicon, log

    def mend(self, lines: list[Line]) -> list[Line]:
        """The lines of one paragraph, from top to bottom."""
        out: list[Line] = []
        for line in lines:
            rest = self._joined(out[-1], line) if out and out[-1] and line else line
            if rest and any(piece.text.strip() for piece in rest):
                out.append(rest)
        return out

    def _joined(self, above: Line, below: Line) -> Line:
        upper, lower = above[-1].text.rstrip(" "), below[0].text
        tail, head = TAIL.search(upper), HEAD.match(lower)
        if tail and head and head[0].lower() not in SUSPENDED:
            bare = self._bare(tail, head[0])
            above[-1] = Piece(
                upper[:-1] + ("" if bare else "-" if tail["sign"] == "\xad" else tail["sign"]), above[-1].italic
            )
            return self._move(above, below, head.end(), "hyphen-dropped" if bare else "hyphen-kept")
        month = MONTH_HEAD.match(lower)
        if MONTH_TAIL.search(upper) and month:
            return self._move(above, below, month.end(), "symbol-joined")
        symbol = SYMBOL_HEAD.match(lower)
        if SYMBOL_TAIL.search(upper) and symbol:
            return self._move(above, below, symbol.end(), "symbol-joined")
        return below

    def _bare(self, tail: re.Match[str], head: str) -> bool:
        """Was the hyphen set only to break the word?"""
        if tail["sign"] == "\xad":
            return True
        whole, parted = (tail["word"] + head).lower(), f"{tail['word']}-{head}".lower()
        if parted in self.words or "-" in tail["word"] or head[0].isupper():
            return False
        return whole in self.words or whole in self.lexicon

    def _move(self, above: Line, below: Line, end: int, code: str) -> Line:
        first = below[0]
        while end < len(first.text) and not first.text[end].isspace():  # its comma too
            end += 1
        above.append(Piece(first.text[:end], first.italic))
        self.log.step(code, 1)
        return [Piece(first.text[end:].lstrip(), first.italic), *below[1:]]
