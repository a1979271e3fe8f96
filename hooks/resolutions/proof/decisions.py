"""Decisions of sense: where the file allows another real word that is not far rarer, why the text has this one.

In: `decisions.yml`, a list of

    - word: تشجيع          # as the reading has it, without vowel marks
      lines: [258]
      rivals: [تشجيج]      # every one that the check finds
      kind: sense          # sense, grammar, formula, parallel, name
      reason:
        en: One sentence.
        ar: جملة واحدة.

Out: `Decision` values. Whether one is missing or stale is found in rivals.py.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from ..problems import Problem
from ..yamls import Document


class Reason(enum.Enum):
    """What kind of reason decides."""

    SENSE = "sense"  # the rival says nothing here
    GRAMMAR = "grammar"  # the rival does not agree with its sentence
    FORMULA = "formula"  # the phrase is a fixed one of such resolutions
    PARALLEL = "parallel"  # the same phrase stands undamaged elsewhere in the text
    NAME = "name"  # it is a name

    @property
    def by_sense_alone(self) -> bool:
        return self is Reason.SENSE


@dataclass(frozen=True)
class Decision:
    """One entry; `at` is its own line in decisions.yml."""

    word: str
    lines: frozenset[int]
    rivals: tuple[str, ...]
    kind: Reason
    en: str
    ar: str
    at: int = 0


def read(document: Document) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """The decisions of a loaded `decisions.yml`, and what is wrong with it."""
    problems, found = list(document.problems), []
    if not isinstance(document.value, list) and not problems:
        what = "The file is no list of decisions."
        problems.append(Problem(document.path, 0, "decision", what, "See hooks/resolutions/proof/decisions.py."))
    for index, entry in enumerate(document.value if isinstance(document.value, list) else ()):
        line = document.line(index)
        try:
            found.append(
                Decision(
                    entry["word"],
                    frozenset(int(number) for number in entry["lines"]),
                    tuple(entry["rivals"]),
                    Reason(entry["kind"]),
                    str(entry["reason"]["en"]),
                    str(entry["reason"]["ar"]),
                    line,
                )
            )
        except (KeyError, TypeError, ValueError) as error:
            what = f"A decision is incomplete or wrong at {error}."
            problems.append(Problem(document.path, line, "decision", what, "See hooks/resolutions/proof/decisions.py."))
    return tuple(found), tuple(problems)
