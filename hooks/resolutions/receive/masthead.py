"""What the lines above a text say of it: symbol, session, agenda item, dates, committee, sponsors.

In: the lines of one language, what the parser took of them (masthead, title, chapeau), the grammar of mastheads and the
records. Out: an `Understood`: each value with its line. What no form reads stays unread; nothing is guessed.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..cite.written import Writing
from ..folding import folded
from ..parse.source import Line
from ..parse.values import Parsed
from ..records.kinds import Kind
from ..records.load import Records
from ..records.masthead import MastheadGrammar, SymbolForm
from .deduced import Deducer
from .segments import Segment, Segments, compiled, plain, printed
from .sessions import Session

NAMED = 120  # letters of a told decision in which its body is named: «قررت الجمعية العامة»
HEAD_LINES = 240  # above the title, of which a draft's sponsors may be a hundred


@dataclass(frozen=True)
class Value:
    """Something that was read, as printed, and the line it begins in."""

    text: str
    line: int


@dataclass
class Understood:
    """What the masthead says. `adopted`, `issued`: dates. `other`: the line of a paper that holds no resolution."""

    language: str
    symbol: Value | None = None
    form: SymbolForm | None = None
    title: Value | None = None
    session: Session | None = None
    agenda: Value | None = None
    adopted: datetime.date | None = None
    issued: datetime.date | None = None
    committee: Value | None = None
    sponsors: Value | None = None
    body: str | None = None
    id: str = ""
    is_draft: bool = False
    is_decision: bool = False
    other: Value | None = None
    unread: list[Value] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        """What the text is: as its symbol says; a decision also where the words say so."""
        kind = self.form.kind if self.form else Kind.DRAFT_RESOLUTION if self.is_draft else Kind.RESOLUTION
        return kind.decision if self.is_decision else kind


def understand(
    lines: Sequence[str], parsed: Parsed, language: str, grammar: MastheadGrammar, records: Records
) -> Understood:
    """What stands above the text."""
    return _Reader(language, grammar, records).read(lines, parsed)


class _Reader:
    def __init__(self, language: str, grammar: MastheadGrammar, records: Records) -> None:
        assert records.references and records.pinpoints and records.shapes
        self.grammar, self.records = grammar, records
        self.writing = Writing(language, records.references, records.pinpoints)
        self.segments = Segments(language, grammar, records.shapes[language].masthead.pattern)
        self.out = Understood(language)
        self.used: set[tuple[int, str]] = set()  # what went into a value together with the line above it

    def read(self, lines: Sequence[str], parsed: Parsed) -> Understood:
        out = self.out
        numbers = [passage.line for passage in parsed.masthead][-HEAD_LINES:]
        segments = list(self.segments.of([Line(number, lines[number - 1]) for number in numbers if number]))
        for i, one in enumerate(segments):
            self._take(one, segments[i + 1 :])
        if parsed.title.text:
            out.title = Value(printed(parsed.title.text), parsed.title.line)
        out.unread = [Value(s.raw, s.line) for s in segments if not s.kind and (s.line, s.raw) not in self.used]
        said = [parsed.chapeau.text, *(one.passage.text[:NAMED] for one in parsed.clauses[:1] if self._is_told(parsed))]
        out.body = (out.form.body if out.form else None) or next(filter(None, map(self._body, said)), None)
        out.is_draft = out.is_draft or (out.form is not None and out.form.kind.is_draft)
        self._deduce(lines, parsed)
        return out

    def _is_told(self, parsed: Parsed) -> bool:
        """Is it told rather than spoken, as decisions are: "the Assembly decided", «قررت الجمعية العامة»?"""
        first = parsed.clauses[0] if parsed.clauses else None
        verb = folded(first.passage.text[slice(*first.opening[0])]) if first and first.opening else ""
        told = self.records.openings[self.out.language].decided if self.records.openings else ()
        return any(verb.endswith(folded(word)) for word in told)

    def _deduce(self, lines: Sequence[str], parsed: Parsed) -> None:
        """Fill in what follows from the rest."""
        out = self.out
        out.is_decision = out.is_decision or self._is_told(parsed)
        deducer = Deducer(lines, parsed, self.writing, self.segments, self.grammar, self.records)
        known = deducer.deduce(out.body, out.kind, out.symbol.text if out.symbol else None)
        if out.symbol is None and known.symbol:
            out.symbol = Value(known.symbol, parsed.title.line)
            out.form = next((f for f in self.grammar.symbols if compiled(f.pattern).fullmatch(known.symbol)), None)
            out.id = known.id
        out.session = out.session or known.session
        out.adopted = out.adopted or (None if out.is_draft else known.adopted)

    def _take(self, one: Segment, below: Sequence[Segment]) -> None:
        out, groups = self.out, one.found.groupdict() if one.found else {}
        out.is_decision = out.is_decision or bool(groups.get("decision"))
        if one.kind == "symbol" and out.symbol is None:
            out.symbol = Value(one.text, one.line)
            out.form = next(f for f in self.grammar.symbols if compiled(f.pattern).fullmatch(one.text))
        elif one.kind.startswith("session ") and out.session is None and one.found:
            out.session = (one.kind.removeprefix("session "), self.segments.number(one.found))
        elif one.kind == "date" and out.issued is None:
            out.issued = self._date(groups.get("date"))
        elif one.kind == "adopted" and out.adopted is None:
            self._adopted(one, below)
        elif one.kind == "agenda" and out.agenda is None:
            subject = groups.get("subject") or groups.get("words") or self._subject(one, below)
            comma = ", " if out.language == "en" else "، "
            out.agenda = Value(comma.join(filter(None, (groups["item"], subject))), one.line)
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

    def _adopted(self, one: Segment, below: Sequence[Segment]) -> None:
        """The day of adoption, here or in brackets below, and the sitting, which counts where there are no sessions."""
        groups = one.found.groupdict() if one.found else {}
        bracket = below[0].text if below and below[0].text.startswith("(") and below[0].text.endswith(")") else None
        self.out.adopted = self._date(groups.get("date") or groups.get("day") or groups.get("said") or bracket)
        sitting = compiled(self.grammar.sitting[self.out.language].pattern).fullmatch(one.text)
        if self.out.session is None and sitting:
            self.out.session = ("sitting", int(sitting["n"]))

    def _subject(self, one: Segment, below: Sequence[Segment]) -> str:
        """The subject of the agenda item, on the lines below it."""
        if not below or below[0].kind or below[0].line > one.line + 2:
            return ""
        return " ".join(self._block(below, below[0].block))

    def _block(self, below: Sequence[Segment], block: int) -> list[str]:
        """The lines of one block that have no form, up to the first that has one."""
        found = []
        for one in below:
            if one.block != block or one.kind:
                break
            found.append(one.raw)
            self.used.add((one.line, one.raw))
        return found

    def _date(self, text: str | None) -> datetime.date | None:
        for writing in (self.writing, replace(self.writing, language="en")):
            for date in writing.read_dates(folded(text or "")):
                return date
        return None

    def _body(self, chapeau: str) -> str | None:
        """The body whose name stands in the chapeau; the longest name wins."""
        name = plain(chapeau)
        named = [
            (len(words), key)
            for key, filed in self.records.bodies.items()
            for words in filed.record.named_as[self.out.language]
            if words in name or (words.startswith("ال") and f"لل{words[2:]}" in name)
        ]
        return max(named)[1] if named else None
