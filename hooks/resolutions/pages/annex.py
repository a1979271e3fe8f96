"""The page of an annex: its paragraphs side by side, with their own numbers."""

from __future__ import annotations

from typing import Any

from ..markup import escape
from ..model.text import LANGUAGES, Annex, HeldText, Unit
from . import body, diverging, parts, whole
from .corpus import Corpus, address, order
from .draft import PageDraft


def draft(corpus: Corpus, text: HeldText, index: int, language: str) -> PageDraft:
    """The page of one annex of the text, in one interface language."""
    annex, record = text.annexes[index], text.record
    name = corpus.annex_name(text, annex, language)
    shown = order(language, annex.heading.texts)[0]
    draft = PageDraft(
        address=address(text.id, annex.id),
        language=language,
        title=corpus.say(language, "clause-title", clause=name, symbol=record.symbol),
        description=corpus.say(
            language,
            "annex-description",
            annex=name,
            kind=corpus.say(language, f"kind-{record.kind.value}"),
            symbol=record.symbol,
            body=parts.body_name(corpus, record.body, language),
        ),
        template="annex.html",
        body="",
        data={
            "crumbs": [*parts.crumbs(corpus, text, language), {"text": name}],
            **parts.of_held(corpus, text, language),
            "names": {one: whole.heading_words(corpus, text, annex, one) for one in LANGUAGES},
            "place": address(text.id) + f"#{annex.id}",
            "notes": [note for one in _units(annex) for note in diverging.notes(corpus, text, one.id, language)],
            "previous": _neighbour(corpus, text, index - 1, language),
            "next": _neighbour(corpus, text, index + 1, language),
            "neighbours": "annex-nav",
        },
        source=text.sources[shown],
        line=annex.heading.texts[shown].passage.line,
    )
    return parts.with_body(draft, _body(corpus, text, annex, draft))


def _units(annex: Annex) -> tuple[Unit, ...]:
    return annex.heading, *annex.paragraphs


def _body(corpus: Corpus, text: HeldText, annex: Annex, draft: PageDraft) -> str:
    style = body.Style(page=draft.src_uri, interface=draft.language, with_status=False)
    pieces = []
    for index, paragraph in enumerate(annex.paragraphs):
        label = annex.label(paragraph.id, text.record.lead)
        if not index and not label:
            pieces.append(body.unit(corpus, text, paragraph, style, ".title"))
        else:
            spine = f'<span class="n">[{escape(label)}](#{paragraph.id})</span>' if label else ""
            pieces.append(body.pair(corpus, text, paragraph, style, spine))
    return body.spread(text, *pieces, classes=".whole") + "\n"


def _neighbour(corpus: Corpus, text: HeldText, index: int, language: str) -> dict[str, Any] | None:
    if not 0 <= index < len(text.annexes):
        return None
    annex = text.annexes[index]
    return {"text": corpus.annex_name(text, annex, language), "address": address(text.id, annex.id)}
