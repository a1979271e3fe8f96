"""The words by which an English name of an instrument is known, made ready for asking.

In: the records. Out: `EnglishWords`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..records.kinds import Kind
from ..records.load import Records
from .words import any_of

LEFT = 8  # words before the one for the kind


@dataclass(frozen=True, eq=False)
class EnglishWords:
    """The words, ready for asking."""

    records: Records

    @cached_property
    def of_word(self) -> dict[str, tuple[Kind, int, bool]]:
        assert self.records.names is not None
        found = {}
        for index, one in enumerate(self.records.names.kinds):
            for words, common in ((one.words.en, False), (one.common.en, True)):
                found.update({word: (one.kind, index, common) for word in words})
        return found

    @cached_property
    def kinds(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w’'-])(?P<kind>{self.kind})(?![^\W\d]|-)")

    @cached_property
    def kind(self) -> str:
        words = sorted(self.of_word, key=len, reverse=True)
        return "|".join(re.escape(word).replace(r"\ ", "[ ]") for word in words)

    @cached_property
    def kind_words(self) -> frozenset[str]:
        return frozenset(part for word in self.of_word for part in word.split())

    def set(self, name: str) -> frozenset[str]:
        assert self.records.names is not None
        return frozenset(getattr(self.records.names, name).en)

    @cached_property
    def through(self) -> frozenset[str]:
        return self.set("through")

    @cached_property
    def not_behind_kind(self) -> frozenset[str]:
        return self.set("not_behind_kind")

    @cached_property
    def general(self) -> frozenset[str]:
        return self.set("general")

    @cached_property
    def bodies(self) -> frozenset[str]:
        return self.set("bodies")

    @cached_property
    def bodies_of(self) -> frozenset[str]:
        return self.set("bodies_of")

    @cached_property
    def on_small(self) -> frozenset[str]:
        return self.set("goes_on_small")

    @cached_property
    def sentence(self) -> frozenset[str]:
        return self.set("sentence")

    @cached_property
    def openings(self) -> frozenset[str]:
        """Words that begin a paragraph, and small words with a capital: no part of the name behind them."""
        assert self.records.openings is not None
        openings = self.records.openings.en
        verbs = (*openings.preambular, *openings.operative, *openings.operative_numbered)
        first = {verb.split()[0] for verb in verbs}
        small = self.through | self.sentence | {"this", "these", "our", "under"}
        return frozenset(first | {word.capitalize() for word in small})

    @cached_property
    def months(self) -> frozenset[str]:
        assert self.records.references is not None
        return frozenset(name for month in self.records.references.months for name in month.en)

    @cached_property
    def named_bodies(self) -> re.Pattern[str]:
        names = [
            name
            for filed in self.records.bodies.values()
            for name in (*filed.record.named_as.en, *filed.record.short_named_as.en)
        ]
        return re.compile(rf"(?:{any_of(names)})(?!\w)")

    @cached_property
    def another(self) -> re.Pattern[str]:
        """ "and the Bergen Protocol", "and its Optional Protocols": another name begins."""
        return re.compile(rf"(?:[A-Z0-9][\w’'-]*[ ]){{0,{LEFT}}}(?:{self.kind})(?!\w)")

    @cached_property
    def same_breath(self) -> re.Pattern[str]:
        """ "Declaration and Programme of Action"; "Convention and Protocol" are two."""
        plans = (word for word, (kind, _, _) in self.of_word.items() if kind in (Kind.AGENDA, Kind.GUIDELINES))
        return re.compile(rf"[ ]and[ ](?:{'|'.join(re.escape(word) for word in plans)})(?!\w)")


@lru_cache(maxsize=4)
def of(records: Records) -> EnglishWords:
    """Made once for the records."""
    return EnglishWords(records)
