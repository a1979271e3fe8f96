"""What the lines above a text say of it: symbol, title, session, agenda item, dates, committee, sponsors.

In: the lines of one language, the grammar of mastheads and the records. Out: an `Understood`: each value with its line.
What no form reads stays unread; nothing is guessed.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from ..cite.written import Writing
from ..folding import folded
from ..parse import furniture, head, openings
from ..parse.source import Line
from ..records.load import Records
from ..records.masthead import LINES, MastheadGrammar, SymbolForm

APART = re.compile(r" {3,}|\t")
STARS = re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|^[*_\s]+|[*_\s]+$")
NOTE = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|(?<=\S)\(\d{1,2}\))$")
LONG = ("adopted", "report", "draft", "other")  # forms that go over several lines
LONGEST = 40  # lines: a draft may have a hundred sponsors
HEAD_LINES = 80  # above the first paragraph, where no chapeau is found


@dataclass(frozen=True)
class Value:
    """Something that was read, as printed, and the line it begins in."""

    text: str
    line: int


@dataclass
class Understood:
    """What the masthead says. `adopted`, `issued`: dates; `session`: id of the form and its number."""

    language: str
    symbol: Value | None = None
    form: SymbolForm | None = None
    title: Value | None = None
    session: tuple[str, int] | None = None
    agenda: Value | None = None
    adopted: datetime.date | None = None
    issued: datetime.date | None = None
    committee: Value | None = None
    sponsors: Value | None = None
    body: str | None = None
    is_draft: bool = False
    other: Value | None = None
    has_chapeau: bool = False
    unread: list[Value] = field(default_factory=list)


@dataclass(frozen=True)
class _Segment:
    """What stands apart on a line, made comparable, with the form that it has."""

    text: str
    raw: str  # as printed, for what is taken over
    line: int
    block: int
    kind: str
    found: re.Match[str] | None


def printed(text: str) -> str:
    """Without asterisks and note marks, with single blanks."""
    return NOTE.sub("", " ".join(STARS.sub("", text).split())).strip("* ")


def plain(text: str) -> str:
    """Without asterisks, vowel marks, tatweel; western digits, single blanks."""
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in STARS.sub("", text))
    text = "".join(c for c in text if c != "\u0640" and not unicodedata.combining(c))
    return " ".join(NOTE.sub("", text.strip()).split()).strip("* ")


def understand(lines: Sequence[str], language: str, grammar: MastheadGrammar, records: Records) -> Understood:
    """What stands above the text."""
    return _Reader(lines, language, grammar, records).read()


class _Reader:
    def __init__(self, lines: Sequence[str], language: str, grammar: MastheadGrammar, records: Records) -> None:
        assert records.references and records.pinpoints and records.openings and records.shapes
        self.language, self.grammar, self.records = language, grammar, records
        self.writing = Writing(language, records.references, records.pinpoints)
        words = records.openings[language]
        source = [Line(number, text) for number, text in enumerate(lines, 1)]

        def opens(text: str) -> bool:
            return any(openings.opens(text.lstrip("*_ \t"), words, preambular=part) for part in (True, False))

        shape = re.compile(records.shapes[language].chapeau, re.VERBOSE)
        found = head.find(source, "", shape, opens)
        self.top = source[: found.chapeau[0]][-HEAD_LINES * 3 :]
        self.chapeau = " ".join(line.text for line in source[found.chapeau[0] : found.chapeau[1]])
        self.out = Understood(language, has_chapeau=found.has_chapeau)
        self.used: set[tuple[int, str]] = set()  # what went into a value together with the line above it

    def read(self) -> Understood:
        segments = list(self._segments())
        for i, one in enumerate(segments):
            self._take(one, segments[i + 1 :])
        self._title(segments)
        self.out.body = (self.out.form.body if self.out.form else None) or self._body(self.chapeau)
        if self.out.form and not self.out.is_draft:
            self.out.is_draft = self.out.form.kind.value == "draft-resolution"
        return self.out

    def _segments(self) -> Iterator[_Segment]:
        for number, block in enumerate(self._blocks()):
            i = 0
            while i < len(block):
                count, text, kind, found = self._long(block[i:])
                if count:
                    yield _Segment(
                        text,
                        printed(" ".join(line.text for line in block[i : i + count])),
                        block[i].number,
                        number,
                        kind,
                        found,
                    )
                    i += count
                    continue
                line = block[i]
                whole = self._kind(plain(line.text))[0]
                for piece in [line.text] if whole else self._pieces(line.text.strip()):
                    text = plain(piece)
                    if text:
                        yield _Segment(text, printed(piece), line.number, number, *self._kind(text))
                i += 1

    def _blocks(self) -> list[list[Line]]:
        """The lines above the text, parted at blank ones."""
        blocks: list[list[Line]] = [[]]
        for line in self.top:
            if not line.is_blank:
                blocks[-1].append(line)
            elif blocks[-1]:
                blocks.append([])
        return [block for block in blocks if block]

    def _long(self, block: Sequence[Line]) -> tuple[int, str, str, re.Match[str] | None]:
        """A form over several lines of a block: sponsors of a draft, the line of adoption with its date, a report."""
        kind, alone = self._kind(plain(block[0].text))
        if kind not in ("", "sponsors") and (kind != "adopted" or _dated(alone)):
            return 0, "", "", None
        text = block[0].text
        for count, line in enumerate(block[1:LONGEST], 2):
            text += " " + line.text
            for name in LONG:
                found = _compiled(self.grammar.lines[name][self.language].pattern).fullmatch(plain(text))
                if found and (name != "adopted" or _dated(found)):
                    return count, plain(text), name, found
        return 0, "", "", None

    def _pieces(self, text: str) -> list[str]:
        """What stands apart on a line; also a symbol beside the name of a house: "United Nations A/RES/77/233"."""
        pieces = APART.split(text)
        if len(pieces) > 1:
            return pieces
        for first, rest in (text.split(" ", 1)[::-1], text.rsplit(" ", 1)) if " " in text else ():
            if self._kind(plain(first))[0] == "house" and self._kind(plain(rest))[0] == "symbol":
                return [first, rest]
        return pieces

    def _kind(self, text: str) -> tuple[str, re.Match[str] | None]:
        """The first form that the whole of it has."""
        for form in self.grammar.symbols:
            found = _compiled(form.pattern).fullmatch(text)
            if found:
                return "symbol", found
        if (
            furniture.SURE.fullmatch(text)
            or furniture.ORNAMENT.fullmatch(text)
            or furniture.SYMBOL_ONLY.fullmatch(text)
        ):
            return "furniture", None
        for session in self.grammar.sessions:
            found = _compiled(session[self.language].pattern).fullmatch(text)
            if found and self._number(found):
                return f"session {session.id}", found
        for name in LINES:
            for language in (self.language, *self._others(name)):
                found = _compiled(self.grammar.lines[name][language].pattern).fullmatch(text)
                if found:
                    return name, found
        return "", None

    def _others(self, name: str) -> tuple[str, ...]:
        """Arabic editions leave these lines in English."""
        return ("en",) if self.language == "ar" and name in ("distribution", "original", "date", "house") else ()

    # -- values ------------------------------------------------------------------------------------------------------

    def _take(self, one: _Segment, below: Sequence[_Segment]) -> None:
        out, groups = self.out, one.found.groupdict() if one.found else {}
        if one.kind == "symbol" and out.symbol is None:
            out.symbol = Value(one.text, one.line)
            out.form = next(f for f in self.grammar.symbols if _compiled(f.pattern).fullmatch(one.text))
        elif one.kind.startswith("session ") and out.session is None and one.found:
            out.session = (one.kind.removeprefix("session "), self._number(one.found))
        elif one.kind == "date" and out.issued is None:
            out.issued = self._date(groups.get("date"))
        elif one.kind == "adopted" and out.adopted is None:
            out.adopted = self._date(groups.get("date") or groups.get("day"))
            sitting = _compiled(self.grammar.sitting[self.language].pattern).fullmatch(one.text)
            if out.session is None and sitting:
                out.session = ("sitting", int(sitting["n"]))
        elif one.kind == "agenda" and out.agenda is None:
            subject = groups.get("subject") or groups.get("words")
            if (
                subject is None
                and below
                and not below[0].kind
                and below[0].line <= one.line + 2
                and self._leaves_title(below)
            ):
                subject = " ".join(self._block(below, below[0].block))
            out.agenda = Value(
                f"{groups['item']}{', ' if self.language == 'en' else '، '}{subject}" if subject else groups["item"],
                one.line,
            )
        elif one.kind in ("report", "committee") and out.committee is None:
            text = groups.get("committee") if one.kind == "report" else one.text
            more = self._block(below, one.block) if one.kind == "committee" else []
            out.committee = Value(" ".join([text, *more]), one.line) if text else None
        elif one.kind == "draft":
            out.is_draft = True
            if groups.get("sponsors") and out.sponsors is None:
                out.sponsors = Value(groups["sponsors"].strip(" :*"), one.line)
        elif one.kind == "sponsors" and out.sponsors is None:
            out.sponsors = Value(" ".join([one.raw, *self._block(below, one.block)]), one.line)
        elif one.kind == "other" and out.other is None:
            out.other = Value(one.text, one.line)

    @staticmethod
    def _leaves_title(below: Sequence[_Segment]) -> bool:
        """Does a title stand farther below, so that the next block is the subject of the agenda item?"""
        return any(s.kind in ("numbered", "council") or (not s.kind and s.block > below[0].block) for s in below)

    def _block(self, below: Sequence[_Segment], block: int) -> list[str]:
        """The lines of one block that have no form, up to the first that has one."""
        found = []
        for one in below:
            if one.block != block or one.kind:
                break
            found.append(one.raw)
            self.used.add((one.line, one.raw))
        return found

    def _title(self, segments: Sequence[_Segment]) -> None:
        """The line with the resolution's number, and those below it; else the last lines of no other form."""
        for i, one in enumerate(segments):
            if one.kind in ("numbered", "council") and one.found and self._is_own(one.found.groupdict().get("number")):
                rest = self._block(segments[i + 1 :], one.block) if one.kind == "numbered" else []
                first = one.raw[-_length(one.raw, len(one.found["title"])) :]
                self.out.title = Value(" ".join([first, *rest]), one.line)
                return
        blocks: dict[int, list[_Segment]] = {}
        for one in segments:
            if not one.kind:
                blocks.setdefault(one.block, []).append(one)
        blocks = {n: rest for n, b in blocks.items() if (rest := [s for s in b if (s.line, s.raw) not in self.used])}
        candidates = [b for b in blocks.values() if _is_titular(" ".join(s.text for s in b))]
        if candidates:
            last = candidates[-1]
            self.out.title = Value(" ".join(one.raw for one in last), last[0].line)
        chosen = candidates[-1] if candidates else []
        self.out.unread = [Value(s.text, s.line) for b in blocks.values() for s in b if s not in chosen]

    def _is_own(self, number: str | None) -> bool:
        """Is it the number that the symbol has? A draft has none, or dots in its place."""
        found = self.out.form and self.out.symbol and _compiled(self.out.form.pattern).fullmatch(self.out.symbol.text)
        own = found.groupdict().get("number") if found else None
        figures = re.search(r"\d+/?\d*", number or "")  # «دإط-11/9» is ES-11/9
        return own is None or figures is None or figures[0] in own

    def _date(self, text: str | None) -> datetime.date | None:
        for writing in (self.writing, replace(self.writing, language="en")):
            for date in writing.read_dates(folded(text or "")):
                return date
        return None

    def _number(self, found: re.Match[str]) -> int:
        groups = found.groupdict()
        return (
            int(groups["n"])
            if groups.get("n")
            else ordinal_number(groups.get("ordinal") or "", self.language, self.grammar)
        )

    def _body(self, text: str) -> str | None:
        """The body whose name stands in the chapeau; the longest name wins."""
        name = plain(text)
        named = [
            (len(words), key)
            for key, filed in self.records.bodies.items()
            for words in filed.record.named_as[self.language]
            if words in name
        ]
        return max(named)[1] if named else None


def _dated(found: re.Match[str] | None) -> bool:
    return found is not None and any(found.groupdict().get(name) for name in ("date", "day"))


def _is_titular(text: str) -> bool:
    return len([c for c in text if c.isalpha()]) >= 8


def _length(raw: str, wanted: int) -> int:
    """How many of the last characters of `raw` make `wanted` characters without vowel marks."""
    count = length = 0
    for character in reversed(raw):
        length += 1
        count += character != "\u0640" and not unicodedata.combining(character)
        if count == wanted:
            break
    return length


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


def ordinal_number(word: str, language: str, grammar: MastheadGrammar) -> int:
    """Seventy-seventh → 77, «السابعة والسبعون» → 77; 0 for what is no ordinal up to 99."""
    return _ordinals(grammar, language).get(word.lower().replace("ين", "ون") if language == "ar" else word.lower(), 0)


def ordinal_word(number: int, language: str, grammar: MastheadGrammar) -> str:
    """77 → Seventy-seventh, «السابعة والسبعون»; empty above 99."""
    if number < 20:
        return next((one.ar if language == "ar" else one.en for one in grammar.ordinals if one.n == number), "")
    tens = next((one for one in grammar.tens if one.n == number // 10 * 10), None)
    if tens is None:
        return ""
    if number % 10 == 0:
        return tens.ar if language == "ar" else tens.en
    unit = grammar.ordinals[number % 10 - 1]
    if language == "ar":
        return f"{grammar.one_before_tens if unit.n == 1 else unit.ar} و{tens.ar}"
    return f"{tens.stem}-{unit.en.lower()}"


def _ordinals(grammar: MastheadGrammar, language: str) -> dict[str, int]:
    return {ordinal_word(n, language, grammar).lower(): n for n in range(1, 100)}


def session_words(session: tuple[str, int], language: str, grammar: MastheadGrammar) -> str:
    """The session as that language writes it, or nothing if it has no word for the number."""
    name, number = session
    form = (
        grammar.sitting[language] if name == "sitting" else next(s for s in grammar.sessions if s.id == name)[language]
    )
    word = ordinal_word(number, language, grammar)
    if "{ordinal}" in form.written and not word:
        return ""
    tail = number % 100
    suffix = "th" if tail in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return form.written.format(n=number, suffix=suffix, ordinal=word)
