"""References that lean on something said before: treaty series after "ibid.", "that Protocol", "the Declaration"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ..folding import folded
from ..records.fields import Names
from ..records.grammar import Anaphor
from ..records.load import Records
from ..wordlists import cores, may_hold
from . import undescribed
from .introduced import Known
from .letters import Letters
from .spans import Cover
from .values import Manner, Mention, Open, Why
from .words import JOINED, any_of, clitic


def series(text: Letters, previous: str, records: Records) -> Iterator[Mention]:
    """A treaty by volume and number of the United Nations Treaty Series. `previous`: the folded note before this one.

    Words of both languages count: an Arabic text may print the reference in English.
    """
    grammar = records.references
    assert grammar is not None
    if not may_hold(text.text, cores(map(folded, (*grammar.volume.en, *grammar.volume.ar)))):  # as in most passages
        return
    named, ibid = _any(grammar.treaty_series), _any(grammar.ibid)
    volume, number = _any(grammar.volume), _any(grammar.treaty_number)
    place = rf"[,،][ ](?:{volume})[ ](?P<volume>[0-9]+)[,،][ ](?:{number})[ ](?P<number>[0-9]+)"
    carried = ibid if re.search(rf"(?:{named})|(?:{ibid})", previous) else r"(?!)"
    for match in re.finditer(rf"(?<!\w)(?:{named}|{carried}){place}(?!\w)", text.text):
        found = (int(match["volume"]), int(match["number"]))
        target, entry = next(
            (
                (key, ("instruments", key, "treaty_series", index))
                for key, filed in records.instruments.items()
                for index, one in enumerate(filed.record.treaty_series)
                if one.series == "UNTS" and (one.volume, one.number) == found
            ),
            (None, ("grammar", "references", "treaty_series")),
        )
        wording = f"United Nations, Treaty Series, vol. {found[0]}, No. {found[1]}"
        why = None if target else Open(Why.UNREGISTERED)
        yield Mention(*match.span(), target, wording, Manner.REGISTERED, rule="treaty series", open=why, entry=entry)


def back(
    text: Letters,
    language: str,
    records: Records,
    named: Sequence[Mention],
    unrecorded: Sequence[Mention],
    known: Known,
) -> tuple[list[Mention], Known]:
    """Words that stand for the one instrument of their kind named before them; with none or several, no target.

    What the same passage names comes first, then what the text has named before it. `unrecorded`: names without a
    record, which may be meant as well. Second: what is known after the passage.
    """
    strong = {f"={one.name.key}": one for one in unrecorded if one.name and not one.name.common}
    named_so = {**known.unrecorded, **{key: one.name for key, one in strong.items() if one.name}}
    found: list[Mention] = []
    kinds = dict(known.kinds)
    cover = Cover((one.start, one.end) for one in named)
    by_kind = [
        (one.end, one.target, _kind(one.target, records)) for one in named if one.manner is Manner.NAMED and one.target
    ]
    for index, (anaphor, held, pattern) in enumerate(_anaphors(language, records)):
        leans = may_hold(text.text, held)
        if not leans and not by_kind and not strong:
            continue
        candidates = sorted(
            [
                *((end, target) for end, target, kind in by_kind if kind is anaphor.kind),
                *((one.end, key) for key, one in strong.items() if one.name and one.name.kind == anaphor.kind.value),
            ]
        )
        before: set[str] = set()  # what of that kind is named before the match, in order of the text
        at = 0
        for match in pattern.finditer(text.text) if leans else ():
            start, end = match.span("words")
            while at < len(candidates) and candidates[at][0] <= start:
                before.add(candidates[at][1])
                at += 1
            if cover.covers(start, end):
                continue
            fitting = sorted(before or set(known.kinds.get(anaphor.kind.value, ())))
            only = fitting[0] if len(fitting) == 1 else ""
            target, name = (None, named_so[only]) if only in named_so else (only or None, None)
            why = Open(Why.UNNAMED) if name else _several(fitting) if target is None else None
            rule = f"back:{anaphor.kind.value}"
            entry = ("grammar", "references", "anaphors", index, "words", language)
            entry += _which(match["words"], anaphor.words[language])
            back = Mention(start, end, target, match["words"], Manner.BACK, rule=rule, open=why, entry=entry, name=name)
            found.append(back)
        here = (target for _, target in candidates)
        kinds[anaphor.kind.value] = tuple(dict.fromkeys((*known.kinds.get(anaphor.kind.value, ()), *here)))
    return found, replace(known, kinds=kinds, unrecorded=named_so) if kinds != known.kinds else known


def same(text: Letters, language: str, records: Records, numbered: Sequence[Mention]) -> Iterator[Mention]:
    """ "The same resolution" is the one named last; where that is one of a list, it is open which is meant."""
    grammar = records.references
    assert grammar is not None
    held, pattern = _same(language, records)
    if not may_hold(text.text, held):
        return
    ends = [one.end for one in numbered]
    cover = Cover((one.start, one.end) for one in numbered)
    for match in pattern.finditer(text.text):
        start, end = match.span("words")
        if cover.meets(start, end):  # "of that resolution 74/174"
            continue
        before = numbered[: bisect_right(ends, start)]
        last = before[-1] if before else None
        entry = ("grammar", "references", "same", language, *_which(match["words"], grammar.same[language]))
        if last and (not text.text[last.start].isdigit() or all(one.number == last.number for one in before)):
            yield replace(
                last, start=start, end=end, manner=Manner.BACK, date=None, rule="back:resolution", entry=entry
            )
        else:
            ids = (one.target or undescribed.identify(one, records) for one in before[-5:])
            why = _several(tuple(dict.fromkeys(filter(None, ids))))
            yield Mention(
                start,
                end,
                None,
                match["words"],
                Manner.BACK,
                rule="back:resolution",
                act="resolution",
                open=why,
                entry=entry,
            )


def _which(written: str, words: Sequence[str]) -> tuple[int, ...]:
    """The place of the entry that these words are, whatever Arabic joined before them; the longest that fits."""
    fitting = [
        (len(word), index) for index, word in enumerate(words) if written.endswith(folded(word).removeprefix("ال"))
    ]
    return (max(fitting)[1],) if fitting else ()


@lru_cache(maxsize=4)
def _anaphors(language: str, records: Records) -> tuple[tuple[Anaphor, tuple[str, ...], re.Pattern[str]], ...]:
    """Each kind of words that lean back, their cores, and the pattern that finds them."""
    grammar = records.references
    assert grammar is not None
    goes_on = any_of(grammar.name_goes_on[language])
    return tuple(
        (
            anaphor,
            cores(map(folded, anaphor.words[language])),
            re.compile(
                rf"(?<!\w){JOINED[language]}(?P<words>{any_of(anaphor.words[language])})(?!\w)"
                rf"(?![ ](?:{goes_on})(?!\w))"
            ),
        )
        for anaphor in grammar.anaphors
    )


@lru_cache(maxsize=4)
def _same(language: str, records: Records) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The cores of the words, and the pattern that finds them."""
    grammar = records.references
    assert grammar is not None
    words = (clitic if language == "ar" else any_of)(grammar.same[language])
    behind = "|".join(rf"(?<=\b{re.escape(word)} )" for word in grammar.same_behind.behind[language]) or "(?!)"
    words += rf"|(?:{behind})(?:{any_of(grammar.same_behind.words[language])})"
    held = cores(map(folded, (*grammar.same[language], *grammar.same_behind.words[language])))
    return held, re.compile(rf"(?<!\w){JOINED[language]}(?P<words>{words})(?!\w)")


def _several(targets: Sequence[str]) -> Open:
    return Open(
        Why.SEVERAL_BEFORE if targets else Why.NOTHING_BEFORE,
        targets=tuple(one for one in targets if one and one[0] != "="),
    )


def _kind(key: str, records: Records) -> object:
    filed = records.instruments.get(key) or records.held[key]
    return filed.record.kind


def _any(names: Names) -> str:
    return any_of((*names.en, *names.ar))
