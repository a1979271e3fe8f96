"""What the last check of outward links found: `docs/records/links.yml`, which `scripts/check_links` writes."""

from __future__ import annotations

import enum

from .fields import Date, Record, Text

FILE = "links.yml"


class LinkState(enum.Enum):
    """What became of an address."""

    WORKS = "works"
    MOVED = "moved"  # for good: the record should have the new address
    REFUSED = "refused"  # the server answers no programs; a reader may well get there
    GONE = "gone"
    UNREACHABLE = "unreachable"

    @property
    def is_in_order(self) -> bool:
        return self in (LinkState.WORKS, LinkState.MOVED, LinkState.REFUSED)


class Link(Record):
    """One address, its state, and the day since which it is so."""

    address: Text
    state: LinkState
    since: Date


class LinkCheck(Record):
    """`checked`: the day of the last check."""

    checked: Date
    links: tuple[Link, ...] = ()
