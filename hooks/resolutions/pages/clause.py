"""The page of one clause."""

from __future__ import annotations

from typing import Any

from ..align.divergences import at
from ..cite.values import Citation, Manner
from ..markup import markdown
from ..model.text import LANGUAGES, Clause, HeldText
from . import body, diverging, parts, remarks, restoration, unresolved, verification
from .corpus import Citing, Corpus, address, order
from .draft import PageDraft
from .taking import control as taking


def draft(corpus: Corpus, text: HeldText, index: int, language: str) -> PageDraft:
    """The page of one clause of the text, in one interface language."""
    clause, record = text.clauses[index], text.record
    name = corpus.clause_name(clause, language)
    where = address(text.id, clause.id)
    shown = order(language, clause.texts)[0]
    draft = PageDraft(
        address=where,
        language=language,
        title=corpus.say(language, "clause-title", clause=name, symbol=record.symbol),
        description=corpus.say(
            language,
            "clause-description" if len(text.languages) > 1 else f"clause-description-{text.languages[0]}",
            clause=name,
            kind=corpus.say(language, f"kind-{record.kind.value}"),
            symbol=record.symbol,
            body=parts.body_name(corpus, record.body, language),
        ),
        template="clause.html",
        body="",
        data={
            "crumbs": [
                *parts.crumbs(corpus, text, language),
                {
                    "text": corpus.say(language, f"part-{clause.part.value}"),
                    "address": address(text.id) + f"#{clause.part.value}",
                },
                {"text": name},
            ],
            "code": clause.code,
            **parts.of_held(corpus, text, language),
            "names": {one: corpus.clause_name(clause, one) for one in LANGUAGES},
            "place": address(text.id) + f"#{clause.id}",
            "compared": text.id in corpus.diverging,
            "notes": diverging.notes(corpus, text, clause.id, language),
            "remarks": remarks.pairing(corpus, text, clause, language),
            "corrections": remarks.corrections(corpus, text, language, clause),
            "cites": _cites(corpus, text, clause, language),
            "uncertain": unresolved.of_place(corpus, text, clause.id, language),
            "source": parts.source(corpus, text, clause, language),
            "restored": restoration.of_clause(corpus, text, clause, language),
            "hashes": verification.rows(clause),
            "previous": _neighbour(corpus, text, index - 1, language),
            "next": _neighbour(corpus, text, index + 1, language),
            "neighbours": "clauses-nav",
            "taking": taking.of(corpus, text, clause, language),
            "linked": _linked_data(corpus, text, clause, language),
        },
        source=text.sources[shown],
        line=clause.texts[shown].passage.line,
    )
    return parts.with_body(draft, _body(corpus, text, clause, draft))


def _body(corpus: Corpus, text: HeldText, clause: Clause, draft: PageDraft) -> str:
    parted = tuple(at(corpus.diverging.get(text.id, ()), clause.id))
    style = body.Style(
        page=draft.src_uri,
        interface=draft.language,
        with_status=True,
        diverging=parted,
        terms=body.terms(corpus, text, clause, parted),
    )
    chapeau = {one: markdown(version.passage.text, one) for one, version in text.chapeaus.items()}
    spine = f'<span class="n">{clause.printed_number(draft.language)}</span>'
    bare = body.bare_pair(chapeau, draft.language, ".chapeau")
    return body.spread(text, bare, body.pair(corpus, text, clause, style, spine)) + "\n"


def _cites(corpus: Corpus, text: HeldText, clause: Clause, language: str) -> list[dict[str, Any]]:
    """One entry for each instrument: its name, the pinpoints given, and how it is cited."""
    cited = corpus.cited[text.id]
    entries = []
    for target in corpus.targets(text, clause.id):
        found = Citing(
            text,
            clause.id,
            tuple(c for one in LANGUAGES for c in cited.at(clause.id, one) if c.target == target),
        )
        (name, own), (other_name, other) = corpus.named(target, language), corpus.named(target, _other(language))
        entries.append(
            {
                "address": address(target),
                "name": name,
                "name_language": own,
                "other_name": other_name if other != own else "",
                "symbol": parts.mark(corpus.record(target)),
                "kind": corpus.say(language, f"kind-{corpus.record(target).kind.value}"),
                "pinpoints": [
                    {
                        "label": corpus.pinpoint_label(pinpoint, language),
                        "other_label": corpus.pinpoint_label(pinpoint, _other(language)),
                        "address": address(target, pinpoint.id),
                    }
                    for pinpoint in found.pinpoints
                    if pinpoint
                ],
                "manners": _manners(corpus, text, clause, found, language),
                "all": corpus.say(language, "all-citing", n=len(corpus.citing(target))),
            }
        )
    return entries


def _manners(corpus: Corpus, text: HeldText, clause: Clause, found: Citing, language: str) -> list[str]:
    manners = []
    if found.only_within:
        manners.append(corpus.say(language, "manner-within"))
    own = [c for c in corpus.cited[text.id].at(clause.id, language) if c in found.citations]
    manners += [
        corpus.say(language, "manner-back", words=_words(clause, citation, language))
        for citation in own
        if citation.manner is Manner.BACK and citation.pinpoint is None
    ]
    manners += [
        corpus.say(language, "manner-note", number=note)
        for note in dict.fromkeys(citation.note for citation in own if citation.note)
    ]
    present = [one for one in LANGUAGES if any(c in found.citations for c in corpus.cited[text.id].at(clause.id, one))]
    if len(present) < len(text.languages):
        manners.append(corpus.say(language, "manner-one-language", text=corpus.say(language, f"text-{present[0]}")))
    return manners


def _words(clause: Clause, citation: Citation, language: str) -> str:
    return clause.texts[language].passage.text[citation.start : citation.end]


def _neighbour(corpus: Corpus, text: HeldText, index: int, language: str) -> dict[str, str] | None:
    if not 0 <= index < len(text.clauses):
        return None
    clause = text.clauses[index]
    return {"text": corpus.clause_name(clause, language), "address": address(text.id, clause.id)}


def _linked_data(corpus: Corpus, text: HeldText, clause: Clause, language: str) -> dict[str, Any]:
    """JSON-LD in the words of schema.org. The status of each language stands with its text."""
    record = text.record
    return {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": corpus.say(language, "clause-title", clause=corpus.clause_name(clause, language), symbol=record.symbol),
        "identifier": f"{record.symbol} {clause.code}",
        "isPartOf": {
            "@type": "Legislation",
            "name": record.titles.shown(language)[0],
            "legislationIdentifier": record.symbol,
            "legislationDate": record.date.isoformat(),
            **({"url": record.official[language]} if record.official else {}),
        },
        "hasPart": [
            {
                "@type": "CreativeWork",
                "inLanguage": one,
                "text": clause.texts[one].passage.text,
                "creativeWorkStatus": corpus.say(language, f"status-{record.readings[one].status.value}"),
            }
            for one in order(language, clause.texts)
        ],
    }


def _other(language: str) -> str:
    return next(one for one in LANGUAGES if one != language)
