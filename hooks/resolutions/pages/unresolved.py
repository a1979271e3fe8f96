"""Citations whose target is not certain: those of a clause, and the page that lists all of them with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from ..cite import undescribed
from ..cite.find import MASTHEAD
from ..cite.values import Mention, Open, Why
from ..model.text import LANGUAGES, HeldText
from . import parts
from .corpus import Corpus, address, order, place_address
from .draft import PageDraft

ADDRESS = "unresolved/"


def draft(corpus: Corpus, language: str) -> PageDraft:
    """`/unresolved/`: every such citation, by text."""
    texts = [_of_text(corpus, text, language) for text in corpus.texts]
    total = sum(len(one["entries"]) for one in texts)
    return PageDraft(
        address=ADDRESS,
        language=language,
        title=corpus.say(language, "unresolved-title"),
        description=corpus.say(language, "unresolved-description"),
        template="unresolved.html",
        body="",
        data={
            "crumbs": [
                {"text": corpus.say(language, "index-title"), "address": "instruments/"},
                {"text": corpus.say(language, "unresolved-title")},
            ],
            "languages": list(order(language)),
            "names": {one: corpus.say(one, "unresolved-title") for one in LANGUAGES},
            "count": corpus.say(language, "citations-count", n=total),
            "texts": [one for one in texts if one["entries"]],
            "searched": [
                {"name": corpus.name(text.id, language), "symbol": text.record.symbol, "address": address(text.id)}
                for text in corpus.texts
            ],
        },
        source="docs/texts",
    )


def count(corpus: Corpus) -> int:
    return sum(len(list(_pairs(corpus, text, place))) for text in corpus.texts for place in _places(text))


def of_place(corpus: Corpus, text: HeldText, place: str, language: str) -> list[dict[str, Any]]:
    """What one place cites without certainty, with the words of each language and the reason in this one."""
    return [_entry(corpus, pair, language) for pair in _pairs(corpus, text, place)]


def _of_text(corpus: Corpus, text: HeldText, language: str) -> dict[str, Any]:
    return {
        "symbol": text.record.symbol,
        "name": corpus.name(text.id, language),
        "address": address(text.id),
        "entries": [
            {
                **entry,
                "place": corpus.place_name(text, place, language),
                "address": place_address(text, place) + ("#uncertain" if text.clause(place) else ""),
            }
            for place in _places(text)
            for entry in of_place(corpus, text, place, language)
        ],
    }


def _places(text: HeldText) -> tuple[str, ...]:
    return MASTHEAD, *(unit.id for unit in text.units())


def _pairs(corpus: Corpus, text: HeldText, place: str) -> Iterator[dict[str, Mention]]:
    """The mentions of both languages that are open for the same reason, in turn; one alone where only one has it."""
    groups: dict[object, dict[str, list[Mention]]] = {}
    for language in LANGUAGES:
        for mention in corpus.cited[text.id].open_at(place, language):
            key = (mention.open, mention.number, mention.act, mention.note)
            groups.setdefault(key, {}).setdefault(language, []).append(mention)
    for group in groups.values():
        for pair in zip_longest(*(group.get(language, ()) for language in LANGUAGES)):
            yield {language: one for language, one in zip(LANGUAGES, pair, strict=True) if one}


def _entry(corpus: Corpus, pair: dict[str, Mention], language: str) -> dict[str, Any]:
    one = next(iter(pair.values()))
    return {
        "words": {each: pair[each].words if each in pair else "" for each in LANGUAGES},
        "reason": reason(corpus, one.open, language),
        "note": corpus.say(language, "manner-note", number=one.note) if one.note else "",
        "targets": list(_targets(corpus, one, language)),
    }


def reason(corpus: Corpus, why: Open | None, language: str) -> str:
    """Why it is not certain what is meant, in plain words."""
    assert why is not None
    key, values = f"why-{why.why.value}", {}
    if why.why is Why.SEVERAL_BODIES:
        names = (parts.body_name(corpus, body, language) for body in why.bodies)
        values["bodies"] = corpus.say(language, "comma").join(names)
    elif why.date:
        values["date"] = corpus.wording.date(language, why.date)
    elif why.year:
        key, values["year"] = f"{key}-year", str(why.year)
    return corpus.say(language, key, **values)


def _targets(corpus: Corpus, one: Mention, language: str) -> Iterator[dict[str, str]]:
    """What may be meant, each with its page where it has one."""
    assert one.open is not None
    ids = list(one.open.targets)
    if one.number:
        ids += [
            undescribed.identify(replace(one, open=None, body=body, symbol=None), corpus.records) or ""
            for body in one.open.bodies
        ]
    for key in dict.fromkeys(ids):
        if corpus.citing(key) or corpus.text(key):
            yield {
                "name": corpus.name(key, language),
                "symbol": parts.mark(corpus.record(key)),
                "address": address(key),
            }
        elif key in corpus.records.instruments:
            yield {"name": corpus.name(key, language), "symbol": parts.mark(corpus.record(key)), "address": ""}
