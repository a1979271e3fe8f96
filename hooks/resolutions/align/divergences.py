"""Where two language versions of a clause do not say the same: people find the places, this room sets them in the text.

In: held texts and `docs/texts/<id>/divergences.yml`. Out: `Divergence` values with the exact span in each language, and
problems where the words are not there, or are there more than once. A text without the file has not been compared yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from .. import yamls
from ..cite.find import MASTHEAD
from ..model.text import LANGUAGES, HeldText
from ..parse.values import Passage
from ..problems import Problem
from ..records.load import check
from ..records.notes import DivergenceRecord

FILE = "divergences.yml"
ALL = TypeAdapter(tuple[DivergenceRecord, ...])


@dataclass(frozen=True)
class Divergence:
    """`place`: the clause whose page shows it, or `title`, `chapeau`, `masthead`. `number` counts from 1 in its place.

    `spans`: in each language the place of its words in the clause, None where nothing answers or where the words stand
    in a footnote. `note`: the number of that footnote.
    """

    record: DivergenceRecord
    place: str
    number: int
    spans: Mapping[str, tuple[int, int] | None]
    note: int | None = None


def read(text: HeldText, folder: Path) -> tuple[tuple[Divergence, ...] | None, tuple[Problem, ...]]:
    """The divergences of one text in the order of its file; None if it has no such file."""
    path = folder / FILE
    if not path.is_file():
        return None, ()
    if len(text.languages) < len(LANGUAGES):
        what = "The text is held in one language, which nothing can be compared with."
        return None, (
            Problem(path.as_posix(), 0, "divergence-language", what, "Delete the file, or add the language."),
        )
    document = yamls.load(path)
    records, problems = check(document, ALL)
    found: list[Divergence] = []
    wrong: list[Problem] = list(problems)
    for index, record in enumerate(records or ()):
        line = document.line(index, "clause")
        place, passages = _passages(text, record.clause)
        if not passages:
            wrong.append(
                Problem(path.as_posix(), line, "divergence-place", f"The text has no {record.clause}.", "Correct it.")
            )
            continue
        spans = {}
        for language in LANGUAGES:
            spans[language], fault = _span(passages[language], record[language])
            if fault:
                wrong.append(
                    Problem(
                        path.as_posix(),
                        document.line(index, language),
                        "divergence-words",
                        f"{record[language]!r} stands {fault} in {record.clause} ({language}).",
                        "Give the exact words of the text, and as many of them as make the place certain.",
                    )
                )
        number = 1 + sum(other.place == place for other in found)
        note = int(record.clause.removeprefix("fn-")) if record.clause.startswith("fn-") else None
        outside = note is not None or place not in {clause.id for clause in text.clauses}
        found.append(Divergence(record, place, number, dict.fromkeys(LANGUAGES) if outside else spans, note))
    return tuple(found), tuple(wrong)


def _passages(text: HeldText, where: str) -> tuple[str, Mapping[str, tuple[Passage, ...]] | None]:
    """The place whose page shows `where`, and its passages in each language."""
    if where == MASTHEAD:
        return where, text.mastheads
    if where.startswith("fn-"):
        return _note(text, int(where.removeprefix("fn-")))
    unit = text.unit(where)
    if unit is None:
        return where, None
    return where, {one: (unit.texts[one].passage,) if one in unit.texts else () for one in LANGUAGES}


def _note(text: HeldText, number: int) -> tuple[str, Mapping[str, tuple[Passage, ...]] | None]:
    for unit in text.units():
        notes = {
            one: tuple(note.passage for note in version.notes if note.number == number)
            for one, version in unit.texts.items()
        }
        if len(notes) == len(LANGUAGES) and all(notes.values()):
            return unit.id, notes
    return "", None


def _span(passages: tuple[Passage, ...], words: str) -> tuple[tuple[int, int] | None, str]:
    """Where the words stand, and what is wrong with that: not, or how often."""
    if not words:
        return None, ""
    times = sum(passage.text.count(words) for passage in passages)
    if times != 1:
        return None, f"{times} times" if times else "nowhere"
    start = next(passage.text.find(words) for passage in passages if words in passage.text)
    return (start, start + len(words)), ""


def at(divergences: tuple[Divergence, ...], place: str) -> Iterator[Divergence]:
    """Those that the page of `place` shows."""
    return (one for one in divergences if one.place == place)
