"""Articles, paragraphs, chapters: before the instrument that they belong to, or after it.

"Article 19 of the Convention", «المادة 19 من الاتفاقية»; "(A/77/464, para. 31)", «A/77/464، الفقرة 31»;
"(E/2007/30/Rev.1), part one, chap. I, sect. D", «الجزء الأول، الفصل الأول، الفرع دال».
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..folding import folded
from ..records.schema import PinpointGrammar, Unit
from .values import Pinpoint

LINK = {"en": r"[ ]of[ ](?:the[ ])?", "ar": r"[ ]من[ ]"}


@dataclass(frozen=True)
class Found:
    """A pinpoint and where it stands, in folded places."""

    pinpoint: Pinpoint
    start: int
    end: int


def before(text: str, place: int, language: str, grammar: PinpointGrammar) -> Found | None:
    """The pinpoint that ends, with its "of", right before `place`."""
    best = None
    for unit_id, unit in grammar.units.items():
        pattern = re.compile(rf"(?<!\w)[وف]?(?P<unit>{_unit(unit, language, grammar)}){LINK[language]}$")
        match = pattern.search(text, 0, place)
        if match and (best is None or match.start("unit") < best.start):
            number = _number(match["n"], unit, grammar, language)
            best = Found(Pinpoint(((unit_id, number),)), match.start("unit"), place)
    return best


def after(text: str, place: int, language: str, grammar: PinpointGrammar) -> Found | None:
    """The pinpoints in a row right after `place`, from large to small: ", chap. I, sect. D"."""
    units: list[tuple[str, str]] = []
    end = place
    while True:
        for unit_id, unit in grammar.units.items():
            match = re.compile(rf"\)?[،,]?[ ](?P<unit>{_unit(unit, language, grammar)})(?!\w)").match(text, end)
            if match:
                units.append((unit_id, _number(match["n"], unit, grammar, language)))
                end = match.end("unit")
                break
        else:
            return Found(Pinpoint(tuple(units)), place, end) if units else None


def label(pinpoint: Pinpoint, language: str, grammar: PinpointGrammar) -> str:
    """As the reader sees it: "Article 19", «الفصل الأول، الفرع دال»."""
    comma = "، " if language == "ar" else ", "
    parts = []
    for unit_id, number in pinpoint.units:
        unit = grammar.units[unit_id]
        parts.append(unit.label[language].format(n=_written(number, unit, grammar, language)))
    return comma.join(parts)


def _unit(unit: Unit, language: str, grammar: PinpointGrammar) -> str:
    words = "|".join(re.escape(folded(word)) for word in sorted(unit.words[language], key=len, reverse=True))
    return rf"(?:{words})[ ](?P<n>{_numerals(unit.numerals, language, grammar)})"


def _numerals(kind: str, language: str, grammar: PinpointGrammar) -> str:
    signs = _signs(kind, language, grammar)
    return r"[0-9]{1,4}" if signs is None else "|".join(sorted(map(re.escape, signs), key=len, reverse=True))


def _signs(kind: str, language: str, grammar: PinpointGrammar) -> dict[str, str] | None:
    """How the numbers of one kind are written, folded, each with its sign in addresses: {"الأول": "1"}, {"d": "d"}.

    None stands for Arabic figures, which are their own sign.
    """
    if kind == "arabic":
        return None
    if kind == "letter":
        return {folded(letter[language]): letter.en.lower() for letter in grammar.letters}
    found = {}
    for number, ordinal in enumerate(grammar.ordinals, 1):
        words = ordinal.ar if language == "ar" else (ordinal.roman if kind == "ordinal" else ordinal.en,)
        found.update({folded(word): str(number) for word in words})
    return found


def _number(written: str, unit: Unit, grammar: PinpointGrammar, language: str) -> str:
    signs = _signs(unit.numerals, language, grammar)
    return written if signs is None else signs[written]


def _written(number: str, unit: Unit, grammar: PinpointGrammar, language: str) -> str:
    if unit.numerals == "letter":
        return next(letter[language] for letter in grammar.letters if letter.en.lower() == number)
    if unit.numerals == "arabic":
        return number
    ordinal = grammar.ordinals[int(number) - 1]
    if language == "ar":
        return ordinal.ar[0]
    return ordinal.roman if unit.numerals == "ordinal" else ordinal.en
