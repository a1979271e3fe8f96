"""Italics as asterisks: pieces of text, each in italics or not, become one line.

In: pieces in reading order. Out: the text, with the blanks outside the asterisks. Italics that hold no letter are
none, unless they go on from italics and hold a figure; between two italic pieces blanks are taken into the italics.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """A stretch of text in one face."""

    text: str
    italic: bool = False


def joined(pieces: Iterable[Piece]) -> str:
    """The pieces as one text with asterisks around its italics."""
    merged = _merged([piece for piece in pieces if piece.text])
    out = []
    for piece in merged:
        if not piece.italic:
            out.append(piece.text)
            continue
        core = piece.text.strip()
        before = piece.text[: len(piece.text) - len(piece.text.lstrip())]
        after = piece.text[len(piece.text.rstrip()) :]
        out.append(f"{before}*{core}*{after}")
    return "".join(out)


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours in one face put together; a piece without letters has the face of both its neighbours, else none."""
    faced = []
    for i, piece in enumerate(pieces):
        italic = piece.italic
        if not any(c.isalpha() for c in piece.text):
            before = next((p for p in reversed(pieces[:i]) if any(c.isalpha() for c in p.text)), None)
            after = next((p for p in pieces[i + 1 :] if any(c.isalpha() for c in p.text)), None)
            held = piece.italic and any(c.isalnum() for c in piece.text)
            between = bool(after and after.italic) and (piece.italic or piece.text.isspace())
            italic = bool(before and before.italic) and (held or between)
        faced.append(Piece(piece.text, italic))
    merged: list[Piece] = []
    for piece in faced:
        if merged and merged[-1].italic == piece.italic:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.italic)
        else:
            merged.append(piece)
    return merged
