"""Resolutions by number and documents by symbol.

"its resolutions 72/195 of 19 December 2017 …, 73/148 of 17 December 2018 … and 73/154 of …": the head names the body;
one number follows a singular head, and after a plural one every dated number up to the next head.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..folding import Folded, folded
from ..records.load import Records
from ..records.schema import Names, ReferenceGrammar
from .values import Mention

SYMBOL = re.compile(r"(?<![\w/-])[a-z]{1,4}(?:-[a-z]{1,5})?(?:/[a-z0-9]+(?:\.[a-z0-9]+)*)+(?![\w/])")


@dataclass(frozen=True)
class _Head:
    """Words that say whose resolutions are meant. `start`: where a citation of the first number begins."""

    start: int
    end: int
    body: str
    many: bool


def resolutions(text: Folded, language: str, records: Records, own_body: str) -> Iterator[Mention]:
    """Every resolution that is cited by its number."""
    grammar = records.references
    assert grammar is not None
    heads = sorted(_heads(text.text, language, records, own_body, grammar), key=lambda head: (head.start, -head.end))
    dated = rf"[ ](?:{_any(grammar.dated, language)})[ ](?P<date>{_date(grammar, language)})"
    for index, head in enumerate(heads):
        limit = heads[index + 1].start if index + 1 < len(heads) else len(text.text)
        form = _form(records, head.body)
        first = re.compile(rf"[ ](?P<n>{form})(?![\w/])(?:{dated})?", re.VERBOSE).match(text.text, head.end, limit)
        if not first:
            continue
        yield _mention(first, head.start, head, language, records, grammar)
        if head.many:
            further = re.compile(rf"(?<![\w/])(?P<n>{form}){dated}", re.VERBOSE)
            for match in further.finditer(text.text, first.end(), limit):
                yield _mention(match, match.start(), head, language, records, grammar)


def symbols(text: Folded, printed: str, records: Records) -> Iterator[Mention]:
    """Every document that is cited by its symbol; "and/or" is none, for it holds no figure and no capital."""
    by_symbol = {
        folded(f.record.symbol): key for key, f in {**records.instruments, **records.held}.items() if f.record.symbol
    }
    for match in SYMBOL.finditer(text.text):
        if printed[text.places[match.start()]].isupper() and any(c.isdigit() for c in match[0]):
            yield Mention(*match.span(), by_symbol.get(match[0]), match[0].upper(), rule="symbol")


def _heads(text: str, language: str, records: Records, own_body: str, grammar: ReferenceGrammar) -> Iterator[_Head]:
    for many, own, noun in (
        (False, grammar.own_resolution, grammar.resolution),
        (True, grammar.own_resolutions, grammar.resolutions),
    ):
        for match in re.finditer(rf"(?<!\w){_joined(language)}(?P<head>{_any(own, language)})(?!\w)", text):
            inside = match["head"].rfind(" ") + 1 if language == "en" else 0  # "its" stays outside the citation
            yield _Head(match.start("head") + inside, match.end(), own_body, many)
        for body, filed in records.bodies.items():
            if filed.record.resolution is None:
                continue
            for name in filed.record.named_as[language]:
                named, word = re.escape(folded(name)), _any(noun, language)
                form = rf"(?:{named})[ ](?:{word})" if language == "en" else rf"(?:{word})[ ](?:{named})"
                prefix = r"[بلك]?" if language == "ar" else ""
                for match in re.finditer(rf"(?<!\w){_joined(language)}(?P<head>{prefix}{form})(?!\w)", text):
                    yield _Head(match.start("head"), match.end(), body, many)


def _mention(
    match: re.Match[str], start: int, head: _Head, language: str, records: Records, grammar: ReferenceGrammar
) -> Mention:
    number = match["n"].replace(" ", "")
    date = _read_date(match["date"], language, grammar) if match["date"] else None
    wording = f"resolution {number} of {records.bodies[head.body].record.names.en}"
    return Mention(
        start, match.end(), _target(number, head.body, records), wording, date=date, rule=f"number:{head.body}"
    )


def _target(number: str, body: str, records: Records) -> str | None:
    for key, filed in records.instruments.items():
        if filed.record.body == body and filed.record.number == number:
            return key
    form = records.bodies[body].record.symbol
    symbol = form.format(number=number) if form else None
    return next((key for key, filed in records.held.items() if symbol and filed.record.symbol == symbol), None)


def _form(records: Records, body: str) -> str:
    form = records.bodies[body].record.resolution
    assert form is not None
    return f"(?:{form}\n)"  # a verbose pattern may end in a comment


def _joined(language: str) -> str:
    return "[وف]?" if language == "ar" else ""


def _any(names: Names, language: str) -> str:
    return "|".join(
        re.escape(folded(name)).replace(r"\ ", "[ ]") for name in sorted(names[language], key=len, reverse=True)
    )


def _date(grammar: ReferenceGrammar, language: str) -> str:
    months = "|".join(_any(month, language) for month in grammar.months)
    return rf"[0-9]{{1,2}}[ ](?:{months})[ ][0-9]{{4}}"


def _read_date(written: str, language: str, grammar: ReferenceGrammar) -> datetime.date | None:
    day, *month, year = written.split(" ")
    for number, names in enumerate(grammar.months, 1):
        if " ".join(month) in {folded(name) for name in names[language]}:
            try:
                return datetime.date(int(year), number, int(day))
            except ValueError:  # 31 April
                return None
    return None
