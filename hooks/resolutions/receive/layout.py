"""The glyphs of a page as printed lines, in the order in which they are read.

In: a page. Out: its `Row`s from top to bottom: bits in visual order in segments (what stands apart on one line), where
the row is, how large. Small raised figures stay in the row they are raised from. Two columns of text are read one after
the other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from .glyphs import Glyph, Page
from .order import Bit

SAME_LINE = 0.25  # of the size: base lines that differ by less are one
WORD_GAP = 0.17  # of the size: a wider gap between two letters is a blank
COLUMN_GAP = 2.2  # of the size: a wider gap sets two things apart
SMALL = 0.85  # of the size of the line: what is smaller and higher is raised
LIFTED = (0.12, 0.75)  # of the size of the line: by how much
BESIDE = 1.5  # of the size of the line: a raised sign stands no farther from its end
GUTTER_ROWS = 6  # so many rows with the same gap are two columns
COLUMN_PART = 0.2  # of the page's width that each column takes at least


@dataclass(frozen=True)
class Face:
    """How a bit is set."""

    italic: bool = False
    raised: bool = False


@dataclass
class Row:
    """A printed line. `segments`: from left to right, each the bits from left to right."""

    y: float
    size: float
    x0: float
    x1: float
    segments: list[list[Bit]] = field(default_factory=list)
    places: list[tuple[float, float]] = field(default_factory=list)
    is_rule: bool = False


def rows(page: Page) -> list[Row]:
    """The rows of the page, rules above footnotes among them; turned glyphs are left out."""
    upright = [g for g in page.glyphs if not g.turned and g.text and g.size > 0.5]
    found = [_row(line, size) for line, size in _lines(_merged(upright))]
    found = [row for row in found if row.segments]
    return _columns(found, page.width)


def _merged(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without letters that are drawn twice to look bold, on the same place."""
    seen: dict[tuple[str, int, int], Glyph] = {}
    out = []
    for glyph in glyphs:
        key = (glyph.text, round(glyph.x0), round(glyph.y))
        twin = seen.get(key)
        if (
            twin
            and glyph.text.strip()
            and abs(twin.x0 - glyph.x0) < 0.6
            and abs(twin.y - glyph.y) < 0.6
            and twin.x1 > twin.x0
        ):
            continue
        seen[key] = glyph
        out.append(glyph)
    return out


def _lines(glyphs: Sequence[Glyph]) -> list[tuple[list[Glyph], float]]:
    """Glyphs on one base line, with the line's size; raised ones with the line below them."""
    groups: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (-g.y, g.x0)):
        if groups and abs(groups[-1][0].y - glyph.y) <= SAME_LINE * max(groups[-1][0].size, glyph.size):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    lines = [(group, _size(group)) for group in groups]
    out: list[tuple[list[Glyph], float]] = []
    for i, (group, size) in enumerate(lines):
        raised = [g for g in group if g.text.strip()] and _host(group, size, lines, i)
        if raised:
            lines[raised][0].extend(group)
        else:
            out.append((group, size))
    return out


def _size(group: Sequence[Glyph]) -> float:
    """The size of most of its letters."""
    sizes: dict[float, int] = {}
    for glyph in group:
        if glyph.text.strip():
            sizes[round(glyph.size, 1)] = sizes.get(round(glyph.size, 1), 0) + len(glyph.text)
    return max(sizes, key=lambda s: (sizes[s], s)) if sizes else (group[0].size if group else 0)


def _host(group: Sequence[Glyph], size: float, lines: Sequence[tuple[list[Glyph], float]], i: int) -> int:
    """The index of the line below that this group is raised from, or 0."""
    letters = [g for g in group if g.text.strip()]
    for j in range(i + 1, min(i + 4, len(lines))):
        below, large = lines[j]
        lift = letters[0].y - below[0].y
        if lift > LIFTED[1] * large:
            break
        if size > SMALL * large or lift < LIFTED[0] * large or any(len(g.text) > 4 for g in letters):
            continue
        apart = max(
            min(g.x0 for g in letters) - max(g.x1 for g in below), min(g.x0 for g in below) - max(g.x1 for g in letters)
        )
        if apart <= BESIDE * large:
            return j
    return 0


def _row(glyphs: Sequence[Glyph], size: float) -> Row:
    base = _base(glyphs, size)
    letters = [g for g in glyphs if g.text.strip()]
    if not letters:
        return Row(base, size, 0, 0)
    row = Row(base, size, min(g.x0 for g in letters), max(g.x1 for g in letters))
    bits, last, blank, first = [], None, False, 0.0
    for glyph in _ordered(glyphs):
        if not glyph.text.strip():
            blank = True
            continue
        gap = glyph.x0 - last if last is not None else 0.0
        if last is not None and gap > COLUMN_GAP * size:
            row.segments.append(bits)
            row.places.append((first, last))
            bits, blank = [], False
        elif bits and (blank or gap > WORD_GAP * size):
            face = bits[-1].what
            bits.append(Bit(" ", face if isinstance(face, Face) else Face()))
        if not bits:
            first = glyph.x0
        raised = glyph.size < SMALL * size and glyph.y - base > LIFTED[0] * size
        bits.append(Bit(glyph.text, Face(glyph.italic, raised), raised))
        last, blank = max(glyph.x1, last or glyph.x1), False
    row.segments.append(bits)
    row.places.append((first, last or first))
    return row


def _base(glyphs: Sequence[Glyph], size: float) -> float:
    """The base line of the glyphs of full size."""
    full = sorted(g.y for g in glyphs if g.size > SMALL * size and g.text.strip())
    return full[len(full) // 2] if full else glyphs[0].y


def _ordered(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """From left to right; vowel marks behind the letter that they stand over, in its glyph."""
    marks = [g for g in glyphs if g.text and all(unicodedata.combining(c) for c in g.text)]
    if not marks:
        return sorted(glyphs, key=lambda g: (g.x0 + g.x1) / 2)
    rest = sorted((g for g in glyphs if g not in marks), key=lambda g: (g.x0 + g.x1) / 2)
    added: dict[int, str] = {}
    for mark in marks:
        middle = (mark.x0 + mark.x1) / 2
        letters = [i for i, g in enumerate(rest) if g.text.strip()]
        if letters:
            near = min(letters, key=lambda i: max(rest[i].x0 - middle, middle - rest[i].x1, 0.0))
            added[near] = added.get(near, "") + mark.text
    return [
        g if i not in added else Glyph(g.text + added[i], g.x0, g.x1, g.y, g.size, g.italic, g.turned, g.hidden)
        for i, g in enumerate(rest)
    ]


def _columns(found: list[Row], width: float) -> list[Row]:
    """Rows with the same gap through them, one after another, as two columns."""
    out: list[Row] = []
    i = 0
    while i < len(found):
        end, low, high = i, 0.0, width
        while end < len(found):
            gap = _gutter(found[end], low, high, width)
            if gap is None:
                break
            low, high = gap
            end += 1
        both = [row for row in found[i:end] if len(row.segments) == 2]
        if len(both) >= GUTTER_ROWS and _is_wide(both, width):
            out += _split(found[i:end], (low + high) / 2)
            i = end
        else:
            out.append(found[i])
            i += 1
    return out


def _gutter(row: Row, low: float, high: float, width: float) -> tuple[float, float] | None:
    """The part of the gap that this row leaves free too."""
    if len(row.segments) > 2:
        return None
    if len(row.segments) == 2:
        low, high = max(low, row.places[0][1]), min(high, row.places[1][0])
    elif row.x1 <= (low or width / 2) + 1 or (row.x1 < high and row.x1 < width * 0.6):
        low = max(low, row.x1)
    elif row.x0 >= high - 1 or (row.x0 > low and row.x0 > width * 0.4):
        high = min(high, row.x0)
    else:
        return None
    return (low, high) if high - low > 4 else None


def _is_wide(both: Sequence[Row], width: float) -> bool:
    sides = [[row.places[k][1] - row.places[k][0] for row in both] for k in (0, 1)]
    return all(sorted(side)[len(side) // 2] > COLUMN_PART * width for side in sides)


def _split(found: Sequence[Row], middle: float) -> list[Row]:
    """First one column, then the other; Arabic ones from the right."""
    columns: tuple[list[Row], list[Row]] = ([], [])
    for row in found:
        for segment, place in zip(row.segments, row.places, strict=True):
            side = 0 if place[1] <= middle + 1 else 1
            columns[side].append(Row(row.y, row.size, place[0], place[1], [segment], [place]))
    arabic = [sum(bit.kind == "R" for row in side for bit in row.segments[0]) for side in columns]
    latin = [sum(bit.kind == "L" for row in side for bit in row.segments[0]) for side in columns]
    right_first = sum(arabic) > sum(latin)
    return [*columns[1], *columns[0]] if right_first else [*columns[0], *columns[1]]
