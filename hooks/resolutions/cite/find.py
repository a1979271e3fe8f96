"""All steps in order, for one passage and for a whole text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..folding import fold, folded
from ..model.text import LANGUAGES, HeldText
from ..parse.values import Passage
from ..problems import Problem
from ..records.load import Records
from . import names, numbers, pinpoints, references, unnamed
from .values import Citation, Manner, Mention

MASTHEAD = "masthead"


@dataclass(frozen=True)
class Cited:
    """Citations by clause id (or `masthead`) and language, in the order of the text; those in footnotes come after."""

    by_place: Mapping[tuple[str, str], tuple[Citation, ...]] = field(default_factory=dict)

    def at(self, place: str, language: str) -> tuple[Citation, ...]:
        return self.by_place.get((place, language), ())

    def places(self) -> tuple[str, ...]:
        """Every place that cites something, in the order of the text."""
        return tuple(dict.fromkeys(place for (place, _), found in self.by_place.items() if found))


def cite(text: HeldText, records: Records) -> tuple[Cited, tuple[Problem, ...]]:
    """What the text cites, and every reference that could not be resolved."""
    by_place: dict[tuple[str, str], tuple[Citation, ...]] = {}
    problems: list[Problem] = []
    for language in LANGUAGES:
        path = text.sources[language]

        def take(passage: Passage, previous: str = "", note: int | None = None) -> tuple[Citation, ...]:
            mentions = _mentions(passage.text, language, records, text, previous)  # noqa: B023
            found, wrong = _resolve(mentions, passage, records, text, path, note)  # noqa: B023
            problems.extend(wrong)
            taken = tuple((mention.start, mention.end) for mention in mentions)
            problems.extend(unnamed.find(passage, language, records, taken, path))  # noqa: B023
            return found

        by_place[MASTHEAD, language] = tuple(c for passage in text.mastheads[language] for c in take(passage))
        before = ""
        for clause in text.clauses:
            version = clause.texts[language]
            found = take(version.passage)
            for note in version.notes:
                found += take(note.passage, before, note.number)
                before = folded(note.passage.text)
            by_place[clause.id, language] = found
    ordered = {(place, language): by_place[place, language] for place in _order(text) for language in LANGUAGES}
    return Cited(ordered), tuple(problems)


def _order(text: HeldText) -> tuple[str, ...]:
    return MASTHEAD, *(clause.id for clause in text.clauses)


def _mentions(printed: str, language: str, records: Records, text: HeldText, previous: str) -> tuple[Mention, ...]:
    letters = fold(printed)
    found = list(names.find(letters, language, records, text.id))
    found += numbers.resolutions(letters, language, records, text.record.body)
    found += numbers.symbols(letters, printed, records)
    found += references.series(letters, previous, records)
    found += references.back(letters, language, records, found)
    assert records.pinpoints is not None
    pinned = []
    for mention in found:
        if mention.target == text.id:  # a text does not cite itself
            continue
        if mention.manner in (Manner.NAMED, Manner.BACK):
            place = pinpoints.before(letters.text, mention.start, language, records.pinpoints)
            place = place or pinpoints.after(letters.text, mention.end, language, records.pinpoints)
            if place:
                start, end = min(mention.start, place.start), max(mention.end, place.end)
                if letters.text[start:end].count(")") and letters.text[start - 1 : start] == "(":
                    start -= 1  # "(E/2017/30), chap. I": both brackets belong to the citation, or none
                mention = replace(mention, pinpoint=place.pinpoint, start=start, end=end)  # noqa: PLW2901
        pinned.append(
            replace(
                mention,
                start=letters.span(mention.start, mention.end)[0],
                end=letters.span(mention.start, mention.end)[1],
            )
        )
    return tuple(sorted(pinned, key=lambda m: (m.start, -m.end)))


def _resolve(
    mentions: tuple[Mention, ...], passage: Passage, records: Records, text: HeldText, path: str, note: int | None
) -> tuple[tuple[Citation, ...], tuple[Problem, ...]]:
    citations, problems = [], []
    for mention in mentions:
        line = passage.line_at(mention.start)
        if mention.target is None:
            problems.append(_unresolved(mention, path, line))
            continue
        problems.extend(_dates(mention, records, text, path, line))
        citations.append(
            Citation(mention.start, mention.end, mention.target, mention.manner, mention.pinpoint, mention.rule, note)
        )
    return tuple(citations), tuple(problems)


def _unresolved(mention: Mention, path: str, line: int) -> Problem:
    if mention.manner is Manner.BACK:
        return Problem(
            path,
            line,
            "citation-open",
            f"A reference back is not certain: {mention.wording}.",
            "Name the instrument's record so that it is found, or correct docs/records/grammar/references.yml.",
        )
    return Problem(
        path,
        line,
        "citation-unknown",
        f"The text cites {mention.wording}, which has no record.",
        "Add docs/records/instruments/<id>.yml for it (copy one of the same kind), with its number or symbol.",
    )


def _dates(mention: Mention, records: Records, text: HeldText, path: str, line: int) -> Iterator[Problem]:
    filed = records.instruments.get(mention.target or "") or records.held.get(mention.target or "")
    if filed is None or filed.record.date is None:
        return
    if mention.date and mention.date != filed.record.date:
        yield Problem(
            path,
            line,
            "citation-date",
            f"The text dates {mention.wording} {mention.date}; its record says {filed.record.date}.",
            f"Correct the date in {filed.path}; if the source itself errs, say so in the record's comment.",
        )
    if filed.record.date > text.record.date:
        yield Problem(
            path,
            line,
            "citation-of-the-future",
            f"The text is of {text.record.date} and would cite {mention.target}, of {filed.record.date}.",
            "One of the two dates is wrong, or the citation means another instrument.",
        )
