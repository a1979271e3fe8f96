"""Which instrument a name without a record stands for, over all texts and in both languages.

In: held texts and their citations, as people corrected them. Out: the citations again, where each such name that is
certain has a target; and problems. A name is one instrument wherever it stands. An English and an Arabic name are one
where a clause has exactly these two of their kind, or equally many in the same order, and no other clause says
otherwise; nothing else puts them together. English names have pages; an Arabic one has a page of its own only where no
English text could name it, else it is left open with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..cite import doubts, undescribed
from ..cite.find import Cited, citation
from ..cite.values import Citation, Manner, Mention, Name, Open, Why
from ..folding import folded
from ..model.text import LANGUAGES, HeldText
from ..problems import Problem, Severity
from ..records.load import Records

Key = tuple[str, str]  # kind and folded name
Place = tuple[str, str]
ALONE = 12  # words of an Arabic name that nothing confirms


@dataclass(frozen=True)
class _Group:
    """What one passage, or its footnote, names without a record, by language; and what it cites besides."""

    names: Mapping[str, tuple[Mention, ...]]
    others: Mapping[str, tuple[Citation, ...]]


def settle(
    texts: Sequence[HeldText], cited: Mapping[str, Cited], records: Records
) -> tuple[dict[str, Cited], tuple[Problem, ...]]:
    """The citations of all texts by text id, and a problem for each name without a record."""
    pairs, doubtful = _pairs([(text, cited[text.id]) for text in texts], records)
    targets = _targets(texts, cited, pairs, records)
    settled, problems = {}, []
    for text in texts:
        settled[text.id], found = _settled(text, cited[text.id], targets, doubtful, records)
        problems += found
    return settled, tuple(problems)


# -- pairs ---------------------------------------------------------------------------------------------------------


def _pairs(texts: Sequence[tuple[HeldText, Cited]], records: Records) -> tuple[dict[Key, Key], frozenset[Key]]:
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
    doubtful = {one for one, others in (*by_english.items(), *by_arabic.items()) if len(others) > 1}
    doubtful |= {other for sides in (by_english, by_arabic) for one in doubtful for other in sides.get(one, ())}
    pairs = {arabic: next(iter(found)) for arabic, found in by_arabic.items() if arabic not in doubtful}
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
        if one.name and _is_certain(one) and one.manner is Manner.NAMED:
            found.setdefault(_key(one.name), one)
    return found


def _alike(kind: str, english: Mapping[Key, Mention], arabic: Mapping[Key, Mention]) -> Iterator[list[tuple[Key, Key]]]:
    """The names of the kind in turn, where both languages have equally many; else those of plain and common words apart."""
    mine, theirs = ([key for key in side if key[0] == kind] for side in (english, arabic))
    if len(mine) == len(theirs):
        yield list(zip(mine, theirs, strict=True))
        return
    for common in (False, True):
        one = [key for key in mine if _name(english[key]).common is common]
        other = [key for key in theirs if _name(arabic[key]).common is common]
        if one and len(one) == len(other):
            yield list(zip(one, other, strict=True))


def _is_unclear(one: Mention, kind: str, language: str, records: Records) -> bool:
    """Is it a name of the kind whose end is not certain, or words of the kind that do not say which instrument?"""
    if one.name:
        return one.name.kind == kind and not _is_certain(one) and not one.name.common
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
    """The same figures in both; where only the Arabic ends at a sign, it may hold more than the name; no odd lengths."""
    one, other = _name(english), _name(arabic)
    if other.closed and not one.closed:
        return False
    if set(re.findall(r"[0-9]+", one.key)) != set(re.findall(r"[0-9]+", other.key)):
        return False
    words = len(one.key.split()), len(other.key.split())
    return words[1] <= 2 * words[0] + 2 and words[0] <= 3 * words[1] + 3


def _name(mention: Mention) -> Name:
    assert mention.name is not None
    return mention.name


def _key(name: Name) -> Key:
    return name.kind, name.key


def _is_certain(one: Mention) -> bool:
    return one.name is not None and one.name.sure and one.open is not None and one.open.why is Why.UNNAMED


# -- targets -------------------------------------------------------------------------------------------------------


def _targets(
    texts: Sequence[HeldText], cited: Mapping[str, Cited], pairs: Mapping[Key, Key], records: Records
) -> dict[tuple[str, Key], str]:
    """The id of each name that has a page, by language and name."""
    taken = {*records.instruments, *records.held}
    taken |= {one.target or "" for each in cited.values() for some in each.undescribed.values() for one in some}
    found: dict[tuple[str, Key], str] = {}
    for text in texts:
        for (_, language), mentions in cited[text.id].unresolved.items():
            for one in mentions:
                if not _is_certain(one) or _is_own(_name(one), text, language):
                    continue
                key = _key(_name(one))
                if language == "en":
                    found["en", key] = undescribed.identify_name(_name(one), "en", taken)
                elif key not in pairs and _stands_alone(one, text):
                    found["ar", key] = undescribed.identify_name(_name(one), "ar", taken)
    return found | {("ar", arabic): found["en", english] for arabic, english in pairs.items() if ("en", english) in found}


def _stands_alone(one: Mention, text: HeldText) -> bool:
    """An Arabic name in a text that is held in Arabic only, which ends beyond doubt."""
    name = _name(one)
    return text.languages == ("ar",) and not name.common and len(name.key.split()) <= ALONE


def _is_own(name: Name, text: HeldText, language: str) -> bool:
    """Is it the name of the text itself, as its title has it?"""
    title = text.titles.get(language)
    words = " ".join(re.findall(r"\w+", folded(title.passage.text))) if title else ""
    return f"{words.removeprefix('the ')} ".startswith(f"{name.key} ")


# -- the citations again -------------------------------------------------------------------------------------------


def _settled(
    text: HeldText,
    cited: Cited,
    targets: Mapping[tuple[str, Key], str],
    doubtful: frozenset[Key],
    records: Records,
) -> tuple[Cited, list[Problem]]:
    citations, unresolved = dict(cited.by_place), {}
    unknown: dict[Place, tuple[Mention, ...]] = {}
    problems: list[Problem] = []
    for place, mentions in cited.unresolved.items():
        left, new = [], []
        for one in mentions:
            if one.name is None:
                left.append(one)
                continue
            if _is_own(one.name, text, place[1]):
                continue
            target = targets.get((place[1], _key(one.name))) if _is_certain(one) else None
            if target:
                new.append(replace(one, target=target, open=None))
            elif not one.name.common or one.pinpoint:
                left.append(_left_open(one))
                line = doubts.line(text, *place, left[-1])
                problems += doubts.of(left[-1], records, text.record.date, text.sources[place[1]], line)
        if left:
            unresolved[place] = tuple(left)
        if new:
            unknown[place] = tuple(new)
            merged = [*citations.get(place, ()), *(citation(one, one.target or "") for one in new)]
            citations[place] = tuple(sorted(merged, key=lambda one: (one.note is not None, one.note or 0, one.start)))
    problems += doubts.unknown(unknown, text)
    problems += _apart(unknown, doubtful, text)
    both = {place: (*cited.undescribed.get(place, ()), *unknown.get(place, ())) for place in citations}
    return Cited(citations, unresolved, {place: some for place, some in both.items() if some}), problems


def _left_open(one: Mention) -> Mention:
    """With the reason: its end, or that nothing tells which name of the other language is the same."""
    return replace(one, open=Open(Why.NAME_PAIR)) if _is_certain(one) else one


def _apart(unknown: Mapping[Place, Sequence[Mention]], doubtful: frozenset[Key], text: HeldText) -> Iterator[Problem]:
    """English names that clauses pair in more than one way: each has its page without the other language."""
    for place, mentions in unknown.items():
        for one in mentions:
            if one.name and _key(one.name) in doubtful:
                yield Problem(
                    text.sources[place[1]],
                    doubts.line(text, *place, one),
                    "names-apart",
                    f"{one.name.shown}: clauses give it more than one name in Arabic, so its page has none of them.",
                    f"If they are one instrument, describe it in docs/records/instruments/{one.target}.yml.",
                    Severity.DOUBT,
                )
