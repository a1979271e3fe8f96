"""The page of one instrument: what it is, its whole text if it is held, and every clause that cites it."""

from __future__ import annotations

from typing import Any

from ..cite.find import MASTHEAD
from ..cite.values import Pinpoint
from ..markup import block, escape, html, markdown
from ..model.text import LANGUAGES, HeldText
from ..parse.text import Part
from ..records.schema import HeldRecord, InstrumentRecord
from . import body, diverging, parts
from .corpus import Citing, Corpus, address, order, place_address
from .draft import PageDraft

OUTSIDE_CLAUSES = ("masthead", "title", "chapeau")


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
            "crumbs": _crumbs(corpus, instrument, language),
            "id": instrument,
            "symbol": record.symbol or "",
            "held": text is not None,
            "draft": isinstance(record, HeldRecord) and record.is_draft,
            "languages": list(order(language)),
            "names": {one: corpus.name(instrument, one) for one in LANGUAGES},
            "kind": corpus.say(language, f"kind-{record.kind.value}"),
            "states": parts.states(corpus, text, language) if text else [],
            "notes": [note for place in OUTSIDE_CLAUSES for note in diverging.notes(corpus, text, place, language)]
            if text
            else [],
            "noted": len(corpus.diverging.get(instrument, ())),
            "facts": _facts(corpus, instrument, text, citing, language),
            "openings": _openings(corpus, text, language) if text else [],
            "cited": _cited(corpus, instrument, language) if citing and not text else [],
            "citing_count": _citing_count(corpus, citing, language),
            "citing_total": len(citing),
        },
        source=text.path if text else corpus.path(instrument),
        line=1,
    )
    sections = []
    if text:
        sections.append(_whole(corpus, text, page))
    if citing:
        heading = f"## {corpus.say(language, 'citing-heading')} {{: #citing .sec }}"
        sections.append(heading + "\n\n" + citing_body(corpus, instrument, citing, page))
    return parts.with_body(page, "\n\n".join(sections) + "\n")


def pinpoint_draft(corpus: Corpus, instrument: str, pinpoint: Pinpoint, language: str) -> PageDraft:
    """The page of one article or paragraph of a cited instrument."""
    short = corpus.short_name(instrument, language)
    label = corpus.pinpoint_label(pinpoint, language)
    citing = corpus.citing(instrument, pinpoint)
    crumbs = _crumbs(corpus, instrument, language)
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
            "of": {one: corpus.name(instrument, one) for one in LANGUAGES},
            "instrument": address(instrument),
            "symbol": corpus.record(instrument).symbol or "",
            "official": parts.official_fact(corpus, corpus.record(instrument), language),
            "citing_count": _citing_count(corpus, citing, language),
        },
        source=corpus.path(instrument),
        line=1,
    )
    heading = f"## {corpus.say(language, 'citing-pinpoint-heading')} {{: #citing .sec }}"
    return parts.with_body(page, heading + "\n\n" + citing_body(corpus, instrument, citing, page) + "\n")


def citing_body(corpus: Corpus, instrument: str, citing: tuple[Citing, ...], page: PageDraft) -> str:
    """Every citing clause in both languages with the citing words marked, grouped by held text."""
    style = body.Style(page.src_uri, page.language, marked=instrument, with_status=True, with_ids=False)
    groups = []
    for text in corpus.texts:
        found = [one for one in citing if one.text is text]
        if not found:
            continue
        title = f"[{markdown(text.record.titles[page.language], page.language)}]"
        title += f"({body.relative(page.src_uri, address(text.id))})"
        groups.append(f'### {title} <bdi dir="ltr">{escape(text.record.symbol)}</bdi> {{: #from-{text.id} .from }}')
        groups += [_citing_entry(corpus, one, page, style) for one in found]
    return "\n\n".join(groups)


def _citing_entry(corpus: Corpus, citing: Citing, page: PageDraft, style: body.Style) -> str:
    language, text = page.language, citing.text
    name = corpus.place_name(text, citing.place, language)
    words = [f"[{name}]({body.relative(page.src_uri, place_address(text, citing.place))})"]
    words += [
        f'<span class="pin">{escape(_pinpoint_name(corpus, one, language))}</span>'
        for one in citing.pinpoints
        if one or not citing.only_within
    ]
    if citing.only_within:
        words.append(f'<span class="why">{escape(corpus.say(language, "manner-within"))}</span>')
    head = block(f"div.from#{text.id}-{citing.place}", " ".join(words), inline=True)
    clause = citing.clause
    if clause is None:
        return head + "\n\n" + block("div.spread", _masthead_pair(corpus, text, style))
    opening = " ".join(
        f'<span class="act" lang="{one}" dir="{body.DIRECTION[one]}">'
        f"{markdown(clause.texts[one].first_opening, one)}</span>"
        for one in order(language)
    )
    act = block("div.act-line", f"{escape(corpus.say(language, 'opening-label'))} {opening}", inline=True)
    number = f"({clause.number})" if clause.part is Part.PREAMBULAR else str(clause.number)
    spine = f'<span class="n">{number}</span>'
    pair = body.pair(corpus, text, clause, style, spine)
    return "\n\n".join([head, act, block("div.spread", pair)])


def _pinpoint_name(corpus: Corpus, pinpoint: Pinpoint | None, language: str) -> str:
    return corpus.pinpoint_label(pinpoint, language) if pinpoint else corpus.say(language, "as-a-whole")


def _masthead_pair(corpus: Corpus, text: HeldText, style: body.Style) -> str:
    """The lines of the masthead that cite something."""
    lines = {}
    for one in LANGUAGES:
        cited = corpus.cited[text.id].at(MASTHEAD, one)
        lines[one] = " ".join(
            body.passage(passage, one, cited, style)
            for passage in text.mastheads[one]
            if any(citation.end <= len(passage.text) and _cites(corpus, passage.text, citation) for citation in cited)
        )
    return body.bare_pair(lines, style.interface, "")


def _cites(corpus: Corpus, line: str, citation: Any) -> bool:
    symbol = corpus.record(citation.target).symbol or ""
    return bool(symbol) and symbol in line[citation.start : citation.end]


def _whole(corpus: Corpus, text: HeldText, page: PageDraft) -> str:
    """The whole text side by side, from the masthead to the last paragraph; each clause leads to its page."""
    language = page.language
    style = body.Style(page.src_uri, language)
    pieces = [_masthead(corpus, text, style)]
    titles = {one: markdown(text.titles[one].text, one) for one in LANGUAGES}
    pieces.append(body.bare_pair(titles, language, ".title", anchor="title"))
    status = {
        one: markdown(parts.capital(corpus.say(one, f"status-{text.record.readings[one].status.value}")), one)
        for one in LANGUAGES
    }
    pieces.append(body.bare_pair(status, language, ".st", anchor="status"))
    chapeau = {one: markdown(text.chapeaus[one].text, one) for one in LANGUAGES}
    for part in Part:
        clauses = text.part(part)
        if not clauses:
            continue
        label = " ".join(
            f'<span lang="{one}" dir="{body.DIRECTION[one]}">{corpus.say(one, f"part-{part.value}")}</span>'
            for one in order(language)
        )
        pieces.append(f"### {label} {{: #{part.value} .part }}")
        if part is Part.PREAMBULAR:
            pieces.append(body.bare_pair(chapeau, language, ".chapeau", anchor="chapeau"))
        for clause in clauses:
            where = body.relative(page.src_uri, address(text.id, clause.id))
            number = f"({clause.number})" if part is Part.PREAMBULAR else str(clause.number)
            spine = (
                f'<span class="n">[{number}]({where}){{ aria-label="{corpus.clause_name(clause, language)}" }}</span>'
            )
            count = len(corpus.targets(text, clause.id))
            if count:
                words = corpus.say(language, "citations-count", n=count)
                spine += f" [{words}]({where}){{ .c }}"
            noted = diverging.count(corpus, text, clause.id)
            if noted:
                spine += f" [{corpus.say(language, 'notes-count', n=noted)}]({where}){{ .c }}"
            pieces.append(body.pair(corpus, text, clause, style, spine))
    heading = f"## {corpus.say(language, 'whole-text')} {{: #text .sec }}"
    return heading + "\n\n" + block("div.spread.whole", *pieces)


def _masthead(corpus: Corpus, text: HeldText, style: body.Style) -> str:
    """Each line as it stands in its language; the lines of the two do not answer each other."""
    columns = []
    for one in order(style.interface):
        cited = corpus.cited[text.id].at(MASTHEAD, one)
        lines = []
        for passage in text.mastheads[one]:
            own = tuple(citation for citation in cited if _cites(corpus, passage.text, citation))
            latin = not any("\u0600" <= letter <= "\u06ff" for letter in passage.text)
            direction = "en" if latin else one
            lines.append(
                f"{body.passage(passage, direction, own, style)}\n"
                f"{{: lang={direction} dir={body.DIRECTION[direction]} }}"
            )
        columns.append(block(f"div.col.masthead{body.attributes(one, style.interface)}", *lines))
    return block(f"div.pair.bare#{MASTHEAD}", *columns)


def _crumbs(corpus: Corpus, instrument: str, language: str) -> list[dict[str, Any]]:
    record = corpus.record(instrument)
    if isinstance(record, HeldRecord):
        return [
            {"text": corpus.say(language, "texts-crumb"), "address": "#texts"},
            {"html": html(record.symbol, "ar")},
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
        "held-description",
        kind=corpus.say(language, f"kind-{text.record.kind.value}"),
        symbol=text.record.symbol,
        body=parts.body_name(corpus, text.record.body, language),
        date=parts.date(corpus, text.record, language),
    )


def _facts(
    corpus: Corpus, instrument: str, text: HeldText | None, citing: tuple[Citing, ...], language: str
) -> list[dict[str, Any]]:
    record = corpus.record(instrument)
    facts = []

    def add(key: str, value: str | None, **more: Any) -> None:
        if value:
            facts.append(parts.fact(corpus, language, key, value, **more))

    add("symbol", record.symbol, searched=True)
    if isinstance(record, InstrumentRecord) and not record.symbol:
        add("number", record.number, searched=True)
    add("kind", parts.capital(corpus.say(language, f"kind-{record.kind.value}")))
    if isinstance(record, InstrumentRecord) and record.short:
        add("short", record.short[language], searched=True)
    committee = record.committee if isinstance(record, HeldRecord) else None
    bodies = [parts.body_name(corpus, record.body, language)] if record.body else []
    add("body", corpus.say(language, "comma").join([*bodies, *([committee[language]] if committee else [])]))
    if isinstance(record, HeldRecord):
        place = [record.place[language]] if record.place else []
        add("session", corpus.say(language, "comma").join([record.session[language], *place]))
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
            add("adopted-by", corpus.short_name(record.adopted_by, language), address=address(record.adopted_by))
    if text:
        add("extent", extent(corpus, text, language))
        _held_links(corpus, text, language, facts)
    facts.append(parts.official_fact(corpus, record, language))
    if citing:
        add("cited-by", _citing_count(corpus, citing, language), address=address(instrument) + "#citing")
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
    counts = text.record.counts
    extent = corpus.say(
        language,
        "extent",
        preambular=corpus.say(language, "preambular-count", n=counts.preambular),
        operative=corpus.say(language, "operative-count", n=counts.operative),
    )
    if not counts.footnotes:
        return extent
    return corpus.say(language, "comma").join([extent, corpus.say(language, "footnote-count", n=counts.footnotes)])


def _openings(corpus: Corpus, text: HeldText, language: str) -> list[dict[str, Any]]:
    """For each part a table: each pair of opening phrases, and the clauses that it opens."""
    tables = []
    for part in Part:
        rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for clause in text.part(part):
            key = (clause.texts["en"].opening_words, clause.texts["ar"].opening_words)
            rows.setdefault(key, []).append(
                {"number": clause.number, "name": corpus.clause_name(clause, language), "anchor": clause.id}
            )
        tables.append(
            {
                "caption": corpus.say(language, f"part-{part.value}"),
                "rows": [{"en": en, "ar": ar, "clauses": clauses} for (en, ar), clauses in rows.items()],
            }
        )
    return tables


def _cited(corpus: Corpus, instrument: str, language: str) -> list[dict[str, Any]]:
    """What of the instrument is cited: as a whole, and each pinpoint, with the places that cite it."""
    rows = []
    citing = corpus.citing(instrument)
    for pinpoint in (None, *corpus.pinpoints(instrument)):
        found = [one for one in citing if pinpoint in one.pinpoints]
        if not found:
            continue
        rows.append(
            {
                "label": _pinpoint_name(corpus, pinpoint, language),
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


def _citing_count(corpus: Corpus, citing: tuple[Citing, ...], language: str) -> str:
    texts = len({one.text.id for one in citing})
    return corpus.say(
        language,
        "clauses-in-texts",
        clauses=corpus.say(language, "places-count", n=len(citing)),
        texts=corpus.say(language, "texts-count", n=texts),
    )
