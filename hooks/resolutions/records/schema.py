"""What a record may hold. Unknown keys are refused, every text stands in both languages, every value is frozen."""

from __future__ import annotations

import datetime
import enum
import re
from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

# What a validator below checks in Python stands beside it as a pattern, for the published JSON Schema.
Text = Annotated[
    str, StringConstraints(min_length=1, strip_whitespace=True), Field(json_schema_extra={"pattern": r"\S"})
]
Whole = Annotated[int, Field(strict=True, ge=0)]  # "14" in quotes is a text
Flag = Annotated[bool, Field(strict=True)]


def _https(address: str) -> str:
    if not address.startswith("https://") or any(c in address for c in " \"'<>\\"):
        raise ValueError("an address starts with https:// and holds no blank, quote or angle bracket")
    return address


def _pattern(text: str) -> str:
    try:
        re.compile(text, re.VERBOSE)
    except re.error as error:
        raise ValueError(f"this is no regular expression: {error}") from None
    return text


LONGEST = 100  # letters of an id or of a file's name: addresses stay short, and every file system takes them
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Names that Windows keeps for devices, whatever follows their first dot: such a file cannot even be checked out there.
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})
# "A/RES/77/233", "E/2007/30/Rev.1", "C-III/143/DR": letters that only look Latin would make another symbol of it
SYMBOL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ./()_-]{0,78}[A-Za-z0-9.)])?")


def is_id(name: str) -> bool:
    """Is it of the form a-res-77-233, so that it can be an address and the name of a file anywhere?"""
    return bool(ID.fullmatch(name)) and len(name) <= LONGEST and name not in DEVICES


def _file_name(name: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?", name):
        raise ValueError("a file is named without folder, with letters, digits, dots, hyphens and underscores")
    if len(name) > LONGEST or name.partition(".")[0].lower() in DEVICES:
        raise ValueError(f"a file's name has at most {LONGEST} letters, and is none that Windows keeps for a device")
    return name


def _day(value: object) -> object:
    if not isinstance(value, (datetime.date, str)):
        raise ValueError("a day is written 2023-01-10")
    return value


def _record_id(name: str) -> str:
    if not is_id(name):
        raise ValueError(f"an id is of the form a-res-77-233, of at most {LONGEST} letters, and no device of Windows")
    return name


def _symbol(symbol: str) -> str:
    if not SYMBOL.fullmatch(symbol):
        raise ValueError("a symbol holds Latin letters, digits, and . / - _ ( ) between them, at most 80 signs")
    return symbol


Address = Annotated[
    str, AfterValidator(_https), Field(json_schema_extra={"format": "uri", "pattern": "^https://[^ \"'<>\\\\]*$"})
]
Pattern = Annotated[str, AfterValidator(_pattern)]
FileName = Annotated[
    str, AfterValidator(_file_name), Field(json_schema_extra={"pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$"})
]
Date = Annotated[datetime.date, BeforeValidator(_day)]
RecordId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"), AfterValidator(_record_id)]
Symbol = Annotated[Text, AfterValidator(_symbol)]
T = TypeVar("T")


class Record(BaseModel):
    """The manners of every record."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Pair(Record):
    """One text in both languages."""

    en: Text
    ar: Text

    def __getitem__(self, language: str) -> str:
        return {"en": self.en, "ar": self.ar}[language]


class Addresses(Record):
    """Where an official document lies, in each language that has one."""

    en: Address
    ar: Address | None = None

    def __getitem__(self, language: str) -> str:
        return (self.ar if language == "ar" else None) or self.en


class Names(Record):
    """The wordings by which texts name one thing, in each language, longest first or not: the longest match wins."""

    en: tuple[Text, ...] = ()
    ar: tuple[Text, ...] = ()

    def __getitem__(self, language: str) -> tuple[str, ...]:
        return {"en": self.en, "ar": self.ar}[language]


class Term(Record):
    """A term of `docs/records/terms.yml`: its forms; texts that hold it once; texts that come close and do not."""

    en: tuple[Text, ...] = Field(min_length=1)
    ar: tuple[Text, ...] = Field(min_length=1)
    examples: Names
    others: Names = Names()

    def __getitem__(self, language: str) -> tuple[str, ...]:
        return {"en": self.en, "ar": self.ar}[language]


class Kind(enum.Enum):
    """What an instrument is; the order is the order of the index."""

    RESOLUTION = "resolution"
    DRAFT_RESOLUTION = "draft-resolution"
    DECISION = "decision"
    DRAFT_DECISION = "draft-decision"
    CHARTER = "charter"
    CONVENTION = "convention"
    PROTOCOL = "protocol"
    DECLARATION = "declaration"
    AGENDA = "agenda"
    GUIDELINES = "guidelines"
    MODEL = "model"
    POLICY_BRIEF = "policy-brief"
    REPORT = "report"
    DOCUMENT = "document"

    @property
    def is_draft(self) -> bool:
        return self in (Kind.DRAFT_RESOLUTION, Kind.DRAFT_DECISION)

    @property
    def decision(self) -> Kind:
        """The same where it is a decision rather than a resolution."""
        return {Kind.RESOLUTION: Kind.DECISION, Kind.DRAFT_RESOLUTION: Kind.DRAFT_DECISION}.get(self, self)


class Status(enum.Enum):
    """Where the text of one language comes from."""

    OFFICIAL = "official"
    DRAFT = "draft"
    RESTORED = "restored"
    WORKING_TRANSLATION = "working-translation"

    @property
    def ours(self) -> bool:
        """Was it made by this project, so that nobody may take it for an official text?"""
        return self is Status.WORKING_TRANSLATION


class TreatySeries(Record):
    """The registration of a treaty: United Nations, Treaty Series, or the Council of Europe's (no volume)."""

    series: Annotated[str, StringConstraints(pattern="^(UNTS|CETS)$")]
    volume: Whole | None = None
    number: Whole


class InstrumentRecord(Record):
    """A cited instrument: `docs/records/instruments/<id>.yml`. `date_note` stands in for a date that is not known.

    `formerly`: ids under which it had a page before it was described; their addresses lead here.
    """

    kind: Kind
    names: Pair
    short: Pair | None = None
    symbol: Symbol | None = None
    number: Text | None = None
    body: RecordId | None = None
    date: Date | None = None
    date_note: Pair | None = None
    treaty_series: tuple[TreatySeries, ...] = ()
    adopted_by: RecordId | None = None
    official: Addresses
    cited_as: Names = Names()
    formerly: tuple[RecordId, ...] = ()

    @model_validator(mode="after")
    def _dated(self) -> InstrumentRecord:
        if (self.date is None) == (self.date_note is None):
            raise ValueError("give either `date`, or `date_note` saying why there is none")
        return self


class ReadingRecord(Record):
    """The text of one language: its file, its status, and the witness and lines that it was made from.

    `lines`: first and last line of the part in `file`, counted from 1; left out: the whole file.
    `translated_from`: the language that a working translation was made from.
    """

    file: FileName
    status: Status
    witness: FileName | None = None
    lines: tuple[Whole, Whole] | None = None
    translated_from: Annotated[str, StringConstraints(pattern="^(en|ar)$")] | None = None

    @model_validator(mode="after")
    def _told(self) -> ReadingRecord:
        if self.status.ours and not self.translated_from:
            raise ValueError("a working translation says what it was made from: `translated_from`")
        if not self.status.ours and not self.witness:
            raise ValueError("a text that is not our own translation names its `witness`")
        return self


class WitnessRecord(Record):
    """A file exactly as received."""

    file: FileName
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
    about: Pair


class InLanguages(Record, Generic[T]):
    """One value for each language that has one, under `en` and `ar`. Raises `KeyError` for another."""

    def __getitem__(self, language: str) -> T:
        if language not in self.languages:
            raise KeyError(language)
        return getattr(self, language)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(one for one in ("en", "ar") if getattr(self, one))


class Readings(InLanguages[ReadingRecord]):
    """The text in each language that is held: one, or both."""

    en: ReadingRecord | None = None
    ar: ReadingRecord | None = None

    @model_validator(mode="after")
    def _some(self) -> Readings:
        if not self.languages:
            raise ValueError("give the reading of at least one language: `en`, `ar`")
        return self


class Titles(InLanguages[str]):
    """The title in each language that has one. In a language whose text is not held it is ours, and not official."""

    en: Text | None = None
    ar: Text | None = None

    def shown(self, language: str) -> tuple[str, str]:
        """The title for a reader of `language` and the language that it is in: that one, or the only one there is."""
        own = language if language in self.languages else self.languages[0]
        return self[own], own


class Counts(Record):
    """How many paragraphs the text has; the build checks it. `en`, `ar`: instead, where the languages differ."""

    preambular: Whole | None = None
    operative: Whole | None = None
    footnotes: Whole = 0
    en: Counts | None = None
    ar: Counts | None = None

    def of(self, language: str) -> Counts:
        return {"en": self.en, "ar": self.ar}[language] or self

    @model_validator(mode="after")
    def _whole(self) -> Counts:
        own = self.preambular is not None and self.operative is not None
        each = [one for one in (self.en, self.ar) if one]
        if own is bool(each):
            raise ValueError("give `preambular` and `operative`, or both of them for each language under `en` and `ar`")
        if any(one.en or one.ar for one in each):
            raise ValueError("the counts of one language hold numbers only")
        return self


class HeldRecord(Record):
    """A held text: `docs/texts/<id>/instrument.yml`. `formerly`: as in the record of a cited instrument."""

    kind: Kind
    symbol: Symbol
    titles: Titles
    body: RecordId
    committee: Pair | None = None
    session: Pair | None = None
    agenda_item: Pair | None = None
    place: Pair | None = None
    date: Date
    issued: Date | None = None
    sponsors: Pair | None = None
    official: Addresses | None = None
    counts: Counts
    witnesses: tuple[WitnessRecord, ...] = Field(min_length=1)
    readings: Readings
    cited_as: Names = Names()
    formerly: tuple[RecordId, ...] = ()

    @property
    def is_draft(self) -> bool:
        return self.kind.is_draft

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages whose text is held, in one fixed order."""
        return self.readings.languages

    @property
    def lead(self) -> str:
        """The language whose numbers give the clauses their addresses: the first that is no translation of ours."""
        return next((one for one in self.languages if not self.readings[one].status.ours), self.languages[0])

    @property
    def unofficial_title(self) -> str | None:
        """The language in which the title is ours: its text is not held."""
        return next((one for one in self.titles.languages if one not in self.languages), None)

    @model_validator(mode="after")
    def _agrees(self) -> HeldRecord:
        for one in self.languages:
            if one not in self.titles.languages:
                raise ValueError(f"the text is held in {one!r}, so `titles` gives its title in {one!r}")
            if self.counts.of(one).preambular is None:
                raise ValueError(f"`counts` says nothing of {one!r}")
            source = self.readings[one].translated_from
            if source and (source == one or source not in self.languages):
                raise ValueError(f"the reading in {one!r} is translated from {source!r}, which is not held")
        return self


class WrittenNumber(Record):
    """A number and how each language writes it: 217 A (III), «217 ألف (د-3)»."""

    number: Text
    en: Text
    ar: Text

    def __getitem__(self, language: str) -> str:
        return {"en": self.en, "ar": self.ar}[language]


class BodyRecord(Record):
    """A body that adopts resolutions, or whose name holds that of an instrument: `docs/records/bodies/<id>.yml`.

    `short_named_as`: what it shares with other bodies: "the Council". `resolution`: the form of its resolutions'
    numbers as English writes them, a verbose regular expression with examples and counter-examples; `decision`: that of
    its decisions, where it differs; `written`: how both languages write a number. `symbol` makes the symbol of a
    resolution from its number: `A/RES/{number}`. `sessions`: the years of two sessions, from which others are reckoned.
    """

    names: Pair
    named_as: Names = Names()
    short_named_as: Names = Names()
    resolution: Pattern | None = None
    decision: Pattern | None = None
    symbol: Text | None = None
    sessions: dict[int, Whole] = Field(
        default_factory=dict, json_schema_extra={"propertyNames": {"pattern": "^[0-9]+$"}}
    )
    examples: tuple[Text, ...] = ()
    counter_examples: tuple[Text, ...] = ()
    written: tuple[WrittenNumber, ...] = ()

    @model_validator(mode="after")
    def _examples_hold(self) -> BodyRecord:
        if self.resolution is None:
            return self
        if not self.examples or not self.counter_examples:
            raise ValueError("a pattern carries `examples` and `counter_examples`")
        pattern = re.compile(self.resolution, re.VERBOSE)
        for wanted, texts in (
            (True, (*self.examples, *(one.number for one in self.written))),
            (False, self.counter_examples),
        ):
            for text in texts:
                if bool(pattern.fullmatch(text)) is not wanted:
                    raise ValueError(f"{text!r} should {'' if wanted else 'not '}match `resolution`")
        if self.sessions and len(self.sessions) != 2:
            raise ValueError("`sessions` gives the years of two sessions")
        return self
