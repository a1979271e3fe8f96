"""Instruments and bodies by their names.

In: folded text and records. Out: mentions. The longest name wins; a shorter one inside it, or inside the name of a
body, is kept as `Manner.WITHIN`: the Conference of the Parties is not the Convention, though it names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from ..folding import folded
from ..records.load import Records
from .introduced import Introduced
from .letters import Letters
from .spans import Cover
from .values import Manner, Mention, Open, Why
from .words import any_of


def find(text: Letters, language: str, records: Records, own_id: str) -> tuple[Mention, ...]:
    """Every name of an instrument that has a record, except the text's own."""
    found = [
        Mention(
            start,
            end,
            target,
            text.text[start:end],
            rule=f"name:{target}",
            entry=(_folder(target, records), target, "cited_as", language, index),
        )
        for held, name, target, index in _names(records, language)
        if held in text.text  # a hundred times as quick as the pattern, and almost always enough
        for start, end in _occurrences(text.text, name, language)
    ]
    if not found:
        return ()
    bodies = [
        Mention(start, end, None, text.text[start:end])
        for held, name in _body_names(records, language)
        if held in text.text
        for start, end in _occurrences(text.text, name, language)
    ]
    of_target: dict[str | None, list[tuple[int, int]]] = {}
    for one in found:
        of_target.setdefault(one.target, []).append((one.start, one.end))
    covers = {target: Cover(spans) for target, spans in of_target.items()}
    longest = [one for one in found if not covers[one.target].exceeds(one.start, one.end)]
    names = Cover((one.start, one.end) for one in (*longest, *bodies))
    return tuple(
        _within(one) if names.exceeds(one.start, one.end) else one
        for one in _certain(sorted(longest, key=lambda m: (m.start, -m.end, m.target)))
        if one.target != own_id
    )


def known(text: Letters, start: int, language: str, names: Introduced, records: Records) -> Iterator[Mention]:
    """Names that the text has introduced, from `start` on. One that stands for several instruments is left open."""
    assert records.references is not None
    goes_on = re.compile(rf"[ ](?:{any_of(records.references.name_goes_on[language])})(?!\w)")
    for name, targets in names.items():
        if core(name, language) not in text.text:
            continue
        for match in pattern(name, language).finditer(text.text, start):
            if goes_on.match(text.text, match.end()):
                continue
            span = match.span("name")
            if len(targets) == 1:
                entry = ("grammar", "references", "introduced", language)
                yield Mention(*span, targets[0], match["name"], rule=f"introduced:{targets[0]}", entry=entry)
            else:
                yield _open(*span, match["name"], targets)


def _certain(found: Sequence[Mention]) -> Iterator[Mention]:
    """Each of them; where two instruments have the same name, one without a target instead of both."""
    by_span: dict[tuple[int, int], list[Mention]] = {}
    for one in found:
        by_span.setdefault((one.start, one.end), []).append(one)
    for (start, end), same in by_span.items():
        targets = tuple(dict.fromkeys(one.target or "" for one in same))
        yield same[0] if len(targets) == 1 else _open(start, end, same[0].wording, targets)


def _open(start: int, end: int, wording: str, targets: Sequence[str]) -> Mention:
    why = Open(Why.SEVERAL_INSTRUMENTS, targets=tuple(sorted(targets)))
    return Mention(start, end, None, wording, rule="name", open=why)


def _within(mention: Mention) -> Mention:
    return replace(mention, manner=Manner.WITHIN, rule=mention.rule + " within a name")


def _folder(target: str, records: Records) -> str:
    return "instruments" if target in records.instruments else "texts"


@lru_cache(maxsize=4)
def _names(records: Records, language: str) -> tuple[tuple[str, str, str, int], ...]:
    """Every name of an instrument with its core, whose name it is, and its place in the record."""
    return tuple(
        (core(name, language), name, target, index)
        for target, filed in records.named
        for index, name in enumerate(filed.record.cited_as[language])
    )


@lru_cache(maxsize=4)
def _body_names(records: Records, language: str) -> tuple[tuple[str, str], ...]:
    names = (name for filed in records.bodies.values() for name in filed.record.named_as[language])
    return tuple((core(name, language), name) for name in names)


def _occurrences(text: str, name: str, language: str) -> Iterator[tuple[int, int]]:
    for match in pattern(name, language).finditer(text):
        yield match.span("name")


@cache
def core(name: str, language: str) -> str:
    """What every form of the name holds: الميثاق → ميثاق."""
    words = folded(name)
    return words[2:] if language == "ar" and words.startswith("ال") else words


@cache
def pattern(name: str, language: str) -> re.Pattern[str]:
    """The name as a whole word; in Arabic with what may be joined before it: بالميثاق, للميثاق, الميثاق.

    A joined و or ف stays outside the span: it is another word, and its letter does not change the one that follows.
    """
    words = re.escape(folded(name)).replace("\\ ", " ")
    if language != "ar":
        return re.compile(rf"(?<!\w)(?P<name>{words})(?!\w)")
    with_article = rf"(?:[بك]?ال|لل){words[2:]}" if words.startswith("ال") else rf"[بلك]?{words}"
    return re.compile(rf"(?<!\w)[وف]?(?P<name>{with_article})(?!\w)")
