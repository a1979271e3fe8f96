"""Which body a number can belong to, and which instrument it is.

In: records, a number in the form that records have. Out: bodies, ids, symbols, years.
"""

from __future__ import annotations

import datetime
import re
from functools import cache, lru_cache

from ..records.kinds import Kind
from ..records.load import Records, squeezed

SLACK = 1.6  # years between the year reckoned for a session and that of a resolution


def fits(number: str, body: str, kind: Kind, records: Records) -> bool:
    """Has a number of that body this form?"""
    record = records.bodies[body].record
    form = (record.decision if kind is Kind.DECISION else None) or record.resolution
    return form is not None and bool(_compiled(form).fullmatch(number))


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form, re.VERBOSE)


def year(number: str, body: str, records: Records) -> float | None:
    """About when it was adopted, as its number tells: 2005/20 → 2005, 1267 (1999) → 1999, 74/174 → 2019."""
    stated = re.match(r"((?:19|20)[0-9]{2})/", number) or re.search(r"\(([0-9]{4})\)", number)
    if stated:
        return float(stated[1])
    session = re.match(r"([0-9]{1,3})/", number)
    known = sorted(records.bodies[body].record.sessions.items())
    if not session or len(known) < 2:
        return None
    (first, start), (last, end) = known
    return start + (int(session[1]) - first) * (end - start) / (last - first)


def plausible(number: str, body: str, records: Records, date: datetime.date | None, own: datetime.date | None) -> bool:
    """Does the year agree with the date given, and is it not after the text that cites it?"""
    reckoned = year(number, body, records)
    if reckoned is None:
        return True
    if date:
        return abs(reckoned - date.year) <= SLACK
    return own is None or reckoned <= own.year + SLACK


def symbol(number: str, body: str, kind: Kind, records: Records) -> str | None:
    """The symbol that the body gives to it: 57/270 B → A/RES/57/270B, 217 A (III) → A/RES/217(III)[A]."""
    form = records.bodies[body].record.symbol
    if form is None or kind is not Kind.RESOLUTION:
        return None
    old = re.fullmatch(r"([0-9]+)(?: ([A-Z]))? (\(.*[IVXL]\))", number)
    if old:
        return form.format(number=f"{old[1]}{old[3]}" + (f"[{old[2]}]" if old[2] else ""))
    return form.format(number=number if "(" in number else number.replace(" ", ""))


def target(number: str, body: str, kind: Kind, records: Records) -> str | None:
    """The record that has this number, or is held under its symbol."""
    for key, known in _numbers(body, kind is Kind.DECISION, records):
        if known == squeezed(number) or (number.isdigit() and known.partition("(")[0] == number):
            return key
    wanted = symbol(number, body, kind, records)
    return by_symbol(wanted, records) if wanted else None


@lru_cache(maxsize=256)
def _numbers(body: str, decisions: bool, records: Records) -> tuple[tuple[str, str], ...]:
    """The ids and numbers of a body's decisions, or of all else that bears a number of that body."""
    return tuple(
        (key, squeezed(filed.record.number))
        for key, filed in records.instruments.items()
        if filed.record.body == body and filed.record.number and (filed.record.kind is Kind.DECISION) is decisions
    )


def by_symbol(wanted: str, records: Records) -> str | None:
    """The record with this symbol, blanks and capitals apart."""
    return records.by_symbol.get(squeezed(wanted))


def of_symbol(written: str, records: Records) -> tuple[str | None, str | None]:
    """Body and number that a symbol stands for: A/RES/57/270B → un-ga, 57/270 B; A/77/464 → None, None."""
    for body, filed in records.bodies.items():
        form = filed.record.symbol
        stem = form.partition("{number}")[0] if form else ""
        if stem and written.upper().startswith(stem.upper()):
            rest = written[len(stem) :].upper()
            rest = re.sub(r"^([0-9]+) ?\(([^)]*)\)(?: ?\[([A-Z])\])?$", _old, rest)
            rest = re.sub(r"(?<=[0-9])(?=[A-Z]$)", " ", rest)
            if fits(rest, body, Kind.RESOLUTION, records):
                return body, rest
    return None, None


def _old(match: re.Match[str]) -> str:
    return f"{match[1]}{' ' + match[3] if match[3] else ''} ({match[2]})"
