"""A held text, or one clause of it, as literature cites it.

The sentence follows the United Nations' references: who, what, its number and symbol, title, date, paragraph; then the
text that was read with its status, where, and when. Only the day of reading is left open, for a build has no clock.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from ...markup import html
from ...model.text import LANGUAGES, Clause, HeldText
from ...records.kinds import Kind, Status
from .. import parts
from ..corpus import Corpus, address

PREFIX = {"en": "", "ar": "ar/"}  # of the addresses of an interface
_ADDRESS, _DAY = "\ue000", "\ue001"  # stand for what is markup of its own; private use, so in no text
_PARTS = re.compile(f"([{_ADDRESS}{_DAY}])")


@dataclass(frozen=True)
class Reference:
    """`language`: that of the words; `text`: that of the text read, another one only where the former is not held.

    `authors`: the body, and the committee of it. `number`: what the body itself calls a resolution, `77/233`, or empty.
    `clause`: empty for a whole text. `status`: "English text: draft, printed as received". `address`: of the page.
    """

    key: str
    kind: Kind
    language: str
    text: str
    authors: tuple[str, ...]
    genre: str
    title: str
    symbol: str
    number: str
    date: datetime.date
    clause: str
    status: str
    address: str


def languages(text: HeldText, clause: Clause | None = None) -> tuple[str, ...]:
    """The languages in which the clause, or any clause of the text, is held; all of a text in which none was found."""
    clauses = text.clauses if clause is None else (clause,)
    return tuple(one for one in LANGUAGES if any(one in each.texts for each in clauses)) or text.languages


def reference(corpus: Corpus, text: HeldText, clause: Clause | None, language: str) -> Reference:
    """The reference in the words of `language`."""
    record, held = text.record, languages(text, clause)
    read = language if language in held else held[0]
    committee = (record.committee[language],) if record.committee else ()
    leaf = clause.id if clause else ""
    return Reference(
        key="-".join(part for part in (text.id, leaf, read) if part),
        kind=record.kind,
        language=language,
        text=read,
        authors=(parts.body_name(corpus, record.body, language), *committee),
        genre=corpus.say(language, f"kind-{record.kind.value}"),
        title=corpus.name(text.id, language),
        symbol=record.symbol,
        number=_number(corpus, text, language),
        date=record.date,
        clause=clause_in_sentence(corpus, clause, language) if clause else "",
        status=_status(corpus, text, read, language),
        address=absolute(corpus, address(text.id, leaf), read),
    )


def references(corpus: Corpus, text: HeldText, clause: Clause | None = None) -> tuple[Reference, ...]:
    """One for each language that is held, in its own words: the entries of a file."""
    return tuple(reference(corpus, text, clause, one) for one in languages(text, clause))


def absolute(corpus: Corpus, where: str, language: str) -> str:
    """The full address of a page in the interface `language`."""
    return corpus.base + PREFIX[language] + where


def designation(found: Reference) -> str:
    """`77/233 (A/RES/77/233)`, or the symbol alone."""
    return f"{found.number} ({found.symbol})" if found.number else found.symbol


def sentence_html(corpus: Corpus, found: Reference) -> str:
    """The reference as HTML: symbols isolated, the address a link, the day in an element that a script can fill."""
    key, values = ("reference-clause", {"clause": found.clause}) if found.clause else ("reference-text", {})
    sentence = corpus.say(
        found.language,
        key,
        author=corpus.say(found.language, "comma").join(found.authors),
        kind=corpus.say(found.language, f"reference-kind-{found.kind.value}"),
        designation=designation(found),
        title=found.title,
        date=corpus.wording.date(found.language, found.date),
        status=found.status,
        address=_ADDRESS,
        day=_DAY,
        **values,
    )
    link = f'<a dir="ltr" href="{html(found.address, "en")}">{html(found.address, "en")}</a>'
    day = f"<span data-today>{html(corpus.say(found.language, 'reference-day'), found.language)}</span>"
    own = {_ADDRESS: f'<bdi dir="ltr">{link}</bdi>', _DAY: day}
    shown = "".join(own.get(part) or html(part, found.language) for part in _PARTS.split(sentence))
    if found.language != "ar":  # in Arabic every symbol is isolated already
        shown = shown.replace(html(found.symbol, "en"), f'<bdi dir="ltr">{html(found.symbol, "en")}</bdi>', 1)
    return shown


def clause_in_sentence(corpus: Corpus, clause: Clause, language: str) -> str:
    """The clause's name inside a sentence: "operative paragraph 4"."""
    name = corpus.clause_name(clause, language)
    return name[:1].lower() + name[1:]


def _status(corpus: Corpus, text: HeldText, read: str, language: str) -> str:
    label, status = corpus.say(language, f"text-{read}"), text.record.readings[read].status
    if status is Status.OFFICIAL:
        return label
    return corpus.say(language, "reference-status", text=label, status=corpus.say(language, f"status-{status.value}"))


def _number(corpus: Corpus, text: HeldText, language: str) -> str:
    """The resolution's number, read out of its symbol as the record of the body says: A/RES/{number}."""
    body = corpus.records.bodies[text.record.body].record
    if text.record.is_draft or not body.symbol:
        return ""
    pattern = re.escape(body.symbol).replace(re.escape("{number}"), "(.+)")
    found = re.fullmatch(pattern, text.record.symbol)
    if not found:
        return ""
    return next((one[language] for one in body.written if one.number == found[1]), found[1])
