"""What a citation is."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass

Entry = tuple[str | int, ...]
"""A value in a record: ("instruments", "crc", "cited_as", "en", 0); `Records.where` knows its file and line."""


class Manner(enum.Enum):
    """How a text refers to an instrument."""

    NAMED = "named"  # by name, number or symbol
    BACK = "back"  # "that Protocol", "the Declaration": named before in the same clause
    WITHIN = "within"  # only inside the name of a body or of another instrument
    REGISTERED = "registered"  # by its treaty series number, in a footnote


@dataclass(frozen=True)
class Pinpoint:
    """Units and their numbers from large to small: (("part", "1"), ("sect", "d")), in both languages the same."""

    units: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        """The last part of the address: `art-19`, `part-1-chap-1-sect-d`."""
        return "-".join(f"{unit}-{number}" if number else unit for unit, number in self.units)

    @property
    def sort_key(self) -> tuple[tuple[str, int, str], ...]:
        return tuple((unit, _leading(n), n) for unit, n in self.units)


def _leading(number: str) -> int:
    """4-to-9 → 4, 3-a → 3, d → 0."""
    figures = number.partition("-")[0]
    return int(figures) if figures.isdigit() else 0


class Why(enum.Enum):
    """Why it is not certain what a reference means; the site's wording has a sentence for each."""

    SEVERAL_BODIES = "several-bodies"  # bodies: those that can have such a number
    NO_BODY = "no-body"  # no body that has a record numbers its resolutions so
    UNKNOWN_BODY = "unknown-body"  # the words name a body that has no record
    SEVERAL_INSTRUMENTS = "several-instruments"  # targets: all that have this name
    SEVERAL_BEFORE = "several-before"  # targets: what "the Convention", "the same resolution" can stand for
    NOTHING_BEFORE = "nothing-before"  # "the Convention", and none was named
    NO_YEAR = "no-year"  # a Security Council resolution by its number alone: it has no symbol without the year
    FUTURE = "future"  # date: later than the text that would cite it
    UNREGISTERED = "unregistered"  # a number of a treaty series that no record has
    NO_NUMBER = "no-number"  # "the resolution adopted by the 140th IPU Assembly"
    UNNAMED = "unnamed"  # words that name a convention, declaration … but do not say which
    NAME_END = "name-end"  # a name that no record has, and it is not certain where it ends
    NAME_PAIR = "name-pair"  # one that the two languages of the texts do not pair in one way
    NO_INSTRUMENT = "no-instrument"  # an article or paragraph, and it is not said of what


@dataclass(frozen=True)
class Open:
    """A code and its fields: ids of bodies and of instruments, a date or a year. Words are for the pages to make."""

    why: Why
    bodies: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    date: datetime.date | None = None
    year: int | None = None

    def __str__(self) -> str:
        """For problems, which are in English: "several-bodies (un-ga, un-hrc)"."""
        fields = ", ".join(map(str, filter(None, (*self.bodies, *self.targets, self.date, self.year))))
        return f"{self.why.value} ({fields})" if fields else self.why.value


@dataclass(frozen=True)
class Name:
    """A name that no record has. `kind`: as in records. `key`: folded, the same for all spellings; `shown`: as written.

    `sure`: it is certain where it ends. `common`: its word for the kind is everyday language too, so that the name
    counts only beside one in the other language. `closed`: a sign follows it. `said`: "adopted at Hanoi …", or "".
    """

    kind: str
    key: str
    shown: str
    sure: bool = True
    common: bool = False
    closed: bool = True
    said: str = ""


@dataclass(frozen=True)
class Mention:
    """A reference in one text before its target is known to be held, cited or unknown.

    `start`, `end`: span in the folded text. `wording`: what was looked up, for the person who must mend it.
    `act`, `number`, `body`, `symbol`: what the text says of a resolution, decision or document, known or not.
    `open`: why it is not certain what is meant; None where it is. `note`: the number of its footnote, or None.
    `words`: those of the text, as printed. `rule`, `entry`: what found it, and the entry of a record that it went by.
    `name`: that of an instrument which has no record.
    """

    start: int
    end: int
    target: str | None
    wording: str
    manner: Manner = Manner.NAMED
    pinpoint: Pinpoint | None = None
    date: datetime.date | None = None
    rule: str = ""
    act: str = ""
    number: str | None = None
    body: str | None = None
    symbol: str | None = None
    open: Open | None = None
    note: int | None = None
    words: str = ""
    entry: Entry = ()
    name: Name | None = None


@dataclass(frozen=True)
class Citation:
    """A reference whose target is known. `start`, `end`: span in the text as printed.

    `note`: the number of the footnote that it stands in, or None. `rule`, `entry`, `words`: as in a mention.
    """

    start: int
    end: int
    target: str
    manner: Manner
    pinpoint: Pinpoint | None
    rule: str
    note: int | None = None
    entry: Entry = ()
    words: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What the other language must cite as well: target and pinpoint."""
        return self.target, self.pinpoint.id if self.pinpoint else ""
