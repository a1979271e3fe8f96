"""A text as the words that search compares: folded, without article and joined letters, with their stems.

In: a text and the rules of `records/grammar/folding.yml`. Out: for each word its readings, and the stem of each one.
`docs/assets/javascripts/search/words.js` does the same in the browser; the tests hold the two to the same answers.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..records.folding import Ending, FoldingGrammar

TATWEEL = "\u0640"


def _word_signs() -> str:
    """Letters, marks, decimal digits and signs that only join or order: a class for `re`, of the basic plane."""
    found = (chr(n) for n in range(min(sys.maxunicode, 0xFFFF) + 1))
    kept = (c for c in found if unicodedata.category(c) in {"Nd", "Cf"} or unicodedata.category(c)[0] in "LM")
    return "".join(re.escape(c) for c in kept)


_SIGNS = _word_signs()
# children’s · الطِّفل · OP4 · ٧٧
RUN = re.compile(rf"[{_SIGNS}]+(?:['’ʼ][{_SIGNS}]+)*")


@dataclass(frozen=True)
class Reading:
    """One way to take a word. `how`: `self`, `article` (it surely is one), `alef` (it may be one), `joined`."""

    how: str
    base: str


class Words:
    """The rules, ready for use. `readings` and `parts` remember what they were asked."""

    def __init__(self, rules: FoldingGrammar) -> None:
        self._letters = {key: value for key, value in rules.letters.items()}
        self._languages = {"en": rules.en, "ar": rules.ar}
        self._stop = {self.fold(word) for one in self._languages.values() for word in one.stop}
        self._same = self._map("same")
        self._irregular = self._map("irregular")
        self._kept = {self.fold(word) for one in self._languages.values() for word in one.kept}
        self._spellings = [rule for one in self._languages.values() for rule in one.spellings]
        self._article = sorted(rules.ar.article, key=len, reverse=True)
        self._article_not = tuple(self.fold(word) for word in rules.ar.article_not)
        self._joined = sorted(rules.ar.joined, key=len, reverse=True)
        self._remembered: dict[str, tuple[tuple[Reading, ...], ...]] = {}
        self._stems: dict[str, str] = {}

    def _map(self, name: str) -> dict[str, str]:
        return {
            self.fold(form): self.fold(word)
            for one in self._languages.values()
            for word, forms in getattr(one, name).items()
            for form in forms
        }

    def fold(self, word: str) -> str:
        """Lower case, without marks, joined and ordered signs, tatweel; letters that stand for one another are one."""
        letters = []
        for sign in unicodedata.normalize("NFKD", word.lower()):
            if sign == TATWEEL or unicodedata.category(sign)[0] == "M" or unicodedata.category(sign) == "Cf":
                continue
            letters.append(self._letters.get(sign, _digit(sign)))
        folded = "".join(letters)
        return folded.removesuffix("'s").replace("'", "")

    def runs(self, text: str) -> Iterator[str]:
        """The words of a text as printed."""
        return (found.group() for found in RUN.finditer(text))

    def readings(self, run: str) -> tuple[tuple[Reading, ...], ...]:
        """A word as printed → for each of its parts ("OP4" has two) the ways to take it; none for a common word."""
        if run not in self._remembered:
            parts = re.findall(r"[0-9]+|[^0-9]+", self.fold(run))
            whole = len(parts) == 1
            found = tuple(tuple(self._part(part, run if whole else part)) for part in parts if part not in self._stop)
            self._remembered[run] = found
        return self._remembered[run]

    def _part(self, folded: str, printed: str) -> Iterator[Reading]:
        yield Reading("self", self._base(folded))
        if not _is_arabic(folded):
            return
        bare = _bare(printed)
        for article in self._article:
            rest = folded[len(article) :]
            if folded.startswith(article) and len(rest) >= 2 and not self._is_its_own(folded, article):
                how = "article" if bare.startswith(article) else "alef"
                yield Reading(how, self._base(rest))
                break
        for joined in self._joined:
            rest = folded[len(joined) :]
            if folded.startswith(joined) and len(rest) >= 3:
                yield Reading("joined", self._base(rest))

    def _base(self, folded: str) -> str:
        return self._same.get(folded) or _ended(folded, self._spellings)

    def _is_its_own(self, folded: str, article: str) -> bool:
        return folded[len(article) - 2 :].startswith(self._article_not)

    def stem(self, base: str) -> str:
        """What all inflections of a word share."""
        if base not in self._stems:
            self._stems[base] = self._stem(base)
        return self._stems[base]

    def _stem(self, base: str) -> str:
        if base[:1].isdigit():
            return base
        stem = self._irregular.get(base, base)
        if stem in self._kept:
            return stem
        for step in self._languages["ar" if _is_arabic(base) else "en"].endings:
            stem = _ended(stem, step)
        return stem

    def rules(self) -> dict[str, Any]:
        """All that the browser needs to do the same, with every word of the rules folded already."""
        return {
            "letters": self._letters,
            "stop": sorted(self._stop),
            "same": self._same,
            "irregular": self._irregular,
            "kept": sorted(self._kept),
            "spellings": self._spellings,
            "endings": {name: one.endings for name, one in self._languages.items()},
            "article": self._article,
            "articleNot": self._article_not,
            "joined": self._joined,
            "long": {self.fold(k): v for one in self._languages.values() for k, v in one.long.items()},
        }


def _ended(word: str, rules: Iterable[Ending]) -> str:
    """The word with the ending that the first fitting rule gives it."""
    for ending, instead, left in rules:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            return word[: len(word) - len(ending)] + instead
    return word


def _digit(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[:1] <= "\u06ff"


def _bare(printed: str) -> str:
    """The word as printed, without vowels and tatweel, but with its hamzas: an alef that bears one is no article's."""
    composed = unicodedata.normalize("NFC", printed)
    kept = (
        c for c in composed if c != TATWEEL and unicodedata.category(c)[0] != "M" and unicodedata.category(c) != "Cf"
    )
    return "".join(kept).replace("ٱ", "ا")
