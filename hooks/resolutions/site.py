"""The library's one door: reads the corpus and returns everything that the site needs.

In: the folder `docs`. Out: a `Site`. Nothing is raised for bad input; it comes back as problems.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from . import files, restored, strays
from .align import citations, corrected, divergences
from .cite import doubts
from .cite.find import cite
from .cite.undescribed import gather
from .finding import files as search_files
from .finding.entries import entries
from .finding.index import build as build_index
from .finding.words import Words
from .kept import Kept
from .model.build import build
from .model.text import LANGUAGES, HeldText
from .pages import annex, clause, diverging, index, instrument, ledger, parts, undescribed, unresolved, verification
from .pages.corpus import Corpus, by_target
from .pages.draft import Download, PageDraft
from .pages.taking import control as taking
from .problems import Problem
from .records.load import Records
from .records.load import load as load_records
from .wording import Wording
from .wording import load as load_wording

__all__ = ["LANGUAGES", "Site", "read"]


@dataclass(frozen=True)
class Site:
    """Everything made from the corpus: the pages of each interface language, the downloads, the problems.

    `summary`: for each language what the hand-written pages show of the corpus (held texts, most cited instruments).
    """

    drafts: Mapping[str, tuple[PageDraft, ...]]
    downloads: tuple[Download, ...]
    problems: tuple[Problem, ...]
    summary: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def read(docs: Path, base: str = "", kept: Kept | None = None) -> Site:
    """Read `docs/records` and `docs/texts` and make every page; `base` is the site's own address.

    `kept`: what an earlier reading made, of which everything is taken again that no change has touched.

    Problems carry paths relative to the folder above `docs`. A text with errors is left out, and says so; where the
    words of the site or its grammar are wanting there is no page at all.
    """
    kept = kept or Kept()
    kept.begin()
    corpus, problems = read_corpus(docs, base, kept)
    problems = tuple(dict.fromkeys(problem.below(docs.parent) for problem in problems))
    if corpus is None:
        return Site({language: () for language in LANGUAGES}, (), problems)
    return Site(
        drafts={language: _drafts(corpus, docs, language, kept) for language in LANGUAGES},
        downloads=_downloads(corpus, docs, kept),
        problems=problems,
        summary={language: index.summary(corpus, language) for language in LANGUAGES},
    )


def check(docs: Path) -> tuple[Problem, ...]:
    """Only what is wrong, without making a page."""
    return tuple(dict.fromkeys(problem.below(docs.parent) for problem in read_corpus(docs)[1]))


def read_corpus(docs: Path, base: str = "", kept: Kept | None = None) -> tuple[Corpus | None, tuple[Problem, ...]]:
    """Everything that the pages are made of, or None, and what is wrong; paths as they were given."""
    wording, problems = load_wording(docs / "records" / "wording")
    records, found = load_records(docs)
    problems = (*problems, *found)
    if not records.has_grammar or any(problem.severity.withholds for problem in problems):
        return None, problems
    corpus, found = assembled(records, wording, docs, base, kept)
    return corpus, (*problems, *found)


def assembled(
    records: Records, wording: Wording, docs: Path, base: str = "", kept: Kept | None = None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus of these records, whose texts lie below `docs`."""
    kept = kept or Kept()
    texts, problems = build(records, docs, kept)
    known = kept.same("records", records.seen_by_others)
    cited, compared, proved = {}, {}, {}
    for text in texts:
        folder = docs / "texts" / text.id
        named = kept.get(("cited", text.id), (text, known), partial(cite, text, records))
        cited[text.id], found = corrected.apply(text, *named, records, folder)
        problems = (*problems, *found, *citations.check(text, cited[text.id]))
        places, found = divergences.read(text, folder)
        problems = (*problems, *found)
        if places is not None:
            compared[text.id] = places
        proof, found = restored.read(folder, text.record)
        problems = (*problems, *found)
        if proof is not None:
            proved[text.id] = proof
    unknown = gather(
        (text.id, place, language, mention)
        for text in texts
        for (place, language), mentions in cited[text.id].undescribed.items()
        for mention in mentions
    )
    by_id = {text.id: text for text in texts}
    problems = (*problems, *(problem for one in unknown.values() for problem in doubts.dates(one, by_id)))
    problems = (*problems, *strays.check(records, docs))
    targets = by_target(texts, cited)
    return Corpus(records, texts, cited, targets, compared, proved, wording, base, unknown), problems


def _drafts(corpus: Corpus, docs: Path, language: str, kept: Kept) -> tuple[PageDraft, ...]:
    drafts = [index.draft(corpus, language), diverging.draft(corpus, language), unresolved.draft(corpus, language)]
    cited = [key for key in corpus.records.instruments if corpus.citing(key)]
    for key in (*(text.id for text in corpus.texts), *cited):
        drafts.append(instrument.draft(corpus, key, language))
        drafts += [instrument.pinpoint_draft(corpus, key, one, language) for one in corpus.pinpoints(key)]
    for key in corpus.undescribed:
        drafts.append(undescribed.draft(corpus, key, language))
        drafts += [instrument.pinpoint_draft(corpus, key, one, language) for one in corpus.pinpoints(key)]
    for text in corpus.texts:
        drafts += _of_text(corpus, text, language, kept)
    return tuple(parts.with_relative_source(draft, docs.parent) for draft in drafts)


def _of_text(corpus: Corpus, text: HeldText, language: str, kept: Kept) -> Iterator[PageDraft]:
    """The pages that a text has to itself; they show of other texts what `Corpus.around_text` holds, and no more."""
    around = kept.same("around", corpus.around_text)
    frame = kept.same(("frame", text.id), corpus.frame(text))
    for at, one in enumerate(text.clauses):
        rests = (around, frame, corpus.of_clause(text, at))
        yield kept.get(("page", text.id, one.id, language), rests, partial(clause.draft, corpus, text, at, language))
    rests = (around, corpus.of_text(text))
    yield from kept.get(("annexes", text.id, language), rests, partial(annex.drafts, corpus, text, language))
    made = kept.get(("ledger", text.id, language), (around, frame), partial(ledger.draft, corpus, text, language))
    if made:
        yield made


def _downloads(corpus: Corpus, docs: Path, kept: Kept) -> tuple[Download, ...]:
    return (
        *(download for text in corpus.texts for download in _downloads_of_text(corpus, text, kept)),
        *_search(corpus, kept),
        *(
            Download(parts.witness_address(text, witness.file), files.content(docs / "texts" / text.id / witness.file))
            for text in corpus.texts
            for witness in text.record.witnesses
            if (docs / "texts" / text.id / witness.file).is_file()
        ),
    )


def _downloads_of_text(corpus: Corpus, text: HeldText, kept: Kept) -> Iterator[Download]:
    around = kept.same("around", corpus.around_text)
    frame = kept.same(("frame", text.id), corpus.frame(text))
    yield from kept.get(("ledger", text.id), (around, frame), lambda: tuple(ledger.downloads(corpus, text)))
    yield verification.download(text)
    rests = (around, corpus.of_text(text))
    yield from kept.get(("references", text.id), rests, lambda: tuple(taking.downloads(corpus, text)))


def _search(corpus: Corpus, kept: Kept) -> tuple[Download, ...]:
    """The search index, and the words of its interface."""
    folding = corpus.records.folding
    assert folding is not None
    words = kept.get("words", folding, partial(Words, folding))
    found = tuple(entries(corpus))
    index = search_files.files(found, build_index(found, words), words.rules())
    return index + search_files.wording(corpus.wording.messages, ("find-", "status-working-translation"))
