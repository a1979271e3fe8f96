"""What a record of the grammar may hold: the words and forms by which texts are understood, with examples."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from .fields import ByLanguage, Names, Pair, Pattern, Record, Text, try_out
from .kinds import Kind


class Openings(Record):
    """The words of opening phrases in one language; all are literal. See `docs/records/grammar/openings.yml`.

    `examples`: beginnings of paragraphs, the opening phrase before a bar; `counter_examples` open no paragraph.
    """

    preambular_marks: tuple[Text, ...]
    preambular: tuple[Text, ...]
    operative: tuple[Text, ...]
    modifiers: tuple[Text, ...]
    joined: tuple[Text, ...] = ()
    attached: tuple[Text, ...] = ()
    subjects: tuple[Text, ...] = ()
    preambular_whole: tuple[Text, ...] = ()
    operative_numbered: tuple[Text, ...] = ()
    decided: tuple[Text, ...] = ()
    preambular_examples: tuple[Text, ...] = ()
    operative_examples: tuple[Text, ...] = ()
    counter_examples: tuple[Text, ...] = ()

    def __hash__(self) -> int:
        """Of little, since it is asked for with each line of a text: what is made of the words is kept for them."""
        return hash((self.preambular[:1], self.operative[:1]))


class OpeningGrammar(ByLanguage[Openings]):
    en: Openings
    ar: Openings


class Form(Record):
    """How one kind of line is written: a verbose regular expression with examples; it must match the whole line."""

    pattern: Pattern
    examples: tuple[Text, ...] = Field(min_length=1)
    counter_examples: tuple[Text, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _examplestry_out(self) -> Form:
        try_out(self.pattern, self.examples, self.counter_examples, "pattern")
        return self


class FormPair(ByLanguage[Form]):
    en: Form
    ar: Form


class Between(Record):
    """What stands behind the number of a paragraph that was put between two others: 14 bis, «14 مكررا».

    `id`: the part of the address, in both languages the same; `words`: the first is the usual one.
    """

    id: Annotated[str, StringConstraints(pattern="^[a-z]{3,}$")]
    words: tuple[Text, ...] = Field(min_length=1)


class Shape(Record):
    """How one language writes the parts of a document: verbose regular expressions with examples.

    `closing`: the lines below the last paragraph; `annex`: the heading of an annex; `heading`: that of a section, with
    the named group `label`; `masthead`: one element of the lines above a title; `numbered`: a line that holds only the
    number of a resolution; `amendment`: the line by which a paper of amendments tells what it is; `telling`: what
    stands before the verb of a decision that is told rather than spoken; `between`: the words behind a number that was
    put between two others, in their order.
    """

    chapeau: Pattern
    examples: tuple[Text, ...] = Field(min_length=1)
    counter_examples: tuple[Text, ...] = Field(min_length=1)
    closing: Form
    annex: Form
    heading: Form
    masthead: Form
    numbered: Form
    amendment: Form
    telling: Form
    between: tuple[Between, ...] = ()

    @model_validator(mode="after")
    def _examplestry_out(self) -> Shape:
        try_out(self.chapeau, self.examples, self.counter_examples, "chapeau")
        return self


class ShapeGrammar(ByLanguage[Shape]):
    en: Shape
    ar: Shape


class Unit(Record):
    """A unit of a pinpoint. `label`: with `{n}`; `words`: how texts write it before the number."""

    label: Pair
    words: Names
    numerals: Annotated[str, StringConstraints(pattern="^(arabic|ordinal|letter|ordinal-word|sub-letter|dotted)$")] = (
        "arabic"
    )


class Ordinal(Record):
    """One ordinal: its Roman figure, its word in each language."""

    roman: Text
    en: Text
    ar: tuple[Text, ...]


class SubLetter(Record):
    """A letter in brackets: (a), «(أ)», with other shapes of the Arabic one."""

    en: Text
    ar: tuple[Text, ...]


class PinpointGrammar(Record):
    """Units by id in the order from large to small; ordinals from the first on; letters in order.

    `joints`, `ranges`, `links`: the words between members of a list, ends of a range, a unit and what it belongs to;
    `own`: those after a unit of the text itself, "paragraph 5 above".
    """

    units: dict[str, Unit]
    joints: Names
    ranges: Names
    links: Names
    own: Names = Names()
    ordinals: tuple[Ordinal, ...]
    letters: tuple[Pair, ...]
    sub_letters: tuple[SubLetter, ...] = ()


class Anaphor(Record):
    """Words that stand for an instrument of one kind that the same clause named before: "that Protocol"."""

    kind: Kind
    words: Names


class Act(Record):
    """Resolutions, or decisions: beside the name of their body, of the body whose text it is, with neither."""

    kind: Kind
    named: Names
    named_many: Names
    own: Names
    own_many: Names
    bare: Names
    bare_many: Names


class Behind(Record):
    """Words that count only behind one of some others."""

    words: Names
    behind: Names


class ReferenceGrammar(Record):
    """How resolutions, dates, treaty series and references back are written; see `records/grammar/references.yml`."""

    acts: tuple[Act, ...] = Field(min_length=1)
    qualifiers: Names
    by: Names
    dated: Names
    dated_many: Names
    joints: Names
    session: Names
    special_session: Names
    emergency_session: Names
    symbol_roots: tuple[Text, ...]
    same: Names
    same_behind: Behind
    introduced: Names
    months: tuple[Names, ...] = Field(min_length=12, max_length=12)
    treaty_series: Names
    volume: Names
    treaty_number: Names
    ibid: Names
    unnumbered: FormPair | None = None
    anaphors: tuple[Anaphor, ...] = ()
    name_goes_on: Names = Names()
    through: Names = Names()


class NameKind(Record):
    """The words for one kind of instrument. `common`: those that are everyday language in Arabic as well."""

    kind: Kind
    words: Names = Names()
    common: Names = Names()


class NameExample(ByLanguage[str]):
    """One name, between bars, in a passage of each language."""

    en: Annotated[Text, StringConstraints(pattern=r"^[^|]*\|[^|]+\|[^|]*$")]
    ar: Annotated[Text, StringConstraints(pattern=r"^[^|]*\|[^|]+\|[^|]*$")]


class NameGrammar(Record):
    """How the names of instruments without a record are written; see `docs/records/grammar/names.yml`."""

    kinds: tuple[NameKind, ...] = Field(min_length=1)
    general: Names
    through: Names
    not_behind_kind: Names
    ends: Names
    loose: Names
    bodies: Names
    bodies_of: Names
    behind_comma: Names
    goes_on_small: Names
    sentence: Names
    adopted: Names
    examples: tuple[NameExample, ...] = Field(min_length=1)
    counter_examples: Names
