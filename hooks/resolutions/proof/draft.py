"""A first restored draft of a damaged text, from a rule table and a lexicon; never from a reading.

In: a damaged line, rules, a lexicon with frequencies. Out: the words that leave just these characters and are most
frequent together, in the order of the file; a word that another one rivals, and one that no lexicon has, is marked as
uncertain.

Each place of the line is tried as the beginning of a word: letters are added as long as some word of the lexicon begins
so and the rules could have left what stands there. The cheapest cover of the line wins (frequencies as costs).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .glyphs import LETTERS, Sign, shape
from .rivals import Lexicon
from .rules import BLANK, RuleTable
from .words import ALPHABET, is_spelled

FACES = {"body": 0.0, "italic": 2.0}  # what it costs, in powers of ten, to take a word for one set in this face
CLITICS = ("و", "ب", "ل", "وب", "ول")  # before a word that the lexicon has only without them
CLITIC_COST, UNKNOWN_COST, LETTER_COST = 1.5, 9.0, 1.0
WIDE_COST = 2.7  # within a run a gap is one blank: a second one speaks for a dropped letter
JOIN_COST = 4.0
SURE = 2.0  # powers of ten by which the best word must lead
LONGEST = 16
FATHATAN = "ً"


@dataclass(frozen=True)
class Drafted:
    """One word of a draft; `uncertain` if another real word leaves the same characters, or none does."""

    text: str
    uncertain: bool


@dataclass(frozen=True)
class _Arc:
    end: int
    text: str
    cost: float


class Drafter:
    """Drafts lines of one damaged text."""

    def __init__(self, rules: RuleTable, lexicon: Lexicon) -> None:
        self.rules, self.lexicon = rules, lexicon
        self._origins = {face: self._origin(face) for face in FACES}
        self._printed: dict[tuple[str, str], str] = {}
        self._stretches = frozenset(rules.stretch.get("body", ""))

    def line(self, damaged: str) -> tuple[Drafted, ...]:
        """The words of one line in the order of the file; words that runs had broken are put together at its end."""
        rest, whole = self._mend(damaged)
        return (*self._cover(rest)[1], *whole)

    def _mend(self, damaged: str) -> tuple[str, list[Drafted]]:
        """The line without the pieces of broken words, and these words.

        Runs stand in reverse, so that a word broken between two of them has its end before its beginning: the line's
        first piece and its last, or pieces that begin and end with a stretch.
        """
        pieces = [(match.start(), match.end()) for match in re.finditer(r"[^ ]+", damaged)]
        if len(pieces) < 2:
            return damaged, []
        sign = next(iter(self._stretches), "")
        heads = [pieces[-1], *(piece for piece in pieces[:-1] if sign and damaged[: piece[1]].endswith(sign))]
        tails = [pieces[0], *(piece for piece in pieces[1:] if sign and damaged[piece[0] :].startswith(sign))]
        gone: set[tuple[int, int]] = set()
        whole = []
        for head in heads:
            for tail in tails:
                if tail[0] >= head[0] or gone & {head, tail}:
                    continue
                joined = self._joined(damaged[slice(*head)], damaged[slice(*tail)])
                if joined:
                    gone |= {head, tail}
                    whole.append(joined)
        keep = "".join(c for i, c in enumerate(damaged) if not any(start <= i < end for start, end in gone))
        return keep, whole

    def _joined(self, head: str, tail: str) -> Drafted | None:
        """The one real word of two pieces, if it is likelier than the pieces; a dropped letter may lie between them."""
        apart = self._cover(head)[0] + self._cover(tail)[0]
        for between in ("", BLANK):
            cost, words = self._cover(head + between + tail)
            spelled = [word for word in words if not LETTERS.isdisjoint(word.text)]
            if len(spelled) == 1 and cost + JOIN_COST < apart and cost < UNKNOWN_COST:
                return spelled[0]
        return None

    def _cover(self, damaged: str) -> tuple[float, tuple[Drafted, ...]]:
        """The cheapest cover of a piece of a line, and its cost."""
        raw = "".join(c for c in damaged if c not in self._stretches)
        best: dict[tuple[int, bool], tuple[float, tuple[int, bool], Drafted | None]] = {
            (0, True): (0.0, (0, True), None)
        }
        for start in range(len(raw)):
            for apart in (False, True):  # whether a gap or a sign stands before this place: a word needs one
                if (start, apart) not in best:
                    continue
                cost = best[start, apart][0]
                for arc, drafted in self._arcs(raw, start, apart):
                    place = (arc.end, drafted is None or arc.text[0] not in LETTERS)
                    if cost + arc.cost < best.get(place, (math.inf,))[0]:
                        best[place] = (cost + arc.cost, (start, apart), drafted)
        ends = [(len(raw), apart) for apart in (False, True) if (len(raw), apart) in best]
        if not ends:
            return math.inf, ()
        place = min(ends, key=lambda end: best[end][0])
        total, words = best[place][0], []
        while place[0]:
            _, place, drafted = best[place]
            words.extend([drafted] if drafted else [])
        return total, tuple(reversed(words))

    def _arcs(self, raw: str, start: int, apart: bool) -> Iterator[tuple[_Arc, Drafted | None]]:
        """What may stand from here on: a gap (None), a sign that is no letter, a word."""
        if raw[start] == BLANK:
            beside = {raw[:start].rstrip(BLANK)[-1:], raw[start:].lstrip(BLANK)[:1]}
            free = not apart or not beside <= LETTERS  # at the edge of a run a gap may have any width
            yield _Arc(start + 1, BLANK, 0.0 if free else WIDE_COST), None
        elif raw[start] not in LETTERS:
            end = start + 1
            while end < len(raw) and raw[end] not in LETTERS and raw[end] != BLANK:
                end += 1
            yield _Arc(end, raw[start:end], 0.0), Drafted(raw[start:end], False)
        if not apart:
            return
        by_end: dict[int, dict[str, float]] = {}
        for face, cost in FACES.items():
            for arc in self._words(raw, start, face):
                known = by_end.setdefault(arc.end, {})
                known[arc.text] = min(known.get(arc.text, math.inf), arc.cost + cost)
        for end, found in by_end.items():
            ranked = sorted(found.items(), key=lambda item: item[1])
            close = len(ranked) > 1 and ranked[1][1] - ranked[0][1] < SURE
            yield _Arc(end, *ranked[0]), Drafted(ranked[0][0], close)
        if raw[start] in LETTERS:
            end = start
            while end < len(raw) and raw[end] in LETTERS:
                end += 1
            yield _Arc(end, raw[start:end], UNKNOWN_COST + LETTER_COST * (end - start)), Drafted(raw[start:end], True)

    def _words(self, raw: str, start: int, face: str) -> Iterator[_Arc]:
        origins, stretch = self._origins[face], self.rules.stretch.get(face)

        def grow(place: int, text: str, part: str) -> Iterator[_Arc]:
            at_end = place == len(raw) or raw[place] not in LETTERS
            if part and at_end:
                yield from self._complete(raw, start, place, text, part, face)
            if (
                part
                and raw[place : place + 1] == "ل"
                and text.endswith("ا")
                and (place + 1 == len(raw) or raw[place + 1] not in LETTERS)
            ):
                yield from self._complete(raw, start, place, text, part, face, FATHATAN)
            if place == len(raw) or len(text) > LONGEST:
                return
            if part and raw[place] == stretch != self.rules.stretch.get("body"):
                yield from grow(place + 1, text, part)
            for letter in origins.get(raw[place], ()):
                if self.lexicon.begins(part + letter):
                    yield from grow(place + 1, text + letter, part + letter)
            if text in CLITICS and part:
                for letter in origins.get(raw[place], ()):
                    if self.lexicon.begins(letter):
                        yield from grow(place + 1, text + letter, letter)

        yield from grow(start, "", "")

    def _complete(
        self, raw: str, start: int, place: int, text: str, part: str, face: str, mark: str = ""
    ) -> Iterator[_Arc]:
        frequency = self.lexicon.frequencies.get(part, 0.0)
        if not frequency or not is_spelled(text):
            return
        key = (text + mark, face)
        if key not in self._printed:
            glyphs = shape([Sign(letter, face, 0) for letter in text + mark])
            self._printed[key] = "".join(map(self.rules.raw, glyphs))
        end = place + len(mark)
        stretch = self.rules.stretch.get(face, "")
        if self._printed[key] in (raw[start:end], _unstretched(raw[start:end], stretch)):
            yield _Arc(end, text + mark, -math.log10(frequency) + (CLITIC_COST if part != text else 0.0))

    def _origin(self, face: str) -> dict[str, tuple[str, ...]]:
        """For a raw character the letters that can have left it; lam-alef goes letter by letter."""
        origins: dict[str, list[str]] = {}
        for letter in ALPHABET:
            fitting = (rule.raw for rule in self.rules.tried(letter) if not rule.faces or face in rule.faces)
            for made in {letter, *fitting}:
                origins.setdefault(made, []).append(letter)
        return {made: tuple(letters) for made, letters in origins.items()}


def _unstretched(raw: str, stretch: str) -> str:
    """Without lengthening signs inside the word; at its end teh marbuta is a letter."""
    return raw[:-1].replace(stretch, "") + raw[-1:] if stretch else raw
