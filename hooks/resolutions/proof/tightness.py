"""How tight the proof is: which wrong readings it would let through.

In: the layers of a text. Out: for each kind of change how many were made, and how many the proof rejects, measured
twice:

* *fixed*: with the residue as it is recorded, each length staying at its letter;
* *free*: with any residue of legal form. This is the strongest attack: whoever changed the reading may derive the
  residue anew. What passes here is held by sense alone.

Beside one letter replaced, deleted or inserted, and words or runs swapped, a letter is put for a blank (`join`) and a
blank for a letter (`split`): a dropped letter leaves a blank, so that these are told apart by their words alone.

A changed reading that is no Arabic spelling (teh marbuta inside a word) is rejected as such; `misspelled` counts these.

A change within a word leaves the rest of its line as it was. So the word's skeleton (what it leaves in the file, blanks
and stretches apart) decides nearly every case; only where that is the same is the whole line tried.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from itertools import pairwise

from .glyphs import LETTERS, Sign
from .layers import Layers
from .layout import Plan, arrange, plan
from .mutants import Mutant, changed_signs, sift
from .printing import Stuck, derive, print_line
from .residue import Residue
from .rules import BLANK
from .words import ALPHABET, Word, is_spelled, skeleton, words

KINDS = ("replace", "delete", "insert", "split", "join", "swap-words", "swap-runs")


@dataclass
class Tally:
    """What became of the changes of one kind; `blind`: (letter read, letter put) to how often they look the same."""

    made: int = 0
    misspelled: int = 0
    passed_fixed: int = 0
    passed_free: int = 0
    blind: Counter[tuple[str, str]] = field(default_factory=Counter)

    def share(self, passed: int) -> float:
        return 1 - passed / self.made if self.made else 1.0


def measure(layers: Layers, only: Iterable[int] | None = None) -> dict[str, Tally]:
    """A tally for each kind, over the lines of `only` or all lines."""
    tallies = {kind: Tally() for kind in KINDS}
    witness = layers.witness.decode().split("\n")
    chosen = None if only is None else set(only)
    cache: dict[tuple[str, ...], tuple[tuple[Mutant, ...], Mapping[str, tuple[int, int]]]] = {}
    for number, line in enumerate(layers.reading.split("\n"), 1):
        if (chosen is not None and number not in chosen) or LETTERS.isdisjoint(line):
            continue
        trial = _Trial(layers, plan(line, number, layers.runs), witness[number - 1], tallies)
        found = tuple(words(trial.plan))
        for word in found:
            key = (word.text, *(sign.face for sign in word.signs))
            if key not in cache:
                cache[key] = sift(word, layers.rules)
            suspects, counts = cache[key]
            for kind, (made, misspelled) in counts.items():
                tallies[kind].made += made
                tallies[kind].misspelled += misspelled
            for mutant in suspects:
                trial.word(word, mutant)
        for left, right in pairwise(found):
            trial.swap_words(left, right)
            trial.join(left, right)
        trial.swap_runs()
    return tallies


class _Trial:
    """One line under attack."""

    def __init__(self, layers: Layers, laid: Plan, witness: str, tallies: dict[str, Tally]) -> None:
        self.rules, self.plan, self.witness, self.tallies = layers.rules, laid, witness, tallies
        self.residue = layers.residues.get(laid.line, Residue())

    def word(self, word: Word, mutant: Mutant) -> None:
        """Put the changed word into its line; an insertion at the edge of a run may belong to either run."""
        kind, index, letter, _ = mutant
        before, after = self.plan.numbers[: word.start], self.plan.numbers[word.end :]
        own = self.plan.numbers[word.start : word.end]
        if kind == "insert":
            sides = {own[max(0, index - 1)], own[min(index, len(own) - 1)]}
            choices = [(*own[:index], side, *own[index:]) for side in sorted(sides)]
        else:
            choices = [(*own[:index], *own[index + 1 :]) if kind == "delete" else own]
        signs = (*self.plan.signs[: word.start], *changed_signs(word, mutant), *self.plan.signs[word.end :])
        results = [self._try(replace(self.plan, signs=signs, numbers=(*before, *own, *after))) for own in choices]
        pair = (word.signs[index].text if kind != "insert" else "", letter)
        self._note(kind, pair, any(fixed for fixed, _ in results), any(free for _, free in results))

    def join(self, left: Word, right: Word) -> None:
        """Each letter in the place of the blank between two words."""
        signs = self.plan.signs
        both = signs[left.start : right.end]
        same, tally = skeleton(both, self.rules), self.tallies["join"]
        if right.start != left.end + 1 or not {left.signs[-1].text, right.signs[0].text} <= LETTERS:
            return
        for letter in ALPHABET:
            tally.made += 1
            changed = (*left.signs, replace(signs[left.end], text=letter), *right.signs)
            if not is_spelled([sign.text for sign in changed]):
                tally.misspelled += 1
            elif skeleton(changed, self.rules) == same:
                line = (*signs[: left.start], *changed, *signs[right.end :])
                self._note("join", (BLANK, letter), *self._try(replace(self.plan, signs=line)))

    def swap_words(self, left: Word, right: Word) -> None:
        if left.text == right.text:
            return
        signs, numbers = self.plan.signs, self.plan.numbers
        order = [*range(right.start, right.end), *range(left.end, right.start), *range(left.start, left.end)]
        swapped = tuple(signs[index] for index in order)
        # The runs keep their places, as far as the lengths of the two words allow.
        changed = replace(
            self.plan,
            signs=(*signs[: left.start], *swapped, *signs[right.end :]),
            numbers=(
                *numbers[: left.start],
                *(numbers[i] for i in range(left.start, right.end)),
                *numbers[right.end :],
            ),
        )
        self.tallies["swap-words"].made += 1
        self._note("swap-words", (left.text, right.text), *self._try(changed))

    def swap_runs(self) -> None:
        """Two neighbouring runs that say different things, read in the other order."""
        groups: dict[int, list[Sign]] = {}
        for sign, number in zip(self.plan.signs, self.plan.numbers, strict=True):
            groups.setdefault(number, []).append(sign)
        for first, second in pairwise(sorted(groups)):
            texts = ["".join(sign.text for sign in groups[number]).strip(BLANK) for number in (first, second)]
            if texts[0] == texts[1]:
                continue
            order = [{first: second, second: first}.get(number, number) for number in sorted(groups)]
            signs = tuple(sign for number in order for sign in groups[number])
            numbers = tuple(place for place, number in enumerate(order, 1) for _ in groups[number])
            self.tallies["swap-runs"].made += 1
            self._note("swap-runs", (texts[0], texts[1]), *self._try(replace(self.plan, signs=signs, numbers=numbers)))

    def _try(self, changed: Plan) -> tuple[bool, bool]:
        """Whether the changed line passes with the recorded residue, and with any."""
        layout = arrange(changed)
        fixed = print_line(layout, self.rules, self.residue)[0] == self.witness
        return fixed, fixed or not isinstance(derive(layout, self.rules, self.witness), Stuck)

    def _note(self, kind: str, pair: tuple[str, str], fixed: bool, free: bool) -> None:
        tally = self.tallies[kind]
        tally.passed_fixed += fixed
        tally.passed_free += free
        if free:
            tally.blind[pair] += 1


def fingerprint(layers: Layers) -> str:
    """What a recorded measurement belongs to: a hash of whatever can change what passes, or which words have rivals.

    Comments and reasons are left out, which only explain; so is the residue, which follows from the rest.
    """
    decided = [(each.word, each.lines, each.rivals) for each in layers.decisions]
    parts = [
        [replace(rule, comment="") for rule in layers.rules.rules],
        layers.rules.stretch,
        layers.runs.faces,
        layers.runs.lines,
        layers.reading,
        decided,
    ]
    digest = hashlib.sha256(layers.witness)
    for part in parts:
        digest.update(hashlib.sha256(repr(_plain(part)).encode()).digest())
    return digest.hexdigest()


def _plain(value: object) -> object:
    """The same in every process: sets and mappings in one order."""
    if is_dataclass(value):
        return [_plain(getattr(value, each.name)) for each in fields(value)]
    if isinstance(value, Mapping):
        return sorted((key, _plain(each)) for key, each in value.items())
    if isinstance(value, frozenset):
        return sorted(str(_plain(each)) for each in value)
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def as_record(tallies: Mapping[str, Tally]) -> dict[str, object]:
    """The tallies as plain values for a JSON file; shares are in per cent, rounded down to two places."""
    return {
        kind: {
            "made": tally.made,
            "misspelled": tally.misspelled,
            "passed_fixed": tally.passed_fixed,
            "passed_free": tally.passed_free,
            "rejected_fixed_percent": int(tally.share(tally.passed_fixed) * 10000) / 100,
            "rejected_free_percent": int(tally.share(tally.passed_free) * 10000) / 100,
            "blind": [[*pair, count] for pair, count in sorted(tally.blind.items(), key=lambda i: (-i[1], i[0]))],
        }
        for kind, tally in tallies.items()
    }
