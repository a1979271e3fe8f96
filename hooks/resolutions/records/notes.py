"""What people note beside a text: where its languages part, what they decided where a machine could not, and what the
evidence of a restored reading leaves open."""

from __future__ import annotations

import datetime
import enum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from .fields import ByLanguage, Flag, Pair, Record, RecordId, Text, Whole

NUMBER = r"(sec-[1-9][0-9]*-)?(pp|op)-[1-9][0-9]*(-[a-z]{3,})?"
CLAUSE = rf"{NUMBER}(-en|-ar)?"
PLACE = rf"({CLAUSE}|fn-[1-9][0-9]*|sec-[1-9][0-9]*|annex-[1-9][0-9]*(-p-[1-9][0-9]*)?|title|chapeau|closing|masthead)"
Place = Annotated[str, StringConstraints(pattern=rf"^{PLACE}$")]
ParagraphId = Annotated[str, StringConstraints(pattern=rf"^{NUMBER}$")]
Language = Literal["en", "ar"]


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


class DivergenceRecord(ByLanguage[str]):
    """A place where two language versions of a clause do not say the same: `docs/texts/<id>/divergences.yml`.

    `clause`: `pp-3`, `op-4`, `sec-2-op-1`, `fn-3`, `title`, `chapeau`, `masthead` and so on. `ar`, `en`: the exact
    words; empty if nothing answers. `grave`: who relies on one language only is misled on substance.
    """

    clause: Place
    ar: str
    en: str
    kind: DivergenceKind
    grave: Flag = False
    note: Pair

    @model_validator(mode="after")
    def _says_something(self) -> DivergenceRecord:
        if not self.ar and not self.en:
            raise ValueError("give the words of at least one language")
        return self


class Correction(Record):
    """What every decision of a person says: why, in both languages, and when."""

    reason: Pair
    date: datetime.date


class AlignmentCorrection(Correction, ByLanguage[tuple[str, ...]]):
    """These paragraphs of one language say what those of the other say. An empty list: the other has nothing of it.

    `en`, `ar`: ids as each language's own numbers give them, in order and without a gap.
    """

    kind: Literal["alignment"]
    en: tuple[ParagraphId, ...] = ()
    ar: tuple[ParagraphId, ...] = ()

    @model_validator(mode="after")
    def _some(self) -> AlignmentCorrection:
        if not self.en and not self.ar:
            raise ValueError("name the paragraphs of at least one language")
        return self


class CitationCorrection(Correction):
    """These words cite `target`, at `pinpoint` (`art-19`), or nothing: `none`. The words stand once in their place."""

    kind: Literal["citation"]
    place: Place
    language: Language
    words: Text
    target: RecordId | Literal["none"]
    pinpoint: RecordId | None = None

    @model_validator(mode="after")
    def _pointed(self) -> CitationCorrection:
        if self.pinpoint and self.target == "none":
            raise ValueError("words that cite nothing have no pinpoint")
        return self


class FootnoteCorrection(Correction):
    """The mark of footnote `number` belongs behind the words `after`, which stand once in the text of that language."""

    kind: Literal["footnote"]
    number: int = Field(ge=1)
    language: Language
    after: Text


CorrectionRecord = Annotated[AlignmentCorrection | CitationCorrection | FootnoteCorrection, Field(discriminator="kind")]
"""One entry of `docs/texts/<id>/corrections.yml`."""


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
