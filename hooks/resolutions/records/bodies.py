"""What is known of a body, and how the numbers of its resolutions are written: `docs/records/bodies/<id>.yml`."""

from __future__ import annotations

from pydantic import Field, model_validator

from .fields import ByLanguage, Names, Pair, Pattern, Record, Text, Whole, try_out


class WrittenNumber(ByLanguage[str]):
    """A number and how each language writes it: 217 A (III), «217 ألف (د-3)»."""

    number: Text
    en: Text
    ar: Text


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
        numbers = (one.number for one in self.written)
        try_out(self.resolution, (*self.examples, *numbers), self.counter_examples, "resolution")
        if self.sessions and len(self.sessions) != 2:
            raise ValueError("`sessions` gives the years of two sessions")
        return self
