"""References that lean on something said before: treaty series after "ibid.", "that Protocol", "the Declaration"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..records.load import Records
from ..records.schema import Names
from .letters import Letters
from .values import Manner, Mention
from .words import any_of, clitic


def series(text: Letters, previous: str, records: Records) -> Iterator[Mention]:
    """A treaty by volume and number of the United Nations Treaty Series. `previous`: the folded note before this one.

    Words of both languages count: an Arabic text may print the reference in English.
    """
    grammar = records.references
    assert grammar is not None
    named, ibid = _any(grammar.treaty_series), _any(grammar.ibid)
    volume, number = _any(grammar.volume), _any(grammar.treaty_number)
    place = rf"[,،][ ](?:{volume})[ ](?P<volume>[0-9]+)[,،][ ](?:{number})[ ](?P<number>[0-9]+)"
    carried = ibid if re.search(rf"(?:{named})|(?:{ibid})", previous) else r"(?!)"
    for match in re.finditer(rf"(?<!\w)(?:{named}|{carried}){place}(?!\w)", text.text):
        found = (int(match["volume"]), int(match["number"]))
        target = next(
            (
                key
                for key, filed in records.instruments.items()
                for entry in filed.record.treaty_series
                if entry.series == "UNTS" and (entry.volume, entry.number) == found
            ),
            None,
        )
        wording = f"United Nations, Treaty Series, vol. {found[0]}, No. {found[1]}"
        yield Mention(*match.span(), target, wording, Manner.REGISTERED, rule="treaty series")


def back(text: Letters, language: str, records: Records, named: Sequence[Mention]) -> Iterator[Mention]:
    """Words that stand for the one instrument of their kind named before them; with none or several, no target."""
    grammar = records.references
    assert grammar is not None
    for anaphor in grammar.anaphors:
        joined = "[وف]?" if language == "ar" else ""
        words = any_of(anaphor.words[language])
        goes_on = any_of(grammar.name_goes_on[language])
        for match in re.finditer(rf"(?<!\w){joined}(?P<words>{words})(?!\w)(?![ ](?:{goes_on})(?!\w))", text.text):
            start, end = match.span("words")
            if any(one.start <= start and end <= one.end for one in named):
                continue
            before = {one.target for one in named if one.end <= start and one.manner is Manner.NAMED and one.target}
            fitting = sorted(one for one in before if _kind(one, records) is anaphor.kind)
            target = fitting[0] if len(fitting) == 1 else None
            why = f"{match['words']!r} can mean {', '.join(fitting) or 'nothing named before'}"
            rule = f"back:{anaphor.kind.value}"
            yield Mention(start, end, target, why, Manner.BACK, rule=rule, open="" if target else why)


def same(text: Letters, language: str, records: Records, numbered: Sequence[Mention]) -> Iterator[Mention]:
    """ "The same resolution" is the one named last; where that is one of a list, it is open which is meant."""
    grammar = records.references
    assert grammar is not None
    words = (clitic if language == "ar" else any_of)(grammar.same[language])
    joined = "[وف]?" if language == "ar" else ""
    for match in re.finditer(rf"(?<!\w){joined}(?P<words>{words})(?!\w)", text.text):
        start, end = match.span("words")
        before = [one for one in numbered if one.end <= start and one.number]
        if before and (not text.text[before[-1].start].isdigit() or len({one.number for one in before}) == 1):
            yield replace(before[-1], start=start, end=end, manner=Manner.BACK, date=None, rule="back:resolution")
        else:
            why = (
                f"{match['words']!r} can mean {', '.join(one.number or '' for one in before) or 'nothing named before'}"
            )
            yield Mention(start, end, None, why, Manner.BACK, rule="back:resolution", act="resolution", open=why)


def _kind(key: str, records: Records) -> object:
    filed = records.instruments.get(key) or records.held[key]
    return filed.record.kind


def _any(names: Names) -> str:
    return any_of((*names.en, *names.ar))
