"""The grammar of mastheads: what `docs/records/grammar/masthead.yml` may hold. The site is built without it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from .. import yamls
from ..problems import Problem
from .fields import ByLanguage, Pair, Record, RecordId, Text, Whole
from .grammar import Form, FormPair
from .kinds import Kind
from .load import check


class SymbolForm(Form):
    """A kind of symbol and what it tells. `official`: the document's address, with `{language}` and `{symbol}`."""

    body: RecordId
    kind: Kind
    official: Annotated[str, StringConstraints(pattern="^https://.*[{]symbol[}]")] | None = None


class SessionOrdinal(Record):
    """A number as the word that counts sessions; `stem`: the English one before a unit, "Seventy"."""

    n: Whole
    en: Text
    ar: Text
    stem: Text | None = None


class Written(Form):
    """A form that can be written again from its number: `{n}`, `{suffix}` (st, nd, rd, th) or `{ordinal}`."""

    written: Text


class WrittenPair(ByLanguage[Written]):
    """A form that can be written again, in both languages."""

    en: Written
    ar: Written


class SessionForm(WrittenPair):
    """One kind of session in both languages."""

    id: RecordId


LINES = ("date", "agenda", "adopted", "report", "draft", "other", "sponsors", "committee")


class MastheadGrammar(Record):
    """See the file. Forms are tried in the order that it has them."""

    symbols: tuple[SymbolForm, ...] = Field(min_length=1)
    ordinals: tuple[SessionOrdinal, ...]
    tens: tuple[SessionOrdinal, ...]
    one_before_tens: Text
    sessions: tuple[SessionForm, ...]
    lines: dict[str, FormPair]
    committees: tuple[Pair, ...]
    sitting: WrittenPair

    @model_validator(mode="after")
    def _whole(self) -> MastheadGrammar:
        if set(self.lines) != set(LINES):
            raise ValueError(f"`lines` has these keys: {', '.join(LINES)}")
        if [one.n for one in self.ordinals] != list(range(1, 20)) or [one.n for one in self.tens] != list(
            range(20, 100, 10)
        ):
            raise ValueError("`ordinals` goes from 1 to 19, `tens` from 20 to 90")
        return self


def load(docs: Path) -> tuple[MastheadGrammar | None, tuple[Problem, ...]]:
    """The grammar, or None and what is wrong with it."""
    return check(yamls.load(docs / "records" / "grammar" / "masthead.yml"), MastheadGrammar)
