"""The opening phrase of a clause, found by its words where the source does not set it apart.

In: the text of a clause and the words of a language. Out: spans. An adverb may stand apart from its verb:
«وتحث البرلمانات أيضاً» opens with «وتحث … أيضاً».
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..folding import fold, folded
from ..records.grammar import Openings
from ..wordlists import one_of

BRACKETS = "[“"  # of a draft that goes round, of a quotation
PARTICIPLE = re.compile(r"[A-Z][a-z-]+(?:ing|ed)[ ]")
PREAMBULAR, ANY = ("preambular_whole", "preambular_marks", "preambular"), ("modifiers", "joined")
LONGEST = 400  # so many characters hold any opening phrase; a paragraph may be a whole page


def find(text: str, words: Openings, *, preambular: bool, numbered: bool = True) -> tuple[tuple[int, int], ...]:
    """The spans of the opening phrase, or none. They start at 0, or behind a bracket. `numbered`: see `opens`."""
    skipped = len(text) - len(text.lstrip(BRACKETS))
    letters = fold(text[skipped : skipped + LONGEST])
    found = _pattern(words, preambular, numbered).match(letters.text)
    if not found:
        return ()
    spans = [letters.span(*found.span(name)) for name in ("phrase", "apart") if found[name]]
    return tuple((start + skipped, end + skipped) for start, end in spans)


@lru_cache(maxsize=4096)  # several steps ask for each line of a text
def opens(line: str, words: Openings, *, preambular: bool, numbered: bool = True) -> bool:
    """Does the line begin as such a paragraph begins? In a script with capitals, with a capital.

    `numbered`: it has a number, so that the bare verb is enough ("1. Request", which a conference says of itself).
    """
    line = line.lstrip(BRACKETS)
    first = next((c for c in line if not c.isspace()), "")
    if first.islower():
        return False
    return bool(_pattern(words, preambular, numbered).match(folded(line[:LONGEST])))


def seems_to_open(line: str, words: Openings) -> bool:
    """Does a line begin as a preambular paragraph whose verb is not known: "Defining the", «وإذ تصوغ»?"""
    marked = any(folded(line[:LONGEST]).startswith(folded(mark) + " ") for mark in words.preambular_marks)
    return marked or (not words.preambular_marks and bool(PARTICIPLE.match(line)))


def entries(phrase: str, words: Openings, *, preambular: bool) -> tuple[tuple[str, int], ...]:
    """Which entries of the grammar a phrase is made of, in its order: "Also urges" → modifiers 0, operative 71.

    A word that no entry has is passed over; of several entries the longest counts, of equal ones the first of its part
    (in an operative paragraph a later «وإذ» is of the preamble). Keys are those of `Openings`.
    """
    left, found = folded(phrase).strip(), []
    known = [
        (folded(word), key, index)
        for key in ((*PREAMBULAR, *ANY) if preambular else ("operative", "decided", *ANY, *PREAMBULAR))
        for index, word in enumerate(getattr(words, key))
    ]
    while left:
        fitting = [one for one in known if left == one[0] or left.startswith(f"{one[0]} ")]
        joined = [one for one in known if one[1] == "joined" and left.startswith(one[0])]
        best = max(fitting or joined, key=lambda one: len(one[0]), default=None)
        if best is None:
            left = left.partition(" ")[2]
            continue
        found.append((best[1], best[2]))
        left = left[len(best[0]) :].strip()
    return tuple(found)


@lru_cache
def telling(words: Openings) -> re.Pattern[str]:
    """A verb of a decision that is told, or of one that is spoken, wherever it stands in folded text."""
    modifier = _any(words.modifiers)
    before = rf"(?:{modifier}[ ]){{0,2}}" if not words.joined else ""
    return re.compile(rf"(?<!\w)(?P<verb>{before}{_any((*words.decided, *words.operative))})(?!\w)")


@lru_cache
def _pattern(words: Openings, preambular: bool, numbered: bool) -> re.Pattern[str]:
    """One pattern for each language and part, over folded text: "وإذ تشير أيضا", "Also urges"."""
    operative = (*words.operative, *words.decided, *(words.operative_numbered if numbered else ()))
    verbs = _any(words.preambular if preambular else operative)
    modifier = _any(words.modifiers)
    head = rf"{_any(words.preambular_marks)}[ ]" if preambular and words.preambular_marks else ""
    joined = rf"{_any(words.joined)}?" if words.joined and not preambular else ""
    before = rf"(?:{modifier}[ ]){{0,3}}" if not words.joined else ""
    whole = rf"| {_any(words.preambular_whole)}" if preambular and words.preambular_whole else ""
    subject = rf"(?: {_any(words.subjects)} [,،]? [ ] )?" if words.subjects else ""
    attached = rf"{_any(words.attached)}?" if words.attached else ""
    apart = modifier if words.joined else r"(?!)"  # in English it stands beside its verb
    return re.compile(
        rf"""
        (?P<phrase> {subject} (?: {head} {joined} {before} {verbs} {attached} {whole} )
            (?:[ ]{modifier})* )                                             # Also urges · وإذ تشير أيضا
        (?: [ ]\w+[ ](?P<apart>{apart}) )?                                   # وتحث البرلمانات أيضاً
        (?!\w)
        """,
        re.VERBOSE,
    )


def _any(words: tuple[str, ...]) -> str:
    """Any of the words, the longest that fits."""
    return f"(?:{one_of(map(folded, words))})"
