"""What a masthead does not say in so many words: the symbol, of body and number; the session, of either; the date.

In: what was understood, the lines of one language, its parsed parts. Out: the same with what follows from them. Only
what a body's record or a form of the grammar makes certain is filled in: 77/233 of the Assembly is A/RES/77/233.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..cite import bodies
from ..cite.written import Writing, from_roman
from ..folding import folded
from ..parse import markers
from ..parse.source import Line
from ..parse.values import Parsed
from ..records.kinds import Kind
from ..records.load import Records
from ..records.masthead import MastheadGrammar
from .segments import Segments, compiled, plain
from .sessions import Session

NUMBER = re.compile(r"(?P<words>\D*?)(?P<number>(?:E?S-|د[ء-ي]*\s?-\s?)?\d.*?)[\s.–—*:-]*")
SEQUENCE = re.compile(r"(?P<session>\d{1,3})/\d{1,3}")
LONGEST = 80  # letters of a symbol
TITLE_WORDS = 7  # of the title, where a body gives its resolutions neither symbol nor number


@dataclass(frozen=True)
class Deduced:
    """`number`: as the records write it: 64/5, 217 A (III); empty if none stands there."""

    number: str = ""
    symbol: str = ""
    id: str = ""
    session: Session | None = None
    adopted: datetime.date | None = None


@dataclass(frozen=True)
class Deducer:
    """Reads one language of a text. `lines`: as extracted; `kind`: what the text is as far as its words say."""

    lines: Sequence[str]
    parsed: Parsed
    writing: Writing
    segments: Segments
    grammar: MastheadGrammar
    records: Records

    def deduce(self, body: str | None, kind: Kind, symbol: str | None) -> Deduced:
        """`symbol`: as printed, if one is."""
        known = self.records.bodies.get(body or "")
        number = self._number(body, kind) if known and body else ""
        name = own = ""
        if body and not symbol and not kind.is_draft:
            name, own = self._symbol(body, kind, number)
        session = self.session_of(symbol or name) or self._session(body, number)
        return Deduced(number, name, own, session, self._date())

    # -- number and symbol -------------------------------------------------------------------------------------------

    def _number(self, body: str, kind: Kind) -> str:
        """The number before the title, or on a line of its own, if the body writes its numbers so."""
        for text in self._labels():
            found = NUMBER.fullmatch(plain(text))
            number = self.writing.canonical(folded(found["number"]).upper()) if found else ""
            if number and bodies.fits(number, body, kind, self.records):
                return number
        return ""

    def _labels(self) -> Iterator[str]:
        """What stands before the title on its line; whole lines of the masthead, and the title itself."""
        assert self.records.shapes
        form = compiled(self.records.shapes[self.writing.language].numbered.pattern)
        title = self.parsed.title
        if title.origins:
            line = Line(title.line, self.lines[title.line - 1])
            found = markers.SYMBOLED.match(line.text)
            if found:
                yield line.text[: found.end()]
        for passage in (title, *reversed(self.parsed.masthead)):
            text = plain(passage.text)
            if form.fullmatch(text) or markers.SYMBOLED.fullmatch(text + " -"):
                yield text

    def _symbol(self, body: str, kind: Kind, number: str) -> tuple[str, str]:
        """The symbol, or what stands in its place, and the id of the folder."""
        record, decision = self.records.bodies[body].record, kind is Kind.DECISION
        stem = body.removeprefix("un-")
        if number and record.symbol:
            made = bodies.symbol(number, body, Kind.RESOLUTION, self.records) or ""
            made = re.sub(r"\[([A-Z])\]$", r"\1", made)  # brackets are no part of a record's symbol
            return (re.sub(r"\bRES\b", "DEC", made) if decision else made), ""
        if number:
            act = "dec" if decision else "res"
            return f"{stem.upper()} {act.capitalize()}. {number}", _slug(f"{stem} {act} {number}")
        session = self._session(body, "")
        if record.resolution is None:
            title = self.parsed.title.text if self.writing.language == "en" else ""
            words = re.findall(r"[A-Za-z0-9'’-]+", title)[:TITLE_WORDS]
            title = f"({' '.join(words)})" if words else ""
            name = " ".join(filter(None, (stem.upper(), str(session[1]) if session else "", title)))
            return (name, _slug(name)) if (session or title) and len(name) <= LONGEST else ("", "")
        return "", ""

    # -- session and date --------------------------------------------------------------------------------------------

    def session_of(self, symbol: str) -> Session | None:
        """A/RES/77/233 → the seventy-seventh: the groups of a symbol's form bear the names of sessions."""
        for form in self.grammar.symbols if symbol else ():
            found = compiled(form.pattern).fullmatch(symbol)
            groups = {name: value for name, value in (found.groupdict() if found else {}).items() if value}
            for name, value in groups.items():
                if name == "roman":
                    return "regular", from_roman(value)
                if name != "number":
                    return name.replace("_", "-"), int(value)
        return None

    def _session(self, body: str | None, number: str) -> Session | None:
        """Of the chapeau ("The 143rd Assembly …"), of a commission's number, of the sitting that closes the text."""
        chapeau = re.sub(r"^إن ", "", plain(self.parsed.chapeau.text)).rstrip(",،")
        kind, found = self.segments.kind(chapeau)
        if kind.startswith("session ") and found:
            return kind.removeprefix("session "), self.segments.number(found)
        sequence = SEQUENCE.fullmatch(number)
        if body and sequence and self.records.bodies[body].record.sessions:
            return "regular", int(sequence["session"])
        sitting = compiled(self.grammar.sitting[self.writing.language].pattern)
        for passage in self.parsed.closing if body == "un-sc" else ():
            words = f"at its {plain(passage.text)}" if self.writing.language == "en" else f"في {plain(passage.text)}"
            here = sitting.fullmatch(words.rstrip(".,،"))
            if here:
                return "sitting", int(here["n"])
        return None

    def _date(self) -> datetime.date | None:
        """The day of the sitting, below the text; of a decision, above it."""
        for passage in (*self.parsed.closing, self.parsed.chapeau):
            for date in self.writing.read_dates(folded(passage.text)):
                if date:
                    return date
        return None


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
