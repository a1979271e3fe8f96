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

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..problems import Problem
from ..yamls import Document

FACES = frozenset({"masthead", "bold", "italic", "body", "footnote", "latin"})
KEYS = {"cut": str, "join": str, "order": int}
NUMBER = re.compile(r"[1-9][0-9]{0,5}")


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


def read(document: Document, last: int | None = None) -> Runs:
    """The value of a loaded `runs.yml`; `last` is the last line of the reading."""
    problems = list(document.problems)
    value = document.value if isinstance(document.value, dict) else {}
    faces: dict[int, str] = {}
    for face, lines in (value.get("faces") or {}).items():
        if face not in FACES or not isinstance(lines, list):
            problems.append(_problem(document, ("faces", face), f"{face} is no face, or has no list of lines."))
            continue
        for index, line in enumerate(lines):
            if not _is_line(line, last) or line in faces:
                what = f"{line} is no line of the reading, or has two faces."
                problems.append(_problem(document, ("faces", face, index), what))
                continue
            faces[line] = face
    lines = {}
    for line, entry in (value.get("lines") or {}).items():
        number = int(line) if NUMBER.fullmatch(line) else None
        if not _is_line(number, last) or not _is_entry(entry):
            what = f"{line} is no line of the reading, or its entry is wrong."
            problems.append(_problem(document, ("lines", line), what))
            continue
        lines[int(line)] = LineRuns(**{key: tuple(found) for key, found in entry.items()})
    return Runs(faces, lines, tuple(problems))


def _is_line(line: Any, last: int | None) -> bool:
    return type(line) is int and line >= 1 and (last is None or line <= last)


def _is_entry(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and bool(entry)
        and all(
            key in KEYS and isinstance(found, list) and found and all(type(each) is KEYS[key] for each in found)
            for key, found in entry.items()
        )
    )


def _problem(document: Document, place: tuple[str, ...], what: str) -> Problem:
    todo = "See the head of hooks/resolutions/proof/runs.py."
    return Problem(document.path, document.line(*place), "runs", what, todo)
