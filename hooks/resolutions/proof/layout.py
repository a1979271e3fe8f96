"""The runs of a line: in which pieces the file has it, and in which order.

In: a line of the reading, and what `runs.yml` says of it. Out: a `Plan` (which sign stands in which run) and from it a
`Layout`: runs of glyphs, each in reading order, in the order of the file, which is the page's from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .glyphs import Glyph, Sign, has_arabic, shape, signs
from .runs import LineRuns, Runs

BLANK = " "
CUT = "|"

PIECES = re.compile(
    r"""
      (?: ^ | (?<=\S) ) (?P<open>\() (?P<reference>\d+) (?P<close>\))   # (1) at a word, or opening a footnote
    | (?P<number> [A-Za-z0-9]+ (?: [/.-] [A-Za-z0-9]+ )* )              # 76/181, A/77/464, E/2007/30/Rev.1
    | (?P<hyphen> - )
    """,
    re.VERBOSE,
)
OPENING = re.compile(r"^\*و(?=إذ )")  # the waw of وإذ stands in a run of its own where the next letter is italic


@dataclass(frozen=True)
class Run:
    """Glyphs in reading order; no blank stands at either end. `number` counts the runs of the line as they are read."""

    number: int
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)


@dataclass(frozen=True)
class Layout:
    """The runs of one line in the order of the file, and what is wrong with its entry in `runs.yml`."""

    line: int
    runs: tuple[Run, ...]
    irregular: bool = False
    faults: tuple[str, ...] = ()

    @property
    def read(self) -> tuple[Run, ...]:
        """The runs in reading order."""
        return tuple(sorted(self.runs, key=lambda run: run.number))


@dataclass(frozen=True)
class Plan:
    """The signs of a line, for each the number of its run as read, and the order of the runs in the file."""

    line: int
    signs: tuple[Sign, ...]
    numbers: tuple[int, ...]
    order: tuple[int, ...] = ()
    irregular: bool = False
    faults: tuple[str, ...] = ()


def lay(reading: str, line: int, runs: Runs) -> Layout:
    """The layout of one line of the reading."""
    return arrange(plan(reading, line, runs))


def plan(reading: str, line: int, runs: Runs) -> Plan:
    """Which sign of the reading stands in which run. A run of blanks only is none."""
    latin = not has_arabic(reading)
    entry = runs.lines.get(line, LineRuns())
    text = signs(reading, "latin" if latin else runs.faces.get(line, "body"))
    cuts, faults = _cuts(reading, text, entry) if not latin else (set(), [])
    numbers: list[int] = []
    pending = filled = False  # a cut waits until a run that says something begins
    for sign in text:
        pending = (pending or sign.column in cuts) and filled
        if pending and sign.text != BLANK:
            numbers.append(numbers[-1] + 1)
            pending = False
        else:
            numbers.append(numbers[-1] if numbers else 1)
        filled = filled or sign.text != BLANK
    last = numbers[-1] if numbers else 0
    if entry.order and sorted(entry.order) != list(range(1, last + 1)):
        faults.append(f"order names {list(entry.order)}, but the line has the runs 1 to {last}")
        entry = LineRuns()
    return Plan(line, text, tuple(numbers), entry.order, entry.irregular, tuple(faults))


def arrange(plan: Plan) -> Layout:
    """The glyphs of a plan, run by run in the order of the file."""
    pieces: dict[int, list[Glyph]] = {}
    index = 0
    for glyph in shape(plan.signs):
        pieces.setdefault(plan.numbers[index], []).append(glyph)
        index += len(glyph.text)
    runs = {number: Run(number, _trim(piece)) for number, piece in pieces.items()}
    order = plan.order or sorted(runs, reverse=True)
    return Layout(plan.line, tuple(runs[n] for n in order if n in runs and runs[n].glyphs), plan.irregular, plan.faults)


def _cuts(reading: str, text: Sequence[Sign], entry: LineRuns) -> tuple[set[int], list[str]]:
    """The columns at which a further run begins."""
    cuts, faults = _usual_cuts(reading, text), []
    for piece in entry.join:
        places = [match.start() for match in re.finditer(re.escape(piece), reading)]
        if len(places) != 1:
            faults.append(f"join: {piece!r} is in the line {len(places)} times, not once")
            continue
        cuts -= set(range(places[0] + 2, places[0] + len(piece) + 1))
    for piece in entry.cut:
        whole, _, rest = piece.replace(CUT, "", 1), *piece.partition(CUT)[1:]
        places = [match.start() for match in re.finditer(f"(?={re.escape(whole)})", reading)]
        if CUT not in piece or len(places) != 1:
            faults.append(f"cut: {piece!r} without its stroke is in the line {len(places)} times, not once")
            continue
        cuts.add(places[0] + len(whole) - len(rest) + 1)
    return cuts, faults


def _usual_cuts(reading: str, text: Sequence[Sign]) -> set[int]:
    cuts = {sign.column for before, sign in pairwise(text) if before.face != sign.face}
    for match in PIECES.finditer(reading):
        cuts |= {index + 1 for name in match.groupdict() if match[name] for index in match.span(name)}
    if opening := OPENING.match(reading):
        cuts.add(opening.end() + 1)
    return cuts


def _trim(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Blanks at the edge of a run belong to the gap beside it, of which the residue has the width."""
    start, end = 0, len(glyphs)
    while start < end and glyphs[start].is_blank:
        start += 1
    while end > start and glyphs[end - 1].is_blank:
        end -= 1
    return tuple(glyphs[start:end])
