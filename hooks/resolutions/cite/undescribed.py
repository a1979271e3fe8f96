"""What texts cite and no record describes: which instrument a mention means, and all that the texts say of it.

In: mentions with a number and a body, a symbol, or a name. Out: an id, the same for every mention of one instrument
whatever its language and form (`a-res-74-174`, `e-dec-2018-249`, `cnd-res-63-4`, `a-77-464`,
`hanoi-convention-on-safe-harbours`); and `Undescribed` values. Nothing is made up: kind, number, symbol, name, body and
dates are those of the texts.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..records.kinds import Kind
from ..records.load import Records
from . import bodies
from .values import Manner, Mention, Name

LONGEST = 80  # letters of an id that is made of a name
SUM = 8  # hexadecimal figures


@dataclass(frozen=True)
class Saying:
    """One mention: where it stands, the words, and the date that they give, if any. `said`: "adopted at …", or ""."""

    text: str
    place: str
    language: str
    words: str
    date: datetime.date | None = None
    note: int | None = None
    said: str = ""


@dataclass(frozen=True)
class Undescribed:
    """An instrument known only from what texts say of it. `sayings`: in the order of the texts.

    `names`: as it is written in each language that names it, where it has no number and no symbol. `formerly`: the ids
    that it would have without one of these names, and so may have had before a text told more.
    """

    id: str
    kind: Kind
    number: str | None
    symbol: str | None
    body: str | None
    sayings: tuple[Saying, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    formerly: tuple[str, ...] = ()

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


def identify_name(name: Name, language: str, taken: Container[str] = ()) -> str:
    """The id of what is known by a name only. `taken`: ids of described instruments and of symbols.

    An English name is its own id, in ASCII: `hanoi-convention-on-safe-harbours`; a long one is cut behind a word, and a
    sum of the whole name follows, as it does where the id is taken. An Arabic name alone has its kind and a sum:
    letters without their vowels would be no word for whoever reads Latin script, and a name that nobody uses.
    """
    if language != "en":
        return _free(f"{name.kind}-{language}", name.key, taken)
    whole = slug(unicodedata.normalize("NFKD", name.key))
    if len(whole) > LONGEST:
        return _free(whole[: LONGEST - SUM].rpartition("-")[0], name.key, taken)
    return whole if whole not in taken else _free(whole, name.key, taken)


def _free(stem: str, key: str, taken: Container[str]) -> str:
    """With as much of the sum of the name as it needs to be apart from all others."""
    digest = hashlib.sha256(key.encode()).hexdigest()
    ids = (f"{stem}-{digest[:size]}" for size in range(SUM, len(digest) + 1))
    return next(one for one in ids if one not in taken)


def kind_of(mention: Mention) -> Kind:
    if mention.name:
        return Kind(mention.name.kind)
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


def _others(key: str, names: Mapping[str, Name]) -> Iterator[str]:
    """The ids that each of the names would have alone."""
    yield from (one for language, name in names.items() if (one := identify_name(name, language)) != key)


def gather(found: Iterable[tuple[str, str, str, Mention]]) -> Mapping[str, Undescribed]:
    """All of them by id, in order. `found`: text, place, language, and the mention with its target."""
    firsts: dict[str, Mention] = {}
    sayings: dict[str, list[Saying]] = {}
    names: dict[str, dict[str, Name]] = {}
    for text, place, language, mention in found:
        key = mention.target or ""
        first = firsts.setdefault(key, mention)
        if "(" in (mention.number or "") and "(" not in (first.number or ""):  # the first left the year out
            firsts[key] = mention
        said = mention.name.said if mention.name and mention.manner is Manner.NAMED else ""
        saying = Saying(text, place, language, mention.words, mention.date, mention.note, said)
        sayings.setdefault(key, []).append(saying)
        if mention.name:
            names.setdefault(key, {}).setdefault(language, mention.name)
    return {
        key: Undescribed(
            key,
            kind_of(one),
            one.number,
            one.symbol,
            one.body,
            tuple(sayings[key]),
            {language: name.shown for language, name in names.get(key, {}).items()},
            tuple(
                former
                for former in (identify_name(name, at) for at, name in names.get(key, {}).items())
                if former != key
            ),
        )
        for key, one in sorted(firsts.items())
    }
