"""Which paragraphs of the two languages are one clause.

In: the parsed clauses of each language, in the order of the text, and what people decided. Out: `Match` values in
order, and doubts with the line to look at. Structure comes first: the same part, the same section, the same number.
Only where that does not tell, and to check it, are lengths and figures compared (`alignment`). Nothing is forced:
what is not certain is published as it was found and listed as a doubt, until a person confirms or corrects it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..parse.values import Parsed, ParsedClause, Part
from ..problems import Problem, Severity
from ..records.notes import AlignmentCorrection
from . import alignment
from .alignment import Measure

MARGIN = 1.0  # so much less must another alignment cost than the order of unnumbered paragraphs, to be believed
CONFIRM = "If it is right, confirm it in corrections.yml (kind: alignment); if not, correct it there."


@dataclass(frozen=True)
class Match:
    """What one clause is in each language; `sure`: beyond doubt, or decided by a person."""

    texts: Mapping[str, tuple[ParsedClause, ...]]
    sure: bool = True
    decided: bool = False


@dataclass(frozen=True)
class _Both:
    """The same stretch of both languages, and where it is looked up."""

    languages: tuple[str, str]
    paths: Mapping[str, str]
    ratio: float


def pair(
    parsed: Mapping[str, Parsed], paths: Mapping[str, str], decided: Sequence[AlignmentCorrection] = ()
) -> tuple[tuple[Match, ...], tuple[Problem, ...]]:
    """The clauses of the text. A text in one language has each of its paragraphs for itself."""
    languages = tuple(parsed)
    if len(languages) == 1:
        (language,) = languages
        return tuple(Match({language: (clause,)}) for clause in parsed[language].clauses), ()
    lead, other = languages
    everything = tuple(_measures(parsed[one].clauses) for one in languages)
    both = _Both((lead, other), paths, alignment.ratio(*everything))
    matches: list[Match] = []
    for first, second in _cut(parsed[lead], parsed[other], decided, (lead, other)):
        if isinstance(first, AlignmentCorrection):
            chosen = {
                one: tuple(clause for clause in parsed[one].clauses if clause.id in first[one]) for one in languages
            }
            matches.append(Match({one: found for one, found in chosen.items() if found}, decided=True))
            continue
        for stretch in _stretches(first, second):
            matches += _matched(*stretch, both)
    checked = [_checked(match, both) for match in matches]
    return tuple(match for match, _ in checked), tuple(problem for _, problem in checked if problem)


def _cut(
    first: Parsed, second: Parsed, decided: Sequence[AlignmentCorrection], languages: tuple[str, str]
) -> Iterator[tuple]:
    """What people decided, and the runs of clauses between, as (clauses, clauses) or (the decision, None)."""
    clauses = first.clauses, second.clauses
    places = [{clause.id: index for index, clause in enumerate(found)} for found in clauses]
    done = [0, 0]
    known = []
    for one in decided:
        spans = []
        for side, language in enumerate(languages):
            found = sorted(places[side][each] for each in one[language] if each in places[side])
            spans.append((found[0], found[-1] + 1) if found else None)
        known.append((spans, one))
    known.sort(key=lambda found: next(span[0] for span in found[0] if span))
    for spans, one in known:
        start = [span[0] if span else None for span in spans]
        if start[0] is None:  # only the other language has it: whatever stands before it there answers what is before
            start[0] = min(done[0] + (start[1] or 0) - done[1], len(clauses[0]))
        if start[1] is None:
            start[1] = min(done[1] + (start[0] or 0) - done[0], len(clauses[1]))
        yield clauses[0][done[0] : start[0]], clauses[1][done[1] : start[1]]
        yield one, None
        done = [span[1] if span else start[side] for side, span in enumerate(spans)]
    yield clauses[0][done[0] :], clauses[1][done[1] :]


def _stretches(
    first: Sequence[ParsedClause], second: Sequence[ParsedClause]
) -> Iterator[tuple[Sequence[ParsedClause], Sequence[ParsedClause]]]:
    """Preambles, operative parts and sections of both languages, if they follow each other alike; else all in one."""
    cut = _by_kind(first), _by_kind(second)
    if [kind for kind, _ in cut[0]] == [kind for kind, _ in cut[1]]:
        yield from ((one, other) for (_, one), (_, other) in zip(*cut, strict=True))
    else:
        yield first, second


def _by_kind(clauses: Sequence[ParsedClause]) -> list[tuple[tuple[Part, int], list[ParsedClause]]]:
    found: list[tuple[tuple[Part, int], list[ParsedClause]]] = []
    for clause in clauses:
        kind = (clause.part, clause.section)
        if not found or found[-1][0] != kind:
            found.append((kind, []))
        found[-1][1].append(clause)
    return found


def _matched(first: Sequence[ParsedClause], second: Sequence[ParsedClause], both: _Both) -> Iterator[Match]:
    """Number by number where the numbers are the same; where they are only counted, unless the content says more."""
    lead, other = both.languages
    measures = _measures(first), _measures(second)
    groups = tuple(alignment.Group((i, i + 1), (i, i + 1)) for i in range(len(first)))
    if [one.id for one in first] != [one.id for one in second]:
        groups = alignment.align(*measures, both.ratio)
    elif not all(one.numbered and another.numbered for one, another in zip(first, second, strict=True)):
        by_order = alignment.cost(groups, *measures, both.ratio)
        groups = alignment.align(*measures, both.ratio, by_order - MARGIN) or groups
    for group in groups:
        texts = {lead: tuple(first[slice(*group.first)]), other: tuple(second[slice(*group.second)])}
        yield Match({language: found for language, found in texts.items() if found})


def _measures(clauses: Sequence[ParsedClause]) -> tuple[Measure, ...]:
    return tuple(
        alignment.measure(clause.passage.text, len(clause.subs), clause.id if clause.numbered else "")
        for clause in clauses
    )


def _checked(match: Match, both: _Both) -> tuple[Match, Problem | None]:
    """The match, not sure if something speaks against it, and the doubt."""
    if match.decided:
        return match, None
    if len(match.texts) == 1:
        ((language, found),) = match.texts.items()
        what = f"{_names(found)} of the {_name(language)} text has no counterpart in the other language."
        return replace(match, sure=False), _doubt(match, language, both, "clause-unpaired", what)
    lead, other = both.languages
    first, second = match.texts[lead], match.texts[other]
    if len(first) + len(second) > 2:
        what = (
            f"{_names(first)} of the {_name(lead)} text and {_names(second)} of the {_name(other)} text seem to say "
            "the same in a different number of paragraphs."
        )
        return replace(match, sure=False), _doubt(match, lead, both, "pair-several", what)
    why = alignment.doubt(_measures(first), _measures(second), both.ratio)
    if not why:
        return match, None
    reason = {"figures": "they have no figure in common", "length": "one is much longer than the other"}[why]
    what = (
        f"{_names(first)} of the {_name(lead)} text and {_names(second)} of the {_name(other)} text may not answer "
        f"each other: {reason}."
    )
    return replace(match, sure=False), _doubt(match, lead, both, "pair-unsure", what)


def _doubt(match: Match, language: str, both: _Both, code: str, what: str) -> Problem:
    return Problem(both.paths[language], match.texts[language][0].passage.line, code, what, CONFIRM, Severity.DOUBT)


def _names(clauses: Sequence[ParsedClause]) -> str:
    return " and ".join(clause.id for clause in clauses)


def _name(language: str) -> str:
    return {"en": "English", "ar": "Arabic"}[language]
