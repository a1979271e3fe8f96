"""What is known of a held text, and of each file that it was made from: `docs/texts/<id>/instrument.yml`."""

from __future__ import annotations

from typing import Annotated, Generic, TypeVar

from pydantic import Field, StringConstraints, model_validator

from .fields import Addresses, Date, FileName, Names, Pair, Record, RecordId, Sha256, Symbol, Text, Whole
from .kinds import Kind, Status

T = TypeVar("T")


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
    sha256: Sha256
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
