"""A clause cites the same instruments at the same pinpoints in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from ..cite.find import MASTHEAD, Cited
from ..model.text import LANGUAGES, HeldText
from ..problems import Problem, Severity


def check(text: HeldText, cited: Cited) -> Iterator[Problem]:
    """One problem for each instrument or pinpoint that only one language of a clause cites."""
    if len(text.languages) < len(LANGUAGES):
        return
    for place in (MASTHEAD, *(unit.id for unit in text.units() if len(unit.texts) == len(LANGUAGES))):
        unknown = {one.target for language in LANGUAGES for one in cited.undescribed.get((place, language), ())}
        keys = {language: {citation.key for citation in cited.at(place, language)} for language in LANGUAGES}
        for language, other in (("en", "ar"), ("ar", "en")):
            for target, pinpoint in sorted(keys[language] - keys[other]):
                what = f"{target} at {pinpoint}" if pinpoint else target
                yield Problem(
                    text.sources[other],
                    _line(text, place, other),
                    "citation-one-sided",
                    f"{place} cites {what} in {_name(language)}; no citation of it was found in {_name(other)}.",
                    "If the text cites it, its wording in docs/records/grammar or docs/records/bodies is not known yet."
                    if target in unknown
                    else f"If it is cited, add its wording to `cited_as` in docs/records/instruments/{target}.yml.",
                    Severity.DOUBT,
                )


def _line(text: HeldText, place: str, language: str) -> int:
    unit = text.unit(place)
    return unit.texts[language].passage.line if unit else 0


def _name(language: str) -> str:
    return {"en": "English", "ar": "Arabic"}[language]
