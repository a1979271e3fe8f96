"""What texts cite and no record describes: which instrument a mention means, and all that the texts say of it.

In: mentions with a number and a body, or a symbol. Out: an id, the same for every mention of one instrument whatever
its language and form (`a-res-74-174`, `e-dec-2018-249`, `cnd-res-63-4`, `a-77-464`); and `Undescribed` values.
Nothing is made up: kind, number, symbol, body and dates are those of the texts.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..records.load import Records
from ..records.schema import Kind
from . import bodies
from .values import Mention


@dataclass(frozen=True)
class Saying:
    """One mention: where it stands, the words, and the date that they give, if any."""

    text: str
    place: str
    language: str
    words: str
    date: datetime.date | None = None
    note: int | None = None


@dataclass(frozen=True)
class Undescribed:
    """An instrument known only from what texts say of it. `sayings`: in the order of the texts."""

    id: str
    kind: Kind
    number: str | None
    symbol: str | None
    body: str | None
    sayings: tuple[Saying, ...]

    @property
    def dates(self) -> tuple[datetime.date, ...]:
        """Every date that a text gives, each once; more than one is a doubt."""
        return tuple(dict.fromkeys(one.date for one in self.sayings if one.date))

    @property
    def date(self) -> datetime.date | None:
        """The one date on which all texts that give one agree."""
        return self.dates[0] if len(self.dates) == 1 else None


def identify(mention: Mention, records: Records) -> str | None:
    """The id of what is meant, for its address; None where the text says too little for one.

    A resolution or decision goes by the number that its body gives it, anything else by its symbol.
    """
    if mention.open:
        return None
    if mention.body and mention.number:
        kind = kind_of(mention)
        if kind is Kind.RESOLUTION and lacks_year(mention, records):
            return None
        return slug(_stem(mention.body, kind, records) + " " + _compact(mention.number))
    return slug(mention.symbol) if mention.symbol else None


def kind_of(mention: Mention) -> Kind:
    return Kind(mention.act) if mention.act else Kind.DOCUMENT


def lacks_year(mention: Mention, records: Records) -> bool:
    """ "Security Council resolution 1325": its symbol, and so its id, holds the year, which these words leave out."""
    number, body = mention.number or "", mention.body or ""
    return number.isdigit() and bodies.year(number, body, records) is None


def slug(text: str) -> str:
    """Lower case letters and figures with hyphens between: A/RES/217(III)[A] → a-res-217-iii-a."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def _stem(body: str, kind: Kind, records: Records) -> str:
    """A/RES/{number} → "A/RES"; of a decision "A/DEC"; of a body whose resolutions have no symbol its own id."""
    form = records.bodies[body].record.symbol
    act = "res" if kind is Kind.RESOLUTION else "dec"
    if form is None:
        return f"{body.removeprefix('un-')} {act}"
    return re.sub(r"\bRES\b", act, form.partition("{number}")[0])


def _compact(number: str) -> str:
    """As in symbols: 57/270 B → 57/270B; 217 A (III) → 217 (III) A."""
    old = re.fullmatch(r"([0-9]+) ([A-Z]) (\(.*\))", number)
    return f"{old[1]} {old[3]} {old[2]}" if old else re.sub(r"(?<=[0-9]) (?=[A-Z]$)", "", number)


def gather(found: Iterable[tuple[str, str, str, Mention]]) -> Mapping[str, Undescribed]:
    """All of them by id, in order. `found`: text, place, language, and the mention with its target."""
    firsts: dict[str, Mention] = {}
    sayings: dict[str, list[Saying]] = {}
    for text, place, language, mention in found:
        key = mention.target or ""
        first = firsts.setdefault(key, mention)
        if "(" in (mention.number or "") and "(" not in (first.number or ""):  # the first left the year out
            firsts[key] = mention
        saying = Saying(text, place, language, mention.words, mention.date, mention.note)
        sayings.setdefault(key, []).append(saying)
    return {
        key: Undescribed(key, kind_of(one), one.number, one.symbol, one.body, tuple(sayings[key]))
        for key, one in sorted(firsts.items())
    }
