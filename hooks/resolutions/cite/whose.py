"""Whose resolution a number is. Where more than one body is possible it is said, not guessed.

In: a head, a number, what the passage said before. Out: `Owner`: the body, or none and the reason.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..records.load import Records
from . import bodies
from .heads import Head, Named, Own, Said
from .values import Open, Why
from .words import any_of

REACH = 20  # bodies named before that are looked at


@dataclass(frozen=True)
class Owner:
    """`body`, or None and `why`."""

    body: str | None
    why: Open | None = None


@dataclass(frozen=True)
class Setting:
    """What one passage says around a head. `before`: bodies named before it; `joined`: of the list that it goes on."""

    text: str
    cased: str
    language: str
    records: Records
    own: Own
    named: Sequence[Named]


def owner(
    head: Head, number: str, date: datetime.date | None, joined: str | None, after: Sequence[str], around: Setting
) -> Owner:
    """The body whose number it is. `joined`: the body of the list that this one goes on, "46/182 and resolution …"."""
    said = head.bodies or tuple(after)
    if len(said) == 1 and head.said is not Said.SHORT:
        return Owner(said[0])
    if head.said is Said.SHORT and _foreign(head, around):  # "Parliamentary Assembly resolution 2330 (2020)"
        return Owner(None, Open(Why.UNKNOWN_BODY))
    possible = _possible(head, number, date, around, said or tuple(around.records.bodies))
    if head.said is Said.OWN:
        return _own(head, possible, around)
    if head.said is Said.BARE and joined in possible:
        return Owner(joined)
    if head.said is Said.BARE and not said and _foreign(head, around):
        return Owner(None, Open(Why.UNKNOWN_BODY))
    return _nearest(head, possible, around)


def _nearest(head: Head, possible: tuple[str, ...], around: Setting) -> Owner:
    """A number without a name, in a body's own text, is that body's; "the Council" is else the one named last."""
    if around.own.body in possible:
        return Owner(around.own.body)
    last = _last(head, possible, around) if head.said is Said.SHORT else ()
    if len(last or possible) == 1:
        return Owner((last or possible)[0])
    return _open(last or possible)


def _possible(
    head: Head, number: str, date: datetime.date | None, around: Setting, among: tuple[str, ...]
) -> tuple[str, ...]:
    records = around.records
    return tuple(
        body
        for body in among
        if bodies.fits(number, body, head.kind, records)
        and bodies.plausible(number, body, records, date, around.own.date)
    )


def _own(head: Head, possible: tuple[str, ...], around: Setting) -> Owner:
    """The body of this text, unless another is named right before, or this one cannot be meant.

    "the Human Rights Council, in its resolution 5/1"; «قراره» in a text of a body whose name is feminine.
    """
    nearest = _before(head, around)
    grammar = around.records.references
    assert grammar is not None
    between = rf"[,،]?[ ](?:(?:{any_of(grammar.through[around.language])})[ ])?"
    if nearest and re.compile(between).fullmatch(around.text, around.named[nearest - 1].end, head.whole):
        close = [body for body in around.named[nearest - 1].bodies if body in possible]
        if len(close) == 1:
            return Owner(close[0])
    fitting = around.own.body in possible
    if fitting and (around.language == "en" or _feminine(around.own.body, around) is head.word.endswith("ها")):
        return Owner(around.own.body)
    last = _last(head, possible, around)
    if len(last) == 1:
        return Owner(last[0])
    if fitting:
        return Owner(around.own.body)
    return _open(last or possible)


def _open(possible: tuple[str, ...]) -> Owner:
    return Owner(None, Open(Why.SEVERAL_BODIES if possible else Why.NO_BODY, bodies=possible))


def _last(head: Head, possible: tuple[str, ...], around: Setting) -> tuple[str, ...]:
    """Of the possible bodies, those that the passage named last before the head."""
    for one in reversed(around.named[max(0, _before(head, around) - REACH) : _before(head, around)]):
        found = tuple(body for body in one.bodies if body in possible)
        if found:
            return found
    return ()


def _before(head: Head, around: Setting) -> int:
    """How many bodies are named before the head."""
    return bisect_right(around.named, head.whole, key=lambda one: one.end)


def _feminine(body: str, around: Setting) -> bool:
    return around.records.bodies[body].record.names.ar.split()[0].endswith("ة")


def _foreign(head: Head, around: Setting) -> bool:
    """Does a name stand right before it that is no record's? "World Food Forum resolution 60/2"; not "Recalling"."""
    found = re.search(r"(?<=[\w,’'\")] )[A-Z][\w’'-]*[ ]$", around.cased[max(0, head.whole - 60) : head.whole])
    return around.language == "en" and found is not None and not found[0].endswith("ing ")
