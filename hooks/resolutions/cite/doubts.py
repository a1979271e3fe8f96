"""What a person should look at in the citations of a text; nothing here keeps a page from being made.

In: mentions with their target or the reason why they have none. Out: problems of the severity `doubt`.
"""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterator, Mapping, Sequence

from ..model.text import HeldText
from ..problems import Problem, Severity
from ..records.load import Records
from .undescribed import Undescribed
from .values import Mention, Why

FUTURE = "citation-of-the-future"
_TODO = {
    Why.FUTURE: "One of the two dates is wrong, or the citation means another instrument.",
    Why.UNNAMED: "Add the instrument to docs/records/instruments, or these words to its `cited_as`.",
    Why.NAME_END: "Describe it in docs/records/instruments, with its exact name under `cited_as`.",
    Why.NAME_PAIR: "Describe it in docs/records/instruments, with its name in both languages under `cited_as`.",
    Why.NO_INSTRUMENT: "Add the words between it and its instrument to `links` in docs/records/grammar/pinpoints.yml.",
    Why.UNREGISTERED: "Add its volume and number to `treaty_series` of the treaty's record.",
    Why.UNKNOWN_BODY: "Add the body to docs/records/bodies.",
    Why.NO_BODY: "Add the body to docs/records/bodies, or correct the form of its numbers there.",
}
UNREAD = (Why.UNNAMED, Why.NAME_END, Why.NAME_PAIR, Why.NO_INSTRUMENT, Why.NO_NUMBER)
_ELSE = "Give it a record, or its body another name, if what is meant is certain; else leave it as it is."


def of(mention: Mention, records: Records, own: datetime.date, path: str, line: int) -> Iterator[Problem]:
    """Why it has no target, or a date that its record does not give."""
    if mention.open:
        unread = mention.open.why in UNREAD
        code = FUTURE if mention.open.why is Why.FUTURE else "citation-unnamed" if unread else "citation-open"
        what = f"It is not certain what is cited: {mention.wording}: {mention.open}."
        if mention.open.why is Why.FUTURE:
            what = f"The text is of {own} and would cite {mention.wording}: {mention.open}."
        yield Problem(path, line, code, what, _TODO.get(mention.open.why, _ELSE), Severity.DOUBT)
    filed = records.instruments.get(mention.target or "") or records.held.get(mention.target or "")
    if filed and mention.date and filed.record.date and mention.date != filed.record.date:
        yield Problem(
            path,
            line,
            "citation-date",
            f"The text dates {mention.wording} {mention.date}; its record says {filed.record.date}.",
            f"Correct the date in {filed.path}; if the source itself errs, say so in the record's comment.",
            Severity.DOUBT,
        )


def unknown(found: Mapping[tuple[str, str], Sequence[Mention]], text: HeldText) -> Iterator[Problem]:
    """Each instrument without a record once, where the text first cites it."""
    told: set[str] = set()
    for (place, language), mentions in found.items():
        for mention in mentions:
            if mention.target and mention.target not in told:
                told.add(mention.target)
                yield Problem(
                    text.sources[language],
                    line(text, place, language, mention),
                    "citation-unknown",
                    f"The text cites {mention.name.shown if mention.name else mention.wording}, which has no record.",
                    f"Add docs/records/instruments/{mention.target}.yml (copy one of the same kind)"
                    + (", with these words under `cited_as`; " if mention.name else "; ")
                    + "until then its page says only what the texts say.",
                    Severity.DOUBT,
                )


def dates(one: Undescribed, texts: Mapping[str, HeldText]) -> Iterator[Problem]:
    """An instrument without a record that the texts date in more than one way."""
    if len(one.dates) > 1:
        last = next(saying for saying in one.sayings if saying.date == one.dates[-1])
        text = texts[last.text]
        yield Problem(
            text.sources[last.language],
            line(text, last.place, last.language),
            "citation-date",
            f"{one.id} is dated {' and '.join(map(str, one.dates))}; its page shows both.",
            f"See which is right and say so in docs/records/instruments/{one.id}.yml.",
            Severity.DOUBT,
        )


def former(records: Records, unknown: Container[str]) -> Iterator[Problem]:
    """A record that says it was once known under an id under which texts still cite something else."""
    for key, filed in (*records.instruments.items(), *records.held.items()):
        for index, old in enumerate(filed.record.formerly):
            if old in unknown:
                yield Problem(
                    filed.path,
                    filed.document.line("formerly", index),
                    "formerly-there",
                    f"{old} still has a page of its own, for texts cite it by words that {key} does not have.",
                    "Add these words, as its page shows them, to `cited_as`.",
                )


def line(text: HeldText, place: str, language: str, mention: Mention | None = None) -> int:
    """Where in its file a place begins, or a mention in it stands."""
    unit = text.unit(place)
    if unit is None:
        return text.mastheads[language][0].line if text.mastheads[language] else 0
    version = unit.texts[language]
    passage = next((n.passage for n in version.notes if mention and n.number == mention.note), version.passage)
    return passage.line_at(mention.start) if mention else passage.line
