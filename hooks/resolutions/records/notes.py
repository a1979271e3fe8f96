"""What people note beside a text: where its languages part, and what the evidence of a restored reading leaves open."""

from __future__ import annotations

import enum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from .schema import Flag, Pair, Record, Text, Whole


class DivergenceKind(enum.Enum):
    """In what two language versions differ; the order is the order of the page that lists all."""

    MEANING = "meaning"
    FORCE = "force"  # force or scope: must and should, never and not, all and many
    FORM = "form"
    MISPRINT = "misprint"  # a slip of the source in one language
    FOLLOWED = "followed"  # the original is odd or open, and our own translation followed one reading

    @property
    def is_marked(self) -> bool:
        """Are its words underlined in the text? A difference of form alone is only listed."""
        return self is not DivergenceKind.FORM


class DivergenceRecord(Record):
    """A place where two language versions of a clause do not say the same: `docs/texts/<id>/divergences.yml`.

    `clause`: `pp-3`, `op-4`, `fn-3`, `title`, `chapeau` or `masthead`. `ar`, `en`: the exact words; empty if nothing
    answers. `grave`: who relies on one language only is misled on substance.
    """

    clause: Annotated[str, StringConstraints(pattern=r"^((pp|op|fn)-[1-9][0-9]*|title|chapeau|masthead)$")]
    ar: str
    en: str
    kind: DivergenceKind
    grave: Flag = False
    note: Pair

    def __getitem__(self, language: str) -> str:
        return {"en": self.en, "ar": self.ar}[language]

    @model_validator(mode="after")
    def _says_something(self) -> DivergenceRecord:
        if not self.ar and not self.en:
            raise ValueError("give the words of at least one language")
        return self


class AlternativeRecord(Record):
    """A reading that the evidence leaves open beside the printed one: `docs/texts/<id>/alternatives.yml`.

    `lines`: of the reading; each of them holds the words of `reading`.
    """

    lines: tuple[Whole, ...] = Field(min_length=1)
    reading: Text
    alternative: Text
    reason: Pair


class DecisionKind(enum.Enum):
    """What kind of reason decides between two readings."""

    SENSE = "sense"  # the rival says nothing here
    GRAMMAR = "grammar"  # the rival does not agree with its sentence
    FORMULA = "formula"  # the phrase is a fixed one of such resolutions
    PARALLEL = "parallel"  # the same phrase stands undamaged elsewhere in the text
    NAME = "name"  # it is a name

    @property
    def by_sense_alone(self) -> bool:
        return self is DecisionKind.SENSE


class DecisionRecord(Record):
    """Why a restored text has this word where its file allows another: `docs/texts/<id>/decisions.yml`."""

    word: Text
    lines: tuple[Whole, ...] = Field(min_length=1)
    rivals: tuple[Text, ...] = Field(min_length=1)
    kind: DecisionKind
    reason: Pair
