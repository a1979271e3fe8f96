"""Every wrong reading of a word that is one letter away, and which of them the word's skeleton cannot tell apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .glyphs import LETTERS, Sign
from .rules import BLANK, RuleTable
from .words import ALPHABET, Word, is_spelled, skeleton

Signs = tuple[Sign, ...]
Mutant = tuple[str, int, str, tuple[str, ...]]  # kind, index in the word, letter, the word's texts


def mutants(texts: Sequence[str]) -> Iterator[Mutant]:
    """Every replacement, deletion and insertion of one letter in a word, and every blank put for one."""
    texts = tuple(texts)
    for index, text in enumerate(texts):
        if text in LETTERS:
            yield "delete", index, "", (*texts[:index], *texts[index + 1 :])
            for letter in ALPHABET:
                if letter != text:
                    yield "replace", index, letter, (*texts[:index], letter, *texts[index + 1 :])
            if 0 < index < len(texts) - 1:
                yield "split", index, BLANK, (*texts[:index], BLANK, *texts[index + 1 :])
    for index in range(len(texts) + 1):
        if LETTERS.isdisjoint(texts[max(0, index - 1) : index + 1]):
            continue  # not within or beside a number or a bracket
        for letter in ALPHABET:
            if index < len(texts) and letter == texts[index]:
                continue  # the same word as with the letter put one place further on
            yield "insert", index, letter, (*texts[:index], letter, *texts[index:])


def sift(word: Word, rules: RuleTable) -> tuple[tuple[Mutant, ...], dict[str, tuple[int, int]]]:
    """The changes of a word that leave its skeleton; for each kind, how many were made and how many misspelled."""
    texts, same = [sign.text for sign in word.signs], skeleton(word.signs, rules)
    made: Counter[str] = Counter()
    misspelled: Counter[str] = Counter()
    suspects = []
    for mutant in mutants(texts):
        kind, _, _, changed = mutant
        made[kind] += 1
        if not is_spelled(changed):
            misspelled[kind] += 1
        elif skeleton(changed_signs(word, mutant), rules) == same:
            suspects.append(mutant)
    return tuple(suspects), {kind: (made[kind], misspelled[kind]) for kind in made}


def changed_signs(word: Word, mutant: Mutant) -> Signs:
    """The signs of the changed word; an inserted letter has the column 0, which no residue speaks of."""
    kind, index, letter, _ = mutant
    signs = word.signs
    if kind == "delete":
        return (*signs[:index], *signs[index + 1 :])
    if kind != "insert":
        return (*signs[:index], replace(signs[index], text=letter), *signs[index + 1 :])
    beside = signs[index] if index < len(signs) else signs[index - 1]
    return (*signs[:index], Sign(letter, beside.face, 0), *signs[index:])
