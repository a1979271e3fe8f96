"""The site's own words in both languages: labels, sentences with fields, plurals, dates, numbers.

In: the folder `docs/records/wording`, whose files hold entries such as

    clauses-citing:
      about: Above the list of clauses that cite an instrument. {n} is how many.
      en: {one: "{n} clause cites it", other: "{n} clauses cite it"}
      ar: {zero: …, one: …, two: …, few: …, many: …, other: …}

Out: a `Wording`, and the problems of the files. Plural categories are CLDR's; the field `n` chooses among them.
"""

from __future__ import annotations

import datetime
import difflib
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal

from .problems import Problem
from .yamls import Document, Place
from .yamls import load as load_yaml

# CLDR's plural categories of the two languages: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
FORMS = {"en": ("one", "other"), "ar": ("zero", "one", "two", "few", "many", "other")}

Message = str | Mapping[str, str]


@dataclass(frozen=True)
class Wording:
    """`messages`: from language and key to a text, or to the forms of a text by plural category."""

    messages: Mapping[str, Mapping[str, Message]]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset().union(*self.messages.values())

    @cached_property
    def _fields(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        return {
            language: {key: frozenset(_fields_of(message)) for key, message in messages.items()}
            for language, messages in self.messages.items()
        }

    def say(self, language: str, key: str, **values: object) -> str:
        """The text of `key` with its fields filled; `n` is written as a number, every other value as it stands.

        In Arabic the caller isolates a value that is a symbol or Latin text. Raises `KeyError` for an unknown key,
        naming near ones, and `ValueError` for values that do not fit the fields.
        """
        try:
            message = self.messages[language][key]
        except KeyError:
            near = difflib.get_close_matches(key, self.messages.get(language, {}), n=3)
            hint = f"; did you mean {', '.join(near)}?" if near else ""
            raise KeyError(f"no wording for {key!r} in {language!r}{hint}") from None
        fields = self._fields[language][key]
        if "n" in values:
            fields = fields | {"n"}  # a plain text need not show the number it speaks of
        if fields != values.keys():
            wanted, given = ", ".join(sorted(fields)) or "none", ", ".join(sorted(values)) or "none"
            raise ValueError(f"wording {key!r} wants the fields {wanted}, not {given}")
        if not isinstance(message, str):
            message = message.get(plural(language, values["n"]), message["other"])  # type: ignore[arg-type]
        if "n" in values:
            values = {**values, "n": self.number(language, values["n"])}  # type: ignore[arg-type]
        return message.format_map(values)

    def date(self, language: str, day: datetime.date) -> str:
        """As the UN writes it: "10 January 2023", «10 كانون الثاني/يناير 2023» (double month names, western digits)."""
        month = self.say(language, f"month-{day.month}")
        return self.say(language, "date", day=day.day, month=month, year=day.year)

    def number(self, language: str, number: int | float) -> str:
        """In western digits, grouped as the UN prints it: "14,980", «14 980» (a blank that breaks no line)."""
        return _number(language, number)


@cache
def _number(language: str, number: int | float) -> str:
    written = format_decimal(number, locale=language, numbering_system="latn")
    return written.replace(",", "\u00a0") if language == "ar" else written


@cache
def plural(language: str, n: int | float) -> str:
    """CLDR's category of `n`: `few` for 3 in Arabic."""
    return Locale(language).plural_form(n)


def load(folder: Path) -> tuple[Wording, tuple[Problem, ...]]:
    """Every entry of `folder/*.yml`, in the order of file names. A faulty entry is there as far as it is sound."""
    messages: dict[str, dict[str, Message]] = {language: {} for language in FORMS}
    problems: list[Problem] = []
    owners: dict[str, str] = {}
    for path in sorted(folder.glob("*.yml")):
        document = load_yaml(path)
        problems += document.problems
        if document.value is not None and not isinstance(document.value, dict):
            problems.append(
                _problem(document, (), "wording-shape", "The file is not a mapping.", "Write `key:` entries.")
            )
            continue
        for key, entry in (document.value or {}).items():
            if key in owners:
                problems.append(
                    _problem(
                        document, (key,), "key-twice", f"The key {key!r} is also in {owners[key]}.", "Keep one of them."
                    )
                )
                continue
            owners[key] = path.name
            problems += _entry_problems(document, key, entry)
            for language in FORMS:
                message = entry.get(language) if isinstance(entry, dict) else None
                if _is_message(message):
                    messages[language][key] = message
    return Wording(messages), tuple(problems)


def _entry_problems(document: Document, key: str, entry: Any) -> Iterator[Problem]:
    if not isinstance(entry, dict):
        yield _problem(
            document, (key,), "wording-shape", f"{key!r} is not an entry.", "Give it `about`, `en` and `ar`."
        )
        return
    for name in sorted(entry.keys() - {"about", *FORMS}):
        yield _problem(
            document,
            (key, name),
            "wording-unknown",
            f"{key!r} has {name!r}, which nothing reads.",
            "Keep `about`, `en` and `ar` only.",
        )
    if not isinstance(entry.get("about"), str) or not entry["about"].strip():
        yield _problem(
            document,
            (key, "about"),
            "wording-about",
            f"{key!r} does not say what it is.",
            "Add `about:` for the translator.",
        )
    for language in FORMS:
        yield from _message_problems(document, (key, language), entry.get(language))
    yield from _field_problems(document, key, entry)


def _message_problems(document: Document, place: Place, message: Any) -> Iterator[Problem]:
    key, language = place
    if message is None or message == "":
        yield _problem(
            document, place, "wording-missing", f"{key!r} has no text in {language!r}.", f"Add `{language}:`."
        )
    elif isinstance(message, dict):
        forms = FORMS[str(language)]
        for form in forms:
            if not message.get(form):
                yield _problem(
                    document,
                    place,
                    "wording-plural",
                    f"{key!r} lacks the form {form!r} in {language!r}.",
                    f"Give all of: {', '.join(forms)}.",
                )
        for form in sorted(message.keys() - set(forms)):
            yield _problem(
                document,
                (*place, form),
                "wording-plural",
                f"{key!r} has the form {form!r} in {language!r}.",
                f"The forms of this language are: {', '.join(forms)}.",
            )
    elif not isinstance(message, str):
        yield _problem(
            document, place, "wording-shape", f"{key!r} is not a text in {language!r}.", "Put it between quotes."
        )
    for text in message.values() if isinstance(message, dict) else [message]:
        if isinstance(text, str) and _fields(text) is None:
            yield _problem(
                document,
                place,
                "wording-field",
                f"{key!r} has a brace without a plain name: {text!r}.",
                "Write fields as {name}; double a brace that is meant as such.",
            )
        elif not isinstance(text, str) and isinstance(message, dict) and text is not None:
            yield _problem(
                document, place, "wording-shape", f"{key!r} has a form that is no text.", "Put it between quotes."
            )


def _field_problems(document: Document, key: str, entry: Mapping[str, Any]) -> Iterator[Problem]:
    # `n` may be left out where a language says the number in words, as Arabic does for one and two.
    sound = {language: entry[language] for language in FORMS if _is_message(entry.get(language))}
    fields = {language: _fields_of(message) - {"n"} for language, message in sound.items()}
    counts = {language for language, message in sound.items() if "n" in _fields_of(message)}
    for language, own in fields.items():
        others = set().union(*(fields[other] for other in fields if other != language))
        for name in sorted(own - others if len(fields) > 1 else ()):
            yield _problem(
                document,
                (key, language),
                "wording-field",
                f"{key!r} uses {{{name}}} in {language!r} only.",
                "Use the same fields in every language.",
            )
    if counts and len(sound) > 1 and counts != set(sound):
        (only,) = counts
        yield _problem(
            document,
            (key, only),
            "wording-field",
            f"{key!r} depends on {{n}} in {only!r} only.",
            "Give plural forms, or {n}, in every language.",
        )


def _is_message(message: Any) -> bool:
    """Whether `say` can use it: a text, or all forms needed, each with plain fields."""
    if isinstance(message, dict):
        texts = list(message.values())
        return "other" in message and all(
            isinstance(text, str) and text and _fields(text) is not None for text in texts
        )
    return isinstance(message, str) and message != "" and _fields(message) is not None


def _fields_of(message: Message) -> set[str]:
    if isinstance(message, str):
        return set(_fields(message) or ())
    return {"n"}.union(*(_fields(text) or () for text in message.values()))


@cache
def _fields(text: str) -> frozenset[str] | None:
    """The names in braces, or None if a brace holds anything but a plain name: no attributes, no formats."""
    try:
        parts = [part for part in string.Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return None
    plain = all(str(name).isidentifier() and not spec and not conversion for _, name, spec, conversion in parts)
    return frozenset(str(name) for _, name, _, _ in parts) if plain else None


def _problem(document: Document, place: Place, code: str, what: str, todo: str) -> Problem:
    return Problem(document.path, document.line(*place), code, what, todo)
