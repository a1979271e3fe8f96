"""Where the two languages part: the notes of a clause, and the page that lists all of them by kind."""

from __future__ import annotations

from typing import Any

from ..align.divergences import Divergence, at
from ..cite.find import MASTHEAD
from ..markup import html
from ..model.text import LANGUAGES, HeldText
from ..records.notes import DivergenceKind
from . import body
from .corpus import Corpus, address, order, place_address
from .draft import PageDraft

ADDRESS = "divergences/"


def notes(corpus: Corpus, text: HeldText, place: str, language: str) -> list[dict[str, Any]]:
    """The apparatus of one place, in the order of its letters."""
    return [_note(corpus, one, language) for one in at(corpus.diverging.get(text.id, ()), place)]


def notes_outside_clauses(corpus: Corpus, text: HeldText, language: str) -> list[dict[str, Any]]:
    """The notes on whatever has no page of its own: masthead, title, chapeau, sections, closing lines."""
    apart = {clause.id for clause in text.clauses}
    places = (MASTHEAD, *(one.id for one in text.units() if one.id not in apart and not text.annex(one.id)))
    return [note for place in places for note in notes(corpus, text, place, language)]


def count(corpus: Corpus, text: HeldText, place: str) -> int:
    return sum(1 for _ in at(corpus.diverging.get(text.id, ()), place))


def draft(corpus: Corpus, language: str) -> PageDraft:
    """`/divergences/`: every place, by kind and text."""
    kinds = []
    for kind in DivergenceKind:
        texts = [_of_text(corpus, text, kind, language) for text in corpus.texts]
        total = sum(len(one["entries"]) for one in texts)
        if total:
            kinds.append(
                {
                    "id": kind.value,
                    "name": corpus.say(language, f"divergences-{kind.value}"),
                    "about": corpus.say(language, f"divergences-{kind.value}-about"),
                    "count": corpus.say(language, "notes-count", n=total),
                    "texts": [one for one in texts if one["entries"]],
                }
            )
    return PageDraft(
        address=ADDRESS,
        language=language,
        title=corpus.say(language, "divergences-title"),
        description=corpus.say(language, "divergences-description"),
        template="divergences.html",
        body="",
        data={
            "crumbs": [
                {"text": corpus.say(language, "texts-crumb"), "address": "#texts"},
                {"text": corpus.say(language, "divergences-title")},
            ],
            "languages": list(order(language)),
            "names": {one: corpus.say(one, "divergences-title") for one in LANGUAGES},
            "kinds": kinds,
        },
        source="docs/texts",
    )


def _of_text(corpus: Corpus, text: HeldText, kind: DivergenceKind, language: str) -> dict[str, Any]:
    found = [one for one in corpus.diverging.get(text.id, ()) if one.record.kind is kind]
    found.sort(key=lambda one: not one.record.grave)  # what misleads on substance comes first
    return {
        "symbol": text.record.symbol,
        "name": corpus.name(text.id, language),
        "address": address(text.id),
        "entries": [
            {
                **_note(corpus, one, language),
                "place": corpus.place_name(text, one.place, language),
                "address": _address(text, one),
            }
            for one in found
        ],
    }


def _address(text: HeldText, one: Divergence) -> str:
    if text.clause(one.place):
        return address(text.id, one.place) + f"#{body.note_id(one)}"
    return place_address(text, one.place)


def _note(corpus: Corpus, one: Divergence, language: str) -> dict[str, Any]:
    record = one.record
    return {
        "id": body.note_id(one),
        "sigils": {each: body.sigil(one, each) for each in LANGUAGES},
        "words": {each: record[each] for each in LANGUAGES},
        "kind": corpus.say(language, f"divergence-{record.kind.value}"),
        "grave": record.grave,
        "note_html": html(record.note[language], language),
        "footnote": one.note,
    }
