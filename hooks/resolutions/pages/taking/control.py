"""What stands on a page for taking: references and their files, the report of an error, the words that a copy carries.

The text itself is copied out of the page, so that it stands there once; here is only what goes with it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...model.text import Clause, HeldText
from ...records.kinds import Status
from .. import parts
from ..corpus import Corpus, address, order
from . import formats
from .reference import Reference, absolute, clause_in_sentence, languages, reference, references, sentence_html

FORMATS: dict[str, tuple[str, Callable[[tuple[Reference, ...]], str]]] = {
    "bib": ("BibTeX", formats.bibtex),
    "ris": ("RIS", formats.ris),
    "json": ("CSL-JSON", formats.csl_json),
}
FORM_LANGUAGES = {"en": "English", "ar": "العربية"}  # the options of .github/ISSUE_TEMPLATE/wrong-text.yml


def of(corpus: Corpus, text: HeldText, clause: Clause | None, language: str) -> dict[str, Any]:
    """The value for the template, of one clause or, without it, of the whole text."""
    return {
        "clause": clause.id if clause else "",
        "references": [
            {"language": one, "html": sentence_html(corpus, reference(corpus, text, clause, one))}
            for one in order(language)
        ],
        "files": [
            {"name": name, "address": file_address(text, clause, ending), "saved_as": _saved_as(text, clause, ending)}
            for ending, (name, _) in FORMATS.items()
        ],
        "has_notes": any(version.notes for one in _clauses(text, clause) for version in one.texts.values()),
        "copied": _copied(corpus, text, clause, language),
        "report": _report(corpus, text, clause, language),
    }


def files(corpus: Corpus, text: HeldText, clause: Clause | None) -> dict[str, bytes]:
    """The reference to the text or to a clause as a file in each format, with an entry for each language held.

    One file for both languages: half as many files, and the address is the same in both interfaces.
    """
    found = references(corpus, text, clause)
    return {ending: write(found).encode() for ending, (_, write) in FORMATS.items()}


def file_address(text: HeldText, clause: Clause | None, ending: str) -> str:
    """`instruments/a-res-77-233/op-4/cite.bib`."""
    return address(text.id, clause.id if clause else "") + f"cite.{ending}"


def _saved_as(text: HeldText, clause: Clause | None, ending: str) -> str:
    return "-".join([text.id, *([clause.id] if clause else [])]) + f".{ending}"


def _clauses(text: HeldText, clause: Clause | None) -> tuple[Clause, ...]:
    return text.clauses if clause is None else (clause,)


def _copied(corpus: Corpus, text: HeldText, clause: Clause | None, language: str) -> dict[str, Any]:
    """For the script: by language the line of the source with `{clause}` open, the status, the text's address.

    Each clause has its name for the reader, and the one that stands in a copy in each language that is held.
    """
    held = [one for one in order(language) if one in languages(text, clause)]
    return {
        "symbol": text.record.symbol,
        "languages": {one: _words(corpus, text, one) for one in held},
        "clauses": {
            one.id: {
                "name": clause_in_sentence(corpus, one, language),
                "in": {each: clause_in_sentence(corpus, one, each) for each in held if each in one.texts},
            }
            for one in _clauses(text, clause)
        },
    }


def _words(corpus: Corpus, text: HeldText, language: str) -> dict[str, str]:
    status = text.record.readings[language].status
    return {
        "source": corpus.say(
            language,
            "copy-source-line",
            symbol=text.record.symbol,
            clause="{clause}",
            date=parts.date(corpus, text.record, language),
        ),
        "status": "" if status is Status.OFFICIAL else parts.capital(corpus.say(language, f"status-{status.value}")),
        "address": absolute(corpus, address(text.id), language),
    }


def _report(corpus: Corpus, text: HeldText, clause: Clause | None, language: str) -> dict[str, str]:
    """The fields of the issue form by their ids; the template adds the address of the page."""
    held = languages(text, clause)
    read = language if language in held else held[0]
    place = [corpus.clause_name(clause, language)] if clause else []
    where = corpus.say(language, "comma").join([text.record.symbol, *place])
    return {
        "title": corpus.say(language, "report-title", where=where),
        "clause": "/".join([text.id, *([clause.id] if clause else [])]),
        "language": FORM_LANGUAGES[read],
        "wrong": corpus.say(language, "report-wrong", where=where, text=corpus.say(language, f"text-{read}")),
    }
