"""Which instrument a name without a record stands for, over all texts and in both languages.

In: held texts and their citations, as people corrected them. Out: the citations again, where each such name that is
certain has a target; and problems. A name is one instrument wherever it stands. An English and an Arabic name are one
where a clause has exactly these two of their kind, or equally many in the same order, and no other clause says
otherwise; nothing else puts them together. English names have pages; an Arabic one has a page of its own only where no
English text could name it, else it is left open with the reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..cite import doubts, undescribed
from ..cite.find import Cited, citation
from ..cite.letters import letters
from ..cite.values import Mention, Name, Open, Why
from ..folding import folded
from ..model.text import HeldText
from ..problems import Problem, Severity
from ..records.load import Records
from . import name_pairs
from .name_pairs import Key, is_certain, key_of, name_of

Place = tuple[str, str]
WORD = re.compile(r"[\w\u0640\u064b-\u065f]+")  # with tatweel and vowel marks
ALONE = 12  # words of an Arabic name that nothing confirms


def settle(
    texts: Sequence[HeldText], cited: Mapping[str, Cited], records: Records
) -> tuple[dict[str, Cited], tuple[Problem, ...]]:
    """The citations of all texts by text id, and a problem for each name without a record."""
    pairs, doubtful = name_pairs.find([(text, cited[text.id]) for text in texts], records)
    targets = _targets(texts, cited, pairs, records)
    settled, problems = {}, []
    for text in texts:
        settled[text.id], found = _settled(text, cited[text.id], targets, doubtful, records)
        problems += found
    return settled, tuple(problems)


# -- targets -------------------------------------------------------------------------------------------------------


def _targets(
    texts: Sequence[HeldText], cited: Mapping[str, Cited], pairs: Mapping[Key, Key], records: Records
) -> dict[tuple[str, Key], str]:
    """The id of each name that has a page, by language and name."""
    taken = {*records.instruments, *records.held}
    taken |= {one.target or "" for each in cited.values() for some in each.undescribed.values() for one in some}
    often = Counter(
        key_of(one.name)
        for each in cited.values()
        for (_, language), mentions in each.unresolved.items()
        for one in mentions
        if one.name and language == "ar"
    )
    assert records.names is not None
    loose = frozenset(map(folded, records.names.loose.ar))
    found: dict[tuple[str, Key], str] = {}
    for text in texts:
        for (_, language), mentions in cited[text.id].unresolved.items():
            for one in mentions:
                if not is_certain(one) or _is_own(name_of(one), text, language):
                    continue
                key = key_of(name_of(one))
                if language == "en":
                    found["en", key] = undescribed.identify_name(name_of(one), "en", taken)
                elif key not in pairs and _stands_alone(one, text, often[key], loose):
                    found["ar", key] = undescribed.identify_name(name_of(one), "ar", taken)
    return found | {
        ("ar", arabic): found["en", english] for arabic, english in pairs.items() if ("en", english) in found
    }


def _stands_alone(one: Mention, text: HeldText, often: int, loose: frozenset[str]) -> bool:
    """An Arabic name in a text that is held in Arabic only; words that may be of the sentence must come twice."""
    name = name_of(one)
    words = name.key.split()
    plain = not any(word in loose or (word.startswith("و") and place > 1) for place, word in enumerate(words))
    return text.languages == ("ar",) and not name.common and len(words) <= ALONE and (plain or often > 1)


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
        for found in mentions:
            if found.name is None:
                left.append(found)
                continue
            if _is_own(found.name, text, place[1]):
                continue
            one = _cut(found, place, cited, targets)
            target = targets.get((place[1], key_of(name_of(one)))) if is_certain(one) else None
            if target:
                new.append(replace(one, target=target, open=None))
            elif not name_of(one).common or one.pinpoint:
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


def _cut(one: Mention, place: Place, cited: Cited, targets: Mapping[tuple[str, Key], str]) -> Mention:
    """An Arabic name that went on too far, cut to the one that it begins with and that the English there has too."""
    name = name_of(one)
    if place[1] != "ar" or ("ar", key_of(name)) in targets:
        return one
    english = {
        targets.get(("en", key_of(other.name)))
        for other in cited.open_at(place[0], "en")
        if other.name and other.note == one.note
    }
    shorter = [
        key
        for (language, (kind, key)), target in targets.items()
        if language == "ar" and kind == name.kind and target in english and name.key.startswith(f"{key} ")
    ]
    if not shorter:
        return one
    key = max(shorter, key=len)
    ends = (match.end() for match in WORD.finditer(one.words))
    end = next((end for end in ends if _ends_so(one.words[:end], key)), None)
    if end is None:
        return one
    shown = " ".join(name.shown.split()[: len(key.split())])
    cut = replace(name, key=key, shown=shown, sure=True, said="")
    return replace(one, end=one.start + end, words=one.words[:end], open=Open(Why.UNNAMED), name=cut, date=None)


def _ends_so(words: str, key: str) -> bool:
    """Do the words end with the name, whatever preposition is written together with it?"""
    return " ".join(re.findall(r"\w+", letters(words).text)).endswith(key.removeprefix("ا"))


def _left_open(one: Mention) -> Mention:
    """With the reason: its end, or that nothing tells which name of the other language is the same."""
    return replace(one, open=Open(Why.NAME_PAIR)) if is_certain(one) else one


def _apart(unknown: Mapping[Place, Sequence[Mention]], doubtful: frozenset[Key], text: HeldText) -> Iterator[Problem]:
    """English names that clauses pair in more than one way: each has its page without the other language."""
    told: set[Key] = set()
    for place, mentions in unknown.items():
        for one in mentions:
            if one.name and key_of(one.name) in doubtful and key_of(one.name) not in told:
                told.add(key_of(one.name))
                yield Problem(
                    text.sources[place[1]],
                    doubts.line(text, *place, one),
                    "names-apart",
                    f"{one.name.shown}: clauses give it more than one name in Arabic, so its page has none of them.",
                    f"If they are one instrument, describe it in docs/records/instruments/{one.target}.yml.",
                    Severity.DOUBT,
                )
