"""What every record is made of: ids, symbols, addresses and other values that are checked, and texts in both languages.

Unknown keys are refused, every text stands in both languages, every value is frozen.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

# What a validator below checks in Python stands beside it as a pattern, for the published JSON Schema.
Text = Annotated[
    str, StringConstraints(min_length=1, strip_whitespace=True), Field(json_schema_extra={"pattern": r"\S"})
]
Whole = Annotated[int, Field(strict=True, ge=0)]  # "14" in quotes is a text
Flag = Annotated[bool, Field(strict=True)]


# A host is written in ASCII, an international one as xn--…: else a letter that only looks Latin leads elsewhere, as do
# words before an @, which readers take for the host.
HTTPS = r"https://([a-z0-9-]+\.)+([a-z]{2,}|xn--[a-z0-9-]+)(:[0-9]{1,5})?([/?#][^\s\"'<>\\]*)?"


def _https(address: str) -> str:
    if not re.fullmatch(HTTPS, address):
        raise ValueError("an address is https://, a host in small Latin letters, and no blank, quote or angle bracket")
    return address


def _pattern(text: str) -> str:
    try:
        re.compile(text, re.VERBOSE)
    except re.error as error:
        raise ValueError(f"this is no regular expression: {error}") from None
    return text


def try_out(pattern: str, examples: tuple[str, ...], counter_examples: tuple[str, ...], name: str) -> None:
    """Raises `ValueError` unless the pattern of the key `name` matches each example, and no counter-example."""
    compiled = re.compile(pattern, re.VERBOSE)
    for wanted, texts in ((True, examples), (False, counter_examples)):
        for text in texts:
            if bool(compiled.fullmatch(text)) is not wanted:
                raise ValueError(f"{text!r} should {'' if wanted else 'not '}match `{name}`")


LONGEST = 100  # letters of an id or of a file's name: addresses stay short, and every file system takes them
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Names that Windows keeps for devices, whatever follows their first dot: such a file cannot even be checked out there.
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})
# "A/RES/77/233", "E/2007/30/Rev.1", "C-III/143/DR": letters that only look Latin would make another symbol of it
SYMBOL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ./()_-]{0,78}[A-Za-z0-9.)])?")


def is_id(name: str) -> bool:
    """Is it of the form a-res-77-233, so that it can be an address and the name of a file anywhere?"""
    return bool(ID.fullmatch(name)) and len(name) <= LONGEST and name not in DEVICES


def _file_name(name: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?", name):
        raise ValueError("a file is named without folder, with letters, digits, dots, hyphens and underscores")
    if len(name) > LONGEST or name.partition(".")[0].lower() in DEVICES:
        raise ValueError(f"a file's name has at most {LONGEST} letters, and is none that Windows keeps for a device")
    return name


def _day(value: object) -> object:
    if not isinstance(value, (datetime.date, str)):
        raise ValueError("a day is written 2023-01-10")
    return value


def _record_id(name: str) -> str:
    if not is_id(name):
        raise ValueError(f"an id is of the form a-res-77-233, of at most {LONGEST} letters, and no device of Windows")
    return name


def _symbol(symbol: str) -> str:
    if not SYMBOL.fullmatch(symbol):
        raise ValueError("a symbol holds Latin letters, digits, and . / - _ ( ) between them, at most 80 signs")
    return symbol


Address = Annotated[str, AfterValidator(_https), Field(json_schema_extra={"format": "uri", "pattern": f"^{HTTPS}$"})]
Pattern = Annotated[str, AfterValidator(_pattern)]
FileName = Annotated[
    str, AfterValidator(_file_name), Field(json_schema_extra={"pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$"})
]
Date = Annotated[datetime.date, BeforeValidator(_day)]
RecordId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"), AfterValidator(_record_id)]
Symbol = Annotated[Text, AfterValidator(_symbol)]
Sha256 = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
T = TypeVar("T")


class Record(BaseModel):
    """The manners of every record."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class ByLanguage(Record, Generic[T]):
    """One value for each language, under `en` and `ar`. Raises `KeyError` for another."""

    def __getitem__(self, language: str) -> T:
        if language not in ("en", "ar"):
            raise KeyError(language)
        return getattr(self, language)


class Pair(ByLanguage[str]):
    """One text in both languages."""

    en: Text
    ar: Text


class Addresses(Record):
    """Where an official document lies, in each language that has one."""

    en: Address
    ar: Address | None = None

    def __getitem__(self, language: str) -> str:
        return (self.ar if language == "ar" else None) or self.en


class Names(ByLanguage[tuple[str, ...]]):
    """The wordings by which texts name one thing, in each language, longest first or not: the longest match wins."""

    en: tuple[Text, ...] = ()
    ar: tuple[Text, ...] = ()
