"""Is it text, or what is left of one? A damaged layer looks like letters and says nothing.

In: lines, and the words of both languages. Out: doubts in the log, or `Refused` with the figures. Signs of damage: lost
signs and private ones, letters of a third script, words that no lexicon knows, words spelt backwards.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nlargest

from .letters import MARKS
from .values import Lexicons, Log, Refused

WORDS = {"en": re.compile(r"(?<![^\W\d_])[a-z]{2,}(?![^\W\d_])"), "ar": re.compile(r"[ء-غف-ي]{2,}")}
COMMON = 30  # so many of the most frequent words make up a good part of any text of some length
LEAST = {"en": 0.06, "ar": 0.04}
UNKNOWN = {"en": 0.20, "ar": 0.08}  # share of unknown words; the texts held here have 0.006 at most, a damaged one 0.14
ENOUGH = 60  # words from which on shares say something
BROKEN = 0.003  # share of lost or private signs among letters
ASK = "Ask for the DOCX or the text; or restore it: scripts/measure_damage tells how badly it is damaged."
MIXED = re.compile(r"[ء-ي][A-Za-z]{1,4}[ء-ي]")  # «التHHدابير»: a glyph that stretches the word, told to be a letter
MOST_MIXED = 0.01  # of all Arabic words


def judge(lines: Sequence[str], lexicons: Lexicons, log: Log) -> None:
    """Refuse what is no sound text; note the lines of a sound one that a person should look at."""
    text = "\n".join(lines)
    letters = [c for c in text if c.isalpha() or unicodedata.category(c) == "Co" or c == "\ufffd"]
    if not letters:
        raise Refused("no-letters", "The text holds no letters.", ASK)
    kinds = Counter(_kind(character) for character in letters)
    lost = kinds["lost"] / len(letters)
    if lost > BROKEN:
        raise Refused("damaged-layer", f"{lost:.1%} of the letters are lost or private signs.", ASK)
    strange = kinds["other"] / len(letters)
    if strange > 0.3:
        what = f"{strange:.0%} of the letters are neither Arabic nor Latin."
        raise Refused("wrong-script", what, "Only Arabic and English are published here; or the layer is damaged.")
    mixed, arabic = len(MIXED.findall(text)), len(WORDS["ar"].findall(text))
    if mixed > max(MOST_MIXED * arabic, 3):
        raise Refused("damaged-layer", f"{mixed} Arabic words have Latin letters inside them.", ASK)
    for language in ("ar", "en"):
        _words(_folded(text, language), language, lexicons.get(language, {}))
    _doubts(lines, lexicons, log)


def _folded(text: str, language: str) -> str:
    return MARKS.sub("", text) if language == "ar" else text.lower()


def _doubts(lines: Sequence[str], lexicons: Lexicons, log: Log) -> None:
    """Signs that were lost; Arabic words that are in no lexicon, each once."""
    told: set[str] = set()
    for number, line in enumerate(lines, 1):
        mixed = MIXED.search(line)
        if mixed:
            what = f"Latin letters stand inside an Arabic word: {line[max(mixed.start() - 6, 0) : mixed.end() + 6]!r}."
            log.warn(number, "word-mixed", what, "Look into the file as received, and correct the word.")
        if any(_kind(character) == "lost" for character in line):
            log.warn(
                number, "sign-lost", "The file does not say what sign stands here.", "Look into the file as received."
            )
        strange = [
            w for w in WORDS["ar"].findall(_folded(line, "ar")) if w not in lexicons.get("ar", {w: 1}) and w not in told
        ]
        told.update(strange)
        if strange:
            what = f"In no lexicon: {'، '.join(strange)}."
            log.warn(number, "word-unknown", what, "Look into the file as received whether it is spelt so.")


def _words(text: str, language: str, lexicon: Mapping[str, float]) -> None:
    found = WORDS[language].findall(text)
    if len(found) < ENOUGH or not lexicon:
        return
    name = {"en": "English", "ar": "Arabic"}[language]
    frequent = _frequent(lexicon, language)
    common = _share(found, frequent)
    backwards = sum(word[::-1] in frequent for word in found) / len(found)
    if backwards > max(2 * common, LEAST[language] / 2):
        raise Refused("reversed-layer", f"The {name} words are spelt backwards.", ASK)
    if common < LEAST[language]:
        what = (
            f"Only {common:.0%} of the {name} words are ordinary ones; a sound text has {LEAST[language]:.0%} and more."
        )
        raise Refused("damaged-layer", what, ASK)
    unknown = 1 - _share(found, lexicon)
    if unknown > UNKNOWN[language]:
        what = f"{unknown:.0%} of the {name} words are in no lexicon; a sound text has {UNKNOWN[language]:.0%} at most."
        raise Refused("damaged-layer", what, ASK)


def _frequent(lexicon: Mapping[str, float], language: str) -> frozenset[str]:
    """The words that any text is full of."""
    words = (word for word in lexicon if WORDS[language].fullmatch(word))
    return frozenset(nlargest(COMMON, words, key=lexicon.__getitem__))


def _share(found: Sequence[str], known: object) -> float:
    return sum(word in known for word in found) / len(found)  # type: ignore[operator]


def _kind(character: str) -> str:
    if character == "\ufffd" or unicodedata.category(character) == "Co":
        return "lost"
    name = unicodedata.name(character, "")
    return "own" if name.startswith(("LATIN", "ARABIC", "MODIFIER", "FEMININE", "MASCULINE")) else "other"
