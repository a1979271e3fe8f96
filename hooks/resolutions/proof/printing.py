"""From a reading to the damaged file, and what the file needs beside the reading.

`rebuild` prints: reading, runs, rules and residue in, bytes out. `derive` asks the opposite: given the line of the
file, is there any residue of legal form with which the reading prints exactly that line? It finds one, or says how
far it came. Both go through the same slots, so that nothing can be printed for which `derive` knows no place.

A slot is a place of the line in the order of the file: a glyph, which prints what the rules say; a gap at the edge of a
run, blanks of any number; a stretch at a join, lengthening signs of any number. Letters stand in the residue nowhere.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .glyphs import Glyph
from .layout import Layout, lay
from .residue import BROKEN, FOLLOWS, PRECEDES, Residue, residue
from .rules import BLANK, Rule, RuleTable
from .runs import Runs


class Kind(enum.Enum):
    """What a slot is."""

    GLYPH = "glyph"
    GAP = "gap"
    STRETCH = "stretch"
    BROKEN = "broken stretch"


@dataclass(frozen=True, slots=True)
class Slot:
    """`raw`: what a glyph prints, or the sign that a gap or stretch repeats. `key`: its place in the residue."""

    kind: Kind
    raw: str
    glyph: Glyph | None = None
    key: tuple[int, str] = (0, "")


@dataclass(frozen=True, slots=True)
class Printed:
    """A glyph as the file has it: `column` counts from 1 in the line of the witness."""

    glyph: Glyph
    raw: str
    column: int
    rule: Rule | None


@dataclass(frozen=True)
class Stuck:
    """Where no residue helps: the reading's `glyph` (None: the line of the file goes on) against what the file has."""

    glyph: Glyph | None
    expected: str
    found: str
    column: int
    tried: tuple[Rule, ...]


def slots(layout: Layout, rules: RuleTable) -> Iterator[Slot]:
    """The slots of a line in the order of the file."""
    for number, run in enumerate(layout.runs):
        yield Slot(Kind.GAP, BLANK, key=(number, ""))
        last = len(run.glyphs) - 1
        for index, glyph in enumerate(run.glyphs):
            stretch = rules.stretch.get(glyph.face, "")
            if stretch and index == 0 and glyph.form.joins_previous:
                yield Slot(Kind.STRETCH, stretch, glyph, (glyph.column, PRECEDES))
            yield Slot(Kind.GLYPH, rules.raw(glyph), glyph)
            if stretch and glyph.form.joins_next:
                yield Slot(Kind.STRETCH, stretch, glyph, (glyph.column, FOLLOWS))
                if index == last:
                    yield Slot(Kind.BROKEN, stretch, glyph, (glyph.column, BROKEN))
    yield Slot(Kind.GAP, BLANK, key=(len(layout.runs), ""))


def print_line(layout: Layout, rules: RuleTable, given: Residue) -> tuple[str, tuple[Printed, ...]]:
    """The line as the file has it, and each glyph with its column there."""
    text, printed = "", []
    for slot in slots(layout, rules):
        if slot.kind is Kind.GLYPH:
            printed.append(Printed(slot.glyph, slot.raw, len(text) + 1, rules.rule(slot.glyph)))
            text += slot.raw
        elif slot.kind is Kind.GAP:
            text += BLANK * given.gap(slot.key[0])
        else:
            length = given.length(*slot.key)
            text += (BLANK if slot.kind is Kind.BROKEN and length else "") + slot.raw * length
    return text, tuple(printed)


def rebuild(reading: str, runs: Runs, rules: RuleTable, residues: Mapping[int, Residue]) -> bytes:
    """The whole file from the text of the reading; line ends are those of the reading."""
    lines = (
        print_line(lay(line, number, runs), rules, residues.get(number, Residue()))[0]
        for number, line in enumerate(reading.split("\n"), 1)
    )
    return "\n".join(lines).encode()


def derive(layout: Layout, rules: RuleTable, witness: str) -> Residue | Stuck:
    """A residue with which the line prints `witness`; what two places could have, the later one has."""
    places = tuple(slots(layout, rules))
    steps: list[dict[int, int]] = []  # per slot: where in the witness one may stand after it, and where before it
    reached = {0: 0}
    for number, slot in enumerate(places):
        following: dict[int, int] = {}
        for start in reached:
            for end in _ends(slot, witness, start):
                following.setdefault(end, start)
        if not following:
            return _stuck(places[number:], witness, max(reached), rules)
        steps.append(following)
        reached = following
    if len(witness) not in reached:
        return _stuck((), witness, max(reached), rules)
    return _residue(places, steps, len(witness))


def _ends(slot: Slot, witness: str, start: int) -> Iterator[int]:
    if slot.kind is Kind.GLYPH:
        if witness.startswith(slot.raw, start):
            yield start + len(slot.raw)
        return
    yield start
    if slot.kind is Kind.BROKEN:
        if not witness.startswith(BLANK + slot.raw, start):
            return
        start += 1
    while witness.startswith(slot.raw, start):
        start += 1
        yield start


def _stuck(rest: Sequence[Slot], witness: str, column: int, rules: RuleTable) -> Stuck:
    slot = next((slot for slot in rest if slot.kind is Kind.GLYPH), None)
    tried = rules.tried(slot.glyph.text) if slot else ()
    found = witness[column : column + 1] or "the end of the line"
    return Stuck(slot.glyph if slot else None, slot.raw if slot else "", found, column + 1, tried)


def _residue(places: Sequence[Slot], steps: Sequence[Mapping[int, int]], end: int) -> Residue:
    gaps: list[int] = []
    lengths: dict[tuple[int, str], int] = {}
    for slot, step in zip(reversed(places), reversed(steps), strict=True):
        start = step[end]
        if slot.kind is Kind.GAP:
            gaps.insert(0, end - start)
        elif slot.kind is not Kind.GLYPH:
            lengths[slot.key] = end - start - (slot.kind is Kind.BROKEN and end > start)
        end = start
    return residue(gaps, lengths)
