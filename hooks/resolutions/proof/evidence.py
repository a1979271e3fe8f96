"""How sure each glyph of the reading is: computed from what the file has there and how often a rule is witnessed."""

from __future__ import annotations

import enum
from collections import Counter
from dataclasses import dataclass

from .glyphs import LETTERS
from .printing import Printed
from .rules import RuleTable
from .words import Word, alternatives

MANY = 10  # witnesses of a rule from which on it counts as well attested


class Grade(enum.Enum):
    """How sure a glyph of the reading is, from the surest down."""

    STANDS = "stands"  # the file has it as it is printed
    MANY = "many"  # changed under a rule with ten witnesses or more
    FEW = "few"  # … with two to nine
    ONE = "one"  # … with this one
    SLOT = "slot"  # a blank proves that a sign stood here; sense says which of several


@dataclass(frozen=True)
class Evidence:
    """One glyph: `column` in the line of the reading, `witness_column` in that of the file, both from 1.

    `rule` is the id of the rule that changed it, "" if it stands; `witnesses` counts the places of that rule.
    `alternatives` are the other letters that would have left the same characters in this word.
    """

    column: int
    text: str
    face: str
    form: str
    witness_column: int
    raw: str
    rule: str
    witnesses: int
    grade: Grade
    alternatives: tuple[str, ...] = ()


def evidence(
    rules: RuleTable,
    printed: tuple[Printed, ...],
    found: tuple[Word, ...],
    counts: Counter[str],
) -> tuple[Evidence, ...]:
    """The evidence for the glyphs of one line, in reading order, blanks apart.

    `counts`: how often each rule was used in the whole text.
    """
    place = {sign.column: (word, index) for word in found for index, sign in enumerate(word.signs)}
    result: list[Evidence] = []
    for each in sorted(printed, key=lambda each: each.glyph.column):
        glyph, rule = each.glyph, each.rule
        if glyph.is_blank:
            continue
        others: tuple[str, ...] = ()
        if rule and len(glyph.text) == 1 and glyph.text in LETTERS:
            word, index = place[glyph.column]
            others = alternatives(word.signs, index, rules)
        count = counts[rule.id] if rule else 0
        grade = _grade(rule is not None and rule.drops and bool(others), count)
        result.append(
            Evidence(
                glyph.column,
                glyph.text,
                glyph.face,
                glyph.form.value,
                each.column,
                each.raw,
                rule.id if rule else "",
                count,
                grade,
                others,
            )
        )
    return tuple(result)


def _grade(slot: bool, count: int) -> Grade:
    if slot:
        return Grade.SLOT
    if count == 0:
        return Grade.STANDS
    return Grade.MANY if count >= MANY else Grade.FEW if count > 1 else Grade.ONE
