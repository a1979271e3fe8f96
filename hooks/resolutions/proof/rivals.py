"""Rivals: the other real words that the very same characters of the file would allow.

In: layers, and a lexicon: a mapping from words (without vowel marks) to their frequency, any unit. It is passed in,
since only the check has one; nothing of it is shipped. Out: for each word its rivals, and problems where a rival that
is not far rarer than the reading has no recorded decision, or a decision no longer answers to anything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..problems import Problem
from .decisions import Decision
from .glyphs import ALEFS, LETTERS, MARKS, Sign, shape
from .layers import DECISIONS, Layers
from .layout import plan
from .rules import RuleTable
from .words import ALPHABET, STROKE, Word, bare, is_spelled, raw, words

FAR_RARER = 100  # a rival this many times rarer than the word that is read needs no decision


@dataclass(frozen=True)
class Rivalry:
    """A word of the reading and its rivals, the most frequent first, each with its frequency."""

    line: int
    column: int
    word: str
    frequency: float
    rivals: tuple[tuple[str, float], ...]

    def near(self, factor: float = FAR_RARER) -> tuple[str, ...]:
        """The rivals that are not far rarer than the word; all of them if the lexicon does not know the word itself."""
        return tuple(rival for rival, frequency in self.rivals if frequency * factor >= self.frequency)


class Lexicon:
    """Words with frequencies, which can be asked for prefixes."""

    def __init__(self, frequencies: Mapping[str, float]) -> None:
        self.frequencies = frequencies
        self._sorted = sorted(frequencies)

    def begins(self, prefix: str) -> bool:
        place = bisect_left(self._sorted, prefix)
        return place < len(self._sorted) and self._sorted[place].startswith(prefix)

    def frequency(self, text: str) -> float:
        """Of a word, or of the rarest part of words joined by a stroke; 0 for what is no real word."""
        return min(self.frequencies.get(part, 0.0) for part in text.split(STROKE))


def rivalries(layers: Layers, lexicon: Lexicon) -> tuple[Rivalry, ...]:
    """Each word of the reading that has rivals, in reading order."""
    found, cache = [], {}
    for number, line in enumerate(layers.reading.split("\n"), 1):
        for word in words(plan(line, number, layers.runs)):
            key = (word.text, tuple(sign.face for sign in word.signs))
            if key not in cache:
                ranked = ((rival, lexicon.frequency(rival)) for rival in _rivals(word, layers.rules, lexicon))
                cache[key] = tuple(sorted(ranked, key=lambda pair: (-pair[1], pair[0])))
            if cache[key]:
                frequency = lexicon.frequency(word.bare)
                found.append(Rivalry(number, word.signs[0].column, word.bare, frequency, cache[key]))
    return tuple(found)


def _rivals(word: Word, rules: RuleTable, lexicon: Lexicon) -> frozenset[str]:
    """Real words of the same length that leave the same characters; what is no letter stays where it is."""
    made, own = raw(word.signs, rules), word.bare
    choices = tuple(_choices(word, rules))

    def grow(index: int, text: tuple[str, ...], part: str) -> Iterator[tuple[str, ...]]:
        if index == len(choices):
            if not part or part in lexicon.frequencies or part == own.rpartition(STROKE)[2]:
                yield text
            return
        for letter in choices[index]:
            if letter in LETTERS:
                if lexicon.begins(part + letter) or own.startswith(part + letter):
                    yield from grow(index + 1, (*text, letter), part + letter)
            elif letter in MARKS:
                yield from grow(index + 1, (*text, letter), part)
            elif not part or part in lexicon.frequencies:
                yield from grow(index + 1, (*text, letter), "")

    return frozenset(
        bare(text)
        for text in grow(0, (), "")
        if bare(text) != own
        and is_spelled(text)
        and _raw(text, word.signs, rules) == made
        and lexicon.frequency(bare(text))
    )


def _choices(word: Word, rules: RuleTable) -> Iterator[tuple[str, ...]]:
    """For each sign of a word the letters which can leave, in some context, the character that the sign left here."""
    for glyph in shape(word.signs):
        made = rules.raw(glyph)
        for text in glyph.text:
            if text not in LETTERS:
                yield (text,)
            elif len(glyph.text) > 1:  # lam-alef: its letters are not told apart one by one
                yield tuple(letter for letter in ALPHABET if letter in ALEFS or letter == "ل")
            else:
                yield tuple(letter for letter in ALPHABET if made in _leaves(letter, glyph.face, rules))


def _leaves(letter: str, face: str, rules: RuleTable) -> set[str]:
    return {letter, *(rule.raw for rule in rules.tried(letter) if not rule.faces or face in rule.faces)}


def _raw(texts: Sequence[str], signs: Sequence[Sign], rules: RuleTable) -> str:
    return raw([Sign(text, sign.face, sign.column) for text, sign in zip(texts, signs, strict=True)], rules)


def check(layers: Layers, lexicon: Lexicon) -> tuple[Problem, ...]:
    """A problem for each near rival without a decision, and for each decision without such a rival."""
    path = (layers.folder / DECISIONS).as_posix()
    decided: dict[tuple[int, str], Decision] = {
        (line, decision.word): decision for decision in layers.decisions for line in decision.lines
    }
    problems, met = [], set()
    for found in rivalries(layers, lexicon):
        near = found.near()
        if not near:
            continue
        place = (found.line, found.word)
        met.add(place)
        decision = decided.get(place)
        if decision is None:
            what = f"{found.word} in column {found.column} may as well be {', '.join(near)}: no decision is recorded."
            todo = f"Decide, and record it in {DECISIONS}."
            problems.append(Problem(layers.reading_path, found.line, "rival-undecided", what, todo))
        elif set(near) != set(decision.rivals):
            what = f"The rivals of {found.word} in line {found.line} are {', '.join(near)}."
            problems.append(Problem(path, decision.at, "decision-stale", what, "Name exactly these."))
    for (line, word), decision in sorted(decided.items(), key=lambda item: (item[1].at, item[0])):
        if (line, word) not in met:
            what = f"{word} in line {line} has no near rival."
            problems.append(Problem(path, decision.at, "decision-stale", what, "Take the line out of the decision."))
    return tuple(problems)
