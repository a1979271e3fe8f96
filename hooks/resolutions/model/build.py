"""Makes held texts of records and files: reads, checks and corrects each language, pairs them, and makes the units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from .. import files
from ..kept import Kept
from ..parse import source as sources
from ..parse import text as texts
from ..parse.values import Parsed
from ..problems import Problem, Severity
from ..records.held import HeldRecord
from ..records.load import Filed, Records
from . import checks, corrections, pairing, units
from .corrections import Corrections
from .text import HeldText

LOOK = "Look whether it is missing in the source, or was not found there."


def build(records: Records, docs: Path, kept: Kept | None = None) -> tuple[tuple[HeldText, ...], tuple[Problem, ...]]:
    """Every held text that can be read, in the order of dates, and what is wrong with any of them."""
    kept = kept or Kept()
    grammar = records.openings, records.shapes, records.pinpoints
    problems: list[Problem] = []
    found = []
    for text_id, filed in records.held.items():
        folder = docs / "texts" / text_id
        rests = (folder, filed, grammar, files.stamps(folder))
        text, wrong = kept.get(("text", text_id), rests, partial(_one, text_id, filed, records, folder))
        problems.extend(wrong)
        if text:
            found.append(text)
    return tuple(sorted(found, key=lambda text: (text.record.date, text.id))), tuple(problems)


@dataclass(frozen=True)
class _Language:
    """One language of a text as it was read. `useless`: decisions of people that do not fit it."""

    path: str
    parsed: Parsed | None
    problems: tuple[Problem, ...]
    useless: tuple[int, ...] = ()


def _one(
    text_id: str, filed: Filed[HeldRecord], records: Records, folder: Path
) -> tuple[HeldText | None, tuple[Problem, ...]]:
    record = filed.record
    decided, problems = corrections.read(folder)
    problems = (*checks.witnesses(filed, folder), *problems)
    if not records.has_grammar:
        return None, problems
    leading_first = sorted(record.languages, key=lambda language: language != record.lead)
    read = {language: _read(language, record, records, folder, decided) for language in leading_first}
    problems += tuple(problem for one in read.values() for problem in one.problems)
    parsed = {language: one.parsed for language, one in read.items() if one.parsed}
    if len(parsed) < len(read):
        return None, problems
    aligned, unfit, found = corrections.alignments(decided, parsed)
    problems += found
    files = {language: one.path for language, one in read.items()}
    matches, found = pairing.pair(parsed, files, aligned)
    problems += found
    useless = {*unfit, *(index for one in read.values() for index in one.useless)}
    text, found = _assembled(text_id, filed, parsed, files, matches, records)
    return replace(text, corrections=decided.without(useless).records), (*problems, *found)


def _read(language: str, record: HeldRecord, records: Records, folder: Path, decided: Corrections) -> _Language:
    """Read, corrected and checked."""
    assert records.openings and records.shapes
    reading, counts = record.readings[language], record.counts.of(language)
    source, problems = sources.read(folder / reading.file, reading.lines)
    if not source.lines:
        return _Language(source.path, None, problems)
    parsed, found = texts.parse(source, record.titles[language], records.openings[language], records.shapes[language])
    problems += tuple(problem for problem in found if not corrections.settled(decided, problem, language))
    parsed, useless, found = corrections.footnotes(decided, parsed, language)
    problems += found
    problems += (
        *checks.numbering(parsed, source.path, counts),
        *checks.footnotes(parsed, source.path, counts),
        *checks.script(parsed, source.path, language),
    )
    return _Language(source.path, parsed, problems, useless)


def _assembled(
    text_id: str,
    filed: Filed[HeldRecord],
    parsed: Mapping[str, Parsed],
    files: Mapping[str, str],
    matches: Sequence[pairing.Match],
    records: Records,
) -> tuple[HeldText, tuple[Problem, ...]]:
    """All units of the text, in the order in which footnotes are called."""
    makers = {language: units.Maker(one) for language, one in parsed.items()}
    titles = {language: maker.version([maker.parsed.title]) for language, maker in makers.items()}
    chapeaus = {language: maker.version([maker.parsed.chapeau]) for language, maker in makers.items()}
    clauses = units.clauses(matches, makers)
    sections, alone = units.sections(makers, clauses)
    text = HeldText(
        text_id,
        filed.record,
        filed.path,
        {language: one.masthead for language, one in parsed.items()},
        titles,
        chapeaus,
        clauses,
        files,
        sections,
        {one: maker.version(maker.parsed.closing) for one, maker in makers.items() if maker.parsed.closing},
        units.annexes(makers, records.pinpoints),
    )
    stars = {
        language: maker.uncalled_stars(unit.texts[language] for unit in text.units() if language in unit.texts)
        for language, maker in makers.items()
    }
    return replace(text, stars=stars), tuple(_alone(text, alone, files))


def _alone(text: HeldText, headings: Sequence[tuple[str, int, int]], files: Mapping[str, str]) -> Iterator[Problem]:
    """Headings and annexes that one language has and the other has not."""
    for language, number, line in headings:
        what = f"The heading sec-{number} stands in one language only."
        yield Problem(files[language], line, "section-unpaired", what, LOOK, Severity.DOUBT)
    for annex in text.annexes:
        missing = [language for language in files if language not in annex.heading.texts]
        for language in missing:
            what = f"The other language has {annex.id}; this one has no annex that answers it."
            yield Problem(files[language], 0, "annex-unpaired", what, LOOK, Severity.DOUBT)
