"""Every place that cites an instrument: the sentence in both languages with the citing words marked, by held text."""

from __future__ import annotations

from ..cite.find import MASTHEAD
from ..cite.values import Citation, Pinpoint
from ..markup import block, escape, markdown
from ..model.text import Clause, HeldText
from . import body
from .corpus import Citing, Corpus, address, order, place_address
from .draft import PageDraft


def citing_body(
    corpus: Corpus, instrument: str, citing: tuple[Citing, ...], page: PageDraft, pinpoint: Pinpoint | None = None
) -> str:
    """Every citing clause in both languages with the citing words marked, grouped by held text."""
    style = body.Style(
        page.src_uri, page.language, marked=instrument, pinpoint=pinpoint, with_status=True, with_ids=False
    )
    groups = []
    for text in corpus.texts:
        found = [one for one in citing if one.text is text]
        if not found:
            continue
        name, own = corpus.named(text.id, page.language)
        title = f"[{markdown(name, own)}]"
        title += f"({body.relative(page.src_uri, address(text.id))})"
        title += "" if own == page.language else f"{{ lang={own} dir={body.DIRECTION[own]} }}"
        groups.append(f'### {title} <bdi dir="ltr">{escape(text.record.symbol)}</bdi> {{: #from-{text.id} .from }}')
        groups += [_citing_entry(corpus, one, page, style) for one in found]
    return "\n\n".join(groups)


def _citing_entry(corpus: Corpus, citing: Citing, page: PageDraft, style: body.Style) -> str:
    language, text = page.language, citing.text
    name = corpus.place_name(text, citing.place, language)
    words = [f"[{name}]({body.relative(page.src_uri, place_address(text, citing.place))})"]
    words += [
        f'<span class="pin">{escape(pinpoint_name(corpus, one, language))}</span>'
        for one in citing.pinpoints
        if (one or not citing.only_within) and style.pinpoint in (None, one)
    ]
    if citing.only_within:
        words.append(f'<span class="why">{escape(corpus.say(language, "manner-within"))}</span>')
    head = block(f"div.from#{text.id}-{citing.place}", " ".join(words), inline=True)
    unit = citing.unit
    if unit is None:
        return head + "\n\n" + body.spread(text, _masthead_pair(corpus, text, style))
    spine = f'<span class="n">{unit.printed_number(style.interface)}</span>' if isinstance(unit, Clause) else ""
    spread = body.spread(text, body.pair(corpus, text, unit, style, spine))
    opening = " ".join(
        f'<span class="act" lang="{one}" dir="{body.DIRECTION[one]}">'
        f"{markdown(unit.texts[one].first_opening, one)}</span>"
        for one in order(language, unit.texts)
        if unit.texts[one].opening
    )
    if not opening:
        return head + "\n\n" + spread
    act = block("div.act-line", f"{escape(corpus.say(language, 'opening-label'))} {opening}", inline=True)
    return "\n\n".join([head, act, spread])


def pinpoint_name(corpus: Corpus, pinpoint: Pinpoint | None, language: str) -> str:
    return corpus.pinpoint_label(pinpoint, language) if pinpoint else corpus.say(language, "as-a-whole")


def _masthead_pair(corpus: Corpus, text: HeldText, style: body.Style) -> str:
    """The lines of the masthead that cite something."""
    lines = {}
    for one in text.languages:
        cited = corpus.cited[text.id].at(MASTHEAD, one)
        lines[one] = " ".join(
            body.passage(corpus, passage, one, cited, style)
            for passage in text.mastheads[one]
            if any(
                citation.end <= len(passage.text) and cites_symbol(corpus, passage.text, citation) for citation in cited
            )
        )
    return body.bare_pair(lines, style.interface, "")


def cites_symbol(corpus: Corpus, line: str, citation: Citation) -> bool:
    symbol = corpus.record(citation.target).symbol or ""
    return bool(symbol) and symbol in line[citation.start : citation.end]


def citing_count(corpus: Corpus, citing: tuple[Citing, ...], language: str) -> str:
    texts = len({one.text.id for one in citing})
    return corpus.say(
        language,
        "clauses-in-texts",
        clauses=corpus.say(language, "places-count", n=len(citing)),
        texts=corpus.say(language, "in-texts", n=texts),
    )
