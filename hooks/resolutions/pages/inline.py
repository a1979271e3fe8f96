"""A passage as one line of Markdown: citations linked or marked, places of divergence underlined, note marks set in.

In: a version of a unit, or a bare passage, and what is to be set apart in it. Out: Markdown that shows just its text.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

from ..align.divergences import Divergence
from ..align.terms import Found
from ..cite.values import Citation, Mention, Pinpoint
from ..markup import escape, markdown
from ..model.text import ClauseText, Note
from ..parse.values import NoteMark, Passage
from .corpus import Corpus, address

SIGILS = {"en": "abcdefghijklmnopqrstuvwxyz", "ar": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"}
HEH = "هـ"  # as lists write it: alone, the letter is easily taken for a nought or a full stop


@dataclass(frozen=True)
class Style:
    """What differs from page to page.

    `page`: its own source file. `marked`: the instrument whose citing words are set apart; `pinpoint`: only those.
    `diverging`: the places to underline, with their keys. `terms`: those to mark, by language.
    """

    page: str
    interface: str
    marked: str | None = None
    pinpoint: Pinpoint | None = None
    with_status: bool = False
    with_ids: bool = True
    diverging: tuple[Divergence, ...] = ()
    terms: Mapping[str, tuple[Found, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Stretch:
    start: int
    end: int
    wrap: Callable[[str], str]


Insert = tuple[int, str]


def passage(
    corpus: Corpus,
    source: Passage,
    language: str,
    citations: tuple[Citation, ...],
    style: Style,
    uncertain: Sequence[Mention] = (),
) -> str:
    """A passage without opening phrase or footnotes, with its citations."""
    return line(
        source.text, language, [*stretches(corpus, citations, style), *uncertain_stretches(uncertain, style)], (), ()
    )


def version(
    corpus: Corpus,
    found: ClauseText,
    language: str,
    citations: tuple[Citation, ...],
    style: Style,
    cuts: Sequence[tuple[int, int]] = (),
    uncertain: Sequence[Mention] = (),
) -> list[str]:
    """The text of a unit in pieces, from cut to cut; without any cut in one."""
    text = found.passage.text
    wrapped = [Stretch(start, end, _opening) for start, end in found.opening]
    wrapped += stretches(corpus, tuple(one for one in citations if one.note is None), style)
    wrapped += [Stretch(one.start, one.end, partial(_term, one.term)) for one in style.terms.get(language, ())]
    wrapped += uncertain_stretches([one for one in uncertain if one.note is None], style)
    spans = [(one.spans[language], one) for one in style.diverging if one.spans[language]]
    underlined = tuple(span for span, one in spans if span and one.record.kind.is_marked)
    inserts = [(mark.at, mark_html) for mark, mark_html in _marks(found, language, style)]
    inserts += [(at, f'<sup class="note">{escape(sign)}</sup>') for at, sign in found.passage.stars]
    inserts += [(span[1], _key(corpus, one, language)) for span, one in spans if span]
    return [
        _piece(text, start, end, language, wrapped, inserts, underlined) for start, end in cuts or ((0, len(text)),)
    ]


def _piece(
    text: str,
    start: int,
    end: int,
    language: str,
    wrapped: Sequence[Stretch],
    inserts: Sequence[Insert],
    underlined: Sequence[tuple[int, int]],
) -> str:
    """Characters `start` to `end` without the blank behind them; what goes on beyond is wrapped in each piece."""
    stop = end if end == len(text) else start + len(text[start:end].rstrip())
    inside = [
        replace(one, start=max(one.start, start) - start, end=min(one.end, stop) - start)
        for one in wrapped
        if one.start < stop and one.end > start
    ]
    here = [(min(at, stop) - start, html) for at, html in inserts if start <= at and (at < end or end == len(text))]
    under = [(max(a, start) - start, min(b, stop) - start) for a, b in underlined if a < stop and b > start]
    return line(text[start:stop], language, inside, here, under)


def _term(term: str, inner: str) -> str:
    return f'<span data-term="{term}">{inner}</span>'


def stretches(corpus: Corpus, citations: tuple[Citation, ...], style: Style) -> list[Stretch]:
    """Links; on the page of an instrument only the citing words are marked. Of names that meet the longer wins."""
    if style.marked is None:
        return [Stretch(one.start, one.end, partial(_linked, link(corpus, style.page, one))) for one in citations]
    citing = [one for one in citations if one.target == style.marked and style.pinpoint in (None, one.pinpoint)]
    return [Stretch(one.start, one.end, _marked) for one in citing]


def uncertain_stretches(mentions: Sequence[Mention], style: Style) -> list[Stretch]:
    """What is cited, and it is not certain what; the reason stands below. The page of an instrument marks its own."""
    return [] if style.marked else [Stretch(one.start, one.end, _uncertain) for one in mentions]


def _uncertain(inner: str) -> str:
    return f'<span class="uncertain">{inner}</span>'


def _marked(inner: str) -> str:
    return f"<mark>{inner}</mark>"


def _linked(target: str, inner: str) -> str:
    return f"[{inner}]({target}){{ .cite }}"


def _opening(inner: str) -> str:
    # Not Markdown's asterisks: what they enclose depends on the signs beside them.
    return f'<em class="open">{inner}</em>'


def link(corpus: Corpus, page: str, citation: Citation) -> str:
    """From the Markdown file `page` to that of the instrument, of its article, or to a paragraph whose text is held."""
    leaf = citation.pinpoint.id if citation.pinpoint else ""
    held = corpus.held_place(citation.target, citation.pinpoint) if citation.pinpoint else ""
    return relative(page, held or address(citation.target, leaf))


def relative(page: str, target: str) -> str:
    """From one Markdown file to the one at address `target`, which may carry an anchor."""
    path, _, anchor = target.partition("#")
    parts = path.strip("/").split("/")
    uri = "/".join(parts) + ("/index.md" if len(parts) < 3 else ".md")
    return posixpath.relpath(uri, posixpath.dirname(page)) + (f"#{anchor}" if anchor else "")


def line(
    text: str,
    language: str,
    wrapped: Sequence[Stretch],
    inserts: Sequence[Insert],
    underlined: Sequence[tuple[int, int]],
) -> str:
    """The text with stretches wrapped, divergences underlined, note marks and keys set in.

    Of two stretches that meet, the first given wins. A mark inside a stretch is set behind it, for links hold no links.
    """
    chosen: list[Stretch] = []
    for stretch in wrapped:
        if not any(stretch.start < other.end and other.start < stretch.end for other in chosen):
            chosen.append(stretch)
    pending = sorted(inserts, key=lambda insert: insert[0])
    pieces, place = [], 0
    for stretch in [*sorted(chosen, key=lambda stretch: stretch.start), None]:
        end = stretch.start if stretch else len(text)
        while pending and pending[0][0] <= end:
            at, insert = pending.pop(0)
            pieces += [_words(text, place, max(at, place), language, underlined), insert]
            place = max(at, place)
        pieces.append(_words(text, place, end, language, underlined))
        if stretch:
            pieces.append(stretch.wrap(_words(text, stretch.start, stretch.end, language, underlined)))
            place = stretch.end
    return "".join(pieces)


def _words(text: str, start: int, end: int, language: str, underlined: Sequence[tuple[int, int]]) -> str:
    """A piece of the text as Markdown, with whatever of it lies in a divergence underlined."""
    edges = {start, end, *(edge for span in underlined for edge in span if start < edge < end)}
    pieces = []
    for first, last in pairwise(sorted(edges)):
        piece = markdown(text[first:last], language)
        inside = any(span[0] <= first and last <= span[1] for span in underlined)
        pieces.append(f'<span class="dv">{piece}</span>' if inside else piece)
    return "".join(pieces)


def _marks(found: ClauseText, language: str, style: Style) -> list[tuple[NoteMark, str]]:
    """Each mark leads to its note; the first of a number is what the note leads back to."""
    notes, seen, marks = {note.number: note for note in found.notes}, set(), []
    for mark in found.passage.marks:
        note = notes.get(mark.number)
        marks.append((mark, _mark(mark, note, language, style, first=mark.number not in seen)))
        seen.add(mark.number)
    return marks


def _mark(mark: NoteMark, note: Note | None, language: str, style: Style, *, first: bool) -> str:
    attributes = 'class="note"'
    if not style.with_ids or note is None:
        return f"<sup {attributes}>({mark.number})</sup>"
    link = f"[({mark.number})](#fn-{note_key(note, language)})"
    anchor = f' id="fnref-{note_key(note, language)}"' if first else ""
    return f"<sup {attributes}{anchor}>{link}</sup>"


def note_key(note: Note, language: str) -> str:
    """`3-en`; `3-en-2` where a second unit calls the same note."""
    return f"{note.number}-{language}" + (f"-{note.call}" if note.call > 1 else "")


def _key(corpus: Corpus, divergence: Divergence, language: str) -> str:
    """The letter that leads from a place to its note below; drawn by the style sheet, for it is no part of the text."""
    letter = sigil(divergence, language)
    label = corpus.say(language, "note-label", letter=letter)
    return f'<sup class="key"><a href="#{note_id(divergence)}" data-key="{letter}" aria-label="{label}"></a></sup>'


def note_id(divergence: Divergence) -> str:
    return f"n-{divergence.number}"


def sigil(divergence: Divergence, language: str) -> str:
    """a, b, c in English; أ، ب، ج in Arabic, in the order of the abjad, as lists are; figures after the last."""
    letters = SIGILS[language]
    letter = letters[divergence.number - 1] if divergence.number <= len(letters) else str(divergence.number)
    return HEH if letter == "ه" else letter
