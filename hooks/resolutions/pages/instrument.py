"""The page of one instrument: what it is, its whole text if it is held, and every clause that cites it."""

from __future__ import annotations

from typing import Any

from ..cite.find import MASTHEAD
from ..cite.values import Pinpoint
from ..markup import block, html, markdown
from ..model.text import LANGUAGES, HeldText
from ..parse.values import Part
from ..records.schema import HeldRecord
from . import body, diverging, parts
from .citing import cites_symbol, citing_body, citing_count, pinpoint_name
from .corpus import Corpus, address, order, place_address
from .draft import PageDraft
from .facts import facts_of

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
            "facts": facts_of(corpus, instrument, text, citing, language),
            "openings": _openings(corpus, text, language) if text else [],
            "cited": _cited(corpus, instrument, language) if citing and not text else [],
            "citing_count": citing_count(corpus, citing, language),
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
            "citing_count": citing_count(corpus, citing, language),
        },
        source=corpus.path(instrument),
        line=1,
    )
    heading = f"## {corpus.say(language, 'citing-pinpoint-heading')} {{: #citing .sec }}"
    return parts.with_body(page, heading + "\n\n" + citing_body(corpus, instrument, citing, page, pinpoint) + "\n")


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
            label = corpus.clause_name(clause, language)
            spine = f'<span class="n">[{clause.printed_number}]({where}){{ aria-label="{label}" }}</span>'
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
            own = tuple(citation for citation in cited if cites_symbol(corpus, passage.text, citation))
            latin = not any("\u0600" <= letter <= "\u06ff" for letter in passage.text)
            direction = "en" if latin else one
            lines.append(
                f"{body.passage(corpus, passage, direction, own, style)}\n"
                f"{{: lang={direction} dir={body.DIRECTION[direction]} }}"
            )
        columns.append(block(f"div.col.masthead{body.attributes(one)}", *lines))
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
