"""Numbers of resolutions and dates as each language writes them, and the one form that records have.

In: a passage, the grammar. Out: patterns, and from what they match the number and the date:
«217 ألف (د-3)» → "217 A (III)", «دإط-10/24» → "ES-10/24", «57/270 باء» → "57/270 B".
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cached_property

from ..folding import folded
from ..records.grammar import PinpointGrammar, ReferenceGrammar
from .words import any_of

_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True)
class Writing:
    """How one language writes numbers and dates."""

    language: str
    references: ReferenceGrammar
    pinpoints: PinpointGrammar

    @cached_property
    def number(self) -> str:
        """Any number, to be found with case kept; whose number it may be is for the bodies' records to say.

        76/181; 57/270 B; S-10/2; 217 A (III); 3201 (S-VI); 1267 (1999); in Arabic also «57/270 باء»; «دإ-10/2»;
        «217 ألف (د-3)»; «3201 (دإ-6)».
        """
        special = f"(?:{self._special})[ ]?-[ ]?"
        letter = rf"(?:[ ]?(?:{self._letters})(?![\w.]))"
        session = rf"\([ ]?(?:(?:{special})?[IVXL]+|(?:{self._session})[ ]?-?[ ]?[0-9]{{1,2}})[ ]?\)"
        return (
            rf"(?:{special})?[0-9]{{1,4}}/[0-9]{{1,4}}{letter}?(?![\w/-])"
            rf"|[0-9]{{1,4}}{letter}?[ ]?{session}"
            rf"|[0-9]{{1,4}}[ ]?\([ ]?(?:19|20)[0-9]{{2}}[ ]?\)"
        )

    @cached_property
    def letter(self) -> str:
        """A further part of a resolution: "57/270 A and B", «57/270 ألف وباء»."""
        return self._letters

    @cached_property
    def date(self) -> str:
        """18 December 2019; «18 كانون الأول/ديسمبر 2019»; «18 ديسمبر 2019»."""
        return rf"[0-9]{{1,2}}[ ](?:{self._months})[ ][0-9]{{4}}(?![0-9])"

    @cached_property
    def _months(self) -> str:
        found = any_of(name for month in self.references.months for name in month[self.language])
        return f"(?i:{found})".replace("/", "[ ]?/[ ]?")

    @cached_property
    def _dates(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<day>[0-9]{{1,2}})[ ](?P<month>{self._months})[ ](?P<year>[0-9]{{4}})")

    @cached_property
    def _special(self) -> str:
        grammar = self.references
        return _cased([*grammar.special_session.en, *grammar.emergency_session.en]) + (
            "|" + any_of([*grammar.special_session.ar, *grammar.emergency_session.ar]) if self.language == "ar" else ""
        )

    @cached_property
    def _session(self) -> str:
        grammar = self.references
        names = (*grammar.session.ar, *grammar.special_session.ar, *grammar.emergency_session.ar)
        return any_of(names) if self.language == "ar" else r"(?!)"

    @cached_property
    def _letters(self) -> str:
        return "[A-Z]" + ("|" + any_of(one.ar for one in self.pinpoints.letters) if self.language == "ar" else "")

    def canonical(self, written: str) -> str:
        """The number as records and symbols have it: «217 ألف (د-3)» → "217 A (III)"."""
        found = re.fullmatch(
            rf"(?:(?P<special>{self._special})[ ]?-[ ]?)?(?P<number>[0-9]+(?:/[0-9]+)?)[ ]?(?P<letter>{self._letters})?"
            rf"(?:[ ]?\([ ]?(?:(?P<within>{self._special}|{self._session})[ ]?-?[ ]?)?(?P<session>[0-9IVXL]+)[ ]?\))?",
            written,
        )
        if not found:
            return written
        number = (self._session_sign(found["special"]) or "") + found["number"]
        number += f" {self._letter_sign(found['letter'])}" if found["letter"] else ""
        session = found["session"]
        if session:
            if len(session) != 4 and session.isdigit():
                session = roman(int(session))
            number += f" ({self._session_sign(found['within']) or ''}{session})"
        return number

    def printed(self, number: str) -> str:
        """The way back: "217 A (III)" → «217 ألف (د-3)» in Arabic; in English it is written as it is."""
        found = re.fullmatch(
            r"(?P<special>E?S-)?(?P<number>[0-9]+(?:/[0-9]+)?)(?: (?P<letter>[A-Z]))?"
            r"(?: \((?P<within>E?S-)?(?P<session>[0-9IVXL]+)\))?",
            number,
        )
        if self.language == "en" or not found:
            return number
        written = self._sign(found["special"]) + found["number"]
        if found["letter"]:
            written += " " + next(
                (one.ar for one in self.pinpoints.letters if one.en == found["letter"]), found["letter"]
            )
        if found["session"] and not found["session"].isdigit():
            sign = self._sign(found["within"]) or f"{self.references.session.ar[0]}-"
            return f"{written} ({sign}{from_roman(found['session'])})"
        return written + (f" ({found['session']})" if found["session"] else "")

    def _sign(self, session: str | None) -> str:
        names = {"S-": self.references.special_session, "ES-": self.references.emergency_session}
        return f"{names[session].ar[0]}-" if session else ""

    def _session_sign(self, written: str | None) -> str | None:
        for names, sign in ((self.references.special_session, "S-"), (self.references.emergency_session, "ES-")):
            if written in {*names.en, *map(folded, names.ar)}:
                return sign
        return None

    def letter_sign(self, written: str) -> str:
        return self._letter_sign(written)

    def _letter_sign(self, written: str) -> str:
        return next((one.en for one in self.pinpoints.letters if folded(one.ar) == written), written)

    def read_dates(self, written: str) -> tuple[datetime.date | None, ...]:
        """The dates in a phrase; None for one that no calendar has, such as 31 April."""
        return tuple(self._date(match) for match in self._dates.finditer(written))

    def _date(self, match: re.Match[str]) -> datetime.date | None:
        name = folded(match["month"]).replace(" /", "/").replace("/ ", "/")
        for number, names in enumerate(self.references.months, 1):
            if name in {folded(one) for one in names[self.language]}:
                try:
                    return datetime.date(int(match["year"]), number, int(match["day"]))
                except ValueError:
                    return None
        return None


def roman(number: int) -> str:
    """21 → XXI, up to 89."""
    found = ""
    for value, sign in _ROMAN:
        while number >= value:
            found, number = found + sign, number - value
    return found


def from_roman(written: str) -> int:
    """XXI → 21."""
    return next((number for number in range(1, 90) if roman(number) == written), 0)


def _cased(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
