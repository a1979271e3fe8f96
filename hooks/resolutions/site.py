"""The library's one door: reads the corpus and returns everything that the site needs.

In: the folder `docs`. Out: a `Site`. Nothing is raised for bad input; it comes back as problems.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from . import files, plan, restored, strays
from .align import citations, corrected, divergences, named
from .cite import doubts
from .cite.find import cite
from .cite.undescribed import gather
from .kept import Kept
from .model.build import build
from .model.text import LANGUAGES
from .pages import index
from .pages.corpus import Corpus, by_target
from .pages.draft import Download, Page, PageDraft
from .problems import Problem
from .records.load import Records
from .records.load import load as load_records
from .wording import Wording
from .wording import load as load_wording

__all__ = ["LANGUAGES", "Site", "read"]


@dataclass(frozen=True)
class Site:
    """Everything to be made from the corpus: the pages of each interface language, the downloads, the problems.

    `summary`: for each language what the hand-written pages show of the corpus (held texts, most cited instruments).
    `formerly`: the id of each instrument by those under which it may have had a page before.
    """

    pages: Mapping[str, tuple[Page, ...]]
    downloads: tuple[Download, ...]
    problems: tuple[Problem, ...]
    summary: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    formerly: Mapping[str, str] = field(default_factory=dict)

    def drafts(self, language: str) -> Iterator[PageDraft]:
        """Every page of the language, made now, one after the other."""
        return (page.draft() for page in self.pages[language])


def read(docs: Path, base: str = "", kept: Kept | None = None) -> Site:
    """Read `docs/records` and `docs/texts` and plan every page; `base` is the site's own address.

    `kept`: what an earlier reading made, of which everything is taken again that no change has touched.

    Problems carry paths relative to the folder above `docs`. A text with errors is left out, and says so; where the
    words of the site or its grammar are wanting there is no page at all.
    """
    kept = kept or Kept()
    kept.begin()
    corpus, problems = read_corpus(docs, base, kept)
    problems = _told(docs, problems)
    if corpus is None:
        return Site({language: () for language in LANGUAGES}, (), problems)
    return Site(
        pages={language: tuple(plan.pages(corpus, docs, language, kept)) for language in LANGUAGES},
        downloads=tuple(plan.downloads(corpus, docs, kept)),
        problems=problems,
        summary={language: index.summary(corpus, language) for language in LANGUAGES},
        formerly=_formerly(corpus),
    )


def check(docs: Path) -> tuple[Problem, ...]:
    """Only what is wrong, without making a page."""
    return _told(docs, read_corpus(docs)[1])


def _told(docs: Path, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Each once, with its path as people know it; first the links that lead out of `docs`."""
    return tuple(dict.fromkeys(one.below(docs.parent) for one in (*files.irregular(docs), *problems)))


def read_corpus(docs: Path, base: str = "", kept: Kept | None = None) -> tuple[Corpus | None, tuple[Problem, ...]]:
    """Everything that the pages are made of, or None, and what is wrong; paths as they were given."""
    kept = kept or Kept()
    wording, problems = read_wording(docs, kept)
    folders = tuple(path.name for path in sorted((docs / "texts").glob("*")))
    rests = (folders, files.stamps(docs / "records", "*.yml"), files.stamps(docs / "texts", "*.yml"))
    records, found = kept.get("read records", rests, partial(load_records, docs))
    problems = (*problems, *found)
    if not records.has_grammar or any(problem.severity.withholds for problem in problems):
        return None, problems
    corpus, found = assembled(records, wording, docs, base, kept)
    return corpus, (*problems, *found)


def read_wording(docs: Path, kept: Kept) -> tuple[Wording, tuple[Problem, ...]]:
    """The words of the site, and what is wrong with them; paths as they were given."""
    folder = docs / "records" / "wording"
    return kept.get("read wording", files.stamps(folder), partial(load_wording, folder))


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
        found_in = kept.get(("cited", text.id), (text, known), partial(cite, text, records))
        cited[text.id], found = corrected.apply(text, *found_in, records, folder)
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
