"""What the site consists of: every page and every download, known by its address before it is made.

In: the corpus, and what an earlier reading made. Out: `Page`s and `Download`s, each of which is made when it is asked
for, or taken again if nothing has changed on which it rests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from . import files
from .finding import files as search_files
from .finding.entries import entries
from .finding.index import build as build_index
from .finding.words import Words
from .kept import Kept
from .model.text import HeldText
from .pages import (
    annex,
    clause,
    diverging,
    index,
    instrument,
    ledger,
    parts,
    restoration,
    undescribed,
    unresolved,
    verification,
)
from .pages.corpus import Corpus, address
from .pages.draft import Download, Page, PageDraft
from .pages.taking import control as taking


def pages(corpus: Corpus, docs: Path, language: str, kept: Kept) -> Iterator[Page]:
    """Every page in one interface language."""

    def page(place: str, make: Callable[[], PageDraft]) -> Page:
        return Page(place, language, lambda: parts.with_relative_source(make(), docs.parent))

    yield page(index.ADDRESS, partial(index.draft, corpus, language))
    yield page(diverging.ADDRESS, partial(diverging.draft, corpus, language))
    yield page(unresolved.ADDRESS, partial(unresolved.draft, corpus, language))
    for place, rests, make in (*_of_instruments(corpus, language, kept), *_of_texts(corpus, language, kept)):
        yield Page(place, language, partial(kept.get, ("page", place, language), rests, page(place, make).draft))


Planned = tuple[str, object, Callable[[], PageDraft]]  # address, all that it rests on, what makes it


def _of_instruments(corpus: Corpus, language: str, kept: Kept) -> Iterator[Planned]:
    """An instrument shows itself, and the places that cite it in the frames of their texts."""
    around = kept.same("around", corpus.around_text)
    frames = {text.id: kept.same(("frame", text.id), corpus.frame(text)) for text in corpus.texts}
    cited = [key for key in corpus.records.instruments if corpus.citing(key)]
    for key in (*(text.id for text in corpus.texts), *cited, *corpus.undescribed):
        text = corpus.text(key)
        citing = [(frames[one.text.id], one.text.id) for one in corpus.citing(key)]
        rests = (around, citing, corpus.of_citing(key), corpus.of_text(text) if text else None)
        room = undescribed if key in corpus.undescribed else instrument
        yield address(key), rests, partial(room.draft, corpus, key, language)
        for one in corpus.pinpoints(key):
            yield address(key, one.id), rests, partial(instrument.pinpoint_draft, corpus, key, one, language)


def _of_texts(corpus: Corpus, language: str, kept: Kept) -> Iterator[Planned]:
    """The pages that a text has to itself; they show of other texts what `Corpus.around_text` holds, and no more."""
    around = kept.same("around", corpus.around_text)
    for text in corpus.texts:
        frame = kept.same(("frame", text.id), corpus.frame(text))
        for at, one in enumerate(text.clauses):
            rests = (around, frame, corpus.of_clause(text, at))
            yield address(text.id, one.id), rests, partial(clause.draft, corpus, text, at, language)
        for at, one in enumerate(text.annexes):
            rests = (around, corpus.of_text(text))
            yield address(text.id, one.id), rests, partial(annex.draft, corpus, text, at, language)
        if text.id in corpus.restored:
            yield address(text.id, restoration.PAGE), (around, frame), partial(ledger.draft, corpus, text, language)


def downloads(corpus: Corpus, docs: Path, kept: Kept) -> Iterator[Download]:
    """Every file that is not a page; the languages share them."""
    for text in corpus.texts:
        yield from _downloads_of_text(corpus, text, kept)
    yield from _search(corpus, kept)
    for text in corpus.texts:
        for witness in text.record.witnesses:
            path = docs / "texts" / text.id / witness.file
            if path.is_file():
                yield Download(parts.witness_address(text, witness.file), partial(files.content, path))


def _downloads_of_text(corpus: Corpus, text: HeldText, kept: Kept) -> Iterator[Download]:
    around = kept.same("around", corpus.around_text)
    frame = kept.same(("frame", text.id), corpus.frame(text))
    yield from kept.get(("ledger", text.id), (around, frame), lambda: ledger.downloads(corpus, text))
    yield Download(verification.address_of(text), partial(verification.content, text))
    for at, one in ((None, None), *enumerate(text.clauses)):
        rests = (around, frame, corpus.of_text(text) if at is None else corpus.of_clause(text, at))
        made = partial(kept.get, ("references", text.id, at), rests, partial(taking.files, corpus, text, one))
        for ending in taking.FORMATS:
            yield Download(taking.file_address(text, one, ending), partial(_one_of, made, ending))


def _one_of(made: Callable[[], Mapping[str, bytes]], name: str) -> bytes:
    return made()[name]


def _search(corpus: Corpus, kept: Kept) -> tuple[Download, ...]:
    """The search index, and the words of its interface."""
    folding = corpus.records.folding
    assert folding is not None
    words = kept.get("words", folding, partial(Words, folding))
    found = tuple(entries(corpus))
    index = search_files.files(found, build_index(found, words), words.rules())
    return index + search_files.wording(corpus.wording.messages, ("find-", "status-working-translation"))
