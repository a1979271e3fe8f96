"""What the file has and the reading lacks: the widths of gaps and the lengths of stretches. Nothing else.

In: the text of `residue.txt`. Out: a `Residue` per line. Beside digits its grammar knows only blank and `~ + - ^`, so
that it cannot hold a letter; and where a width or a length may stand at all is fixed by the reading and its runs:

    43 0 2 1 1 ~ 12+5 17-3 40^2

* `43`: the line, counted from 1.
* `0 2 1 1`: how many blanks stand before the first run of the file, between runs, and after the last one. Between two
  words of one run there is always one blank; that needs no word here.
* after `~`, by column of the reading: `12+5`, a stretch of 5 follows this letter, which joins the next; `17-3`, a
  stretch of 3 precedes it, where a run begins inside a word; `40^2`, a blank and a stretch of 2 follow it, where a
  run ends inside a word (the stretch was broken).

A line that is not named has no gaps and no stretches. There is one way to write a residue: `parse` refuses whatever
`dump` would not write, so that no choice between two spellings can carry anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

LINE = re.compile(r"[0-9]{1,6}(?: [0-9]{1,6})+(?: ~(?: [0-9]{1,6}[-+^][0-9]{1,6})+)?")
ENTRY = re.compile(r"(?P<column>[0-9]+)(?P<kind>[-+^])(?P<length>[0-9]+)")
FOLLOWS, PRECEDES, BROKEN = "+", "-", "^"


class ResidueError(ValueError):
    """The residue is not of its grammar: `line` of its file, counted from 1, and what is wrong there."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line} of the residue {what}")
        self.line = line


@dataclass(frozen=True)
class Residue:
    """Of one line: `gaps` in the order of the file; `lengths`: (column of the reading, kind) to a length from 1 on."""

    gaps: tuple[int, ...] = ()
    lengths: Mapping[tuple[int, str], int] = field(default_factory=dict)

    def gap(self, number: int) -> int:
        return self.gaps[number] if number < len(self.gaps) else 0

    def length(self, column: int, kind: str) -> int:
        return self.lengths.get((column, kind), 0)


def residue(gaps: list[int], lengths: Mapping[tuple[int, str], int]) -> Residue:
    """A residue in its one normal form: no zeros that say nothing."""
    while gaps and not gaps[-1]:
        gaps = gaps[:-1]
    return Residue(tuple(gaps), {place: length for place, length in sorted(lengths.items()) if length})


def parse(text: str) -> dict[int, Residue]:
    """By line; raises `ResidueError` on anything that `dump` would not write in just this way."""
    found: dict[int, Residue] = {}
    *lines, rest = text.split("\n")
    if rest:
        raise ResidueError(len(lines) + 1, "does not end as a line does")
    last = 0
    for number, line in enumerate(lines, 1):
        if not line.isascii() or not LINE.fullmatch(line):
            raise ResidueError(number, f"is not of its grammar: {line[:60]!r}")
        head, _, tail = line.partition(" ~")
        name, *gaps = map(int, head.split())
        lengths = {(int(m["column"]), m["kind"]): int(m["length"]) for m in ENTRY.finditer(tail)}
        if name in found or len(lengths) != len(tail.split()):
            raise ResidueError(number, "says something twice")
        if name <= last:
            raise ResidueError(number, f"is out of order: {name} after {last}")
        found[name], last = residue(gaps, lengths), name
        if found[name] == Residue() or line != _line(name, found[name]):
            raise ResidueError(number, f"is not in its one form, without needless zeros: {line[:60]!r}")
    return found


def dump(residues: Mapping[int, Residue]) -> str:
    """The text of `residue.txt`; `parse` gives back the same values."""
    return "".join(f"{_line(line, found)}\n" for line, found in sorted(residues.items()) if found != Residue())


def _line(line: int, found: Residue) -> str:
    tail = [f"{column}{kind}{length}" for (column, kind), length in sorted(found.lengths.items())]
    return " ".join([str(line), *map(str, found.gaps or (0,)), *(["~", *tail] if tail else [])])
