"""Characters that a file holds and a text must not: each is replaced by what it stands for, and counted.

In: a stretch of text and a log. Out: the text without hidden signs, presentation forms, ligatures and blanks of special
widths. A letter is never merged with another: "ﻻ" becomes lam and alef, "ﬁ" f and i (Unicode's own decompositions).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from .values import Log

BULLETS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "◦",
    "\uf0d8": "➢",
    "\uf02d": "-",
    "\uf0fc": "✓",
    "\uf02a": "*",
}  # Symbol and Wingdings
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
IN_BRACKETS = re.compile(r"\(([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\)")
MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
STRETCHED = re.compile(r"[ء-ي\u064b-\u0652]+(?:\ufffd+[ء-ي\u064b-\u0652]+)+")  # «الاتج�ار»
ALEF_LAM = re.compile(r"[اأإآ]ل")  # a single glyph is never alef and lam in this order

_JOINERS = "\u200c\u200d\u2060"
_DIRECTIONS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def clean(text: str, log: Log) -> str:
    """The text as `parse` can read it. Line ends stay."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        log.step("composed", sum(1 for c in text if unicodedata.combining(c)))
    return "".join(_one(character, log) for character in composed)


def _one(character: str, log: Log) -> str:
    if character == "\n" or (character.isascii() and character.isprintable()):
        return character
    for applies, code, becomes in _RULES:
        if applies(character):
            log.step(code)
            return becomes(character)
    return character


def _is_form(character: str) -> bool:
    """Arabic letters in a fixed shape: U+FB50 to U+FDFF, U+FE70 to U+FEFC; ornate brackets are signs of their own."""
    return ("\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc") and unicodedata.decomposition(
        character
    ) != ""


def _plain(character: str) -> str:
    """What a compatibility character stands for; a vowel mark that stands alone is shown on a blank, which goes."""
    return unicodedata.normalize("NFKC", character).strip()


def _category(*names: str) -> Callable[[str], bool]:
    return lambda character: unicodedata.category(character) in names


_RULES: tuple[tuple[Callable[[str], bool], str, Callable[[str], str]], ...] = (
    (lambda c: c == "\t", "tab", lambda c: " "),
    (lambda c: c == "\xad", "soft-hyphen", lambda c: ""),
    (lambda c: c == "\u2011", "no-break-hyphen", lambda c: "-"),
    (lambda c: c == "\ufeff", "byte-order-mark", lambda c: ""),
    (lambda c: c in _DIRECTIONS, "direction-mark", lambda c: ""),
    (lambda c: c in _JOINERS, "joiner", lambda c: ""),
    (lambda c: c == "\u200b", "joiner", lambda c: ""),
    (lambda c: c in BULLETS, "bullet", BULLETS.__getitem__),
    (_is_form, "presentation-form", _plain),
    (lambda c: "\ufb00" <= c <= "\ufb06", "ligature", _plain),
    (_category("Zs"), "no-break-space", lambda c: " "),
    (_category("Zl", "Zp", "Cc"), "control", lambda c: " " if c in "\x0b\x0c\x85\u2028\u2029" else ""),
    (_category("Cs"), "lost", lambda c: "\ufffd"),
    (_category("Cf"), "hidden", lambda c: ""),
)


def raised(text: str) -> str:
    """Digits as raised digits; Eastern ones too, whose raised forms Unicode lacks."""
    western = "".join(str(unicodedata.decimal(c)) if unicodedata.decimal(c, None) is not None else c for c in text)
    return western.translate(RAISED)


def unbracket(text: str) -> str:
    """«(¹)» as «(1)»: brackets mark a note well enough."""
    return IN_BRACKETS.sub(lambda match: f"({match[1].translate(LOWERED)})", text)


def stretched(lines: Sequence[str], lexicon: Mapping[str, float], log: Log) -> list[str]:
    """Without signs that only stretch an Arabic word: unnamed ones inside a word that is in the lexicon without them.

    All other unnamed signs stay, as U+FFFD; more of them than some, and it is no text.
    """

    def mend(match: re.Match[str]) -> str:
        word = match[0].replace("\ufffd", "")
        if not any(bare in lexicon for bare in _bare(MARKS.sub("", word))):
            return match[0]
        log.step("stretched", match[0].count("\ufffd"))
        return word

    return [STRETCHED.sub(mend, line) if "\ufffd" in line else line for line in lines]


def _bare(word: str) -> tuple[str, ...]:
    """The word, also without one or two of the letters that are joined before it."""
    return (word, *(word[n:] for n in (1, 2) if len(word) > n + 2 and set(word[:n]) <= set("وفبلك")))
