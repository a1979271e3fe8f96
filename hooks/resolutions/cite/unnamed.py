"""What reads like a citation and was not taken for one: told, so that no reference is lost in silence.

In: a passage and the mentions found in it. Out: problems. Two signs count: an article or paragraph with its number
outside every mention, singular or plural, and a word such as "Convention" outside every mention and name of a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..folding import Folded, fold, folded
from ..parse.values import Passage
from ..problems import Problem, Severity
from ..records.load import Records

PLURALS = {"en": r"articles|paragraphs|chapters", "ar": r"المواد|المادتين|المادتان|الفقرات|الفقرتين|الفقرتان"}


def find(
    passage: Passage, language: str, records: Records, taken: Sequence[tuple[int, int]], path: str
) -> Iterator[Problem]:
    """`taken`: the spans of the text as printed that are citations, or were reported already."""
    letters = fold(passage.text)
    covered = [*taken, *_bodies(letters, language, records)]
    for start, end in sorted({*_kind_words(passage.text, language, records), *_pinpoints(letters, language, records)}):
        if any(first <= start and end <= last for first, last in covered):
            continue
        words = passage.text[max(start - 5, 0) : end + 40].strip()
        yield Problem(
            path,
            passage.line_at(start),
            "citation-unnamed",
            f"This reads like a citation, and no record answers to it: …{words}…",
            "Add the instrument to docs/records/instruments, or these words to its `cited_as`.",
            Severity.WARNING,
        )


def _kind_words(text: str, language: str, records: Records) -> Iterator[tuple[int, int]]:
    assert records.references is not None
    joined = "[وفبلك]?" if language == "ar" else ""
    for word in records.references.kind_words[language]:
        for match in re.finditer(rf"(?<!\w){joined}(?P<word>{re.escape(word)})(?!\w)", text):
            yield match.span("word")


def _pinpoints(letters: Folded, language: str, records: Records) -> Iterator[tuple[int, int]]:
    """Units before their number, singular and plural; those that belong to a citation are covered by it."""
    assert records.pinpoints is not None
    singular = [folded(word) for unit in ("art", "para") for word in records.pinpoints.units[unit].words[language]]
    units = "|".join([*(re.escape(word) for word in singular), PLURALS[language]])
    joined = "[وف]?[بلك]?" if language == "ar" else ""
    for match in re.finditer(rf"(?<!\w){joined}(?P<unit>{units})[ ][0-9]+(?!\w)", letters.text):
        yield letters.span(*match.span("unit"))


def _bodies(letters: Folded, language: str, records: Records) -> Iterator[tuple[int, int]]:
    for filed in records.bodies.values():
        for name in filed.record.named_as[language]:
            for match in re.finditer(re.escape(folded(name)), letters.text):
                yield letters.span(*match.span())
