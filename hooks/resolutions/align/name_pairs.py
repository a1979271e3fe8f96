"""Which English and which Arabic name without a record are of one instrument.

In: held texts and what was found in them. Out: pairs of names, and the names that clauses pair in more than one way.
A pair counts where a clause has exactly these two of their kind, or equally many in the same order; where anything else
of the kind is unclear, or cited by its record in one language only, nothing is paired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..cite.find import Cited
from ..cite.values import Citation, Manner, Mention, Name, Why
from ..folding import folded
from ..model.text import LANGUAGES, HeldText
from ..records.load import Records

Key = tuple[str, str]  # kind and folded name


@dataclass(frozen=True)
class _Group:
    """What one passage, or its footnote, names without a record, by language; and what it cites besides."""

    names: Mapping[str, tuple[Mention, ...]]
    others: Mapping[str, tuple[Citation, ...]]


def find(texts: Sequence[tuple[HeldText, Cited]], records: Records) -> tuple[dict[Key, Key], frozenset[Key]]:
    """Arabic name → English name; and the names that clauses pair in more than one way."""
    by_english: dict[Key, set[Key]] = {}
    by_arabic: dict[Key, set[Key]] = {}
    for text, cited in texts:
        if len(text.languages) < len(LANGUAGES):
            continue
        for unit in text.units():
            if len(unit.texts) == len(LANGUAGES):
                for group in _groups(unit.id, cited):
                    for english, arabic in _paired(group, records):
                        by_english.setdefault(english, set()).add(arabic)
                        by_arabic.setdefault(arabic, set()).add(english)
    for english, found in by_english.items():
        shortest = min(found, key=lambda one: (len(one[1]), one))
        for longer in [one for one in found if one[1].startswith(f"{shortest[1]} ")]:  # an end that was read too far
            found.discard(longer)
            by_arabic[longer].discard(english)
    doubtful = {one for one, others in (*by_english.items(), *by_arabic.items()) if len(others) > 1}
    doubtful |= {other for sides in (by_english, by_arabic) for one in doubtful for other in sides.get(one, ())}
    pairs = {arabic: next(iter(found)) for arabic, found in by_arabic.items() if found and arabic not in doubtful}
    return {arabic: english for arabic, english in pairs.items() if english not in doubtful}, frozenset(doubtful)


def _groups(place: str, cited: Cited) -> Iterator[_Group]:
    """The passage itself, and each of its footnotes."""
    mentions = {language: cited.open_at(place, language) for language in LANGUAGES}
    citations = {language: cited.at(place, language) for language in LANGUAGES}
    for note in dict.fromkeys(one.note for language in LANGUAGES for one in mentions[language]):
        yield _Group(
            {language: tuple(one for one in mentions[language] if one.note == note) for language in LANGUAGES},
            {language: tuple(one for one in citations[language] if one.note == note) for language in LANGUAGES},
        )


def _paired(group: _Group, records: Records) -> Iterator[tuple[Key, Key]]:
    """English and Arabic names of the passage that are certainly of the same instruments."""
    english, arabic = (_distinct(group.names[language]) for language in LANGUAGES)
    for kind in dict.fromkeys(key[0] for key in english):
        if any(_is_unclear(one, kind, language, records) for language in LANGUAGES for one in group.names[language]):
            continue
        if len({_known(group.others[language], kind, records) for language in LANGUAGES}) > 1:
            continue  # one of the names may be another wording of what the other language cites by record
        for some in _alike(kind, english, arabic):
            if len(some) > 1 and len({_sequence(group, language, records) for language in LANGUAGES}) > 1:
                continue
            yield from (pair for pair in some if _fits(english[pair[0]], arabic[pair[1]]))


def _distinct(mentions: Sequence[Mention]) -> dict[Key, Mention]:
    """Each certain name once, in order."""
    found: dict[Key, Mention] = {}
    for one in mentions:
        if one.name and is_certain(one) and one.manner is Manner.NAMED:
            found.setdefault(key_of(one.name), one)
    return found


def _alike(kind: str, english: Mapping[Key, Mention], arabic: Mapping[Key, Mention]) -> Iterator[list[tuple[Key, Key]]]:
    """The names of the kind in turn, where both languages have equally many; else those of common words apart."""
    mine, theirs = ([key for key in side if key[0] == kind] for side in (english, arabic))
    if len(mine) == len(theirs):
        yield list(zip(mine, theirs, strict=True))
        return
    for common in (False, True):
        one = [key for key in mine if name_of(english[key]).common is common]
        other = [key for key in theirs if name_of(arabic[key]).common is common]
        if one and len(one) == len(other):
            yield list(zip(one, other, strict=True))


def _is_unclear(one: Mention, kind: str, language: str, records: Records) -> bool:
    """Is it a name of the kind whose end is not certain, or words of the kind that do not say which instrument?"""
    if one.name:
        return one.name.kind == kind and not is_certain(one) and not one.name.common
    return bool(one.open and one.open.why is Why.UNNAMED) and kind in _kinds(one.words, language, records)


def _kinds(words: str, language: str, records: Records) -> set[str]:
    assert records.names is not None
    return {
        one.kind.value
        for one in records.names.kinds
        if any(folded(word) in folded(words) for word in one.words[language])
    }


def _known(citations: Sequence[Citation], kind: str, records: Records) -> frozenset[str]:
    """What of the kind is cited by its record's name."""
    found = frozenset(one.target for one in citations if one.manner is not Manner.REGISTERED)
    return frozenset(one for one in found if _kind_of(one, records) == kind)


def _kind_of(target: str, records: Records) -> str:
    filed = records.instruments.get(target) or records.held.get(target)
    return filed.record.kind.value if filed else ""


def _sequence(group: _Group, language: str, records: Records) -> tuple[str, ...]:
    """Kinds of names and ids of known instruments in the order of the passage: the same, if both list alike."""
    names = [(one.start, key[0]) for key, one in _distinct(group.names[language]).items()]
    known = [(one.start, one.target) for one in group.others[language] if one.manner is Manner.NAMED]
    return tuple(what for _, what in sorted((*names, *known)))


def _fits(english: Mention, arabic: Mention) -> bool:
    """The same figures; no odd lengths; where the sentence goes on in English, the Arabic may hold more of it."""
    one, other = name_of(english), name_of(arabic)
    if not one.closed and (other.closed or _joints(other, "و") > _joints(one, "and")):
        return False
    if set(re.findall(r"[0-9]+", one.key)) != set(re.findall(r"[0-9]+", other.key)):
        return False
    words = len(one.key.split()), len(other.key.split())
    return words[1] <= 2 * words[0] + 2 and words[0] <= 3 * words[1] + 3


def _joints(name: Name, joint: str) -> int:
    """How often the name says "and"; in Arabic it is a part of the next word."""
    return sum(word == joint or (joint == "و" and word.startswith(joint)) for word in name.key.split())


def name_of(mention: Mention) -> Name:
    """Of a mention that has one."""
    assert mention.name is not None
    return mention.name


def key_of(name: Name) -> Key:
    """What tells one name from another."""
    return name.kind, name.key


def is_certain(one: Mention) -> bool:
    """Is it a name, and is it beyond doubt where it ends?"""
    return one.name is not None and one.name.sure and one.open is not None and one.open.why is Why.UNNAMED
