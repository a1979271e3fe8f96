"""What is known of a cited instrument: `docs/records/instruments/<id>.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints, model_validator

from .fields import Addresses, Date, Names, Pair, Record, RecordId, Symbol, Text, Whole
from .kinds import Kind


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
