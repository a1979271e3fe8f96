"""The terms by which two language versions are compared: `docs/records/terms.yml`."""

from __future__ import annotations

from pydantic import Field

from .fields import ByLanguage, Names, Text


class Term(ByLanguage[tuple[str, ...]]):
    """A term of `docs/records/terms.yml`: its forms; texts that hold it once; texts that come close and do not."""

    en: tuple[Text, ...] = Field(min_length=1)
    ar: tuple[Text, ...] = Field(min_length=1)
    examples: Names
    others: Names = Names()
