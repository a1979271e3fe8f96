"""Everything that pages are made of, and the questions that they ask of it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..align.divergences import Divergence, at
from ..align.terms import Found, Glossary
from ..cite import pinpoints
from ..cite.find import MASTHEAD, Cited
from ..cite.undescribed import Undescribed
from ..cite.values import Citation, Manner, Pinpoint
from ..cite.written import Writing
from ..model.text import LANGUAGES, Annex, Clause, HeldText, Unit
from ..records.held import HeldRecord
from ..records.instruments import InstrumentRecord
from ..records.load import Records
from ..restored import Restored
from ..wording import Wording


@dataclass(frozen=True)
class Citing:
    """A place of a held text that cites an instrument, with every pinpoint that it gives.

    `place`: a clause, the masthead, a section, a paragraph of an annex.
    """

    text: HeldText
    place: str
    citations: tuple[Citation, ...]

    @property
    def unit(self) -> Clause | Unit | None:
        """None: the masthead."""
        return self.text.unit(self.place)

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
    `base`: where the site lies, for addresses that leave it: `https://example.org/reading/`.
    `undescribed`: by the id of each instrument that is cited and has no record.
    """

    records: Records
    texts: tuple[HeldText, ...]
    cited: Mapping[str, Cited]
    by_target: Mapping[str, tuple[Citing, ...]]
    diverging: Mapping[str, tuple[Divergence, ...]]
    restored: Mapping[str, Restored]
    wording: Wording
    base: str = ""
    undescribed: Mapping[str, Undescribed] = field(default_factory=dict)

    @cached_property
    def around_text(self) -> tuple[object, ...]:
        """All that the pages of one text may show of anything else: records and words; how often something is cited;
        which places other texts have. What those places say is on the pages of instruments only."""
        counts = {target: len(citing) for target, citing in self.by_target.items()}
        places = {
            text.id: [
                (clause.id, [sub.id for one in clause.texts.values() for sub in one.all_subs()])
                for clause in text.clauses
            ]
            for text in self.texts
        }
        return self.records.seen_by_others, self.wording, self.base, self.undescribed, counts, places

    def of_text(self, text: HeldText) -> tuple[object, ...]:
        """All that the pages of a text show of itself."""
        return text, self.cited[text.id], self.diverging.get(text.id), self.restored.get(text.id)

    def frame(self, text: HeldText) -> tuple[object, ...]:
        """What of its text each clause shows: all but the other clauses, unless a decision may be about any of them."""
        bare = text if text.corrections else replace(text, clauses=())
        return bare, text.id in self.diverging, self.restored.get(text.id)

    def of_clause(self, text: HeldText, index: int) -> tuple[object, ...]:
        """What the page of a clause shows beside the frame: itself, its neighbours, its citations and its notes."""
        return text.clauses[max(index - 1, 0) : index + 2], self._of_place(text, text.clauses[index].id)

    def of_citing(self, instrument: str) -> tuple[object, ...]:
        """What the pages of a cited instrument show of the places that cite it, beside the frames of their texts."""
        return tuple(
            (one.text.id, one.place, one.unit, one.citations, self._of_place(one.text, one.place))
            for one in self.citing(instrument)
        )

    def _of_place(self, text: HeldText, place: str) -> tuple[object, ...]:
        cited = self.cited[text.id]
        refers = [(cited.at(place, one), cited.open_at(place, one)) for one in LANGUAGES]
        return refers, tuple(at(self.diverging.get(text.id, ()), place))

    @cached_property
    def glossary(self) -> Glossary:
        return Glossary(self.records.terms)

    @cached_property
    def terms(self) -> dict[tuple[str, str, bool], dict[str, tuple[Found, ...]]]:
        """What body.py has looked for: by text, by clause, with keys or without, the terms that answer each other."""
        return {}

    def say(self, language: str, key: str, **values: object) -> str:
        return self.wording.say(language, key, **values)

    def record(self, instrument: str) -> InstrumentRecord | HeldRecord | Undescribed:
        held = self.records.held.get(instrument)
        if instrument in self.undescribed:
            return self.undescribed[instrument]
        return held.record if held else self.records.instruments[instrument].record

    def path(self, instrument: str) -> str:
        if instrument in self.undescribed:
            return "docs/records/instruments"
        filed = self.records.held.get(instrument) or self.records.instruments[instrument]
        return filed.path

    def text(self, instrument: str) -> HeldText | None:
        return self._by_id.get(instrument)

    @cached_property
    def _by_id(self) -> Mapping[str, HeldText]:
        return {text.id: text for text in self.texts}

    def name(self, instrument: str, language: str) -> str:
        """The full official name, or the title."""
        return self.named(instrument, language)[0]

    def named(self, instrument: str, language: str) -> tuple[str, str]:
        """The same with the language it is in: a title that has no translation stands in its own."""
        record = self.record(instrument)
        if isinstance(record, Undescribed):
            own = language if language in record.names or not record.names else next(iter(record.names))
            return self._mark(record, own), own
        return record.titles.shown(language) if isinstance(record, HeldRecord) else (record.names[language], language)

    def names(self, instrument: str) -> dict[str, str]:
        """The name in each language that has one."""
        record = self.record(instrument)
        if isinstance(record, HeldRecord):
            return titles(record)
        if isinstance(record, Undescribed) and record.names:
            return dict(record.names)
        return {one: self.name(instrument, one) for one in LANGUAGES}

    def _mark(self, record: Undescribed, language: str) -> str:
        """What stands in for a name where nobody has given one: the texts' own words, or kind, number and body."""
        if record.names:
            return record.names[language]
        if record.number is None or record.body is None:
            return self.say(language, "undescribed-document", symbol=record.symbol)
        number, body = self.number(record.number, language), self.records.bodies[record.body].record.names[language]
        return self.say(language, f"undescribed-{record.kind.value}", number=number, body=body)

    def number(self, number: str, language: str) -> str:
        """A resolution's number as the language writes it."""
        assert self.records.references is not None and self.records.pinpoints is not None
        return Writing(language, self.records.references, self.records.pinpoints).printed(number)

    def short_name(self, instrument: str, language: str) -> str:
        """The name for lists, breadcrumbs and running text: the short one where there is one."""
        record = self.record(instrument)
        if isinstance(record, HeldRecord):
            return record.symbol
        if isinstance(record, Undescribed):
            return record.symbol or self.name(instrument, language)
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

    def held_place(self, instrument: str, pinpoint: Pinpoint) -> str:
        """Where a held text has the paragraph, or sub-paragraph, that the pinpoint names; "" if it has none such."""
        text = self.text(instrument)
        if text is None or [unit for unit, _ in pinpoint.units] != ["para"]:
            return ""
        number = pinpoint.units[0][1]
        stem, _, rest = number.partition("-")
        clause = text.clause(f"op-{stem}-{rest.partition('-')[0]}") or text.clause(f"op-{stem}")
        if clause is None:
            return ""
        place, wanted = address(text.id, clause.id), f"op-{number}"
        if wanted == clause.id:
            return place
        subs = {sub.id for version in clause.texts.values() for sub in version.all_subs()}
        return place + f"#{wanted}" if wanted in subs else ""

    def pinpoint_label(self, pinpoint: Pinpoint, language: str, *, capital: bool = True) -> str:
        assert self.records.pinpoints is not None
        between = self.records.shapes[language].between if self.records.shapes else ()
        label = pinpoints.label(pinpoint, language, self.records.pinpoints, between)
        return label[0].upper() + label[1:] if capital else label

    def clause_name(self, clause: Clause, language: str) -> str:
        """ "Operative paragraph 4"; with its section where numbers start again, with the one language that has it."""
        key = f"clause-{clause.part.value}" + ("-section" if clause.section else "")
        section = {"section": clause.labels.get(language) or clause.section} if clause.section else {}
        name = self.say(language, key, number=clause.number_in(language), **section)
        return self.say(language, f"clause-only-{clause.only}", clause=name) if clause.only else name

    def place_name(self, text: HeldText, place: str, language: str) -> str:
        """What a place is called: a clause, the title, a section, a paragraph of an annex."""
        clause = text.clause(place)
        if clause:
            return self.clause_name(clause, language)
        annex = text.annex(place)
        if annex:
            name = self.annex_name(text, annex, language)
            label = annex.label(place, text.record.lead)
            return self.say(language, "place-annex-paragraph", annex=name, number=label) if label else name
        section = next((one for one in text.sections if one.id == place), None)
        if section and section.labels.get(language):
            return self.say(language, "place-section", label=section.labels[language])
        kind, _, number = place.partition("-")
        return self.say(language, f"place-{kind}", **({"number": number} if number else {}))

    def annex_name(self, text: HeldText, annex: Annex, language: str) -> str:
        """ "Annex", or "Annex 2" where there is more than one."""
        if len(text.annexes) > 1:
            return self.say(language, "place-annex-number", number=annex.number)
        return self.say(language, "place-annex")


def by_target(texts: tuple[HeldText, ...], cited: Mapping[str, Cited]) -> dict[str, tuple[Citing, ...]]:
    """The way back: from each cited instrument to every place that cites it."""
    found: dict[str, list[Citing]] = {}
    for text in texts:
        for place in (MASTHEAD, *(unit.id for unit in text.units())):
            here: dict[str, dict[object, Citation]] = {}
            for language in LANGUAGES:
                for citation in cited[text.id].at(place, language):
                    key = (*citation.key, citation.manner is Manner.WITHIN)
                    here.setdefault(citation.target, {}).setdefault(key, citation)
            for target, citations in here.items():
                found.setdefault(target, []).append(Citing(text, place, tuple(citations.values())))
    return {target: tuple(citing) for target, citing in found.items()}


def titles(record: HeldRecord) -> dict[str, str]:
    """The title in each language that has one."""
    return {one: record.titles[one] for one in record.titles.languages}


def order(language: str, among: Container[str] = LANGUAGES) -> tuple[str, ...]:
    """The interface's language first, as the columns stand in the source of a page; only those `among` the given."""
    return tuple(one for one in (("en", "ar") if language == "en" else ("ar", "en")) if one in among)


def address(instrument: str, leaf: str = "") -> str:
    """`instruments/crc/`, `instruments/crc/art-19/`."""
    return f"instruments/{instrument}/{leaf}/" if leaf else f"instruments/{instrument}/"


def place_address(text: HeldText, place: str) -> str:
    """A clause has its page, and so has an annex; everything else is a place on the page of its text."""
    annex = text.annex(place)
    if annex:
        return address(text.id, annex.id) + (f"#{place}" if place != annex.id else "")
    return address(text.id, place) if text.clause(place) else address(text.id) + f"#{place}"
