"""The words of a line, and what the rules make of one word by itself.

No rule looks beyond a blank, so that what a word leaves in the file can be told from the word alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .glyphs import FINAL_ONLY, LETTERS, MARKS, Sign, shape
from .layout import Plan
from .rules import BLANK, RuleTable

ALPHABET = tuple(sorted(LETTERS - {"ٱ"}))  # alef wasla is written in no text of this kind
STROKE = "/"


@dataclass(frozen=True)
class Word:
    """`start` and `end`: the word's place among the signs of its line's plan."""

    line: int
    start: int
    end: int
    signs: tuple[Sign, ...]

    @property
    def text(self) -> str:
        return "".join(sign.text for sign in self.signs)

    @property
    def bare(self) -> str:
        """The word as a lexicon has it: letters only; a stroke between two words stays (آذار/مارس)."""
        return bare([sign.text for sign in self.signs])


def words(plan: Plan) -> Iterator[Word]:
    """The words of a line in reading order: what stands between blanks."""
    start = None
    for index, sign in enumerate((*plan.signs, None)):
        if sign is not None and sign.text != BLANK:
            start = index if start is None else start
        elif start is not None:
            yield Word(plan.line, start, index, plan.signs[start:index])
            start = None


def bare(texts: Sequence[str]) -> str:
    """The letters of a word, and strokes between letters."""
    return "".join(text for text in texts if text in LETTERS or text == STROKE).strip(STROKE)


def raw(signs: Sequence[Sign], rules: RuleTable) -> str:
    """What a word leaves in the file, stretches apart."""
    return "".join(rules.raw(glyph) for glyph in shape(signs))


def skeleton(signs: Sequence[Sign], rules: RuleTable) -> str:
    """As `raw`, without whatever a residue could supply: blanks and lengthening signs."""
    kept = []
    for glyph in shape(signs):
        made = rules.raw(glyph)
        if made not in (BLANK, rules.stretch.get(glyph.face)):
            kept.append(made)
    return "".join(kept)


def alternatives(word: Sequence[Sign], index: int, rules: RuleTable) -> tuple[str, ...]:
    """The letters that could stand in the place of this letter of a word and leave the very same characters."""
    key = (tuple((sign.text, sign.face) for sign in word), index)
    if key not in rules.memory:
        rules.memory[key] = tuple(_alternatives(word, index, rules))
    return rules.memory[key]


def _alternatives(word: Sequence[Sign], index: int, rules: RuleTable) -> Iterator[str]:
    made = raw(word, rules)
    for letter in ALPHABET:
        changed = [*word[:index], replace(word[index], text=letter), *word[index + 1 :]]
        if letter != word[index].text and is_spelled([s.text for s in changed]) and raw(changed, rules) == made:
            yield letter


def is_spelled(texts: Sequence[str]) -> bool:
    """Whether a word can be Arabic spelling at all: teh marbuta and alef maksura at its end only, marks on letters."""
    base = ""
    for text in texts:
        if text in MARKS:
            if base not in LETTERS:
                return False
            continue
        if base in FINAL_ONLY and text in LETTERS:
            return False
        base = text
    return True
