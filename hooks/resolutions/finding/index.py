"""The inverted index: in which entry, in which language, and how strongly each word and each pair of words stands.

In: entries. Out: an `Index` of plain mappings.

* A *row* is an entry in one language: twice its number, one more for Arabic. Postings are rows with their strength.
* A word is kept below its stem by its base, so that a query finds all inflections and ranks the very word first.
* Two words that follow one another are a *pair*: phrases need no positions, whose lists would be several times as long.
* Strength is BM25 (k1 = 1.2, b = 0.6) of the text, with a bonus for names; ten times, as a whole number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from .entries import Entry
from .words import Words

LANGUAGES = ("en", "ar")  # the order of an entry's rows
K1, B = 1.2, 0.6
NOTE, OF, CITED, NAME, CALLED, TITLE = 0.7, 0.3, 0.5, 3.0, 2.5, 1.8
OPERATIVE = 0.3  # who asks for paragraph 4 and says no more means the operative one
LEAST = 4  # letters of a stem that by itself proves that a joined letter is one

Postings = dict[int, int]


@dataclass
class Index:
    """`stems`: stem → base → postings; `pairs`: "base base" → postings; `bases`: every word that a slip may mean."""

    stems: dict[str, dict[str, Postings]] = field(default_factory=dict)
    pairs: dict[str, Postings] = field(default_factory=dict)
    bases: tuple[str, ...] = ()


def build(entries: Iterable[Entry], words: Words) -> Index:
    """The index of all entries, whose numbers are their places in `entries`."""
    entries = tuple(entries)
    resolve = _Resolver(
        words, (text for entry in entries for language in LANGUAGES for text, _, _ in _fields(entry, language))
    )
    singles: dict[str, Postings] = defaultdict(dict)
    pairs: dict[str, Postings] = defaultdict(dict)
    lengths = [_length(entry, language) for entry in entries for language in LANGUAGES]
    average = max(1.0, sum(lengths) / max(1, sum(1 for length in lengths if length)))
    for number, entry in enumerate(entries):
        for which, language in enumerate(LANGUAGES):
            row, counted = 2 * number + which, _counted(entry, language, resolve)
            norm = 1 - B + B * lengths[row] / average
            for found, (counts, bonus) in zip((singles, pairs), counted, strict=True):
                for key in counts | bonus:
                    weight = counts[key] * (K1 + 1) / (counts[key] + K1 * norm) + bonus.get(key, 0.0)
                    found[key][row] = max(1, round(10 * weight))
    stems: dict[str, dict[str, Postings]] = defaultdict(dict)
    for base in sorted(singles):
        stems[words.stem(base)][base] = singles[base]
    whole = tuple(
        base for base in sorted(singles) if len(base) > 2 and not base[0].isdigit() and base not in resolve.guessed
    )
    return Index(dict(stems), dict(pairs), whole)


def _fields(entry: Entry, language: str) -> Iterator[tuple[str, float, bool]]:
    """Text, weight, and whether it is a bonus (names, divided by " ; ") rather than text to count."""
    yield entry.names[language], TITLE if entry.part == "in" else NAME + OPERATIVE * (entry.part == "op"), True
    yield entry.code, NAME, True
    yield entry.known_as.get(language, ""), CALLED, True
    yield entry.of.get(language, ""), OF, True
    yield entry.cited_as.get(language, ""), CITED, True
    yield entry.texts.get(language, ""), 1.0, False
    for note in entry.notes.get(language, ()):
        yield note, NOTE, False


def _length(entry: Entry, language: str) -> int:
    return len(entry.texts.get(language, "").split())


def _counted(entry: Entry, language: str, resolve: _Resolver) -> Iterator[tuple[Counter[str], dict[str, float]]]:
    """For words, then for pairs: how often each stands in the text, and the bonus of each for standing in a name."""
    found: tuple[tuple[Counter[str], dict[str, float]], ...] = ((Counter(), {}), (Counter(), {}))
    for text, weight, is_bonus in _fields(entry, language):
        for piece in text.split(" ; ") if is_bonus else (text,):
            for (counts, bonus), keys in zip(found, resolve.keys(piece), strict=True):
                for key in keys:
                    if is_bonus:
                        bonus[key] = max(weight, bonus.get(key, 0.0))
                    else:
                        counts[key] += weight  # type: ignore[assignment]
    yield from found


class _Resolver:
    """Tells which reading of a printed word is meant, by what else stands in the corpus.

    An article is one by its letters. A joined letter is one if the rest is a word elsewhere: «لحماية» beside «الحماية»,
    but not «لجنة». Where the rest is found nowhere else, the word is kept in both ways.
    """

    def __init__(self, words: Words, texts: Iterable[str]) -> None:
        self._words = words
        self.guessed: set[str] = set()
        self._found: dict[str, tuple[tuple[str, ...], ...]] = {}
        runs = dict.fromkeys(run for text in texts for run in words.runs(text))
        self._bases = {part[_article(part)].base for run in runs for part in words.readings(run)}
        self._stems = Counter(words.stem(base) for base in self._bases)

    def keys(self, text: str) -> tuple[list[str], list[str]]:
        """The bases of a text, and its pairs."""
        bases = [part for run in self._words.runs(text) for part in self._run(run)]
        pairs = [f"{one[0]} {next_[0]}" for one, next_ in pairwise(bases)]
        return [base for part in bases for base in part], pairs

    def _run(self, run: str) -> tuple[tuple[str, ...], ...]:
        if run not in self._found:
            self._found[run] = tuple(self._part(part) for part in self._words.readings(run))
        return self._found[run]

    def _part(self, readings) -> tuple[str, ...]:
        article = _article(readings)
        if article:
            return (readings[article].base,)
        own = readings[0].base
        joined = [reading.base for reading in readings if reading.how == "joined"]
        for base in joined:
            stem = self._words.stem(base)
            if base in self._bases or (len(stem) >= LEAST and self._stems[stem]):
                return (base,)
        guesses = tuple(base for base in joined if not self._stems[self._words.stem(base)])
        self.guessed.update(guesses)
        return (own, *guesses)


def _article(readings) -> int:
    """Where the reading with a sure article stands, or 0: the word as it is."""
    return next((i for i, reading in enumerate(readings) if reading.how == "article"), 0)
