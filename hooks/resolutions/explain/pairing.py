"""Why paragraphs of two languages stand side by side: by their own numbers, or because a person decided so.

In: the corpus and what is known of a clause in each language. Out: sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..cite.find import MASTHEAD
from ..model.text import LANGUAGES, Clause, HeldText
from ..pages import remarks
from ..pages.corpus import Corpus
from ..parse.values import Part
from ..records.notes import AlignmentCorrection
from .values import Side


def said(corpus: Corpus, text_id: str, clause_id: str, sides: tuple[Side, ...]) -> tuple[str, ...]:
    """How the languages of a clause or of the masthead answer each other, and whether they cite the same."""
    held = corpus.text(text_id)
    if held is None:
        return ("The text is withheld until its errors are mended.",)
    if clause_id != MASTHEAD and held.unit(clause_id) is None:
        parts = (
            one.id
            for one in held.clauses
            for version in one.texts.values()
            for p in version.paragraphs
            if p.id == clause_id
        )
        return tuple(f"It is part of {whole}; ask for that." for whole in parts)
    if len(held.languages) == 1:
        return ("The text is held in one language.",)
    return tuple(_answers(held, clause_id, sides))


def _answers(held: HeldText, clause_id: str, sides: tuple[Side, ...]) -> Iterator[str]:
    """What people decided, and what the languages themselves say."""
    clause = held.clause(clause_id)
    if len(sides) == 1:
        other = next(one for one in LANGUAGES if one != sides[0].language)
        yield f"The other language ({other}) has nothing of {clause_id}."
    elif clause:
        yield from _paired(clause)
    else:
        yield f"Both languages have {clause_id}."
    for one in held.corrections if clause else ():
        if isinstance(one, AlignmentCorrection) and remarks.place_of(held, one) == clause_id:
            yield f"Decided by a person on {one.date}: {one.reason.en}"
    if len(sides) > 1 and clause_id != MASTHEAD:
        yield from _agreement(sides)


def _paired(clause: Clause) -> Iterator[str]:
    """What each language has of a clause, and whether that is certain."""
    part = "preambular" if clause.part is Part.PREAMBULAR else "operative"
    there = [language for language in LANGUAGES if language in clause.texts]
    ids = {language: [one.id for one in clause.texts[language].paragraphs] for language in there}
    if clause.is_group or len({tuple(own) for own in ids.values()}) > 1:
        yield "; ".join(f"{', '.join(own)} ({language})" for language, own in ids.items()) + " are one clause."
    else:
        yield f"Both languages have {'a' if part[0] == 'p' else 'an'} {part} paragraph of this number."
    if not clause.sure:
        yield "Numbers, figures and lengths leave a doubt whether they answer each other."


def _agreement(sides: tuple[Side, ...]) -> tuple[str, str]:
    cited = [{(one.target, one.pinpoint[0] if one.pinpoint else "") for one in side.citations} for side in sides]
    lines = ", ".join(f"{side.last.line - side.first.line + 1} in {side.language}" for side in sides)
    return "They cite the same." if cited[0] == cited[1] else "They do not cite the same.", f"Lines: {lines}."
