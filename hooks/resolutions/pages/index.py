"""The index of instruments, and what the home page and the page about sources show of the corpus."""

from __future__ import annotations

from typing import Any

from ..cite.values import Citation
from ..markup import html
from ..model.text import LANGUAGES, ClauseText, HeldText
from ..records.kinds import Kind
from . import ledger, parts, undescribed, unresolved, verification
from .corpus import Corpus, address, order
from .draft import PageDraft
from .facts import extent

MOST_CITED = 8  # on the home page
LONG_NAME = 60  # letters that fit a line of its list


ADDRESS = "instruments/"


def draft(corpus: Corpus, language: str) -> PageDraft:
    """`/instruments/`."""
    return PageDraft(
        address=ADDRESS,
        language=language,
        title=corpus.say(language, "index-title"),
        description=corpus.say(language, "index-description"),
        template="instruments.html",
        body="",
        data={
            "crumbs": [{"text": corpus.say(language, "index-title")}],
            "languages": list(order(language)),
            "names": {one: corpus.say(one, "index-title") for one in LANGUAGES},
            "undescribed": undescribed.entries(corpus, language),
            "undescribed_count": corpus.say(language, "instruments-count", n=len(corpus.undescribed)),
            "unresolved_count": corpus.say(language, "citations-count", n=unresolved.count(corpus)),
            **summary(corpus, language),
        },
        source="docs/records/instruments",
    )


def summary(corpus: Corpus, language: str) -> dict[str, Any]:
    """Held texts, and cited instruments by kind, each with the number of places that cite it."""
    cited = [key for key in corpus.records.instruments if corpus.citing(key)]
    groups = []
    for kind in Kind:
        entries = [_entry(corpus, key, language) for key in cited if corpus.record(key).kind is kind]
        if entries:
            groups.append(
                {
                    "id": f"kind-{kind.value}",
                    "name": corpus.say(language, f"kinds-{kind.value}"),
                    "count": corpus.say(language, "instruments-count", n=len(entries)),
                    "entries": sorted(entries, key=lambda entry: entry["sort"]),
                }
            )
    most = sorted((_entry(corpus, key, language) for key in cited), key=lambda entry: (-entry["n"], entry["sort"]))
    return {
        "held": [_held(corpus, text, language) for text in corpus.texts],
        "held_count": corpus.say(language, "texts-count", n=len(corpus.texts)),
        "groups": groups,
        "cited_count": corpus.say(language, "instruments-count", n=len(cited)),
        "most_cited": most[:MOST_CITED],
        "specimen": _specimen(corpus, language),
        "verification": [verification.of_text(corpus, text, language) for text in corpus.texts],
        "tightness": [row for one in corpus.restored.values() for row in ledger.tightness(corpus, one, language)],
        "witnesses": [_witness(corpus, text, language) for text in corpus.texts],
        "links": _links(corpus, language),
    }


def _links(corpus: Corpus, language: str) -> dict[str, Any] | None:
    """When outward links were last checked, and which of them lead nowhere; None if that was never done."""
    found = corpus.records.links
    if found is None:
        return None
    lost = [one for one in found.links if not one.state.is_in_order]
    said = corpus.say(language, "links-lost", n=len(lost)) if lost else corpus.say(language, "links-none-lost")
    return {
        "told": corpus.say(language, "links-checked", date=corpus.wording.date(language, found.checked)),
        "count": corpus.say(language, "links-count", n=len(found.links)),
        "lost": [
            {
                "address": one.address,
                "state": corpus.say(language, f"links-{one.state.value}"),
                "since": corpus.wording.date(language, one.since),
            }
            for one in lost
        ],
        "lost_count": said,
    }


def _held(corpus: Corpus, text: HeldText, language: str) -> dict[str, Any]:
    record = text.record
    name, own = record.titles.shown(language)
    return {
        "address": address(text.id),
        "name": name,
        "name_language": own,
        "unofficial": record.unofficial_title == own,
        "symbol": record.symbol,
        "draft": record.is_draft,
        "kind": corpus.say(language, f"kind-{record.kind.value}"),
        "body": parts.body_name(corpus, record.body, language),
        "date": parts.date(corpus, record, language),
        "extent": extent(corpus, text, language),
        "states": parts.states(corpus, text, language),
    }


def _entry(corpus: Corpus, key: str, language: str) -> dict[str, Any]:
    record, count = corpus.record(key), len(corpus.citing(key))
    return {
        "address": address(key),
        "name": corpus.name(key, language),
        "short_html": html(_familiar(corpus, key, language), language),
        "symbol": parts.mark(record),
        "body": parts.body_name(corpus, record.body, language) if record.body else "",
        "date": corpus.wording.date(language, record.date) if record.date else "",
        "n": count,
        "count": corpus.say(language, "places-count", n=count),
        "sort": (record.date.isoformat() if record.date else "9999", key),
    }


def _familiar(corpus: Corpus, key: str, language: str) -> str:
    """The name by which a reader knows it: the full one unless that is long."""
    name = corpus.name(key, language)
    return name if len(name) <= LONG_NAME else corpus.short_name(key, language)


def _witness(corpus: Corpus, text: HeldText, language: str) -> dict[str, Any]:
    return {
        "symbol": text.record.symbol,
        "address": address(text.id),
        "states": parts.states(corpus, text, language),
        "files": [
            {
                "file": witness.file,
                "sha256": witness.sha256,
                "about": witness.about[language],
                "address": parts.witness_address(text, witness.file),
            }
            for witness in text.record.witnesses
        ],
    }


def _specimen(corpus: Corpus, language: str) -> dict[str, Any] | None:
    """The first clause that cites one place of one instrument, in pieces: a good example of what a page shows."""
    for text in corpus.texts:
        for clause in text.clauses:
            cited = {one: corpus.cited[text.id].at(clause.id, one) for one in clause.texts}
            if len(cited) == len(LANGUAGES) and all(len(found) == 1 and found[0].pinpoint for found in cited.values()):
                return {
                    "symbol": text.record.symbol,
                    "name": corpus.clause_name(clause, language),
                    "number": clause.number_in(language),
                    "address": address(text.id, clause.id),
                    "languages": list(order(language)),
                    "texts": {one: _pieces(clause.texts[one], cited[one]) for one in LANGUAGES},
                }
    return None


def _pieces(version: ClauseText, cited: tuple[Citation, ...]) -> list[dict[str, str]]:
    spans = [(start, end, "open", "") for start, end in version.opening]
    spans += [
        (one.start, one.end, "cite", address(one.target, one.pinpoint.id if one.pinpoint else "")) for one in cited
    ]
    pieces, place = [], 0
    for start, end, kind, where in sorted(spans):
        pieces.append({"kind": "", "text": version.passage.text[place:start], "address": ""})
        pieces.append({"kind": kind, "text": version.passage.text[start:end], "address": where})
        place = end
    return [*pieces, {"kind": "", "text": version.passage.text[place:], "address": ""}]
