"""The library's one door: reads the corpus and returns everything that the site needs.

In: the folder `docs`. Out: a `Site`. Nothing is raised for bad input; it comes back as problems.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import files, restored, strays
from .align import citations, corrected, divergences, named
from .cite import doubts
from .cite.find import cite
from .cite.undescribed import gather
from .finding import files as search_files
from .finding.entries import entries
from .finding.index import build as build_index
from .finding.words import Words
from .model.build import build
from .model.text import LANGUAGES
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
    `formerly`: the id of each instrument by those under which it may have had a page before.
    """

    drafts: Mapping[str, tuple[PageDraft, ...]]
    downloads: tuple[Download, ...]
    problems: tuple[Problem, ...]
    summary: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    formerly: Mapping[str, str] = field(default_factory=dict)


def read(docs: Path, base: str = "") -> Site:
    """Read `docs/records` and `docs/texts` and make every page; `base` is the site's own address.

    Problems carry paths relative to the folder above `docs`. A text with errors is left out, and says so; where the
    words of the site or its grammar are wanting there is no page at all.
    """
    corpus, problems = read_corpus(docs, base)
    problems = tuple(dict.fromkeys(problem.below(docs.parent) for problem in problems))
    if corpus is None:
        return Site({language: () for language in LANGUAGES}, (), problems)
    return Site(
        drafts={language: _drafts(corpus, docs, language) for language in LANGUAGES},
        downloads=_downloads(corpus, docs),
        problems=problems,
        summary={language: index.summary(corpus, language) for language in LANGUAGES},
        formerly=_formerly(corpus),
    )


def check(docs: Path) -> tuple[Problem, ...]:
    """Only what is wrong, without making a page."""
    return tuple(dict.fromkeys(problem.below(docs.parent) for problem in read_corpus(docs)[1]))


def read_corpus(docs: Path, base: str = "") -> tuple[Corpus | None, tuple[Problem, ...]]:
    """Everything that the pages are made of, or None, and what is wrong; paths as they were given."""
    wording, problems = load_wording(docs / "records" / "wording")
    records, found = load_records(docs)
    problems = (*problems, *found)
    if not records.has_grammar or any(problem.severity.withholds for problem in problems):
        return None, problems
    corpus, found = assembled(records, wording, docs, base)
    return corpus, (*problems, *found)


def assembled(records: Records, wording: Wording, docs: Path, base: str = "") -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus of these records, whose texts lie below `docs`."""
    texts, problems = build(records, docs)
    cited, compared, proved = {}, {}, {}
    for text in texts:
        folder = docs / "texts" / text.id
        cited[text.id], found = corrected.apply(text, *cite(text, records), records, folder)
        problems = (*problems, *found)
        places, found = divergences.read(text, folder)
        problems = (*problems, *found)
        if places is not None:
            compared[text.id] = places
        proof, found = restored.read(folder, text.record)
        problems = (*problems, *found)
        if proof is not None:
            proved[text.id] = proof
    cited, found = named.settle(texts, cited, records)
    problems = (*problems, *found, *(problem for text in texts for problem in citations.check(text, cited[text.id])))
    unknown = gather(
        (text.id, place, language, mention)
        for text in texts
        for (place, language), mentions in cited[text.id].undescribed.items()
        for mention in mentions
    )
    by_id = {text.id: text for text in texts}
    problems = (*problems, *(problem for one in unknown.values() for problem in doubts.dates(one, by_id)))
    problems = (*problems, *doubts.former(records, unknown))
    problems = (*problems, *strays.check(records, docs))
    targets = by_target(texts, cited)
    return Corpus(records, texts, cited, targets, compared, proved, wording, base, unknown), problems


def _formerly(corpus: Corpus) -> dict[str, str]:
    """What people say in records counts before what follows from names."""
    records, found = corpus.records, {}
    for key, one in corpus.undescribed.items():
        found.update(dict.fromkeys(one.formerly, key))
    for key, filed in (*records.instruments.items(), *records.held.items()):
        found.update(dict.fromkeys(filed.record.formerly, key))
    return found


def _drafts(corpus: Corpus, docs: Path, language: str) -> tuple[PageDraft, ...]:
    drafts = [index.draft(corpus, language), diverging.draft(corpus, language), unresolved.draft(corpus, language)]
    cited = [key for key in corpus.records.instruments if corpus.citing(key)]
    for key in (*(text.id for text in corpus.texts), *cited):
        drafts.append(instrument.draft(corpus, key, language))
        drafts += [instrument.pinpoint_draft(corpus, key, one, language) for one in corpus.pinpoints(key)]
    for key in corpus.undescribed:
        drafts.append(undescribed.draft(corpus, key, language))
        drafts += [instrument.pinpoint_draft(corpus, key, one, language) for one in corpus.pinpoints(key)]
    for text in corpus.texts:
        drafts += clause.drafts(corpus, text, language)
        drafts += annex.drafts(corpus, text, language)
        found = ledger.draft(corpus, text, language)
        drafts += [found] if found else []
    return tuple(parts.with_relative_source(draft, docs.parent) for draft in drafts)


def _downloads(corpus: Corpus, docs: Path) -> tuple[Download, ...]:
    ledgers = tuple(download for text in corpus.texts for download in ledger.downloads(corpus, text))
    clauses = tuple(verification.download(text) for text in corpus.texts)
    cited = tuple(download for text in corpus.texts for download in taking.downloads(corpus, text))
    return (
        ledgers
        + clauses
        + cited
        + _search(corpus)
        + tuple(
            Download(parts.witness_address(text, witness.file), files.content(docs / "texts" / text.id / witness.file))
            for text in corpus.texts
            for witness in text.record.witnesses
            if (docs / "texts" / text.id / witness.file).is_file()
        )
    )


def _search(corpus: Corpus) -> tuple[Download, ...]:
    """The search index, and the words of its interface."""
    assert corpus.records.folding is not None
    words, found = Words(corpus.records.folding), tuple(entries(corpus))
    index = search_files.files(found, build_index(found, words), words.rules())
    return index + search_files.wording(corpus.wording.messages, ("find-", "status-working-translation"))
