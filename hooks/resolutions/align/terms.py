"""Which terms of one column answer which of the other: the same term, where both columns have it equally often.

In: a clause, the glossary `docs/records/terms.yml`, the spans that are taken. Out: the spans of terms by language.
Looked for in folded text, so that vowel marks, tatweel and capitals do not matter; spans are those of the printed
text. An Arabic word is taken whole, with what is joined to it: «بالدول الأعضاء».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..folding import fold, folded
from ..model.text import LANGUAGES, Clause
from ..records.terms import Term

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Found:
    """A term in one language of a clause."""

    start: int
    end: int
    term: str


class Glossary:
    """All terms, ready to be looked for: one pattern for each language."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._ids = {one: {folded(form): id_ for id_, term in terms.items() for form in term[one]} for one in LANGUAGES}
        self._patterns = {one: _pattern(self._ids[one], one) for one in LANGUAGES}

    def all(self, text: str, language: str) -> tuple[Found, ...]:
        """Every term of a text; of two that meet the one that begins first, and then the longer."""
        pattern = self._patterns[language]
        if pattern is None:
            return ()
        searched = fold(text)
        return tuple(
            Found(*searched.span(match.start(), match.end()), self._ids[language][_form(match)])
            for match in pattern.finditer(searched.text)
        )

    def answering(self, clause: Clause, taken: Mapping[str, Spans]) -> dict[str, tuple[Found, ...]]:
        """The terms of both columns that answer each other. `taken`: spans that no term may meet, by language."""
        if set(clause.texts) != set(LANGUAGES):
            return {}
        free = {
            one: [
                found
                for found in self.all(clause.texts[one].passage.text, one)
                if not any(found.start < end and start < found.end for start, end in taken.get(one, ()))
            ]
            for one in LANGUAGES
        }
        counts = {one: Counter(found.term for found in free[one]) for one in LANGUAGES}
        english, arabic = (counts[one] for one in LANGUAGES)
        return {one: tuple(f for f in free[one] if english[f.term] == arabic[f.term]) for one in LANGUAGES}


def _pattern(forms: Mapping[str, str], language: str) -> re.Pattern[str] | None:
    """All forms, the longest first: "sexual exploitation and abuse" before "sexual exploitation"."""
    if not forms:
        return None
    ordered = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    if language != "ar":
        return re.compile(rf"(?<!\w)(?P<form>{ordered})(?!\w)")
    # «وبالدول» is و + ب + الدول; «للدول» is ل + الدول, written without the alef.
    short = "|".join(re.escape(f[2:]) for f in sorted(forms, key=lambda f: (-len(f), f)) if f.startswith("ال"))
    joined = rf"[وف]?لل(?P<short>{short})|" if short else ""
    return re.compile(rf"(?<!\w)(?:{joined}[وف]?[بلك]?(?P<form>{ordered}))(?!\w)")


def _form(match: re.Match[str]) -> str:
    """The form as the record has it, without what is joined to it."""
    groups = match.groupdict()
    return groups["form"] or "ال" + groups["short"]
