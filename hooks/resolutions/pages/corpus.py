"""Everything that pages are made of, and the questions that they ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..align.divergences import Divergence
from ..align.terms import Glossary
from ..cite import pinpoints
from ..cite.find import MASTHEAD, Cited
from ..cite.values import Citation, Manner, Pinpoint
from ..model.text import LANGUAGES, Clause, HeldText
from ..records.load import Records
from ..records.schema import HeldRecord, InstrumentRecord
from ..restored import Restored
from ..wording import Wording


@dataclass(frozen=True)
class Citing:
    """A place (a clause or the masthead) of a held text that cites an instrument, with every pinpoint that it gives."""

    text: HeldText
    place: str
    citations: tuple[Citation, ...]

    @property
    def clause(self) -> Clause | None:
        return self.text.clause(self.place)

    @property
    def pinpoints(self) -> tuple[Pinpoint | None, ...]:
        """In order, each once; None stands for the instrument as a whole."""
        return tuple(dict.fromkeys(citation.pinpoint for citation in self.citations))

    @property
    def only_within(self) -> bool:
        return all(citation.manner is Manner.WITHIN for citation in self.citations)


@dataclass(frozen=True)
class Corpus:
    """Records, held texts, their citations by text id and by cited instrument, and the site's words.

    `diverging`: by the id of each text whose languages were compared. `restored`: by the id of each restored text.
    """

    records: Records
    texts: tuple[HeldText, ...]
    cited: Mapping[str, Cited]
    by_target: Mapping[str, tuple[Citing, ...]]
    diverging: Mapping[str, tuple[Divergence, ...]]
    restored: Mapping[str, Restored]
    wording: Wording

    @cached_property
    def glossary(self) -> Glossary:
        return Glossary(self.records.terms)

    def say(self, language: str, key: str, **values: object) -> str:
        return self.wording.say(language, key, **values)

    def record(self, instrument: str) -> InstrumentRecord | HeldRecord:
        held = self.records.held.get(instrument)
        return held.record if held else self.records.instruments[instrument].record

    def path(self, instrument: str) -> str:
        filed = self.records.held.get(instrument) or self.records.instruments[instrument]
        return filed.path

    def text(self, instrument: str) -> HeldText | None:
        return next((text for text in self.texts if text.id == instrument), None)

    def name(self, instrument: str, language: str) -> str:
        """The full official name, or the title."""
        record = self.record(instrument)
        return record.titles[language] if isinstance(record, HeldRecord) else record.names[language]

    def short_name(self, instrument: str, language: str) -> str:
        """The name for lists, breadcrumbs and running text: the short one where there is one."""
        record = self.record(instrument)
        if isinstance(record, HeldRecord):
            return record.symbol
        return record.short[language] if record.short else record.symbol or record.names[language]

    def citing(self, instrument: str, pinpoint: Pinpoint | None = None) -> tuple[Citing, ...]:
        """Every place that cites the instrument, or one pinpoint of it, in the order of the texts."""
        found = self.by_target.get(instrument, ())
        return found if pinpoint is None else tuple(one for one in found if pinpoint in one.pinpoints)

    def pinpoints(self, instrument: str) -> tuple[Pinpoint, ...]:
        """Every pinpoint of the instrument that is cited, in order."""
        found = {pinpoint for citing in self.citing(instrument) for pinpoint in citing.pinpoints if pinpoint}
        return tuple(sorted(found, key=lambda pinpoint: pinpoint.sort_key))

    def targets(self, text: HeldText, place: str) -> tuple[str, ...]:
        """What one place cites, each instrument once, in the order of the English text."""
        cited = self.cited[text.id]
        return tuple(dict.fromkeys(c.target for language in LANGUAGES for c in cited.at(place, language)))

    def pinpoint_label(self, pinpoint: Pinpoint, language: str, *, capital: bool = True) -> str:
        assert self.records.pinpoints is not None
        label = pinpoints.label(pinpoint, language, self.records.pinpoints)
        return label[0].upper() + label[1:] if capital else label

    def clause_name(self, clause: Clause, language: str) -> str:
        return self.say(language, f"clause-{clause.part.value}", number=clause.number)

    def place_name(self, text: HeldText, place: str, language: str) -> str:
        clause = text.clause(place)
        return self.clause_name(clause, language) if clause else self.say(language, "masthead")


def by_target(texts: tuple[HeldText, ...], cited: Mapping[str, Cited]) -> dict[str, tuple[Citing, ...]]:
    """The way back: from each cited instrument to every place that cites it."""
    found: dict[str, tuple[Citing, ...]] = {}
    for text in texts:
        for place in (MASTHEAD, *(clause.id for clause in text.clauses)):
            here: dict[str, dict[object, Citation]] = {}
            for language in LANGUAGES:
                for citation in cited[text.id].at(place, language):
                    key = (*citation.key, citation.manner is Manner.WITHIN)
                    here.setdefault(citation.target, {}).setdefault(key, citation)
            for target, citations in here.items():
                found[target] = (*found.get(target, ()), Citing(text, place, tuple(citations.values())))
    return found


def order(language: str) -> tuple[str, str]:
    """The interface's language first, as both columns stand in the source of a page."""
    return ("en", "ar") if language == "en" else ("ar", "en")


def address(instrument: str, leaf: str = "") -> str:
    """`instruments/crc/`, `instruments/crc/art-19/`."""
    return f"instruments/{instrument}/{leaf}/" if leaf else f"instruments/{instrument}/"


def place_address(text: HeldText, place: str) -> str:
    """A clause has its page; the masthead is a place on the page of its text."""
    return address(text.id, place) if place != MASTHEAD else address(text.id) + f"#{MASTHEAD}"
