"""How far the Arabic name of an instrument goes: up to a sign, or to a word that no name holds.

«وإذ تشير إلى |اتفاقية هانوي بشأن الموانئ الآمنة| المعتمدة في عام 2015». Arabic has no capitals, so that an end at a
sign may lie beyond the name; whether it does, only the other language tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..folding import folded
from ..records.kinds import Kind
from ..records.load import Records
from .extent import Extent, Site
from .words import any_of, clitic

LONGEST = 26  # words
# Nouns that are written like a verb which opens paragraphs.
NOUNS = frozenset({"تقدم", "تعهد", "تعاون", "توجه", "نظر", "نشر", "نفي", "نص"})
PREPOSITIONS = "بلك"


def find(site: Site, records: Records) -> Iterator[Extent]:
    """Every name in order, none inside another."""
    grammar = _grammar(records)
    place = 0
    while match := grammar.kinds.search(site.text, place):
        place = match.end()
        if site.is_taken(match.start("kind")):
            continue
        found = _read(site, grammar, match)
        if found:
            place = found.end
            yield found


@dataclass(frozen=True, eq=False)
class _Grammar:
    records: Records

    @cached_property
    def of_word(self) -> dict[str, tuple[Kind, int, bool]]:
        assert self.records.names is not None
        found: dict[str, tuple[Kind, int, bool]] = {}
        for index, one in enumerate(self.records.names.kinds):
            for words, common in ((one.words.ar, False), (one.common.ar, True)):
                for word in words:
                    found.setdefault(folded(word), (one.kind, index, common))
        return found

    @cached_property
    def kind(self) -> str:
        return clitic(self.of_word)

    @cached_property
    def kinds(self) -> re.Pattern[str]:
        """With what a second kind in the same breath adds: «إعلان ومنهاج عمل بيجين»."""
        plans = (word for word, (kind, _, _) in self.of_word.items() if kind in (Kind.AGENDA, Kind.GUIDELINES))
        return re.compile(rf"(?<!\w)[وف]?(?P<kind>{self.kind})(?P<second>[ ]و(?:{any_of(plans)})(?=[ ]))?(?!\w)")

    @cached_property
    def stop(self) -> re.Pattern[str]:
        assert self.records.names is not None
        words = any_of(self.records.names.ends.ar)
        return re.compile(rf"(?:{words}|[وف](?:{self.kind})|[وف](?:{any_of(self.verbs)}))(?!\w)")

    @cached_property
    def verbs(self) -> frozenset[str]:
        assert self.records.openings is not None
        openings = self.records.openings.ar
        return frozenset(folded(one).split()[0] for one in (*openings.preambular, *openings.operative)) - NOUNS

    @cached_property
    def general(self) -> frozenset[str]:
        assert self.records.names is not None
        return frozenset(folded(word) for word in self.records.names.general.ar)

    @cached_property
    def definite_goes_on(self) -> re.Pattern[str]:
        """What «البروتوكول» must be followed by to be more than "the Protocol": «البروتوكول رقم 16»."""
        assert self.records.references is not None
        pointing = ("المذكور", "الحالي", "التالي")  # "the said", "the present", "the following"
        adjectives = (one for one in self.general if one.startswith("ال") and not one.startswith(pointing))
        words = any_of((*self.records.references.name_goes_on.ar, *adjectives))
        return re.compile(rf"[ ](?:{words}|رقم[ ][0-9]+|(?!الحالي|التالي)ال\w{{2,}}ية?)(?!\w)")


@lru_cache(maxsize=4)
def _grammar(records: Records) -> _Grammar:
    return _Grammar(records)


def _read(site: Site, grammar: _Grammar, match: re.Match[str]) -> Extent | None:
    written = match["kind"]
    word, clitics = _word(written, grammar)
    kind, entry, common = grammar.of_word[word]
    definite = word.startswith("ال") and " " not in word and not common
    if definite and not grammar.definite_goes_on.match(site.text, match.end()):
        return None
    start, end, stopped, words = match.start("kind"), match.end(), False, 0
    inside: list[str] = []
    while words < LONGEST:
        if site.text[end : end + 1] != " ":
            break
        index = site.index(end)
        if index >= len(site.words) or site.words[index].start != end + 1:
            break
        if grammar.stop.match(site.text, end + 1):
            stopped = True
            break
        one = site.words[index]
        known = site.known_at(one.start)
        if known is not None and kind is Kind.PROTOCOL:
            end, words = known, words + 1
            inside.append("")
            continue
        if site.is_taken(one.start) or site.is_taken(one.start + 1):
            stopped = True
            break
        if inside and one.text[0] == "و" and grammar.general.issuperset(inside):
            stopped = True  # «البروتوكول الاختياري وغيره»
            break
        end, words = one.end, words + 1
        inside.append(site.text[one.start : one.end])
    telling = [word for word in inside if word not in grammar.general and not word.isdigit()]
    if not telling and not (word == "خطة" and any(one.isdigit() for one in inside)):
        return None
    if telling == [""] and written.endswith(("ات", "ان", "ين")):
        return None
    closed = site.is_closed(end)
    return Extent(start, end, kind, entry, words < LONGEST, common, closed and not stopped, clitics)


def _word(written: str, grammar: _Grammar) -> tuple[str, int]:
    """The word of the grammar behind what is written, and how many letters stand before it."""
    if written in grammar.of_word:
        return written, 0
    if written.startswith("لل") and "ال" + written[2:] in grammar.of_word:
        return "ال" + written[2:], 1
    return written[1:], 1 if written[0] in PREPOSITIONS else 0
