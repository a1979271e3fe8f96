"""Resolutions and decisions by their numbers.

"its resolutions 72/195 of 19 December 2017 …, 73/148 of 17 December 2018 … and 73/154 of …": the head names the body;
numbers in a row follow any head, and after a plural one every dated number up to the next head.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..records.kinds import Kind
from ..records.load import Records
from . import bodies, whose
from .heads import Head, Heads, Own, Said
from .letters import Letters
from .values import Mention, Open, Why
from .words import any_of
from .written import Writing


@dataclass(frozen=True)
class _Item:
    """One number: its span with its date, its own dates, and whether one word dates all before it as well."""

    start: int
    end: int
    number: str
    dates: tuple[datetime.date | None, ...] = ()
    shared: bool = False


@dataclass(frozen=True)
class Numbers:
    """Finds them in passages of one language."""

    language: str
    records: Records

    def find(self, letters: Letters, own: Own) -> tuple[Mention, ...]:
        """Every resolution and decision that is cited by its number, in order."""
        text = letters.text
        starts = [(head, self._first(head, letters, own)) for head in self.heads.find(text)]
        runs = [(head, item) for head, item in starts if item]
        around = whose.Setting(
            text, letters.cased, self.language, self.records, own, self.heads.named(text) if runs else ()
        )
        found: list[Mention] = []
        joined: str | None = None
        for index, (head, first) in enumerate(runs):
            limit = runs[index + 1][0].whole if index + 1 < len(runs) else len(text)
            row = self._row(first, head, letters, limit, own)
            goes_on = bool(found) and self._joined.fullmatch(text, found[-1].end, head.whole) is not None
            bare = head.said is Said.BARE
            after = self.heads.bodies_after(text, row[-1].end) if bare else ()
            foreign = bare and self.heads.foreign_after(letters, row[-1].end)
            items = [*_dated(row), *(self._further(row[-1].end, letters, limit) if head.many else ())]
            for place, (item, date) in enumerate(items):
                who = whose.owner(head, item.number, date, joined if goes_on else None, after, around)
                if foreign and place < len(row):
                    who = whose.Owner(None, Open(Why.UNKNOWN_BODY))
                if place >= len(row) and not item.dates and not self._fits(item, who.body, head):
                    continue
                start = head.start if place == 0 else item.start
                found.append(self._mention(start, item, date, head, who))
            joined = found[-1].body
        return tuple(found)

    @cached_property
    def heads(self) -> Heads:
        return Heads(self.language, self.records)

    @cached_property
    def writing(self) -> Writing:
        assert self.records.references is not None and self.records.pinpoints is not None
        return Writing(self.language, self.records.references, self.records.pinpoints)

    @cached_property
    def _item(self) -> re.Pattern[str]:
        """ "57/270 A and B of 23 June 2003"; «46/182 و 48/162 المؤرخين 19 … و 20 …»: the dates of several."""
        grammar = self.records.references
        assert grammar is not None
        one, many = any_of(grammar.dated[self.language]), any_of(grammar.dated_many[self.language])
        date = self.writing.date
        apart = r"(?<![\w/-])" if self.language == "en" else r"(?:(?<![\w/-])|(?<=[ (]و))"
        joint = rf"(?:[,;،؛]?[ ]?(?:{any_of(grammar.joints[self.language])})[ ]?|[,;،؛][ ])"
        return re.compile(
            rf"{apart}(?P<n>{self.writing.number})"
            rf"(?P<more>(?:{joint}(?:{self.writing.letter})(?![\w./(-]))*)"
            rf"(?:[,،]?[ ](?:(?P<many>{many})|{one})[ ](?P<dates>{date}(?:{joint}{date})*))?"
        )

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        """A number without year or session, behind the name of its body only: "Security Council resolution 1325"."""
        return re.compile(r"(?P<n>[0-9]{1,4})(?![\w/-]|[ ]?\(|[.,][0-9])")

    @cached_property
    def _separator(self) -> re.Pattern[str]:
        grammar = self.records.references
        assert grammar is not None
        words = any_of(grammar.joints[self.language])
        return re.compile(rf"[ ]?[,;،؛][ ]?(?:(?:{words})[ ]?)?|[ ](?:{words})[ ]?")

    @cached_property
    def _joined(self) -> re.Pattern[str]:
        """Between two lists that are one: "46/182 and resolution 48/162", «46/182 والقرار 48/162»."""
        return re.compile(rf"(?:{self._separator.pattern}|[ ])(?:in[ ]|of[ ]|to[ ])?(?:the[ ])?[وف]?")

    def _first(self, head: Head, letters: Letters, own: Own) -> _Item | None:
        if letters.cased[head.end : head.end + 1] != " ":
            return None
        match = self._item.match(letters.cased, head.end + 1)
        if match:
            return self._read(match)
        plain = self._plain.match(letters.cased, head.end + 1)
        if plain and self._fits_any(plain["n"], head, own):
            return _Item(*plain.span(), plain["n"])
        return None

    def _row(self, first: _Item, head: Head, letters: Letters, limit: int, own: Own) -> list[_Item]:
        """The numbers that follow one another with nothing but commas and "and" between them."""
        row = [first, *self._letters(first, letters)]
        while True:
            gap = self._separator.match(letters.text, row[-1].end, limit)
            match = self._item.match(letters.cased, gap.end(), limit) if gap else None
            plain = self._plain.match(letters.cased, gap.end(), limit) if gap else None
            if match:
                item = self._read(match)
                row += [item, *self._letters(item, letters)]
            elif plain and len(plain["n"]) > 2 and self._fits_any(plain["n"], head, own):
                row.append(_Item(*plain.span(), plain["n"]))
            else:
                return row

    def _further(self, place: int, letters: Letters, limit: int) -> Iterator[tuple[_Item, datetime.date | None]]:
        """Later numbers of a list whose members are described at length: dated, or after a comma or "and"."""
        for match in self._item.finditer(letters.cased, place, limit):
            gap = letters.text[max(place, match.start() - 12) : match.start()]
            if match["dates"] or re.search(rf"(?:{self._separator.pattern})$", gap):
                item = self._read(match)
                yield from _dated([item, *self._letters(item, letters)])

    def _read(self, match: re.Match[str]) -> _Item:
        dates = self.writing.read_dates(match["dates"]) if match["dates"] else ()
        end = match.end() if not match["more"] else match.end("n")
        number = self.writing.canonical(match["n"])
        if match["more"] and not re.search(r"[A-Z]\b", number.partition("(")[0]):  # "74/174, A …" goes on otherwise
            return _Item(match.start(), match.end("n"), number)
        return _Item(match.start(), end, number, dates, bool(match["many"]))

    def _letters(self, item: _Item, letters: Letters) -> Iterator[_Item]:
        """ "B" after "57/270 A and"."""
        match = self._item.match(letters.cased, item.start)
        if not match or not match["more"] or item.end != match.end("n"):
            return
        if not re.search(r"[A-Z]\b", item.number.partition("(")[0]):
            return
        signs = list(re.finditer(rf"(?<!\w)و?(?P<letter>{self.writing.letter})(?!\w)", match["more"]))
        for index, sign in enumerate(signs):
            number = re.sub(r"[A-Z](?=$| \()", self.writing.letter_sign(sign["letter"]), item.number, count=1)
            start, end = (match.start("more") + place for place in sign.span("letter"))
            last = index == len(signs) - 1
            yield _Item(start, match.end() if last else end, number, item.dates)

    def _decides(self, kind: Kind, body: str) -> bool:
        """Has the body a form of its own for the numbers of its decisions?"""
        return kind is Kind.DECISION and self.records.bodies[body].record.decision is not None

    def _fits_any(self, number: str, head: Head, own: Own) -> bool:
        """Behind the name of a body, or in its own text: there "resolution 1325" is enough, but not "resolution 2"."""
        whose = head.bodies if head.said is Said.NAMED else (own.body,) if not head.bodies and len(number) > 2 else ()
        return any(bodies.fits(number, body, head.kind, self.records) for body in whose)

    def _fits(self, item: _Item, body: str | None, head: Head) -> bool:
        return body is not None and bodies.fits(item.number, body, head.kind, self.records)

    def _mention(self, start: int, item: _Item, date: datetime.date | None, head: Head, who: whose.Owner) -> Mention:
        number, kind, body = item.number, head.kind, who.body
        if body is None:
            wording = f"{kind.value} {number}"
            return Mention(
                start,
                item.end,
                None,
                wording,
                date=date,
                rule=f"number ({head.said.value})",
                act=kind.value,
                number=number,
                open=who.why,
                entry=("grammar", "references", "acts"),
            )
        return Mention(
            start,
            item.end,
            bodies.target(number, body, kind, self.records),
            f"{kind.value} {number} of {self.records.bodies[body].record.names.en}",
            date=date,
            rule=f"number:{body} ({head.said.value})",
            entry=("bodies", body, "decision" if self._decides(kind, body) else "resolution"),
            act=kind.value,
            number=number,
            body=body,
            symbol=bodies.symbol(number, body, kind, self.records),
        )


def _dated(row: list[_Item]) -> Iterator[tuple[_Item, datetime.date | None]]:
    """Each with its date: its own; of several dates after a list each in turn; one shared date for all before it."""
    dates: list[datetime.date | None] = [item.dates[0] if len(item.dates) == 1 else None for item in row]
    waiting: list[int] = []
    for place, item in enumerate(row):
        waiting.append(place)
        if len(item.dates) > 1 and len(item.dates) == len(waiting):
            for at, date in zip(waiting, item.dates, strict=True):
                dates[at] = date
        elif len(item.dates) == 1 and item.shared:
            for at in waiting:
                dates[at] = item.dates[0]
        if item.dates:
            waiting = []
    return zip(row, dates, strict=True)
