"""Names of instruments that no record has: where they stand, how far they go, and whether that is sure.

In: a passage and the mentions found in it. Out: mentions without target that carry a `Name`, or `Vague` spans, whose
words do not say which instrument is meant ("the Optional Protocols"). What a name stands for is settled later, over all
texts (`align/named.py`), for only both languages together tell. English names are known by their capitals
(`english.py`); Arabic ones by the words before which they end (`arabic.py`).
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from ..folding import folded
from ..records.load import Records
from ..wordlists import cores, may_hold
from . import arabic, english
from .extent import Extent, Site
from .introduced import QUOTES, Known
from .letters import Letters, letters
from .spans import Cover
from .values import Manner, Mention, Name, Open, Why
from .words import any_of
from .written import Writing

RULE = "name without record"


@dataclass(frozen=True)
class Named:
    """Finds them in passages of one language. Made once for the records."""

    language: str
    records: Records

    def find(self, printed: str, text: Letters, found: Sequence[Mention]) -> tuple[Mention, ...]:
        """In order, none inside another. Spans are folded ones, as those of `found`."""
        if not may_hold(text.text, self._kinds):
            return ()
        bodies = Cover(match.span() for match in self._bodies.finditer(text.text))
        site = Site(text.text, text.cased, _spans(found, Manner.NAMED), _others(found))
        mentions, last = [], 0
        for extent in self._extents(site):
            if extent.start < last or bodies.covers(extent.start, extent.end):
                continue
            last = extent.end
            mentions.append(self._mention(printed, text, extent))
        return tuple(mentions)

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        assert self.records.names is not None
        language = self.language
        return cores(
            folded(word) for one in self.records.names.kinds for word in (*one.words[language], *one.common[language])
        )

    def _extents(self, site: Site) -> Iterator[Extent]:
        find = english.find if self.language == "en" else arabic.find
        return find(site, self.records)

    def _mention(self, printed: str, text: Letters, extent: Extent) -> Mention:
        words = _printed(printed, text, extent.start, extent.end)
        shown = _printed(printed, text, extent.start + extent.clitics, extent.end)
        if text.text.startswith("لل", extent.start):  # «للاتفاقية» is «ل» and «الاتفاقية»
            shown = f"ا{shown}"
        key = _key(shown, self.language)
        date, said = self._date(text, extent.end), self._said(printed, text, extent.end)
        closed = extent.closed or (date is not None and self.language == "en")
        name = Name(extent.kind.value, key, shown, extent.sure, extent.common, closed, said)
        return Mention(
            extent.start,
            extent.end,
            None,
            words,
            date=date,
            rule=RULE,
            open=Open(Why.UNNAMED if extent.sure else Why.NAME_END),
            entry=("grammar", "names", "kinds", extent.entry),
            name=name,
        )

    def _date(self, text: Letters, end: int) -> datetime.date | None:
        """The date that stands right behind the name, or after "adopted …" in the same clause of the sentence."""
        match = self._dated.match(text.text, end)
        dates = self._writing.read_dates(match["date"]) if match else ()
        return dates[0] if dates else None

    def _said(self, printed: str, text: Letters, end: int) -> str:
        """ "adopted at Hanoi on 3 May 2015": up to the next sign."""
        match = self._adopted.match(text.text, end)
        return _printed(printed, text, *match.span("said")) if match else ""

    @cached_property
    def _adopted(self) -> re.Pattern[str]:
        assert self.records.names is not None
        words = any_of(self.records.names.adopted[self.language])
        return re.compile(rf"[ ]?[,،]?[ ](?P<said>(?:{words})(?:[ ][\w’'/-]+){{1,15}})(?=[ ]?[,،;؛.:()]|$)")

    @cached_property
    def _dated(self) -> re.Pattern[str]:
        assert self.records.names is not None and self.records.references is not None
        adopted = any_of(self.records.names.adopted[self.language])
        references = self.records.references
        dated = any_of((*references.dated[self.language], *references.dated_many[self.language]))
        said = rf"[,،]?[ ](?:{dated})|[ ]?[,،]?[ ](?:{adopted})(?:[ ][^\s,،;؛.:()]+){{0,10}}?"
        return re.compile(rf"(?:{said})[ ](?P<date>{self._writing.date})")

    @cached_property
    def _writing(self) -> Writing:
        assert self.records.references is not None and self.records.pinpoints is not None
        return Writing(self.language, self.records.references, self.records.pinpoints)

    @cached_property
    def _bodies(self) -> re.Pattern[str]:
        names = {
            folded(name) for filed in self.records.bodies.values() for name in filed.record.named_as[self.language]
        }
        return re.compile(rf"(?<!\w)(?:{any_of(names)})(?!\w)")


def _key(shown: str, language: str) -> str:
    """The same for every spelling: without marks, signs between words, and capitals; without accents in English."""
    words = letters(shown).text
    if language == "en":
        words = "".join(one for one in unicodedata.normalize("NFKD", words) if not unicodedata.combining(one))
        words = re.sub(r"[’']", "", words)
    return " ".join(re.findall(r"\w+", words))


def _printed(printed: str, text: Letters, start: int, end: int) -> str:
    """As printed, on one line."""
    return " ".join(printed[slice(*text.span(start, end))].split())


def _spans(found: Sequence[Mention], manner: Manner) -> tuple[tuple[int, int], ...]:
    """Of instruments known by name: a longer name may hold one of them."""
    return tuple(
        sorted((one.start, one.end) for one in found if one.manner is manner and one.target and one.rule[:5] == "name:")
    )


def _others(found: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((one.start, one.end) for one in found))


def shortened(
    text: Letters, names: Sequence[Mention], known: Known, language: str, records: Records
) -> tuple[tuple[Mention, ...], Known]:
    """The names again: one in brackets behind another is the same instrument, here and from here on.

    "the Convention on Cybercrime (the “Budapest Convention”)".
    """
    assert records.references is not None
    words = any_of((*records.references.introduced[language], "the"))
    before = re.compile(rf"[ ]?\([ ]?(?:(?:{words})[ ])*[{QUOTES}]?")
    after = re.compile(rf"[{QUOTES}]?[ ]?\)")
    aliases, found = dict(known.aliases), []
    for one in names:
        last = found[-1] if found else None
        longer = last.name if last and before.fullmatch(text.text, last.end, one.start) else None
        if longer and longer.sure and one.name and one.name.kind == longer.kind and after.match(text.text, one.end):
            aliases[one.name.key] = longer
        meant = aliases.get(one.name.key) if one.name else None
        found.append(replace(one, name=meant, open=Open(Why.UNNAMED), rule=f"{RULE}, shortened") if meant else one)
    return tuple(found), replace(known, aliases=aliases)


def within(found: Sequence[Mention], names: Sequence[Mention]) -> list[Mention]:
    """The mentions again: those inside one of the names are there as a part of it only."""
    cover = Cover((one.start, one.end) for one in names)
    return [
        replace(one, manner=Manner.WITHIN, rule=one.rule + " within a name")
        if one.manner is Manner.NAMED and cover.exceeds(one.start, one.end)
        else one
        for one in found
    ]


@lru_cache(maxsize=4)
def of(language: str, records: Records) -> Named:
    """The finder of one language, made once for the records."""
    return Named(language, records)
