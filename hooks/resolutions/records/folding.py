"""What `records/grammar/folding.yml` holds: which words search takes for the same."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from .fields import Record, Text

Ending = tuple[Annotated[str, StringConstraints(min_length=1)], str, Annotated[int, Field(ge=1)]]


class FoldedLanguage(Record):
    """`same`: a word → what else it is written; `irregular`: a word → its forms; `kept`: words that keep their endings.

    `spellings`, and each step of `endings`: rules of (ending, instead, letters that stay before it at least).
    """

    stop: tuple[Text, ...]
    same: dict[Text, tuple[Text, ...]]
    irregular: dict[Text, tuple[Text, ...]]
    endings: tuple[tuple[Ending, ...], ...]
    spellings: tuple[Ending, ...] = ()
    kept: tuple[Text, ...] = ()
    long: dict[Text, Text] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _each_form_once(self) -> FoldedLanguage:
        for name in ("same", "irregular"):
            forms = [form for found in getattr(self, name).values() for form in found]
            twice = sorted({form for form in forms if forms.count(form) > 1})
            if twice:
                raise ValueError(f"`{name}` has {', '.join(twice)} under two words")
        return self


class FoldedArabic(FoldedLanguage):
    """With what is written in one with the word: the article, and و ف ب ل ك."""

    article: tuple[Text, ...]
    article_not: tuple[Text, ...] = ()
    joined: tuple[Text, ...]


class FoldingGrammar(Record):
    """`letters`: a sign → what it is read as. `alike`, `unlike`: words that have, and have not, the same stem."""

    letters: dict[str, str]
    en: FoldedLanguage
    ar: FoldedArabic
    alike: tuple[tuple[Text, ...], ...] = Field(min_length=1)
    unlike: tuple[tuple[Text, Text], ...] = Field(min_length=1)
