"""What is said where a line of the reading does not give the line of the file: the place, both lines, the rules.

In: the two lines, the rules, and how far printing.py came. Out: a `Problem`.
"""

from __future__ import annotations

from ..problems import Problem
from .printing import Stuck
from .rules import BLANK, RuleTable

AROUND = 10  # signs that are shown on each side of the place


def differs(path: str, line: int, reading: str, witness: str, rules: RuleTable, stuck: Stuck) -> Problem:
    """The problem of a line which no residue makes fit."""
    column = stuck.glyph.column if stuck.glyph else len(reading) + 1
    if stuck.glyph is None:
        what = f"The witness goes on in column {stuck.column} with {stuck.found!r}, where the reading has nothing more."
    else:
        form = "" if stuck.glyph.form.value == "none" else f"{stuck.glyph.form.value}, "
        what = (
            f"Column {column} reads {stuck.glyph.text!r} ({form}{stuck.glyph.face}), which the file would have as "
            f"{stuck.expected!r}; it has {stuck.found!r} in column {stuck.column}."
        )
        if word := _word(reading, column):
            what += f" The word is {word}."
    what += f" Around it: reading {_piece(reading, column)!r}, file {_piece(witness, stuck.column)!r}."
    todo = (
        "Look at the reading, then at the line's runs. "
        f"Rules tried: {_names([rule.id for rule in stuck.tried])}. "
        f"Rules that leave {stuck.found!r}: {_names(_leaving(rules, stuck))}."
    )
    return Problem(path, line, "proof-differs", what, todo)


def _leaving(rules: RuleTable, stuck: Stuck) -> list[str]:
    """The rules of this face whose sign the file has there: one of their letters may be the right one."""
    face = stuck.glyph.face if stuck.glyph else None
    return [
        rule.id
        for rule in rules.rules
        if rule.raw[0] == stuck.found and (face is None or not rule.faces or face in rule.faces)
    ]


def _names(found: list[str]) -> str:
    return ", ".join(found) or "none"


def _word(line: str, column: int) -> str:
    """What stands between blanks around a column; nothing where a blank stands."""
    start = line.rfind(BLANK, 0, column) + 1
    end = line.find(BLANK, column - 1)
    return line[start : end if end >= 0 else len(line)]


def _piece(line: str, column: int) -> str:
    return line[max(0, column - 1 - AROUND) : column + AROUND]
