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

from dataclasses import dataclass

from pydantic import ValidationError

from ..problems import Problem
from ..records.notes import DecisionKind, DecisionRecord
from ..yamls import Document


@dataclass(frozen=True)
class Decision:
    """One entry; `at` is its own line in decisions.yml."""

    word: str
    lines: frozenset[int]
    rivals: tuple[str, ...]
    kind: DecisionKind
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
            record = DecisionRecord.model_validate(entry)
        except ValidationError as error:
            wrong = error.errors()[0]
            place = ".".join(map(str, wrong["loc"])) or "the entry"
            what = f"A decision is incomplete or wrong at {place}: {wrong['msg']}."
            problems.append(Problem(document.path, line, "decision", what, "See hooks/resolutions/records/notes.py."))
            continue
        reason = record.reason
        found.append(
            Decision(record.word, frozenset(record.lines), record.rivals, record.kind, reason.en, reason.ar, line)
        )
    return tuple(found), tuple(problems)
