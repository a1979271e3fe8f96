"""Pieces that several kinds of page share."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from ..cite.undescribed import Undescribed
from ..markup import html
from ..model.text import LANGUAGES, Clause, HeldText
from ..records.held import HeldRecord, ReadingRecord
from ..records.instruments import InstrumentRecord
from .corpus import Corpus, address, order, titles
from .draft import PageDraft


def with_body(draft: PageDraft, body: str) -> PageDraft:
    """The body needs to know the page that it stands on, hence the second step."""
    return replace(draft, body=body)


def body_name(corpus: Corpus, body: str, language: str) -> str:
    return corpus.records.bodies[body].record.names[language]


def mark(record: HeldRecord | InstrumentRecord | Undescribed) -> str:
    """The symbol, or the number of a resolution that has none."""
    return record.symbol or (None if isinstance(record, HeldRecord) else record.number) or ""


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def states(corpus: Corpus, text: HeldText, language: str) -> list[dict[str, Any]]:
    """The status of each language, in words, with one sentence that explains it; that it is not held is one too."""
    found = []
    for one in order(language):
        if one not in text.languages:
            found.append(
                {
                    "language": one,
                    "label": corpus.say(language, f"text-{one}"),
                    "status": corpus.say(language, "status-not-held"),
                    "explained": absent(corpus, text, language),
                    "ours": False,
                }
            )
            continue
        reading = text.record.readings[one]
        status = reading.status
        found.append(
            {
                "language": one,
                "label": corpus.say(language, f"text-{one}"),
                "status": corpus.say(language, f"status-{status.value}"),
                "explained": explained(corpus, reading, language),
                "ours": status.ours,
            }
        )
    return found


def explained(corpus: Corpus, reading: ReadingRecord, language: str) -> str:
    """One sentence on a status; that of our own translation says what it was made from."""
    made_from = {"source": corpus.say(language, f"text-{reading.translated_from}")} if reading.translated_from else {}
    return corpus.say(language, f"status-explained-{reading.status.value}", **made_from)


def absent(corpus: Corpus, text: HeldText, language: str) -> str:
    """One sentence on the language that is not held; empty if both are."""
    missing = [one for one in LANGUAGES if one not in text.languages]
    return corpus.say(language, f"text-absent-{missing[0]}") if missing else ""


def of_held(corpus: Corpus, text: HeldText, language: str) -> dict[str, Any]:
    """What a page of a part of a held text says of the whole: its titles, its languages and their status."""
    record = text.record
    return {
        "symbol": record.symbol,
        "text_id": text.id,
        "of": titles(record),
        "of_address": address(text.id),
        "unofficial": record.unofficial_title,
        "languages": list(order(language, text.languages)),
        "ours": [one for one in text.languages if record.readings[one].status.ours],
        "absent": absent(corpus, text, language),
        "states": states(corpus, text, language),
        "draft": record.is_draft,
    }


def crumbs(corpus: Corpus, text: HeldText, language: str) -> list[dict[str, Any]]:
    """The way down to a held text."""
    return [
        {"text": corpus.say(language, "texts-crumb"), "address": "#texts"},
        {"html": html(text.record.symbol, "ar"), "address": address(text.id)},
    ]


def fact(corpus: Corpus, language: str, key: str, value: str, **more: Any) -> dict[str, Any]:
    """A line of the list of facts. `value` is plain text, `address` where it leads."""
    return {"label": corpus.say(language, f"fact-{key}"), "value_html": html(value, language), **more}


def official_fact(corpus: Corpus, record: HeldRecord | InstrumentRecord | Undescribed, language: str) -> dict[str, Any]:
    """The link to the official document. An Arabic reader is told where it is to be had in English only."""
    if isinstance(record, Undescribed):
        return fact(corpus, language, "official", corpus.say(language, "undescribed-official"))
    if record.official is None:
        return fact(corpus, language, "official", corpus.say(language, "official-unknown"))
    url = record.official[language]
    words = html(corpus.say(language, "official-link", site=url.split("/")[2]), language)
    if language == "ar" and record.official.ar is None:
        words += " " + html(corpus.say(language, "official-other-language"), language)
    return {"label": corpus.say(language, "fact-official"), "value_html": words, "url": url}


def date(corpus: Corpus, record: HeldRecord | InstrumentRecord, language: str) -> str:
    if record.date is not None:
        return corpus.wording.date(language, record.date)
    assert isinstance(record, InstrumentRecord) and record.date_note is not None
    return record.date_note[language]


def source(corpus: Corpus, text: HeldText, clause: Clause, language: str) -> list[dict[str, Any]]:
    """Where each language of the clause comes from: status, file and lines, witness and checksum."""
    rows: list[dict[str, Any]] = []
    witnesses = {witness.file: witness for witness in text.record.witnesses}
    shown: set[str] = set()
    for one in order(language, clause.texts):
        reading, name = text.record.readings[one], corpus.say(language, f"text-{one}")
        rows.append(_row(corpus, language, "source-status", name, explained(corpus, reading, language)))
        if reading.witness is None:
            continue
        lines = [origin.line for origin in clause.texts[one].passage.origins]
        place = corpus.say(
            language,
            "source-lines",
            n=max(lines) - min(lines) + 1,
            file=reading.witness,
            first=min(lines),
            last=max(lines),
        )
        rows.append(_row(corpus, language, "source-place", name, place))
        shown.add(reading.witness)
    for file in sorted(shown):
        rows.append(
            {
                "label": corpus.say(language, "source-witness"),
                "value_html": html(witnesses[file].about[language], language),
                "address": witness_address(text, file),
            }
        )
        rows.append({"label": corpus.say(language, "source-hash"), "code": witnesses[file].sha256})
    return rows


def _row(corpus: Corpus, language: str, key: str, name: str, value: str) -> dict[str, Any]:
    return {"label": corpus.say(language, key, text=name), "value_html": html(value, language)}


def witness_address(text: HeldText, file: str) -> str:
    """Where a witness can be downloaded, byte for byte."""
    return address(text.id) + f"source/{file}"


def with_relative_source(draft: PageDraft, root: Path) -> PageDraft:
    """The file that the page's Edit link opens, relative to the repository."""
    path = Path(draft.source)
    return replace(draft, source=path.relative_to(root).as_posix()) if path.is_relative_to(root) else draft
