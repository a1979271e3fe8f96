"""What a page says of the pairing of a clause, and of decisions that people took where a machine could not."""

from __future__ import annotations

from typing import Any

from ..align import corrected
from ..markup import html
from ..model.text import LANGUAGES, Clause, HeldText
from ..records.notes import AlignmentCorrection, CitationCorrection, CorrectionRecord
from .body import DIRECTION
from .corpus import Corpus, place_address

GAP = "\ufffc"  # where words of the text are set in


def pairing(corpus: Corpus, text: HeldText, clause: Clause, language: str) -> list[str]:
    """Sentences on a clause that is more, or fewer, paragraphs in one language, or bears another number there."""
    if len(text.languages) < len(LANGUAGES):
        return []
    found = []
    counts = {one: len(clause.texts[one].paragraphs) if one in clause.texts else 0 for one in LANGUAGES}
    if clause.is_group:
        found.append(corpus.say(language, "pairing-group", **counts))
    for one in LANGUAGES:
        if not counts[one]:  # its column says so
            continue
        first = clause.texts[one].paragraphs[0]
        if first.numbered and (first.number, first.word) != (clause.number, clause.words.get(one, "")):
            found.append(corpus.say(language, f"pairing-number-{one}", number=f"{first.number} {first.word}".strip()))
    if not clause.sure:
        found.append(corpus.say(language, "pairing-unsure"))
    return found


def corrections(corpus: Corpus, text: HeldText, language: str, clause: Clause | None = None) -> list[dict[str, Any]]:
    """What people decided about the text, or about one clause of it, with reason and date."""
    return [
        _entry(corpus, text, one, language)
        for one in text.corrections
        if clause is None or place_of(text, one) == clause.id
    ]


def place_of(text: HeldText, one: CorrectionRecord) -> str:
    """The id of the clause, or other unit, that a decision is about."""
    for unit in text.units():
        if isinstance(one, AlignmentCorrection):
            own = {each.id for version in unit.texts.values() for each in version.paragraphs}
            if isinstance(unit, Clause) and own & {*one.en, *one.ar} and _holds(unit, one):
                return unit.id
        elif isinstance(one, CitationCorrection) and not one.place.startswith("fn-"):
            if one.place == unit.id:
                return unit.id
        else:
            number = int(one.place.removeprefix("fn-")) if isinstance(one, CitationCorrection) else one.number
            version = unit.texts.get(one.language)
            if version and any(note.number == number for note in version.notes):
                return unit.id
    return one.place if isinstance(one, CitationCorrection) else ""


def _holds(clause: Clause, one: AlignmentCorrection) -> bool:
    """Does the clause hold just these paragraphs in each language? An id may mean another one in the other language."""
    return all(
        tuple(each.id for each in clause.texts[language].paragraphs) == one[language]
        for language in LANGUAGES
        if language in clause.texts
    )


def _entry(corpus: Corpus, text: HeldText, one: CorrectionRecord, language: str) -> dict[str, Any]:
    place = place_of(text, one)
    return {
        "kind": corpus.say(language, f"correction-{one.kind}"),
        "what_html": _what(corpus, one, language),
        "place": corpus.place_name(text, place, language) if place else "",
        "address": place_address(text, place) if place else "",
        "reason_html": html(one.reason[language], language),
        "date": corpus.wording.date(language, one.date),
    }


def _target(corpus: Corpus, one: CitationCorrection, language: str) -> str:
    """ "CRC, Article 19"."""
    name = corpus.short_name(one.target, language)
    pinpoint = corrected.pinpoint(one.pinpoint, corpus.records) if one.pinpoint else None
    return corpus.say(language, "comma").join(
        [name, *([corpus.pinpoint_label(pinpoint, language)] if pinpoint else [])]
    )


def _what(corpus: Corpus, one: CorrectionRecord, language: str) -> str:
    """The decision in one sentence, as HTML; words of the text stand in it in their own language and direction."""
    if isinstance(one, AlignmentCorrection):
        empty = next((each for each in LANGUAGES if not one[each]), None)
        if empty:
            return html(corpus.say(language, f"nothing-in-{empty}"), language)
        return html(corpus.say(language, "correction-alignment-what", en=len(one.en), ar=len(one.ar)), language)
    if isinstance(one, CitationCorrection):
        words, none = one.words, one.target == "none"
        name = {} if none else {"name": _target(corpus, one, language)}
        said = corpus.say(
            language, "correction-citation-none" if none else "correction-citation-what", words=GAP, **name
        )
    else:
        words = one.after
        said = corpus.say(language, "correction-footnote-what", number=one.number, words=GAP)
    own = one.language
    return html(said, language).replace(GAP, f'<span lang="{own}" dir="{DIRECTION[own]}">{html(words, own)}</span>')
