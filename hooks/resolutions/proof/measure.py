"""Is the text layer of an Arabic file damaged, how badly, and which letters and forms?

In: a text, and a lexicon with frequencies. Out: a `Damage`. No rule table is needed: what ordinary Arabic has of each
letter in each form is taken from the lexicon, and a form that is all but missing points to a dropped or mapped glyph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from .glyphs import FINAL_ONLY, LETTERS, MARKS, Sign, shape

TATWEEL = "ـ"
WORD = re.compile(f"[{''.join(sorted(LETTERS | MARKS))}]+")
SOUND, HEAVY = 0.06, 0.15  # share of unknown words up to which a text counts as sound, and from which as badly damaged
RARE, FREQUENT = 0.2, 2.5  # observed against expected: below, a form looks lost; above, it stands for others as well
ENOUGH = 8  # expected occurrences below which nothing is said of a form
EXAMPLES = 3
COMMON = 20_000  # words of the lexicon that the expectation is taken from

Shape = tuple[str, str]  # a letter and the name of its form


@dataclass(frozen=True)
class Suspect:
    """A letter in one form: how often it is there and was to be expected; `examples` are words that show it so."""

    letter: str
    form: str
    found: int
    expected: float
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Damage:
    """`unknown` words and `orphans` (single letters between blanks, waw apart) are shares of all words."""

    words: int
    unknown: float
    orphans: float
    inner: int  # teh marbuta and alef maksura inside a word, where they cannot stand
    stretches: int
    lost: tuple[Suspect, ...]
    swollen: tuple[Suspect, ...]
    examples: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """`sound`, `damaged` or `badly damaged`."""
        if self.unknown + self.orphans <= SOUND:
            return "sound"
        return "damaged" if self.unknown + self.orphans < HEAVY else "badly damaged"


def measure(text: str, lexicon: Mapping[str, float]) -> Damage:
    """The damage of a text that was taken from a file; `text` is used as it stands, line by line."""
    found = WORD.findall(text.replace(TATWEEL, ""))
    bare = ["".join(c for c in word if c not in MARKS) for word in found]
    total = max(1, len(bare))
    unknown = [word for word in bare if len(word) > 1 and word not in lexicon]
    observed = _shapes(Counter(bare))
    common = dict(sorted(((w, f) for w, f in lexicon.items() if WORD.fullmatch(w)), key=lambda i: -i[1])[:COMMON])
    expected = _shapes(common)
    examples = _examples(bare, set(unknown))
    scale = sum(observed.values()) / (sum(expected.values()) or 1)
    lost, swollen = [], []
    for key in sorted(set(observed) | set(expected)):
        there, due = int(observed.get(key, 0)), expected.get(key, 0.0) * scale
        suspect = Suspect(*key, there, round(due, 1), examples.get(key, ()))
        if due >= ENOUGH and there < RARE * due:
            lost.append(suspect)
        elif there >= ENOUGH and there > FREQUENT * max(due, 1.0):
            swollen.append(suspect)
    frequent = tuple(word for word, _ in Counter(unknown).most_common(12))
    return Damage(
        words=len(bare),
        unknown=len(unknown) / total,
        orphans=sum(len(word) == 1 and word != "و" for word in bare) / total,
        inner=sum(not FINAL_ONLY.isdisjoint(word[:-1]) for word in bare),
        stretches=text.count(TATWEEL),
        lost=tuple(sorted(lost, key=lambda s: s.found - s.expected)),
        swollen=tuple(sorted(swollen, key=lambda s: s.expected - s.found)),
        examples=frequent,
    )


def _shapes(words: Mapping[str, float]) -> dict[Shape, float]:
    counts: dict[Shape, float] = {}
    for word, weight in words.items():
        for glyph in shape([Sign(letter, "body", 0) for letter in word]):
            key = (glyph.text, glyph.form.value)
            counts[key] = counts.get(key, 0.0) + weight
    return counts


def _examples(found: list[str], unknown: set[str]) -> dict[Shape, tuple[str, ...]]:
    """For each letter in each form the most frequent words that show it so; unknown words come first."""
    examples: dict[Shape, tuple[str, ...]] = {}
    for word, _ in sorted(Counter(found).items(), key=lambda item: (item[0] not in unknown, -item[1])):
        for key in _shapes({word: 1}):
            if len(examples.get(key, ())) < EXAMPLES:
                examples[key] = (*examples.get(key, ()), word)
    return examples
