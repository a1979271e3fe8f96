"""References that lean on something said before: treaty series after "ibid.", "that Protocol", "the Declaration"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..folding import Folded, folded
from ..records.load import Records
from ..records.schema import Names
from .values import Manner, Mention


def series(text: Folded, previous: str, records: Records) -> Iterator[Mention]:
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


def back(text: Folded, language: str, records: Records, named: Sequence[Mention]) -> Iterator[Mention]:
    """Words that stand for the one instrument of their kind named before them; with none or several, no target."""
    grammar = records.references
    assert grammar is not None
    for anaphor in grammar.anaphors:
        joined = "[وف]?" if language == "ar" else ""
        words = "|".join(re.escape(folded(word)) for word in anaphor.words[language])
        for match in re.finditer(rf"(?<!\w){joined}(?P<words>{words})(?!\w)", text.text):
            start, end = match.span("words")
            if any(one.start <= start and end <= one.end for one in named):
                continue
            before = {one.target for one in named if one.end <= start and one.manner is Manner.NAMED and one.target}
            fitting = sorted(one for one in before if _kind(one, records) is anaphor.kind)
            target = fitting[0] if len(fitting) == 1 else None
            why = f"{match['words']!r} can mean {', '.join(fitting) or 'nothing named before'}"
            yield Mention(start, end, target, why, Manner.BACK, rule=f"back:{anaphor.kind.value}")


def _kind(key: str, records: Records) -> object:
    filed = records.instruments.get(key) or records.held[key]
    return filed.record.kind


def _any(names: Names) -> str:
    return "|".join(re.escape(folded(name)) for name in (*names.en, *names.ar))
