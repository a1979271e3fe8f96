"""Citations as people corrected them: `kind: citation` in `docs/texts/<id>/corrections.yml`.

In: a held text, what was found in it, the records. Out: the citations with each decision applied: what the program
found at those words gives way to what the person says. The words must stand once in their place, in that language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..cite.find import MASTHEAD, Cited
from ..cite.values import Citation, Manner, Mention, Pinpoint
from ..model import corrections
from ..model.corrections import EXACT
from ..model.text import HeldText
from ..parse.values import Passage
from ..problems import Problem
from ..records.load import Records
from ..records.notes import CitationCorrection

RULE = "correction"
DOUBTS = ("citation-open", "citation-unknown", "citation-unnamed")


def apply(
    text: HeldText, cited: Cited, found: Sequence[Problem], records: Records, folder: Path
) -> tuple[Cited, tuple[Problem, ...]]:
    """The citations of the text, and the problems that are left: those settled are gone, those of the file are new."""
    written, _ = corrections.read(folder)
    problems = list(found)
    for index, one in written.of(CitationCorrection):
        assert isinstance(one, CitationCorrection)
        fault, places = _places(text, one, records)
        if fault:
            problems.append(written.problem(index, "correction-citation", fault, EXACT))
            continue
        ((place, note, passage, start),) = places
        cited = _applied(cited, one, place, note, (start, start + len(one.words)), records)
        lines = {passage.line_at(start), passage.line_at(start + len(one.words) - 1)}
        problems = [problem for problem in problems if not _settles(one, problem, text.sources[one.language], lines)]
    return cited, tuple(problems)


Place = tuple[str, int | None, Passage, int]


def _places(text: HeldText, one: CitationCorrection, records: Records) -> tuple[str, tuple[Place, ...]]:
    """What is wrong with the decision; else the only place of its words: unit, footnote, passage, character."""
    if one.target != "none" and one.target not in records.instruments and one.target not in records.held:
        return f"{one.target!r} has no record.", ()
    if one.target == text.id:
        return "No text cites itself.", ()
    if one.pinpoint and pinpoint(one.pinpoint, records) is None:
        return f"{one.pinpoint!r} is no pinpoint such as art-19; docs/records/grammar/pinpoints.yml lists units.", ()
    found = tuple(
        (place, note, passage, at)
        for place, note, passage in _passages(text, one)
        for at in _all(passage.text, one.words)
    )
    if len(found) == 1:
        return "", found
    times = f"{len(found)} times" if found else "nowhere"
    return f"{one.words!r} stands {times} in {one.place} ({one.language}).", ()


def _passages(text: HeldText, one: CitationCorrection) -> Iterator[tuple[str, int | None, Passage]]:
    if one.place == MASTHEAD:
        yield from ((MASTHEAD, None, passage) for passage in text.mastheads.get(one.language, ()))
    for unit in text.units():
        version = unit.texts.get(one.language)
        if version and unit.id == one.place:
            yield unit.id, None, version.passage
        for note in version.notes if version else ():
            if one.place == f"fn-{note.number}" and note.call == 1:
                yield unit.id, note.number, note.passage


def _all(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _applied(
    cited: Cited, one: CitationCorrection, place: str, note: int | None, span: tuple[int, int], records: Records
) -> Cited:
    key = (place, one.language)
    kept = [each for each in cited.by_place.get(key, ()) if each.note != note or not _meet(each, span)]
    if one.target != "none":
        at = pinpoint(one.pinpoint, records) if one.pinpoint else None
        kept.append(Citation(*span, one.target, Manner.NAMED, at, RULE, note))
        kept.sort(key=lambda each: (each.note is not None, each.note or 0, each.start))
    return replace(
        cited,
        by_place={**cited.by_place, key: tuple(kept)},
        unresolved=_without(cited.unresolved, key, note, span),
        undescribed=_without(cited.undescribed, key, note, span),
    )


def _without(
    some: Mapping[tuple[str, str], tuple[Mention, ...]], key: tuple[str, str], note: int | None, span: tuple[int, int]
) -> Mapping[tuple[str, str], tuple[Mention, ...]]:
    """Those at other words than the ones that a person has decided."""
    if key not in some:
        return some
    return {**some, key: tuple(each for each in some[key] if each.note != note or not _meet(each, span))}


def _meet(one: object, span: tuple[int, int]) -> bool:
    return one.start < span[1] and span[0] < one.end  # type: ignore[attr-defined]


def pinpoint(written: str, records: Records) -> Pinpoint | None:
    """`part-1-chap-1-sect-d` as units and numbers; None if a unit is unknown."""
    assert records.pinpoints is not None
    units: list[tuple[str, str]] = []
    for word in written.split("-"):
        if word in records.pinpoints.units:
            units.append((word, ""))
        elif units:
            unit, number = units[-1]
            units[-1] = (unit, f"{number}-{word}" if number else word)
        else:
            return None
    return Pinpoint(tuple(units))


def _settles(one: CitationCorrection, problem: Problem, path: str, lines: set[int]) -> bool:
    """Was it said of these words? It names the line, and as a rule some of the words."""
    return problem.code in DOUBTS and problem.path == path and problem.line in lines
