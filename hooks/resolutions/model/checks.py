"""What must hold of a text before it is published: witnesses unchanged, numbers without a gap, notes called, scripts.

In: a record, its folder, a parsed language. Out: problems with file and line.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from .. import files
from ..parse.values import Parsed, ParsedClause, Part, Passage
from ..problems import Problem, Severity
from ..records.held import Counts, HeldRecord
from ..records.load import Filed

SCRIPTS = {"ar": "ARABIC", "en": "LATIN"}
LABEL = 40  # letters: so short a heading or closing line may well be a symbol or a label
FOREIGN_SHARE = 0.5  # a clause whose letters are mostly of the other script stands in the wrong file or column


def witnesses(filed: Filed[HeldRecord], folder: Path) -> Iterator[Problem]:
    """A witness is never edited: its SHA-256 is that of the record, and each reading's witness is in the record."""
    known = {witness.file for witness in filed.record.witnesses}
    for index, witness in enumerate(filed.record.witnesses):
        path = folder / witness.file
        if not path.is_file():
            yield Problem(
                filed.path,
                filed.document.line("witnesses", index, "file"),
                "witness-missing",
                f"The witness {witness.file} is not in the folder.",
                "Put the file there exactly as received, or correct its name.",
            )
            continue
        content, problem = files.read(path, files.WITNESS)
        if content is None:
            yield from (problem,) if problem else ()
            continue
        digest = hashlib.sha256(content).hexdigest()
        if digest != witness.sha256:
            yield Problem(
                path.as_posix(),
                0,
                "witness-changed",
                f"The witness is not the file that was received: its SHA-256 is {digest}.",
                "Restore it from git. A witness is never edited; corrections belong in a reading.",
            )
    for language in filed.record.languages:
        named = filed.record.readings[language].witness
        if named and named not in known:
            yield Problem(
                filed.path,
                filed.document.line("readings", language, "witness"),
                "witness-unknown",
                f"The reading names the witness {named}, which `witnesses` does not list.",
                "Add it to `witnesses` with its SHA-256, or correct the name.",
            )


def numbering(parsed: Parsed, path: str, counts: Counts) -> Iterator[Problem]:
    """Each number once, from 1 on without a gap, or anew in each section; as many as the record says."""
    for part, wanted in ((Part.PREAMBULAR, counts.preambular or 0), (Part.OPERATIVE, counts.operative or 0)):
        clauses = [clause for clause in parsed.clauses if clause.part is part]
        name = {Part.PREAMBULAR: "Preambular", Part.OPERATIVE: "Operative"}[part]
        runs = [[one for one in clauses if one.section == section] for section in sorted({c.section for c in clauses})]
        for run in runs or [[]]:
            least = max(wanted - sum(bool(one.between) for one in run), 0) if len(runs) < 2 else 0
            yield from _in_order(
                run, least, name + (f" (section {run[0].section})" if least == 0 and run else ""), path
            )
        if len(runs) > 1 and len(clauses) != wanted:
            what = (
                f"There are {len(clauses)} {name.lower()} paragraphs in {len(runs)} sections; the record says {wanted}."
            )
            yield Problem(path, 0, "clause-count", what, "Correct `counts` in instrument.yml, or the text.")
        highest = max((clause.number for clause in clauses), default=0)
        if len(runs) < 2 and len(clauses) > wanted and (highest > wanted or any(one.between for one in clauses)):
            yield Problem(
                path,
                clauses[-1].passage.line,
                "clause-surplus",
                f"There are {len(clauses)} {name.lower()} paragraphs; the record says {wanted}.",
                "Correct `counts` in instrument.yml, or the text.",
            )


def _in_order(clauses: list[ParsedClause], least: int, name: str, path: str) -> Iterator[Problem]:
    """The numbers of one run: each once, none missing up to the highest, or to `least`.

    Where all that the record counts are there, the source itself passes over a number; that stops nothing.
    """
    plain = [clause for clause in clauses if not clause.between]
    severity = Severity.DOUBT if least and len(plain) == least else Severity.ERROR
    count = Counter(clause.number for clause in plain)
    twice = {one for one, times in Counter(clause.id for clause in clauses).items() if times > 1}
    for clause in clauses:
        if clause.id in twice:
            yield Problem(
                path,
                clause.passage.line,
                "clause-twice",
                f"{name} paragraph {_number(clause)} is here {sum(one.id == clause.id for one in clauses)} times.",
                "Correct the number, or delete the paragraph that does not belong here.",
            )
    for number in range(1, max([least, *count]) + 1):
        if number not in count:
            after = max((c for c in clauses if c.number < number), key=lambda c: c.number, default=None)
            yield Problem(
                path,
                after.passage.line if after else 0,
                "clause-missing",
                f"{name} paragraph {number} is missing.",
                "Find it in the source; does its opening phrase or number stand as the parser expects?",
                severity,
            )


def _number(clause: ParsedClause) -> str:
    return f"{clause.number} {clause.between}".strip()


def footnotes(parsed: Parsed, path: str, counts: Counts) -> Iterator[Problem]:
    """Each footnote called and present. One that is called twice is lawful, unless another one lacks its mark."""
    called = [mark for passage in _passages(parsed) for mark in passage.marks]
    uncalled = sorted({*parsed.notes} - {mark.number for mark in called})
    for number, times in Counter(mark.number for mark in called).items():
        if times > 1 and uncalled:
            line = next(mark.line for mark in called if mark.number == number)
            what = f"Footnote {number} is called {times} times, and footnote {uncalled[0]} by nothing."
            yield Problem(path, line, "note-called-twice", what, "Correct the marks.", Severity.WARNING)
    for number in uncalled:
        yield Problem(
            path,
            parsed.notes[number].line,
            "note-uncalled",
            f"Footnote {number} is called by no clause.",
            f"Put its mark, ({number}), where it belongs; in a source as received, say so in corrections.yml.",
        )
    if len(parsed.notes) != counts.footnotes:
        yield Problem(
            path,
            0,
            "note-count",
            f"There are {len(parsed.notes)} footnotes; the record says {counts.footnotes}.",
            "Correct `counts` in instrument.yml, or the text.",
        )


def _passages(parsed: Parsed) -> Iterator[Passage]:
    """Everything that may call a footnote."""
    yield from _main(parsed)
    yield from _rest(parsed)


def _main(parsed: Parsed) -> Iterator[Passage]:
    yield from (parsed.title, parsed.chapeau)
    yield from (one.passage for one in parsed.clauses)


def _rest(parsed: Parsed) -> Iterator[Passage]:
    """Headings, closing lines, annexes: they hold labels, names and formulas, so that much in them is only doubtful."""
    yield from (one.passage for one in parsed.sections)
    yield from parsed.closing
    for annex in parsed.annexes:
        yield annex.heading
        yield from (one.passage for one in annex.paragraphs)


def script(parsed: Parsed, path: str, language: str) -> Iterator[Problem]:
    """Only letters of the language's own script, but for names and symbols."""
    yield from (problem for passage in _main(parsed) for problem in _letters(passage, path, language, Severity.ERROR))
    for passage in _rest(parsed):
        if sum(letter.isalpha() for letter in passage.text) > LABEL:
            yield from _letters(passage, path, language, Severity.DOUBT)


def _letters(passage: Passage, path: str, language: str, weight: Severity) -> Iterator[Problem]:
    characters = set(passage.text)
    strange = sorted(c for c in characters if _is_strange(c))
    if strange:
        names = ", ".join(f"U+{ord(c):04X} {unicodedata.name(c, '')}" for c in strange)
        yield Problem(
            path,
            passage.line,
            "letter-strange",
            f"The paragraph holds letters that only look like Arabic or Latin ones: {names}.",
            "Write the plain letters; in a damaged source this belongs in a restored reading.",
            weight,
        )
    if {_script(c) for c in characters} <= {SCRIPTS[language], ""}:  # as almost always
        return
    scripts: Counter[str] = Counter()
    for character, times in Counter(passage.text).items():
        scripts[_script(character)] += times
    letters = scripts.total() - scripts[""]
    if letters and scripts[SCRIPTS[language]] / letters < FOREIGN_SHARE:
        yield Problem(
            path,
            passage.line,
            "script-wrong",
            f"This should be {'Arabic' if language == 'ar' else 'English'}: {passage.text[:50]!r}.",
            "Put each language into its own file, or correct `lines` and `file` in instrument.yml.",
            weight,
        )


@cache
def _script(character: str) -> str:
    """ "ARABIC", "LATIN"…; "" for what is no letter."""
    return (unicodedata.name(character, "").split(" ")[0] or "?") if character.isalpha() else ""


@cache
def _is_strange(character: str) -> bool:
    """Letters of a third script, Arabic presentation forms, which no search finds, and doubles of Latin letters."""
    name = unicodedata.name(character, "")
    if "ROMAN NUMERAL" in name:
        return True
    if not character.isalpha():
        return False
    if not name.startswith(("ARABIC LETTER", "ARABIC TATWEEL", "LATIN")) or "FORM" in name.split(" "):
        return True
    return "SMALL CAPITAL" in name or character in "\u0251\u0261"  # phonetic c, a and g
