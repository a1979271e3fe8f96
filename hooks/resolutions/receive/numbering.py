"""The numbers that a word processor sets before paragraphs by itself, as it prints them.

In: the numbering part of a DOCX and its paragraphs, in order. Out: the label of each: "1.", "(a)", «(أ)», "•".
Formats: ECMA-376 part 1, 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .letters import BULLETS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def roman(number: int) -> str:
    out = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out


def _letters(alphabet: str) -> Callable[[int], str]:
    """a, b … z, aa, bb: the letter again for each round."""
    return lambda n: alphabet[(n - 1) % len(alphabet)] * ((n - 1) // len(alphabet) + 1)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": _letters("abcdefghijklmnopqrstuvwxyz"),
    "upperLetter": _letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "arabicAbjad": _letters(ABJAD),
    "arabicAlpha": _letters(ALPHABET),
    "hindiNumbers": lambda n: str(n).translate(EASTERN),
    "none": lambda n: "",
}


@dataclass(frozen=True)
class Level:
    """One level of a list: its first number, its format, its text with %1 for the number of the first level."""

    start: int
    format: str
    text: str


@dataclass
class Numbering:
    """Counts through the paragraphs of a document."""

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)  # by list and level
    abstract: dict[str, str] = field(default_factory=dict)  # lists that count together share this
    counts: dict[str, list[int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)
    restarts: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: Any) -> Numbering:
        """From the root element of numbering.xml, or None."""
        self = cls()
        if root is None:
            return self
        abstracts = {one.get(W + "abstractNumId"): one for one in root.iter(W + "abstractNum")}
        for num in root.iter(W + "num"):
            key, link = num.get(W + "numId"), num.find(W + "abstractNumId")
            base = link.get(W + "val") if link is not None else None
            self.abstract[key] = f"abstract-{base}"
            for level in abstracts[base].iter(W + "lvl") if base in abstracts else ():
                self._level(key, level)
            for override in num.iter(W + "lvlOverride"):
                depth = int(override.get(W + "ilvl", "0"))
                for level in override.iter(W + "lvl"):
                    self._level(key, level)
                first = override.find(W + "startOverride")
                if first is not None:
                    old = self.levels.get((key, depth), Level(1, "decimal", f"%{depth + 1}."))
                    self.levels[key, depth] = Level(int(first.get(W + "val", "1")), old.format, old.text)
                    self.restarts.add((key, depth))
        return self

    def _level(self, key: str, level: Any) -> None:
        def value(name: str, default: str) -> str:
            found = level.find(W + name)
            return default if found is None else found.get(W + "val", default)

        depth = int(level.get(W + "ilvl", "0"))
        text = value("lvlText", f"%{depth + 1}.")
        self.levels[key, depth] = Level(int(value("start", "1")), value("numFmt", "decimal"), text)

    def label(self, key: str, depth: int) -> str:
        """The label of the next paragraph of that list and level, or nothing."""
        level = self.levels.get((key, depth))
        if level is None or depth > 8:
            return ""
        counts = self.counts.setdefault(self.abstract.get(key, key), [0] * 9)
        if (key, depth) in self.restarts and (key, depth) not in self.begun:
            counts[depth] = 0
        self.begun.add((key, depth))
        for above in range(depth):
            counts[above] = counts[above] or self._start(key, above)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (8 - depth)
        if level.format == "bullet":
            return BULLETS.get(level.text, level.text if level.text.isprintable() and not _private(level.text) else "•")
        return re.sub(r"%([1-9])", lambda m: self._number(key, int(m[1]) - 1, counts), level.text)

    def _start(self, key: str, depth: int) -> int:
        level = self.levels.get((key, depth))
        return level.start if level else 1

    def _number(self, key: str, depth: int, counts: list[int]) -> str:
        level = self.levels.get((key, depth))
        return FORMATS.get(level.format if level else "decimal", str)(counts[depth])


def _private(text: str) -> bool:
    return any("\ue000" <= character <= "\uf8ff" for character in text)
