"""What an instrument is, as a list of labels and values."""

from __future__ import annotations

from typing import Any

from ..model.text import HeldText
from ..records.held import HeldRecord
from ..records.instruments import InstrumentRecord
from . import parts
from .citing import citing_count
from .corpus import Citing, Corpus, address


def facts_of(
    corpus: Corpus, instrument: str, text: HeldText | None, citing: tuple[Citing, ...], language: str
) -> list[dict[str, Any]]:
    record = corpus.record(instrument)
    facts = []

    def add(key: str, value: str | None, **more: Any) -> None:
        if value:
            facts.append(parts.fact(corpus, language, key, value, **more))

    add("symbol", record.symbol)
    if isinstance(record, InstrumentRecord) and not record.symbol:
        add("number", record.number)
    add("kind", parts.capital(corpus.say(language, f"kind-{record.kind.value}")))
    if isinstance(record, InstrumentRecord) and record.short and record.short[language] != record.names[language]:
        add("short", record.short[language])
    committee = record.committee if isinstance(record, HeldRecord) else None
    bodies = [parts.body_name(corpus, record.body, language)] if record.body else []
    add("body", corpus.say(language, "comma").join([*bodies, *([committee[language]] if committee else [])]))
    if isinstance(record, HeldRecord):
        place = [record.place[language]] if record.place else []
        held_at = [record.session[language]] if record.session else []
        add("session", corpus.say(language, "comma").join([*held_at, *place]) or None)
        add("agenda-item", record.agenda_item[language] if record.agenda_item else None)
        add("dated" if record.is_draft else "adopted", parts.date(corpus, record, language))
        add("issued", corpus.wording.date(language, record.issued) if record.issued else None)
        add("sponsors", record.sponsors[language] if record.sponsors else None)
    else:
        add("date" if record.date is None else "adopted", parts.date(corpus, record, language))
        for entry in record.treaty_series:
            values = {"number": entry.number, **({"volume": entry.volume} if entry.volume else {})}
            add("registered", corpus.say(language, f"series-{entry.series}", **values))
        if record.adopted_by:
            by = record.adopted_by
            has_page = corpus.citing(by) or corpus.text(by)
            add("adopted-by", corpus.short_name(by, language), **({"address": address(by)} if has_page else {}))
    if text:
        add("extent", extent(corpus, text, language))
        _held_links(corpus, text, language, facts)
    facts.append(parts.official_fact(corpus, record, language))
    if citing:
        add("cited-by", citing_count(corpus, citing, language), address=address(instrument) + "#citing")
    return facts


def _held_links(corpus: Corpus, text: HeldText, language: str, facts: list[dict[str, Any]]) -> None:
    targets = {t for place in corpus.cited[text.id].places() for t in corpus.targets(text, place)}
    facts.append(parts.fact(corpus, language, "cites", corpus.say(language, "instruments-count", n=len(targets))))
    for witness in text.record.witnesses:
        facts.append(
            parts.fact(
                corpus, language, "source", witness.about[language], address=parts.witness_address(text, witness.file)
            )
        )


def extent(corpus: Corpus, text: HeldText, language: str) -> str:
    counts = text.record.counts.of(text.record.lead)
    extent = corpus.say(
        language,
        "extent",
        preambular=corpus.say(language, "preambular-count", n=counts.preambular),
        operative=corpus.say(language, "operative-count", n=counts.operative),
    )
    if not counts.footnotes:
        return extent
    return corpus.say(language, "comma").join([extent, corpus.say(language, "footnote-count", n=counts.footnotes)])
