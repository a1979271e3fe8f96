"""The texts as Markdown: columns of both languages, citations linked or marked, footnotes below their column.

In: passages and their citations. Out: Markdown with the classes that docs/assets/stylesheets/muqabala.css knows.
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from ..align.divergences import Divergence
from ..cite.values import Citation, Pinpoint
from ..markup import block, escape, markdown
from ..model.text import Clause, ClauseText, HeldText, Note
from ..parse.values import NoteMark, Passage
from .corpus import Corpus, address, order

DIRECTION = {"en": "ltr", "ar": "rtl"}
SIGILS = {"en": "abcdefghijklmnopqrstuvwxyz", "ar": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"}


@dataclass(frozen=True)
class Style:
    """What differs from page to page.

    `page`: its own source file. `marked`: the instrument whose citing words are set apart; `pinpoint`: only those.
    `diverging`: the places to underline, with their keys.
    """

    page: str
    interface: str
    marked: str | None = None
    pinpoint: Pinpoint | None = None
    with_status: bool = False
    with_ids: bool = True
    diverging: tuple[Divergence, ...] = ()


@dataclass(frozen=True)
class _Stretch:
    start: int
    end: int
    wrap: Callable[[str], str]


def pair(corpus: Corpus, text: HeldText, clause: Clause, style: Style, spine: str) -> str:
    """One clause: the spine, then both columns. `spine` is Markdown."""
    columns = (_column(corpus, text, clause, language, style) for language in order(style.interface))
    anchor = f"#{clause.id}" if style.with_ids else ""
    return block(f"div.pair.txt{anchor}", block("div.no", spine, inline=True), *columns)


def bare_pair(texts: dict[str, str], interface: str, classes: str, *, anchor: str = "") -> str:
    """Two short texts face to face, without a number: title, chapeau, a line of the masthead. `texts` are Markdown."""
    columns = (
        f"{texts[language]}\n{{: .t {classes} lang={language} dir={DIRECTION[language]} }}"
        for language in order(interface)
    )
    return block("div.pair.bare" + (f"#{anchor}" if anchor else ""), *columns)


def passage(corpus: Corpus, source: Passage, language: str, citations: tuple[Citation, ...], style: Style) -> str:
    """A passage without opening phrase or footnotes, with its citations."""
    return _inline(corpus, source, language, _citation_stretches(citations, style), (), style)


def _column(corpus: Corpus, text: HeldText, clause: Clause, language: str, style: Style) -> str:
    version = clause.texts[language]
    cited = corpus.cited[text.id].at(clause.id, language)
    stretches = [_Stretch(start, end, _opening) for start, end in version.opening]
    stretches += _citation_stretches(tuple(c for c in cited if c.note is None), style)
    paragraph = _inline(corpus, version.passage, language, stretches, version.passage.marks, style, style.diverging)
    tags = f"lang={language} dir={DIRECTION[language]}"
    parts = [f"{paragraph}\n{{: .t {tags} }}"]
    if version.notes:
        parts.append(_notes(corpus, version, language, cited, style))
    status = text.record.readings[language].status
    if not status.ours:
        return block(f"div.col{attributes(language)}", *parts)
    label = _capital(corpus.say(language, f"status-{status.value}"))
    if style.with_status:
        parts.append(f"{escape(label)}\n{{: .st }}")
    return block(f"div.col{attributes(language, label)}", *parts)


def attributes(language: str, label: str = "") -> str:
    """What stands on every block of text. `label` goes with whatever is copied out of it."""
    label = f' data-label="{label}"' if label else ""
    return f'[lang="{language}" dir="{DIRECTION[language]}"{label}]'


def _notes(corpus: Corpus, version: ClauseText, language: str, cited: tuple[Citation, ...], style: Style) -> str:
    lines = [
        _note(corpus, note, language, tuple(c for c in cited if c.note == note.number), style) for note in version.notes
    ]
    return block("div.fn", *lines)


def _note(corpus: Corpus, note: Note, language: str, cited: tuple[Citation, ...], style: Style) -> str:
    """A footnote printed wholly in the other script keeps that script's direction: "United Nations, Treaty Series"."""
    own = _language_of(note.passage.text, language)
    words = _inline(corpus, note.passage, own, _citation_stretches(cited, style), (), style)
    if not style.with_ids:
        return f'<span class="back">({note.number})</span> {words}\n{{: lang={own} dir={DIRECTION[own]} }}'
    back = corpus.say(language, "footnote-back", number=note.number)
    return (
        f'[({note.number})](#fnref-{note.number}-{language}){{ .back aria-label="{back}" }} {words}\n'
        f"{{: #fn-{note.number}-{language} lang={own} dir={DIRECTION[own]} }}"
    )


def _language_of(text: str, language: str) -> str:
    letters = [unicodedata.name(c, "") for c in text if c.isalpha()]
    arabic = sum(name.startswith("ARABIC") for name in letters)
    if not letters:
        return language
    return "ar" if arabic * 2 >= len(letters) else "en"


def _citation_stretches(citations: tuple[Citation, ...], style: Style) -> list[_Stretch]:
    """Links; on the page of an instrument only the citing words are marked. Of names that meet the longer wins."""
    if style.marked is None:
        return [_Stretch(one.start, one.end, partial(_linked, link(style.page, one))) for one in citations]
    citing = [one for one in citations if one.target == style.marked and style.pinpoint in (None, one.pinpoint)]
    return [_Stretch(one.start, one.end, _marked) for one in citing]


def _marked(inner: str) -> str:
    return f"<mark>{inner}</mark>"


def _linked(target: str, inner: str) -> str:
    return f"[{inner}]({target}){{ .cite }}"


def _opening(inner: str) -> str:
    return f"*{inner}*{{ .open }}"


def link(page: str, citation: Citation) -> str:
    """From the Markdown file `page` to that of the instrument, or of its article."""
    leaf = citation.pinpoint.id if citation.pinpoint else ""
    return relative(page, address(citation.target, leaf))


def relative(page: str, target: str) -> str:
    """From one Markdown file to the one at address `target`, which may carry an anchor."""
    path, _, anchor = target.partition("#")
    parts = path.strip("/").split("/")
    uri = "/".join(parts) + ("/index.md" if len(parts) < 3 else ".md")
    return posixpath.relpath(uri, posixpath.dirname(page)) + (f"#{anchor}" if anchor else "")


def _inline(
    corpus: Corpus,
    source: Passage,
    language: str,
    stretches: list[_Stretch],
    marks: tuple[NoteMark, ...],
    style: Style,
    diverging: tuple[Divergence, ...] = (),
) -> str:
    """The passage with stretches wrapped, divergences underlined, note marks and keys set in.

    Of two stretches that meet, the first given wins. A mark inside a stretch is set behind it, for links hold no links.
    """
    chosen: list[_Stretch] = []
    for stretch in stretches:
        if not any(stretch.start < other.end and other.start < stretch.end for other in chosen):
            chosen.append(stretch)
    spans = [(one.spans[language], one) for one in diverging if one.spans[language]]
    underlined = [span for span, one in spans if one.record.kind.is_marked]
    pending = [(mark.at, _mark(mark, language, style)) for mark in marks]
    pending += [(span[1], _key(corpus, one, language)) for span, one in spans]
    pending.sort(key=lambda insert: insert[0])
    pieces, place = [], 0
    for stretch in [*sorted(chosen, key=lambda stretch: stretch.start), None]:
        end = stretch.start if stretch else len(source.text)
        while pending and pending[0][0] <= end:
            at, insert = pending.pop(0)
            pieces += [_words(source.text, place, max(at, place), language, underlined), insert]
            place = max(at, place)
        pieces.append(_words(source.text, place, end, language, underlined))
        if stretch:
            pieces.append(stretch.wrap(_words(source.text, stretch.start, stretch.end, language, underlined)))
            place = stretch.end
    return "".join(pieces)


def _words(text: str, start: int, end: int, language: str, underlined: list[tuple[int, int]]) -> str:
    """A piece of the text as Markdown, with whatever of it lies in a divergence underlined."""
    edges = {start, end, *(edge for span in underlined for edge in span if start < edge < end)}
    pieces = []
    for first, last in pairwise(sorted(edges)):
        piece = markdown(text[first:last], language)
        inside = any(span[0] <= first and last <= span[1] for span in underlined)
        pieces.append(f'<span class="dv">{piece}</span>' if inside else piece)
    return "".join(pieces)


def _mark(mark: NoteMark, language: str, style: Style) -> str:
    attributes = 'class="note"'
    if not style.with_ids:
        return f"<sup {attributes}>({mark.number})</sup>"
    link = f"[({mark.number})](#fn-{mark.number}-{language})"
    return f'<sup {attributes} id="fnref-{mark.number}-{language}">{link}</sup>'


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
    return letters[divergence.number - 1] if divergence.number <= len(letters) else str(divergence.number)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
