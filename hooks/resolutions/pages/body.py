"""The texts as Markdown: columns of both languages, sub-paragraphs on lines of their own, footnotes below their column.

In: units of a text and their citations. Out: Markdown with the classes that docs/assets/stylesheets/muqabala.css knows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ..align.divergences import Divergence
from ..align.terms import Found, Spans
from ..cite.values import Citation, Mention
from ..markup import block, escape
from ..model.text import Clause, ClauseText, HeldText, Note, Paragraph, Unit
from ..parse.values import SubParagraph
from . import inline
from .corpus import Corpus, order
from .inline import Style, link, note_id, passage, relative, sigil

__all__ = [
    "DIRECTION",
    "Style",
    "link",
    "note_id",
    "notes",
    "pair",
    "passage",
    "relative",
    "sigil",
    "spread",
    "terms",
    "unit",
]

DIRECTION = {"en": "ltr", "ar": "rtl"}
JOINT = "\n"  # between paragraphs, or closing lines, that are one unit
DEEPEST = 3  # sub-paragraphs are set in so far, and no farther


@dataclass(frozen=True)
class Block:
    """A paragraph or sub-paragraph on a line of its own. `number`: of a paragraph, where the spine does not say it."""

    start: int
    end: int
    depth: int = 0
    id: str = ""
    number: str = ""


def spread(text: HeldText, *pieces: str, classes: str = "") -> str:
    """The pieces of one text around their spine. A text in one language has one column and no spine."""
    only = f".only-{text.languages[0]}" if len(text.languages) == 1 else ""
    return block(f"div.spread{classes}{only}", *pieces)


def pair(corpus: Corpus, text: HeldText, found: Clause | Unit, style: Style, spine: str) -> str:
    """One clause, or a paragraph of an annex: the spine, then the columns. `spine` is Markdown, and may be empty."""
    columns = [
        _column(corpus, text, found, language, style)
        if language in found.texts
        else _nothing(corpus, language, style.interface)
        for language in order(style.interface, text.languages)
    ]
    anchor = f"#{found.id}" if style.with_ids else ""
    if not spine:
        return block(f"div.pair.bare.txt{anchor}", *columns)
    return block(f"div.pair.txt{anchor}", block("div.no", spine, inline=True), *columns)


def terms(
    corpus: Corpus, text: HeldText, clause: Clause, diverging: tuple[Divergence, ...] = ()
) -> dict[str, tuple[Found, ...]]:
    """The terms to mark in a clause; none meets an opening phrase, a link, the end of a line, a mark or a key.

    `diverging`: the places of the clause that have a key, or none where keys are not shown. They are looked for once,
    for the page of the clause and the whole text, in each interface.
    """
    asked = text.id, clause.id, bool(diverging)
    if asked not in corpus.terms:
        corpus.terms[asked] = corpus.glossary.answering(clause, _taken(corpus, text, clause, diverging))
    return corpus.terms[asked]


def _taken(corpus: Corpus, text: HeldText, clause: Clause, diverging: tuple[Divergence, ...]) -> dict[str, Spans]:
    taken = {}
    for one, version in clause.texts.items():
        places = [mark.at for mark in version.passage.marks] + [place for place, _ in version.passage.stars]
        places += [span[1] for each in diverging if (span := each.spans[one])]
        refers = (*corpus.cited[text.id].at(clause.id, one), *corpus.cited[text.id].open_at(clause.id, one))
        cited = [(c.start, c.end) for c in refers if c.note is None]
        cited += [(place, place + 1) for place, sign in enumerate(version.passage.text) if sign == JOINT]
        taken[one] = (*version.opening, *cited, *((place, place) for place in places))
    return taken


def unit(corpus: Corpus, text: HeldText, found: Unit | Clause, style: Style, classes: str) -> str:
    """Title, chapeau, closing lines: face to face without a number, with their notes if they call any."""
    anchor = found.id if style.with_ids else ""
    if any(one.notes or one.stars or JOINT in one.passage.text for one in found.texts.values()):
        columns = (_column(corpus, text, found, one, style, classes) for one in order(style.interface, found.texts))
        return block("div.pair.bare" + (f"#{anchor}" if anchor else ""), *columns)
    lines = {
        language: inline.version(corpus, one, language, corpus.cited[text.id].at(found.id, language), style)[0]
        for language, one in found.texts.items()
    }
    return bare_pair(lines, style.interface, classes, anchor=anchor)


def notes(corpus: Corpus, text: HeldText, found: Unit, style: Style) -> str:
    """Only the notes that a unit calls, for a heading, which holds none; "" if it calls none."""
    if not any(one.notes or one.stars for one in found.texts.values()):
        return ""
    cited = corpus.cited[text.id]
    columns = (
        block(
            f"div.col{attributes(one)}",
            _notes(corpus, found.texts[one], one, cited.at(found.id, one), cited.open_at(found.id, one), style),
        )
        for one in order(style.interface, found.texts)
    )
    return block("div.pair.bare", *columns)


def bare_pair(texts: dict[str, str], interface: str, classes: str, *, anchor: str = "") -> str:
    """Two short texts face to face, without a number: title, chapeau, a line of the masthead. `texts` are Markdown."""
    columns = (
        f"{texts[language]}\n{{: .t {classes} lang={language} dir={DIRECTION[language]} }}"
        for language in order(interface, texts)
    )
    return block("div.pair.bare" + (f"#{anchor}" if anchor else ""), *columns)


def blocks(found: Clause | Unit, language: str, *, leads: bool = False) -> tuple[Block, ...]:
    """Where the text of one language breaks into lines: at its paragraphs, if several, and its sub-paragraphs.

    `leads`: this language gives the ids; then the paragraphs that have no page of their own keep theirs as anchors.
    """
    version = found.texts[language]
    starts = {0: Block(0, 0)}
    for index, one in enumerate(version.paragraphs):
        own = _own_number(found, one, index) if one.numbered and not one.label else ""
        own = one.label if one.label and index else own
        anchor = one.id if leads and index and isinstance(found, Clause) else ""
        starts[one.start] = Block(one.start, 0, id=anchor, number=own)
    if not version.paragraphs:
        starts |= {at + 1: Block(at + 1, 0) for at, sign in enumerate(version.passage.text) if sign == JOINT}
    for sub, depth in _deep(version.subs):
        starts[sub.start] = Block(sub.start, 0, min(depth, DEEPEST), sub.id)
    ordered = sorted(starts.values(), key=lambda one: one.start)
    ends = [*(one.start for one in ordered[1:]), len(version.passage.text)]
    return tuple(Block(one.start, end, one.depth, one.id, one.number) for one, end in zip(ordered, ends, strict=True))


def _deep(subs: tuple[SubParagraph, ...], depth: int = 1) -> Iterator[tuple[SubParagraph, int]]:
    for sub in subs:
        yield sub, depth
        yield from _deep(sub.subs, depth + 1)


def _own_number(found: Clause | Unit, one: Paragraph, index: int) -> str:
    """The number of a paragraph where it is not the one on the spine."""
    own = index or (isinstance(found, Clause) and (one.number, bool(one.word)) != (found.number, bool(found.between)))
    return f"{one.number} {one.word}".strip() if own else ""


def _column(
    corpus: Corpus, text: HeldText, found: Clause | Unit, language: str, style: Style, classes: str = ""
) -> str:
    version = found.texts[language]
    cited = corpus.cited[text.id].at(found.id, language)
    cut = blocks(found, language, leads=language == text.record.lead)
    uncertain = corpus.cited[text.id].open_at(found.id, language)
    pieces = inline.version(corpus, version, language, cited, style, [(one.start, one.end) for one in cut], uncertain)
    taken = _ids_above(found, language, style)
    parts = [_paragraph(piece, one, language, classes, taken) for piece, one in zip(pieces, cut, strict=True)]
    if version.notes or version.stars:
        parts.append(_notes(corpus, version, language, cited, uncertain, style))
    status = text.record.readings[language].status
    if not status.ours:
        return block(f"div.col{attributes(language)}", *parts)
    label = _capital(corpus.say(language, f"status-{status.value}"))
    if style.with_status:
        parts.append(f"{escape(label)}\n{{: .st }}")
    return block(f"div.col{attributes(language, label)}", *parts)


def _ids_above(found: Clause | Unit, language: str, style: Style) -> frozenset[str] | None:
    """The ids that the column before this one bears already; None where a page gives none."""
    if not style.with_ids:
        return None
    columns = order(style.interface, found.texts)
    above = columns[: columns.index(language)]
    return frozenset(sub.id for one in above for sub in found.texts[one].all_subs())


def _paragraph(piece: str, one: Block, language: str, classes: str, taken: frozenset[str] | None) -> str:
    sub = f" .item .d{one.depth}" if one.depth else ""
    anchor = f" #{one.id}" if one.id and taken is not None and one.id not in taken else ""
    number = f'<span class="own">{one.number}</span> ' if one.number else ""
    classes = f" {classes}" if classes else ""
    return f"{number}{piece}\n{{: .t{classes}{sub}{anchor} lang={language} dir={DIRECTION[language]} }}"


def _nothing(corpus: Corpus, language: str, interface: str) -> str:
    """In place of a column that would be empty: that this language has nothing of it."""
    words = escape(corpus.say(interface, f"nothing-in-{language}"))
    tags = f"lang={interface} dir={DIRECTION[interface]}"
    return block(f'div.col[lang="{language}" dir="{DIRECTION[language]}"]', f"{words}\n{{: .none {tags} }}")


def attributes(language: str, label: str = "") -> str:
    """What stands on every block of text. `label` goes with whatever is copied out of it."""
    label = f' data-label="{label}"' if label else ""
    return f'[lang="{language}" dir="{DIRECTION[language]}"{label}]'


def _notes(
    corpus: Corpus,
    version: ClauseText,
    language: str,
    cited: tuple[Citation, ...],
    uncertain: tuple[Mention, ...],
    style: Style,
) -> str:
    lines = [star_note(one.label, one.passage.text, language) for one in version.stars]
    for note in version.notes:
        own = tuple(c for c in cited if c.note == note.number)
        lines.append(_note(corpus, note, language, own, [one for one in uncertain if one.note == note.number], style))
    return block("div.fn", *lines)


def star_note(label: str, words: str, language: str) -> str:
    """A note that asterisks call."""
    own = _language_of(words, language)
    text = inline.line(words, own, (), (), ())
    return f'<span class="back">{escape(label)}</span> {text}\n{{: lang={own} dir={DIRECTION[own]} }}'


def _note(
    corpus: Corpus, note: Note, language: str, cited: tuple[Citation, ...], uncertain: list[Mention], style: Style
) -> str:
    """A footnote printed wholly in the other script keeps that script's direction: "United Nations, Treaty Series"."""
    own = _language_of(note.passage.text, language)
    words = inline.passage(corpus, note.passage, own, cited, style, uncertain)
    if not style.with_ids:
        return f'<span class="back">({note.number})</span> {words}\n{{: lang={own} dir={DIRECTION[own]} }}'
    back, key = corpus.say(language, "footnote-back", number=note.number), inline.note_key(note, language)
    return (
        f'[({note.number})](#fnref-{key}){{ .back aria-label="{back}" }} {words}\n'
        f"{{: #fn-{key} lang={own} dir={DIRECTION[own]} }}"
    )


def _language_of(text: str, language: str) -> str:
    letters = [unicodedata.name(c, "") for c in text if c.isalpha()]
    arabic = sum(name.startswith("ARABIC") for name in letters)
    if not letters:
        return language
    return "ar" if arabic * 2 >= len(letters) else "en"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
