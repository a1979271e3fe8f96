"""Names that the text itself gives to what it has just named.

"… Convention on … (the “Lanzarote Convention”)", "(hereinafter the Convention)", «(اتفاقية لانزاروت)». In: a passage
and what it names. Out: folded names with the instruments that they stand for from here on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..records.grammar import ReferenceGrammar
from .letters import Letters
from .values import Manner, Mention
from .words import any_of

Introduced = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Known:
    """What a text has said so far: names that it gave, and by kind ("convention") what it has named.

    In `kinds` an instrument without record stands as "": it is one more that "the Convention" may mean.
    """

    names: Introduced = field(default_factory=dict)
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


FAR = 120  # characters between a name and the brackets that shorten it
QUOTES = "\"“”„«»‘’'"


def introduced(
    letters: Letters, language: str, grammar: ReferenceGrammar, named: Sequence[Mention]
) -> Iterator[tuple[str, str, int]]:
    """Each name, its instrument, and where the brackets begin."""
    if "(" not in letters.text:
        return
    sign = rf"(?P<said>(?:{any_of(grammar.introduced[language])})[ ])*"
    brackets = re.compile(
        rf"\((?P<all>[ ]?{sign}(?P<open>[{QUOTES}]?)(?P<name>[^(){QUOTES}]{{3,80}})[{QUOTES}]?[ ]?)\)"
    )
    ends = sorted((one for one in named if one.target and one.manner is Manner.NAMED), key=lambda one: one.end)
    at = 0
    last: Mention | None = None
    for match in brackets.finditer(letters.text):
        while at < len(ends) and ends[at].end <= match.start():
            last, at = ends[at], at + 1
        if last is None or match.start() - last.end > FAR:
            continue
        between = letters.text[last.end : match.start()]
        told = bool(match["said"] or match["open"])
        name = match["name"].strip()
        if any(sign in between for sign in ";؛()") or (between.strip() and not told):
            continue
        if language == "en" and not _proper(letters.cased[slice(*match.span("name"))]):
            continue
        if (language == "ar" and not told and " " not in name) or not re.search(r"[^\W\d]{2}", name) or "/" in name:
            continue
        yield _with_article(name, match["said"]), last.target or "", match.start()


def _proper(written: str) -> bool:
    words = [word for word in written.split() if len(word) > 3]
    first = written.strip().removeprefix("the ").removeprefix("The ")
    return first[:1].isupper() and all(word[0].isupper() or word[0].isdigit() for word in words)


def _with_article(name: str, said: str | None) -> str:
    """One word alone keeps its article, for "convention" is no name: "the convention"."""
    if name.startswith("the ") and " " in name[4:]:
        return name[4:]
    return f"the {name}" if said and said.strip() == "the" and " " not in name else name
