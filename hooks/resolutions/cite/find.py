"""What a whole text cites, clause by clause, and what could not be resolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..folding import folded
from ..model.text import HeldText
from ..parse.values import Passage
from ..problems import Problem
from ..records.load import Records
from . import bodies, unnamed
from .heads import Own
from .introduced import Introduced
from .mentions import Finder
from .values import Citation, Manner, Mention

MASTHEAD = "masthead"
FUTURE = "citation-of-the-future"


@dataclass(frozen=True)
class Cited:
    """Citations by clause id (or `masthead`) and language, in the order of the text; those in footnotes come after.

    `unresolved`: in the same way what is cited too, but has no record or can mean more than one thing.
    """

    by_place: Mapping[tuple[str, str], tuple[Citation, ...]] = field(default_factory=dict)
    unresolved: Mapping[tuple[str, str], tuple[Mention, ...]] = field(default_factory=dict)

    def at(self, place: str, language: str) -> tuple[Citation, ...]:
        return self.by_place.get((place, language), ())

    def places(self) -> tuple[str, ...]:
        """Every place that cites something, in the order of the text."""
        return tuple(dict.fromkeys(place for (place, _), found in self.by_place.items() if found))


def cite(text: HeldText, records: Records) -> tuple[Cited, tuple[Problem, ...]]:
    """What the text cites, and every reference that could not be resolved."""
    by_place: dict[tuple[str, str], tuple[Citation, ...]] = {}
    unresolved: dict[tuple[str, str], tuple[Mention, ...]] = {}
    problems: list[Problem] = []
    own = Own(text.id, text.record.body, text.record.date, text.record.symbol)
    for language in text.languages:
        finder = Finder(language, records, own)
        known: Introduced = {}
        before = ""
        for place, passages in _passages(text, language):
            citations: tuple[Citation, ...] = ()
            for passage, note in passages:
                mentions, known = finder.find(passage.text, before if note else "", known)
                found, left, wrong = _resolve(mentions, passage, records, text, text.sources[language], note)
                citations += found
                if left:
                    unresolved[place, language] = (*unresolved.get((place, language), ()), *left)
                problems.extend(wrong)
                taken = tuple((mention.start, mention.end) for mention in mentions)
                problems.extend(unnamed.find(passage, language, records, taken, text.sources[language]))
                before = folded(passage.text) if note else before
            by_place[place, language] = citations
    ordered = {
        (place, language): by_place.get((place, language), ()) for place in _order(text) for language in text.languages
    }
    return Cited(ordered, unresolved), tuple(problems)


def _passages(text: HeldText, language: str) -> Iterator[tuple[str, list[tuple[Passage, int | None]]]]:
    """Each place with its passages: the clause, or what else has an id, then its notes with their numbers."""
    yield MASTHEAD, [(passage, None) for passage in text.mastheads[language]]
    for unit in text.units():
        if language not in unit.texts:
            continue
        version = unit.texts[language]
        yield unit.id, [(version.passage, None), *((note.passage, note.number) for note in version.notes)]


def _order(text: HeldText) -> tuple[str, ...]:
    return MASTHEAD, *(unit.id for unit in text.units())


def _resolve(
    mentions: tuple[Mention, ...], passage: Passage, records: Records, text: HeldText, path: str, note: int | None
) -> tuple[tuple[Citation, ...], tuple[Mention, ...], tuple[Problem, ...]]:
    citations, left, problems = [], [], []
    for mention in mentions:
        line = passage.line_at(mention.start)
        if mention.target is None:
            later = _later(mention, records, text)
            left.append(replace(mention, open=f"{mention.wording} is later than this text") if later else mention)
            problems.append(_future(mention, later, text, path, line) if later else _unresolved(mention, path, line))
            continue
        wrong = tuple(_dates(mention, records, text, path, line))
        problems.extend(wrong)
        if any(problem.code == FUTURE for problem in wrong):
            left.append(replace(mention, target=None, open=f"{mention.wording} is later than this text"))
            continue
        citations.append(
            Citation(mention.start, mention.end, mention.target, mention.manner, mention.pinpoint, mention.rule, note)
        )
    return tuple(citations), tuple(left), tuple(problems)


def _unresolved(mention: Mention, path: str, line: int) -> Problem:
    if mention.open and mention.manner is not Manner.BACK:
        return Problem(
            path,
            line,
            "citation-open",
            f"It is not certain what is cited: {mention.wording}.",
            "Name the body in docs/records/bodies, or give the instruments different names in `cited_as`.",
        )
    if mention.open:
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
        yield _future(mention, str(filed.record.date), text, path, line)


def _later(mention: Mention, records: Records, text: HeldText) -> str:
    """The date, or about the year, of an instrument without record that is later than the text; else ""."""
    if mention.date:
        return str(mention.date) if mention.date > text.record.date else ""
    year = bodies.year(mention.number, mention.body, records) if mention.number and mention.body else None
    return f"about {year:.0f}" if year and year > text.record.date.year + bodies.SLACK else ""


def _future(mention: Mention, date: str, text: HeldText, path: str, line: int) -> Problem:
    return Problem(
        path,
        line,
        FUTURE,
        f"The text is of {text.record.date} and would cite {mention.target or mention.wording}, of {date}.",
        "One of the two dates is wrong, or the citation means another instrument.",
    )
