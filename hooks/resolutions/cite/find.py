"""What a whole text cites, clause by clause, and what could not be resolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..folding import folded
from ..model.text import HeldText
from ..parse.values import Passage
from ..problems import Problem
from ..records.load import Records
from . import bodies, doubts, undescribed
from .heads import Own
from .introduced import Known
from .mentions import Finder
from .values import Citation, Mention, Open, Why

MASTHEAD = "masthead"


@dataclass(frozen=True)
class Cited:
    """Citations by clause id (or `masthead`) and language, in the order of the text; those in footnotes come after.

    `unresolved`: in the same way what is cited too, but can mean more than one thing, or nothing that is known.
    `undescribed`: those mentions behind the citations whose target has no record, with all that the text says of it.
    """

    by_place: Mapping[tuple[str, str], tuple[Citation, ...]] = field(default_factory=dict)
    unresolved: Mapping[tuple[str, str], tuple[Mention, ...]] = field(default_factory=dict)
    undescribed: Mapping[tuple[str, str], tuple[Mention, ...]] = field(default_factory=dict)

    def at(self, place: str, language: str) -> tuple[Citation, ...]:
        return self.by_place.get((place, language), ())

    def open_at(self, place: str, language: str) -> tuple[Mention, ...]:
        return self.unresolved.get((place, language), ())

    def places(self) -> tuple[str, ...]:
        """Every place that cites something, in the order of the text."""
        return tuple(dict.fromkeys(place for (place, _), found in self.by_place.items() if found))


@dataclass(frozen=True)
class _At:
    """A mention and where it stands."""

    place: str
    language: str
    passage: Passage
    mention: Mention


def cite(text: HeldText, records: Records) -> tuple[Cited, tuple[Problem, ...]]:
    """What the text cites, and every reference that is not certain or has no record."""
    found = tuple(one for language in text.languages for one in _found(text, language, records))
    years = _years(found, records)
    citations: dict[tuple[str, str], list[Citation]] = {}
    unresolved: dict[tuple[str, str], list[Mention]] = {}
    unknown: dict[tuple[str, str], list[Mention]] = {}
    problems: list[Problem] = []
    for one in found:
        mention, key = _settled(one.mention, years, text, records), (one.place, one.language)
        line = one.passage.line_at(mention.start)
        if mention.name is None:  # what a name stands for is settled over all texts: align/named.py
            problems.extend(doubts.of(mention, records, text.record.date, text.sources[one.language], line))
        if mention.target is None:
            unresolved.setdefault(key, []).append(mention)
            continue
        if mention.target not in records.instruments and mention.target not in records.held:
            unknown.setdefault(key, []).append(mention)
        citations.setdefault(key, []).append(citation(mention, mention.target))
    keys = [(place, language) for place in _order(text) for language in text.languages]
    return Cited(
        {key: tuple(citations.get(key, ())) for key in keys},
        {key: tuple(unresolved[key]) for key in keys if key in unresolved},
        {key: tuple(unknown[key]) for key in keys if key in unknown},
    ), (*problems, *doubts.unknown(unknown, text))


def citation(mention: Mention, target: str) -> Citation:
    """The mention, now that its target is known."""
    return Citation(
        mention.start,
        mention.end,
        target,
        mention.manner,
        mention.pinpoint,
        mention.rule,
        mention.note,
        mention.entry,
        mention.words,
    )


def _found(text: HeldText, language: str, records: Records) -> Iterator[_At]:
    """Every mention of one language in the order of the text; those in the notes of a clause come after its own."""
    own = Own(text.id, text.record.body, text.record.date, text.record.symbol)
    finder = Finder(language, records, own)
    known = Known()
    before = ""
    for place, passages in _passages(text, language):
        for passage, note in passages:
            mentions, known = finder.find(passage.text, before if note else "", known)
            taken = tuple((one.start, one.end) for one in mentions)
            unnamed = finder.unnamed.find(passage.text, taken)
            for one in sorted((*mentions, *unnamed), key=lambda one: (one.start, -one.end)):
                words = passage.text[one.start : one.end]
                yield _At(place, language, passage, replace(one, note=note, words=words))
            before = folded(passage.text) if note else before


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


def _years(found: tuple[_At, ...], records: Records) -> Mapping[tuple[str, str], str]:
    """By body and number what the text itself gives with its year elsewhere: 1325 → s-res-1325-2000."""
    years = {}
    for mention in (one.mention for one in found):
        if mention.body and mention.number and "(" in mention.number and mention.open is None:
            target = mention.target or undescribed.identify(mention, records)
            years[mention.body, mention.number.partition(" ")[0]] = target or ""
    return years


def _settled(mention: Mention, years: Mapping[tuple[str, str], str], text: HeldText, records: Records) -> Mention:
    """With its target, described or not, or with the reason why it has none."""
    later = None if mention.open and not mention.name else _later(mention, records, text)
    if later:
        return replace(mention, target=None, open=later, name=None)
    if mention.open:
        return mention
    if mention.target:
        return mention
    if undescribed.lacks_year(mention, records):
        target = years.get((mention.body or "", mention.number or ""))
        return replace(mention, target=target, open=None if target else Open(Why.NO_YEAR, bodies=(mention.body or "",)))
    return replace(mention, target=undescribed.identify(mention, records))


def _later(mention: Mention, records: Records, text: HeldText) -> Open | None:
    """Nothing cites what is later than itself, by its record's date, the date that the text gives, or its number."""
    filed = records.instruments.get(mention.target or "") or records.held.get(mention.target or "")
    dates = (filed.record.date,) if filed else (mention.date,)
    for date in filter(None, dates):
        if date > text.record.date:
            return Open(Why.FUTURE, targets=(mention.target,) if mention.target else (), date=date)
        return None
    year = bodies.year(mention.number, mention.body, records) if mention.number and mention.body else None
    if year and year > text.record.date.year + bodies.SLACK:
        return Open(Why.FUTURE, year=round(year))
    return None
