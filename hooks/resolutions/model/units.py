"""Makes units of what was parsed: clauses of the paragraphs that belong together, sections, annexes, closing lines.

In: parsed texts by language (the leading one first) and the matches between their paragraphs. Out: the values of
`text`. Where a clause has several paragraphs in one language, their texts stand one below the other, joined by a line
break, and each keeps its own number.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..folding import folded
from ..parse import values
from ..parse.values import AnnexParagraph, NoteMark, Parsed, ParsedClause, Passage, StarNote, SubParagraph
from ..records.grammar import PinpointGrammar
from . import alignment
from .pairing import Match
from .text import Annex, Clause, ClauseText, Note, Paragraph, Section, Unit

JOINT = "\n"


@dataclass
class Maker:
    """Makes the units of one language, and counts how often each footnote was called."""

    parsed: Parsed
    calls: Counter[int] = field(default_factory=Counter)

    def version(
        self,
        passages: Sequence[Passage],
        openings: Iterable[tuple[int, int]] = (),
        subs: tuple[SubParagraph, ...] = (),
        paragraphs: tuple[Paragraph, ...] = (),
    ) -> ClauseText:
        """A unit of one language with the notes that it calls, each once."""
        passage = join(passages)
        notes = []
        for number in dict.fromkeys(mark.number for mark in passage.marks if mark.number in self.parsed.notes):
            self.calls[number] += 1
            notes.append(Note(number, self.parsed.notes[number], self.calls[number]))
        stars = tuple(note for _, sign in passage.stars for note in self.parsed.star_notes if note.label == sign)
        return ClauseText(passage, tuple(openings), tuple(notes), subs, paragraphs, stars)

    def clause(self, found: Sequence[ParsedClause], clause_id: str, *, leads: bool) -> ClauseText:
        """The paragraphs of one clause. Sub-paragraphs get the clause's id, so that both languages have the same."""
        place, openings, subs, paragraphs = 0, [], [], []
        for index, one in enumerate(found):
            end = place + len(one.passage.text)
            openings += [(place + start, place + stop) for start, stop in one.opening]
            paragraphs.append(Paragraph(one.id, place, end, one.number, one.numbered, word=one.word))
            own = one.id if leads and index else clause_id if not index else f"{clause_id}-{index + 1}"
            subs += [_moved(sub, place, one.id, own) for sub in one.subs]
            place = end + len(JOINT)
        return self.version([one.passage for one in found], openings, tuple(subs), tuple(paragraphs))

    def uncalled_stars(self, units: Iterable[ClauseText]) -> tuple[StarNote, ...]:
        called = {note.label for unit in units for note in unit.stars}
        return tuple(note for note in self.parsed.star_notes if note.label not in called)


def join(passages: Sequence[Passage]) -> Passage:
    """One passage below the other."""
    if len(passages) == 1:
        return passages[0]
    place, whole = 0, Passage("")
    for one in passages:
        whole = Passage(
            f"{whole.text}{JOINT if place else ''}{one.text}",
            (*whole.origins, *(replace(each, at=each.at + place) for each in one.origins)),
            (*whole.emphases, *((start + place, end + place) for start, end in one.emphases)),
            (*whole.marks, *(NoteMark(mark.at + place, mark.number, mark.line) for mark in one.marks)),
            (*whole.stars, *((at + place, sign) for at, sign in one.stars)),
        )
        place = len(whole.text) + len(JOINT)
    return whole


def _moved(sub: SubParagraph, by: int, old: str, new: str) -> SubParagraph:
    return SubParagraph(
        new + sub.id.removeprefix(old),
        sub.label,
        sub.start + by,
        sub.end + by,
        tuple(_moved(one, by, old, new) for one in sub.subs),
    )


def clauses(matches: Sequence[Match], makers: Mapping[str, Maker]) -> tuple[Clause, ...]:
    """One clause for each match. Where two bear one number, which is an error told elsewhere, the first stays."""
    lead = next(iter(makers))
    found: dict[str, Clause] = {}
    for match in matches:
        own = lead if lead in match.texts else next(iter(match.texts))
        first = match.texts[own][0]
        bare = Clause(
            first.part,
            first.number,
            {},
            first.section,
            first.numbered,
            _labels(match, makers) if first.section else {},
            own if own != lead else "",
            match.sure,
            first.between,
            {
                language: one.word
                for language, (one, *_) in match.texts.items()
                if one.word and one.between == first.between
            },
        )
        if bare.id not in found:
            texts = {
                language: makers[language].clause(match.texts[language], bare.id, leads=language == lead)
                for language in makers
                if language in match.texts
            }
            found[bare.id] = replace(bare, texts=texts)
    return tuple(found.values())


def _labels(match: Match, makers: Mapping[str, Maker]) -> dict[str, str]:
    """What the heading of the clause's section is labelled in each language: "II", «ثانيا»."""
    labels = {}
    section = next(iter(match.texts.values()))[0].section
    for language, maker in makers.items():
        parsed = maker.parsed
        first = match.texts[language][0] if language in match.texts else None
        index = next(
            (i for i, one in enumerate(parsed.clauses) if one is first or (not first and one.section == section)), -1
        )
        above = [one for one in parsed.sections if one.before <= index and one.label]
        if above:
            labels[language] = above[-1].label
    return labels


def sections(
    makers: Mapping[str, Maker], found: Sequence[Clause]
) -> tuple[tuple[Section, ...], tuple[tuple[str, int, int], ...]]:
    """Headings by their order if the languages have as many, else by the clause below; then the lines of the others.

    The second value holds for each heading that stands alone its language, its number and its line.
    """
    lead, *others = makers
    below = {
        language: [_below(language, one, makers, found) for one in maker.parsed.sections]
        for language, maker in makers.items()
    }
    rows: list[dict[str, int]] = [{lead: index} for index in range(len(below[lead]))]
    for language in others:
        same = len(below[language]) == len(below[lead])
        free = list(range(len(below[lead])))
        for index, before in enumerate(below[language]):
            partner = index if same else next((i for i in free if below[lead][i] == before), None)
            if partner is None:
                rows.append({language: index})
            else:
                free.remove(partner)
                rows[partner][language] = index
    rows.sort(key=lambda row: min(below[language][index] for language, index in row.items()))
    made, alone = [], []
    for number, row in enumerate(rows, 1):
        parts = {language: makers[language].parsed.sections[index] for language, index in row.items()}
        if len(parts) < len(makers):
            ((language, part),) = parts.items()
            alone.append((language, number, part.passage.line))
        before = next(below[language][index] for language, index in row.items())
        texts = {one: makers[one].version([parts[one].passage]) for one in makers if one in parts}
        made.append(Section(f"sec-{number}", texts, before, {one: part.label for one, part in parts.items()}))
    return tuple(made), tuple(alone)


def _below(language: str, section: values.Section, makers: Mapping[str, Maker], found: Sequence[Clause]) -> int:
    """The index of the clause that holds the first paragraph below the heading."""
    parsed = makers[language].parsed.clauses
    if section.before >= len(parsed):
        return len(found)
    wanted = parsed[section.before].id
    return next(
        (
            index
            for index, clause in enumerate(found)
            if language in clause.texts and any(one.id == wanted for one in clause.texts[language].paragraphs)
        ),
        len(found),
    )


def annexes(makers: Mapping[str, Maker], grammar: PinpointGrammar | None) -> tuple[Annex, ...]:
    """Annexes by the number in their heading, or else by their order; their paragraphs by label, or by content."""
    keys = {language: _numbers(maker.parsed.annexes, grammar) for language, maker in makers.items()}
    made = []
    for number, key in enumerate(sorted({key for found in keys.values() for key in found}), 1):
        parts = {
            language: makers[language].parsed.annexes[keys[language].index(key)]
            for language in makers
            if key in keys[language]
        }
        name = f"annex-{number}"
        heading = Unit(name, {one: makers[one].version([part.heading]) for one, part in parts.items()})
        made.append(Annex(number, heading, tuple(_rows(name, parts, makers))))
    return tuple(made)


def _numbers(found: Sequence[values.Annex], grammar: PinpointGrammar | None) -> list[int]:
    """The numbers of annexes as their headings give them; their order if a heading gives none, or two the same."""
    numbers = [_number(one.heading.text, grammar) for one in found]
    told = [number for number in numbers if number]
    if len(told) == len(found) and len(set(told)) == len(told):
        return told
    return list(range(1, len(found) + 1))


def _number(heading: str, grammar: PinpointGrammar | None) -> int:
    last = folded(heading).split()[-1:]
    if not last:
        return 0
    if last[0].isdigit():
        return int(last[0])
    for number, ordinal in enumerate(grammar.ordinals if grammar else (), 1):
        if last[0] in {folded(word) for word in (ordinal.roman, ordinal.en, *ordinal.ar)}:
            return number
    return 0


def _rows(name: str, parts: Mapping[str, values.Annex], makers: Mapping[str, Maker]) -> Iterable[Unit]:
    if len(parts) == 1:
        ((language, part),) = parts.items()
        groups = [{language: (one,)} for one in part.paragraphs]
    else:
        (lead, first), (other, second) = parts.items()
        same = [_label(one) for one in first.paragraphs] == [_label(one) for one in second.paragraphs]
        measures = tuple(
            [alignment.measure(one.passage.text, 0, _figure(one)) for one in each.paragraphs]
            for each in (first, second)
        )
        spans = (
            [alignment.Group((i, i + 1), (i, i + 1)) for i in range(len(first.paragraphs))]
            if same
            else alignment.align(*measures, alignment.ratio(*measures))
        )
        groups = [
            {lead: first.paragraphs[slice(*one.first)], other: second.paragraphs[slice(*one.second)]} for one in spans
        ]
    for number, group in enumerate(groups, 1):
        yield Unit(
            f"{name}-p-{number}",
            {
                language: _annexed(makers[language], f"{name}-p-{number}", found)
                for language, found in group.items()
                if found
            },
        )


def _annexed(maker: Maker, name: str, found: Sequence[AnnexParagraph]) -> ClauseText:
    place, paragraphs = 0, []
    for one in found:
        end = place + len(one.passage.text)
        paragraphs.append(Paragraph(name, place, end, _figure(one), bool(one.label), one.label))
        place = end + len(JOINT)
    return maker.version([one.passage for one in found], paragraphs=tuple(paragraphs))


def _label(paragraph: AnnexParagraph) -> str:
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in paragraph.label)


def _figure(paragraph: AnnexParagraph) -> int:
    found = re.fullmatch(r"\d+", _label(paragraph))
    return int(found[0]) if found else 0
