"""The proof of a restored text: the damaged file is rebuilt byte for byte from what is printed, each glyph graded.

In: the folder of a text. Out: a `Proof`: figures, and per line every glyph with its place in the file, the rule it was
changed by, how many places witness that rule, and what else the same characters would allow. Nothing is typed by hand
here; whatever does not hold is a `Problem`.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from ..problems import Problem
from .decisions import Decision
from .evidence import Evidence, Grade, evidence
from .failures import differs
from .layers import DECISIONS, RESIDUE, RUNS, Layers, load
from .layout import Layout, Plan, arrange, plan
from .printing import Stuck, derive, print_line, slots
from .residue import BROKEN, Residue
from .rules import is_proved
from .seal import recorded, seal_problem
from .words import Word, is_spelled, words


@dataclass(frozen=True)
class LineProof:
    """One line: as the file has it, as it is read, its runs in the order of the file, its glyphs in reading order."""

    number: int
    witness: str
    reading: str
    runs: tuple[str, ...]
    order: tuple[int, ...]
    irregular: bool
    evidence: tuple[Evidence, ...]
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class Figures:
    """`grades` counts letters and vowel marks, `witnesses` the places of each rule.

    `surplus`: blanks that answer to nothing; `broken` of them within a stretch. `unused`: rules that nothing needs.
    """

    lines: int
    runs: int
    irregular: int
    surplus: int
    broken: int
    rules: int
    glyphs: int
    grades: Mapping[Grade, int]
    witnesses: Mapping[str, int]
    unused: tuple[str, ...]


@dataclass(frozen=True)
class Proof:
    """`holds` if the file was rebuilt byte for byte and nothing else is wrong."""

    folder: str
    sha256: str
    rebuilt: bool
    figures: Figures
    lines: tuple[LineProof, ...]
    decisions: tuple[Decision, ...]
    problems: tuple[Problem, ...]

    @property
    def holds(self) -> bool:
        return self.rebuilt and not self.problems

    def line(self, number: int) -> LineProof:
        return self.lines[number - 1]


def prove(folder: Path) -> Proof:
    """The proof of the text in `folder`, and whether its seal is whole, if it has one; needs no lexicon."""
    layers = load(folder)
    proof, record = prove_layers(layers), recorded(folder)
    broken = seal_problem(layers, record) if record is not None else None
    return replace(proof, problems=(*proof.problems, broken)) if broken else proof


def prove_layers(layers: Layers) -> Proof:
    """As `prove`, for layers at hand, a corrected reading, say; the seal is not looked at."""
    problems = list(layers.problems)
    digest = hashlib.sha256(layers.witness).hexdigest()
    if digest != layers.sha256:
        what = f"The witness has the SHA-256 {digest}, not the one that instrument.yml names."
        problems.append(Problem(layers.witness_path, 0, "witness-hash", what, "Put the file back as received."))
    reading, witness = layers.reading.split("\n"), layers.witness.decode(errors="replace").split("\n")
    if len(reading) != len(witness):
        what = f"The reading has {len(reading)} lines, the witness {len(witness)}."
        problems.append(Problem(layers.reading_path, 0, "proof-lines", what, "Line n must answer to line n."))
    beyond = "The residue speaks of line {}, but the reading has the lines 1 to {}."
    problems += [
        _residue_problem(layers, line, beyond.format(line, len(reading)))
        for line in sorted(layers.residues)
        if not 1 <= line <= len(reading)
    ]
    plans = [plan(line, number, layers.runs) for number, line in enumerate(reading, 1)]
    layouts = [arrange(each) for each in plans]
    printed, built = [], []
    for layout, line in zip(layouts, reading, strict=True):
        given = layers.residues.get(layout.line, Residue())
        text, glyphs = print_line(layout, layers.rules, given)
        built.append(text)
        printed.append(glyphs)
        raw = witness[layout.line - 1] if layout.line <= len(witness) else ""
        problems += _line_problems(layers, layout, line, text, raw)
    for each in plans:
        problems += _spelling(layers, tuple(words(each)))
    rebuilt = "\n".join(built).encode() == layers.witness
    counts = Counter(p.rule.id for line in printed for p in line if p.rule)
    graded = [
        evidence(layers.rules, line, tuple(words(each)), counts) for each, line in zip(plans, printed, strict=True)
    ]
    lines = tuple(
        LineProof(
            layout.line,
            witness[layout.line - 1] if layout.line <= len(witness) else "",
            text,
            tuple(run.text for run in layout.runs),
            tuple(run.number for run in layout.runs),
            layout.irregular,
            found,
            tuple(decision for decision in layers.decisions if layout.line in decision.lines),
        )
        for layout, text, found in zip(layouts, reading, graded, strict=True)
    )
    problems += _decision_problems(layers, plans)
    figures = _figures(layers, layouts, graded, counts)
    return Proof(layers.folder.as_posix(), digest, rebuilt, figures, lines, layers.decisions, tuple(problems))


def _line_problems(layers: Layers, layout: Layout, reading: str, text: str, raw: str) -> list[Problem]:
    runs_path = (layers.folder / RUNS).as_posix()
    problems = [
        Problem(runs_path, 0, "runs", f"Line {layout.line}: {fault}.", "Mend the line's entry.")
        for fault in layout.faults
    ]
    given = layers.residues.get(layout.line, Residue())
    found = derive(layout, layers.rules, raw)
    if text != raw and isinstance(found, Stuck):
        return [*problems, differs(layers.reading_path, layout.line, reading, raw, layers.rules, found)]
    places = {slot.key for slot in slots(layout, layers.rules)}
    if len(given.gaps) > len(layout.runs) + 1 or not set(given.lengths) <= places:
        what = f"Line {layout.line} has a gap or a length where none can stand."
    elif text != raw:
        what = f"Line {layout.line} is rebuilt only with another residue; perhaps the reading was corrected."
    elif found != given:
        what = f"Line {layout.line} is rebuilt, but its residue is not the one that is derived from it."
    else:
        return problems
    return [*problems, _residue_problem(layers, layout.line, what)]


def _residue_problem(layers: Layers, line: int, what: str) -> Problem:
    """A canonical residue is sorted, so that the place of a line in its file is known."""
    at = bisect_left(sorted(layers.residues), line) + 1 if line in layers.residues else 0
    path = (layers.folder / RESIDUE).as_posix()
    return Problem(path, at, "proof-residue", what, "Derive it anew: scripts/prove --derive.")


def _spelling(layers: Layers, found: tuple[Word, ...]) -> list[Problem]:
    return [
        Problem(
            layers.reading_path,
            word.line,
            "proof-spelling",
            f"{word.text!r} in column {word.signs[0].column} is no Arabic spelling.",
            "Teh marbuta and alef maksura end a word; a vowel mark follows a letter.",
        )
        for word in found
        if not is_spelled([sign.text for sign in word.signs])
    ]


def _decision_problems(layers: Layers, plans: list[Plan]) -> list[Problem]:
    """Decisions on words that their line does not have (any more)."""
    path = (layers.folder / DECISIONS).as_posix()
    present = {(each.line, word.bare) for each in plans for word in words(each)}
    return [
        Problem(path, decision.at, "decision-stale", f"Line {line} has no word {decision.word}.", "Take it out.")
        for decision in layers.decisions
        for line in sorted(decision.lines)
        if (line, decision.word) not in present
    ]


def _figures(
    layers: Layers, layouts: list[Layout], graded: list[tuple[Evidence, ...]], counts: Counter[str]
) -> Figures:
    grades = Counter(each.grade for line in graded for each in line if is_proved(each.text))
    broken = sum(kind == BROKEN for found in layers.residues.values() for _, kind in found.lengths)
    return Figures(
        lines=len(layouts),
        runs=sum(len(layout.runs) for layout in layouts),
        irregular=sum(layout.irregular for layout in layouts),
        surplus=broken + sum(_surplus(layout, layers.residues.get(layout.line, Residue())) for layout in layouts),
        broken=broken,
        rules=len(layers.rules.rules),
        glyphs=sum(grades.values()),
        grades={grade: grades[grade] for grade in Grade},
        witnesses={rule.id: counts[rule.id] for rule in layers.rules.rules},
        unused=tuple(rule.id for rule in layers.rules.rules if not counts[rule.id]),
    )


def _surplus(layout: Layout, given: Residue) -> int:
    """Blanks between two runs that follow each other in reading too: such a cut was made for their sake alone."""
    total = 0
    for number, (left, right) in enumerate(pairwise(layout.runs), 1):
        if right.number == left.number + 1:
            apart = right.glyphs[0].column - left.glyphs[-1].column - len(left.glyphs[-1].text)
            total += max(0, given.gap(number) - apart)
    return total
