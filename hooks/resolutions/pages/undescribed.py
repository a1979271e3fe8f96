"""The page of an instrument that texts cite and no record describes: what they say of it, and nothing else."""

from __future__ import annotations

import re
from typing import Any

from ..cite.letters import letters
from ..cite.undescribed import Saying, Undescribed
from ..markup import html
from ..model.text import LANGUAGES
from . import parts
from .citing import citing_body, citing_count
from .corpus import Corpus, address, order, place_address
from .draft import PageDraft
from .instrument import cited_rows, crumbs_of

RECORDS = "docs/records/instruments"


def draft(corpus: Corpus, instrument: str, language: str) -> PageDraft:
    """The instrument's page in one interface language."""
    one, citing = corpus.undescribed[instrument], corpus.citing(instrument)
    name = corpus.name(instrument, language)
    page = PageDraft(
        address=address(instrument),
        language=language,
        title=f"{one.symbol}: {name}" if one.symbol and one.number else name,
        description=corpus.say(language, "undescribed-description", name=name),
        template="undescribed.html",
        body="",
        data={
            "crumbs": crumbs_of(corpus, instrument, language),
            "id": instrument,
            "symbol": one.symbol or "",
            "languages": list(order(language)),
            "named": list(order(language, corpus.names(instrument))),
            "names": {each: corpus.names(instrument).get(each, "") for each in LANGUAGES},
            "by_name": bool(one.names),
            "facts": _facts(corpus, one, language),
            "words": {each: _words(one, each) for each in LANGUAGES},
            "cited": cited_rows(corpus, instrument, language),
            "file": f"{RECORDS}/{instrument}.yml",
        },
        source=RECORDS,
    )
    heading = f"## {corpus.say(language, 'citing-heading')} {{: #citing .sec }}"
    return parts.with_body(page, heading + "\n\n" + citing_body(corpus, instrument, citing, page) + "\n")


def entries(corpus: Corpus, language: str) -> list[dict[str, Any]]:
    """For the index: each with the number of places that cite it."""
    return [
        {
            "address": address(key),
            "name": corpus.name(key, language),
            "language": corpus.named(key, language)[1],
            "symbol": one.symbol or "",
            "count": corpus.say(language, "places-count", n=len(corpus.citing(key))),
        }
        for key, one in corpus.undescribed.items()
    ]


def _facts(corpus: Corpus, one: Undescribed, language: str) -> list[dict[str, Any]]:
    facts = [parts.fact(corpus, language, "kind", parts.capital(corpus.say(language, f"kind-{one.kind.value}")))]
    if one.symbol:
        facts.insert(0, parts.fact(corpus, language, "symbol", one.symbol, searched=True))
    if one.number:
        facts.append(parts.fact(corpus, language, "number", corpus.number(one.number, language), searched=True))
    if one.body:
        facts.append(parts.fact(corpus, language, "body", parts.body_name(corpus, one.body, language)))
    facts += [_date(corpus, one, date, language) for date in one.dates]
    if len(one.dates) > 1:
        facts.append(parts.fact(corpus, language, "date", corpus.say(language, "undescribed-dates")))
    facts += _adopted(corpus, one, language)
    citing = corpus.citing(one.id)
    where = address(one.id) + "#citing"
    facts.append(parts.fact(corpus, language, "cited-by", citing_count(corpus, citing, language), address=where))
    return facts


def _date(corpus: Corpus, one: Undescribed, date: Any, language: str) -> dict[str, Any]:
    """A date, and where the texts give it: the first place of each language, the reader's own first."""
    firsts: dict[str, Saying] = {}
    for saying in one.sayings:
        if saying.date == date:
            firsts.setdefault(saying.language, saying)
    own = [firsts[each] for each in order(language) if each in firsts]
    where = "".join(
        corpus.say(language, "semicolon") * (number > 0) + _place(corpus, saying, language)
        for number, saying in enumerate(own)
    )
    words = corpus.say(language, "undescribed-date", date=corpus.wording.date(language, date), where=where)
    return parts.fact(corpus, language, "date", words, address=_address(corpus, own[0]))


def _adopted(corpus: Corpus, one: Undescribed, language: str) -> list[dict[str, Any]]:
    """What the texts say of the adoption: in the reader's language where it is said in it, else in the other."""
    firsts: dict[str, Saying] = {}
    for saying in one.sayings:
        if saying.said:
            firsts.setdefault(saying.language, saying)
    own = next((firsts[each] for each in order(language) if each in firsts), None)
    if own is None:
        return []
    words = corpus.say(language, "undescribed-said", where=_place(corpus, own, language))
    fact = parts.fact(corpus, language, "adopted-so", words, address=_address(corpus, own))
    return [{**fact, "value_html": f"{_quoted(corpus, own, language)} {fact['value_html']}"}]


def _quoted(corpus: Corpus, saying: Saying, language: str) -> str:
    """The words of a text, in their own language and direction."""
    words = html(corpus.say(saying.language, "quoted", words=saying.said), saying.language)
    direction = "rtl" if saying.language == "ar" else "ltr"
    return words if saying.language == language else f'<span lang="{saying.language}" dir="{direction}">{words}</span>'


def _place(corpus: Corpus, saying: Saying, language: str) -> str:
    text = corpus.text(saying.text)
    assert text is not None
    return corpus.say(
        language,
        "undescribed-place",
        symbol=text.record.symbol,
        place=corpus.place_name(text, saying.place, language),
        text=corpus.say(language, f"text-{saying.language}"),
    )


def _address(corpus: Corpus, saying: Saying) -> str:
    text = corpus.text(saying.text)
    assert text is not None
    return place_address(text, saying.place)


def _words(one: Undescribed, language: str) -> list[str]:
    """Each wording of a language once; of a list of pinpoints only the one that holds the number itself."""
    said = dict.fromkeys(saying.words for saying in one.sayings if saying.language == language)
    if one.names:
        return [*said]
    sign = re.findall(r"[0-9]+(?:/[0-9]+)?", one.number)[0] if one.number else (one.symbol or "")
    return [words for words in said if sign.lower() in letters(words).text]
