"""A masthead as segments: what stands apart on its lines, or goes over several of them, each with the form that it has.

In: the lines of a masthead, the grammar of its values and the parser's form of its elements. Out: segments in order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..parse import titles
from ..parse.source import Line
from ..records.masthead import LINES, MastheadGrammar
from .sessions import ordinal_number

APART = re.compile(r" {3,}|\t")
STARS = re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|^[*_\s]+|[*_\s]+$")
NOTE = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|(?<=\S)\(\d{1,2}\))$")
LONG = ("adopted", "report", "draft", "other")  # forms that go over several lines
LONGEST = 40  # lines: a draft may have a hundred sponsors
Match = re.Match[str] | None


@dataclass(frozen=True)
class Segment:
    """`text`: made comparable; `raw`: as printed, for what is taken over. `block`: lines without a blank one between.

    `kind`: "symbol", "session <id>", a name of `LINES`, "element" for what a masthead has and gives no value, or "".
    """

    text: str
    raw: str
    line: int
    block: int
    kind: str
    found: Match


def printed(text: str) -> str:
    """Without asterisks and note marks, with single blanks."""
    return NOTE.sub("", " ".join(STARS.sub("", text).split())).strip("* ")


def plain(text: str) -> str:
    """Without asterisks, vowel marks, tatweel; western digits, single blanks."""
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in STARS.sub("", text))
    text = "".join(c for c in text if c != "\u0640" and not unicodedata.combining(c))
    return " ".join(NOTE.sub("", text.strip()).split()).strip("* ")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


@dataclass(frozen=True)
class Segments:
    """Reads the lines of one language. `elements`: `masthead` of shapes.yml."""

    language: str
    grammar: MastheadGrammar
    elements: str

    def of(self, lines: Sequence[Line]) -> Iterator[Segment]:
        for number, block in enumerate(_blocks(lines)):
            i = 0
            while i < len(block):
                line = block[i]
                count, text, kind, found = self._long(block[i:])
                if count:
                    raw = printed(" ".join(one.text for one in block[i : i + count]))
                    yield Segment(text, raw, line.number, number, kind, found)
                    i += count
                    continue
                whole, pieces = self.kind(plain(line.text))[0], self._pieces(line.text.strip())
                apart = whole in ("", "element") or any(self.kind(plain(one))[0] == "symbol" for one in pieces)
                for piece in pieces if apart else [line.text]:
                    text = plain(piece)
                    if text:
                        yield Segment(text, printed(piece), line.number, number, *self.kind(text))
                i += 1

    def kind(self, text: str) -> tuple[str, Match]:
        """The first form that the whole of it has."""
        for symbol in self.grammar.symbols:
            if found := compiled(symbol.pattern).fullmatch(text):
                return "symbol", found
        for session in self.grammar.sessions:
            found = compiled(session[self.language].pattern).fullmatch(text)
            if found and self.number(found):
                return f"session {session.id}", found
        for name in LINES:
            for language in (self.language, "en") if name == "date" else (self.language,):  # also in Arabic editions
                if found := compiled(self.grammar.lines[name][language].pattern).fullmatch(text):
                    return name, found
        return ("element" if titles.is_element(text, _elements(self.elements)) else ""), None

    def number(self, found: re.Match[str]) -> int:
        """The number of a session, given as a figure or as a word."""
        groups = found.groupdict()
        if groups.get("n"):
            return int(groups["n"])
        return ordinal_number(groups.get("ordinal") or "", self.language, self.grammar)

    def _long(self, block: Sequence[Line]) -> tuple[int, str, str, Match]:
        """A form over several lines of a block: sponsors of a draft, the line of adoption with its date, a report."""
        kind, alone = self.kind(plain(block[0].text))
        if kind not in ("", "sponsors", "element") and (kind != "adopted" or dated(alone)):
            return 0, "", "", None
        text = block[0].text
        for count, line in enumerate(block[1:LONGEST], 2):
            text += " " + line.text
            for name in LONG:
                found = compiled(self.grammar.lines[name][self.language].pattern).fullmatch(plain(text))
                if found and (name != "adopted" or dated(found)):
                    return count, plain(text), name, found
        return 0, "", "", None

    def _pieces(self, text: str) -> list[str]:
        """What stands apart on a line; also a symbol beside the name of a house: "United Nations A/RES/77/233"."""
        pieces = APART.split(text)
        if len(pieces) > 1:
            return pieces
        for first, rest in (text.split(" ", 1)[::-1], text.rsplit(" ", 1)) if " " in text else ():
            named = self.kind(plain(first))[0] in ("element", "committee") or first.startswith(("Item", "البند"))
            if named and self.kind(plain(rest))[0] == "symbol":
                return [first, rest]
        return pieces


def dated(found: Match) -> bool:
    """Does the line of adoption give its date?"""
    return found is not None and any(found.groupdict().get(name) for name in ("date", "day", "said"))


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, parted where others (blank ones, a title) stood between them."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and line.number == blocks[-1][-1].number + 1:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


@cache
def _elements(pattern: str) -> re.Pattern[str]:
    return titles.elements(pattern)
