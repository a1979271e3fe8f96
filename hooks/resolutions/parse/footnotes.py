"""Which lines are footnotes, and where the text calls them.

In: the lines below the chapeau without furniture. Out: `Notes`: the footnotes as pieces of lines, the rules above them,
and the marks in each line of the text. Footnotes stand below a rule; where the rule was lost, at a label whose number
is the next one and whose mark stands in the text above. A page's end breaks a footnote off; below the next rule it
goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from . import markers
from .note_marks import ALONE, STRENGTH, SUPERSCRIPTS, Mark, candidates, number_of, stars
from .source import Line

RULE = re.compile(r"_{3,}|[─—–-]{5,}")
HEADED = re.compile(r"Notes|NOTES|Footnotes|FOOTNOTES|الحواشي")  # above all notes of an old document
# "(1) ", "[1] ", in visual order «)1( »
BRACKETED = re.compile(r"(?=\(\d+\)|\[\d+\]|\)\d+\(|\(\[\d+\]\))[(\[)]\[?(?P<n>\d{1,3})\]?[)\](](?:[ \t]*(?=\S)|\s*$)")
RAISED = re.compile(rf"(?P<n>[{SUPERSCRIPTS}]{{1,3}})(?:[ \t]*(?=\S)|\s*$)")  # "¹ "
BARE = re.compile(r"(?P<n>\d{1,3})(?:[ \t]+(?=[^\W\d_]|[“\"«”(])|(?=[A-Z][a-z]))")  # "1 See", "1See"
SLASHED = re.compile(r"(?P<n>\d{1,3})/[ \t]+(?=\S)")  # "1/ Resolution 217 A (III)", until the nineties
STARRED = re.compile(r"(?P<n>\*{1,4})[ \t]+(?=[^\W_])")  # "* Reissued for technical reasons"
CLOSED = (".", ".”", '."', ".’", ".»", ".)")

NOTES_OF_A_PAGE = 12  # so many lines of footnotes, where neither rule nor blank line goes before them


@dataclass
class Note:
    """A footnote while it is put together. `number` 0: called by asterisks."""

    number: int
    label: str
    pieces: list[tuple[Line, int, int]] = field(default_factory=list)

    @property
    def is_closed(self) -> bool:
        line, start, end = self.pieces[-1]
        return line.text[start:end].endswith(CLOSED)


@dataclass(frozen=True)
class Doubt:
    """Something that needs a person: a line, and a code for the problem."""

    line: int
    code: str
    number: int


@dataclass(frozen=True)
class Notes:
    """`labels`: (line, end column) of each label. `rules`: numbers of the lines that are rules."""

    notes: tuple[Note, ...] = ()
    labels: tuple[tuple[Line, int], ...] = ()
    rules: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()
    marks: Mapping[int, tuple[Mark, ...]] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()


def find(lines: Sequence[Line], head: Sequence[Line], furniture: frozenset[int], opens: Callable[[str], bool]) -> Notes:
    """The footnotes among `lines`; `head`: the lines above, which asterisks may stand in.

    `opens`: does a text begin as a clause begins? Then its number is no label.
    """
    return _Finder(lines, head, furniture, opens).run()


class _Finder:
    def __init__(
        self, lines: Sequence[Line], head: Sequence[Line], furniture: frozenset[int], opens: Callable[[str], bool]
    ) -> None:
        self.lines, self.head, self.furniture, self.opens = lines, head, furniture, opens
        self.notes: list[Note] = []
        self.labels: list[tuple[Line, int]] = []
        self.rules: set[int] = set()
        self.taken: set[int] = set()
        self.doubts: list[Doubt] = []
        self.candidates = candidates(lines, furniture)
        self.starred = any(stars(line) for line in (*head, *lines))
        self.runs_to_page_end = self._runs()
        self.left = self._left()

    def run(self) -> Notes:
        note: Note | None = None
        below_rule = apart = True
        self.below_closed = False  # does the line above end as a paragraph ends
        for i, line in enumerate(self.lines):
            if line.is_blank:
                apart = True
                continue
            if line.number in self.furniture:
                note, below_rule, apart = None, False, True
                continue
            text = line.text[line.indent : line.width]
            if RULE.fullmatch(text) or (HEADED.fullmatch(text) and self._notes_below(i)):
                self.rules.add(line.number)
                note, below_rule, apart = None, True, True
                continue
            below = self.lines[i + 1] if i + 1 < len(self.lines) else None
            free = apart or (0 < self.left[i] <= NOTES_OF_A_PAGE)
            label = self._label(line, below_rule and bool(self.rules), note is not None, free)
            label = label or self._label_alone(line, below, apart)
            if label:
                note = Note(number_of(label["n"]) if "*" not in label["n"] else 0, label["n"])
                self.notes.append(note)
                self.labels.append((line, label.end()))
                self._take(note, line, label.end())
                below_rule = True
            elif note and (not note.is_closed or (not apart and self.runs_to_page_end[i])):
                self._take(note, line, line.indent)
            elif below_rule and note is None and self.rules and self.notes and not self.notes[-1].is_closed:
                note = self.notes[-1]
                self._take(note, line, line.indent)
            else:
                note, below_rule = None, False
            apart = False
            self.below_closed = text.endswith(CLOSED)
        self.doubts += [
            Doubt(one.pieces[0][0].number, "note-open", one.number)
            for one in self.notes[:-1]
            if self.furniture and not one.is_closed
        ]
        return Notes(
            tuple(self.notes),
            tuple(self.labels),
            frozenset(self.rules),
            frozenset(self.taken),
            self._marks(),
            tuple(self.doubts),
        )

    def _notes_below(self, i: int) -> bool:
        below = next((line for line in self.lines[i + 1 : i + 4] if not line.is_blank), None)
        return bool(below and any(form.match(below.text, below.indent) for form in (BRACKETED, RAISED, SLASHED, BARE)))

    def _take(self, note: Note, line: Line, start: int) -> None:
        note.pieces.append((line, start, max(line.width, start)))
        self.taken.add(line.number)

    def _left(self) -> list[int]:
        """For each line: how many there are up to the end of its page; 0 where no furniture shows one."""
        result, count, ends = [0] * len(self.lines), 0, False
        for i in range(len(self.lines) - 1, -1, -1):
            ends = ends or self.lines[i].number in self.furniture
            count = 0 if self.lines[i].number in self.furniture else count + (not self.lines[i].is_blank)
            result[i] = count if ends else 0
        return result

    def _runs(self) -> list[bool]:
        """For each line: does the block without blank lines that it stands in end at the end of a page?"""
        result, ends = [False] * len(self.lines), False
        for i in range(len(self.lines) - 1, -1, -1):
            line = self.lines[i]
            if line.number in self.furniture:
                ends = True
            elif line.is_blank and not (ends and i + 1 < len(self.lines) and self._is_furniture_or_blank(i + 1)):
                ends = False
            result[i] = ends
        return result

    def _is_furniture_or_blank(self, i: int) -> bool:
        return self.lines[i].is_blank or self.lines[i].number in self.furniture

    def _label(self, line: Line, below_rule: bool, in_notes: bool, apart: bool) -> re.Match[str] | None:
        """A footnote's label at the beginning of the line."""
        last = self.notes[-1].number if self.notes else 0
        text = line.text[: line.width]
        among = below_rule or in_notes
        star = STARRED.match(line.text, line.indent)
        if star and "*" not in line.text[star.end() :]:
            called = (apart or self.below_closed) and self.starred
            if among or called or (apart and self.below_closed and not self.opens(line.text[star.end() :])):
                return star
        bracket = BRACKETED.match(line.text, line.indent, line.width)
        raised = RAISED.match(line.text, line.indent, line.width)
        slashed = SLASHED.match(line.text, line.indent)
        certain = bracket or raised or slashed
        if certain:
            forms = ("bracket",) if bracket else ("slashed",) if slashed else STRENGTH
            return certain if among or (apart and self._is_called(certain, line, last, forms)) else None
        bare = BARE.match(line.text, line.indent)
        if not bare and among:  # the number alone, or "1. United Nations, Treaty Series"
            bare = ALONE.match(text, line.indent) or markers.NUMBERED.match(line.text, line.indent)
        if not bare or self.opens(line.text[bare.end() :]):
            return None
        if among:
            wanted = int(bare["n"]) == last + 1 or (not last and below_rule)
        else:
            wanted = apart and self._is_called(bare, line, last, ("raised", "glued", "loose", "spaced"))
        return bare if wanted else None

    def _label_alone(self, line: Line, below: Line | None, apart: bool) -> re.Match[str] | None:
        """A number by itself with a text right below it, where a page draws the rule and the file has none."""
        if not apart or below is None or below.is_blank or below.number in self.furniture:
            return None
        label = ALONE.match(line.inner) and ALONE.match(line.text[: line.width], line.indent)
        called = label and self._is_called(label, line, self.notes[-1].number if self.notes else 0, ("raised", "glued"))
        return label if called and not self.opens(below.text) else None

    def _is_called(self, label: re.Match[str], line: Line, last: int, forms: Sequence[str]) -> bool:
        """Is it the next footnote, and does its mark stand in the text above it? Does it not begin a clause?"""
        number = number_of(label["n"])
        if number != last + 1 or self.opens(line.text[label.end() :]):
            return False
        return any(at[0] < line.number and form in forms for *at, _, form in self.candidates.get(number, ()))

    def _marks(self) -> dict[int, tuple[Mark, ...]]:
        """The marks in the text: all that have the labels' own form, else the best one between its neighbours."""
        found: dict[int, list[Mark]] = {}
        place: tuple[int, int] = (0, 0)
        for note in self.notes:
            if not note.number:
                continue
            all_of_it = [c for c in self.candidates.get(note.number, ()) if c[0] not in self.taken]
            sure = [c for c in all_of_it if c[3] == "bracket"] if note.label.isdigit() else []
            sure = sure if self._is_bracketed(note) else [c for c in all_of_it if c[3] == "raised"]
            if not sure:
                first = bisect_right([c[:2] for c in all_of_it], place)
                here = [c for c in all_of_it[first:] if c[0] < note.pieces[0][0].number]
                best = max((STRENGTH.index(c[3]) for c in here), default=-1)
                sure = [c for c in here if STRENGTH.index(c[3]) == best]
                if len(sure) > 1:
                    self.doubts.append(Doubt(sure[0][0], "note-mark-unsure", note.number))
                    sure = [] if STRENGTH[best] == "spaced" else sure[:1]
            for line, start, end, _ in sure:
                if all(mark.number != note.number or mark.start != start for mark in found.get(line, ())):
                    found.setdefault(line, []).append(Mark(start, end, note.number))
            if sure:
                place = sure[0][:2]
        if any(not note.number for note in self.notes):
            for line in (*self.head, *self.lines):
                if line.number not in self.taken and line.number not in self.furniture:
                    found.setdefault(line.number, []).extend(stars(line))
        return {line: tuple(sorted(marks, key=lambda mark: mark.start)) for line, marks in found.items()}

    def _is_bracketed(self, note: Note) -> bool:
        line, start, _ = note.pieces[0]
        return line.text[:start].rstrip().endswith((")", "]", "("))
