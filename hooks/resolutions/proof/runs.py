"""How a line was laid: in which runs, in which face, and in which order the file has them.

In: `runs.yml`. Out: `Runs`, from which layout.py lays each line.

A line of Arabic falls into runs by itself at numbers and Latin words, at a hyphen between blanks, at footnote
references, at a change of face and after the waw of an opening وإذ, and its runs stand in reverse: that needs no word
in `runs.yml`. What a person had to see there, and nothing else, is written out:

    faces:                # lines in another face than body
      bold: [37, 38]
    lines:
      55: {cut: ["وحماية ح|قوقهم"]}         # a run ends within this piece of the line, at the stroke
      62: {join: ["(2)"]}                   # no run ends within this piece
      74: {cut: […], order: [3, 2, 4, 1]}   # the file has the third run first

A line with a `join` or an `order` is irregular. A line without Arabic is one run, left to right, in the face latin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..problems import Problem
from ..yamls import Document

FACES = frozenset({"masthead", "bold", "italic", "body", "footnote", "latin"})


@dataclass(frozen=True)
class LineRuns:
    """What `runs.yml` says of one line."""

    cut: tuple[str, ...] = ()
    join: tuple[str, ...] = ()
    order: tuple[int, ...] = ()

    @property
    def irregular(self) -> bool:
        return bool(self.join or self.order)


@dataclass(frozen=True)
class Runs:
    """`faces`: line to face; `lines`: line to its entry; lines count from 1. Both only for what is out of the usual."""

    faces: Mapping[int, str] = field(default_factory=dict)
    lines: Mapping[int, LineRuns] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read(document: Document) -> Runs:
    """The value of a loaded `runs.yml`."""
    problems = list(document.problems)
    value = document.value if isinstance(document.value, dict) else {}
    faces: dict[int, str] = {}
    for face, lines in (value.get("faces") or {}).items():
        if face not in FACES or not isinstance(lines, list):
            problems.append(_problem(document, ("faces", face), f"{face} is no face, or has no list of lines."))
            continue
        faces |= {int(line): face for line in lines}
    lines = {}
    for line, entry in (value.get("lines") or {}).items():
        if not line.isdecimal() or not _is_entry(entry):
            problems.append(_problem(document, ("lines", line), f"{line} is no line number, or its entry is wrong."))
            continue
        lines[int(line)] = LineRuns(**{key: tuple(found) for key, found in entry.items()})
    return Runs(faces, lines, tuple(problems))


def _is_entry(entry: Any) -> bool:
    return isinstance(entry, dict) and all(
        key in {"cut", "join", "order"} and isinstance(found, list) for key, found in entry.items()
    )


def _problem(document: Document, place: tuple[str, ...], what: str) -> Problem:
    todo = "See the head of hooks/resolutions/proof/runs.py."
    return Problem(document.path, document.line(*place), "runs", what, todo)
