"""The page of one instrument: what it is, its whole text if it is held, and every clause that cites it."""

from __future__ import annotations

from typing import Any

from ..cite.undescribed import Undescribed
from ..cite.values import Pinpoint
from ..markup import html
from ..model.text import LANGUAGES, HeldText
from ..parse.values import Part
from ..records.held import HeldRecord
from . import diverging, parts, remarks, whole
from .citing import citing_body, citing_count, pinpoint_name
from .corpus import Corpus, address, order, place_address
from .draft import PageDraft
from .facts import facts_of
from .taking import control as taking


def draft(corpus: Corpus, instrument: str, language: str) -> PageDraft:
    """The instrument's page in one interface language."""
    record, text = corpus.record(instrument), corpus.text(instrument)
    name = corpus.name(instrument, language)
    citing = corpus.citing(instrument)
    description = (
        _held_description(corpus, text, language) if text else corpus.say(language, "cited-description", name=name)
    )
    page = PageDraft(
        address=address(instrument),
        language=language,
        title=f"{record.symbol}: {name}" if record.symbol else name,
        description=description,
        template="instrument.html",
        body="",
        data={
            "crumbs": crumbs_of(corpus, instrument, language),
            "id": instrument,
            "symbol": record.symbol or "",
            "held": text is not None,
            "draft": isinstance(record, HeldRecord) and record.is_draft,
            "languages": list(order(language, text.languages if text else LANGUAGES)),
            "names": corpus.names(instrument),
            "unofficial": record.unofficial_title if isinstance(record, HeldRecord) else None,
            "absent": parts.absent(corpus, text, language) if text else "",
            "kind": corpus.say(language, f"kind-{record.kind.value}"),
            "states": parts.states(corpus, text, language) if text else [],
            "notes": diverging.notes_outside_clauses(corpus, text, language) if text else [],
            "corrections": remarks.corrections(corpus, text, language) if text else [],
            "noted": len(corpus.diverging.get(instrument, ())),
            "facts": facts_of(corpus, instrument, text, citing, language),
            "openings": _openings(corpus, text, language) if text else [],
            "cited": cited_rows(corpus, instrument, language) if citing and not text else [],
            "citing_count": citing_count(corpus, citing, language),
            "taking": taking.of(corpus, text, None, language) if text else None,
            "citing_total": len(citing),
        },
        source=text.path if text else corpus.path(instrument),
        line=1,
    )
    sections = []
    if text:
        sections.append(whole.whole(corpus, text, page))
    if citing:
        heading = f"## {corpus.say(language, 'citing-heading')} {{: #citing .sec }}"
        sections.append(heading + "\n\n" + citing_body(corpus, instrument, citing, page))
    return parts.with_body(page, "\n\n".join(sections) + "\n")


def pinpoint_draft(corpus: Corpus, instrument: str, pinpoint: Pinpoint, language: str) -> PageDraft:
    """The page of one article or paragraph of a cited instrument."""
    short = corpus.short_name(instrument, language)
    label = corpus.pinpoint_label(pinpoint, language)
    citing = corpus.citing(instrument, pinpoint)
    crumbs = crumbs_of(corpus, instrument, language)
    page = PageDraft(
        address=address(instrument, pinpoint.id),
        language=language,
        title=corpus.say(language, "pinpoint-title", pinpoint=label, name=short),
        description=corpus.say(
            language, "pinpoint-description", pinpoint=label, name=corpus.name(instrument, language)
        ),
        template="pinpoint.html",
        body="",
        data={
            "crumbs": [*crumbs[:-1], {**crumbs[-1], "address": address(instrument)}, {"text": label}],
            "languages": list(order(language)),
            "names": {one: corpus.pinpoint_label(pinpoint, one) for one in LANGUAGES},
            "of": corpus.names(instrument),
            "of_address": address(instrument),
            "symbol": corpus.record(instrument).symbol or "",
            "undescribed": instrument in corpus.undescribed,
            "held": corpus.text(instrument) is not None,
            "held_place": corpus.held_place(instrument, pinpoint),
            "facts": [parts.official_fact(corpus, corpus.record(instrument), language)],
            "citing_count": citing_count(corpus, citing, language),
        },
        source=corpus.path(instrument),
        line=1,
    )
    heading = f"## {corpus.say(language, 'citing-pinpoint-heading')} {{: #citing .sec }}"
    return parts.with_body(page, heading + "\n\n" + citing_body(corpus, instrument, citing, page, pinpoint) + "\n")


def crumbs_of(corpus: Corpus, instrument: str, language: str) -> list[dict[str, Any]]:
    record = corpus.record(instrument)
    if isinstance(record, HeldRecord):
        return [
            {"text": corpus.say(language, "texts-crumb"), "address": "#texts"},
            {"html": html(record.symbol, "ar")},
        ]
    if isinstance(record, Undescribed):
        return [
            {"text": corpus.say(language, "index-title"), "address": "instruments/"},
            {"text": corpus.say(language, "undescribed-heading"), "address": "instruments/#undescribed"},
            {"html": html(corpus.short_name(instrument, language), language)},
        ]
    return [
        {"text": corpus.say(language, "index-title"), "address": "instruments/"},
        {
            "text": corpus.say(language, f"kinds-{record.kind.value}"),
            "address": f"instruments/#kind-{record.kind.value}",
        },
        {"html": html(corpus.short_name(instrument, language), language)},
    ]


def _held_description(corpus: Corpus, text: HeldText, language: str) -> str:
    return corpus.say(
        language,
        "held-description" if len(text.languages) > 1 else f"held-description-{text.languages[0]}",
        kind=corpus.say(language, f"kind-{text.record.kind.value}"),
        symbol=text.record.symbol,
        body=parts.body_name(corpus, text.record.body, language),
        date=parts.date(corpus, text.record, language),
    )


def _openings(corpus: Corpus, text: HeldText, language: str) -> list[dict[str, Any]]:
    """For each part a table: each pair of opening phrases, and the clauses that it opens."""
    tables = []
    for part in Part:
        if not text.part(part):
            continue
        rows: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for clause in text.part(part):
            key = tuple(clause.texts[one].opening_words if one in clause.texts else "" for one in LANGUAGES)
            rows.setdefault(key, []).append(
                {
                    "number": clause.short_number(language),
                    "name": corpus.clause_name(clause, language),
                    "anchor": clause.id,
                }
            )
        tables.append(
            {
                "caption": corpus.say(language, f"part-{part.value}"),
                "rows": [
                    {**dict(zip(LANGUAGES, words, strict=True)), "clauses": clauses} for words, clauses in rows.items()
                ],
            }
        )
    return tables


def cited_rows(corpus: Corpus, instrument: str, language: str) -> list[dict[str, Any]]:
    """What of the instrument is cited: as a whole, and each pinpoint, with the places that cite it."""
    rows = []
    citing = corpus.citing(instrument)
    for pinpoint in (None, *corpus.pinpoints(instrument)):
        found = [one for one in citing if pinpoint in one.pinpoints]
        if not found:
            continue
        rows.append(
            {
                "label": pinpoint_name(corpus, pinpoint, language),
                "address": address(instrument, pinpoint.id) if pinpoint else "",
                "where": [
                    {
                        "name": corpus.place_name(one.text, one.place, language),
                        "symbol": one.text.record.symbol,
                        "address": place_address(one.text, one.place),
                    }
                    for one in found
                ],
                "count": corpus.say(language, "places-count", n=len(found)),
            }
        )
    return rows
