"""Makes held texts of records and files, and checks that the two languages and the record agree in number."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..parse import source as sources
from ..parse import text as texts
from ..parse.values import Parsed, ParsedClause, Part, Passage
from ..problems import Problem
from ..records.load import Filed, Records
from ..records.schema import Counts, HeldRecord
from .text import LANGUAGES, Clause, ClauseText, HeldText, Note

SCRIPTS = {"ar": "ARABIC", "en": "LATIN"}
FOREIGN_SHARE = 0.5  # a clause whose letters are mostly of the other script stands in the wrong file or column


def build(records: Records, docs: Path) -> tuple[tuple[HeldText, ...], tuple[Problem, ...]]:
    """Every held text that can be read, in the order of dates, and what is wrong with any of them."""
    problems: list[Problem] = []
    found = []
    for text_id, filed in records.held.items():
        text, wrong = _one(text_id, filed, records, docs / "texts" / text_id)
        problems.extend(wrong)
        if text:
            found.append(text)
    return tuple(sorted(found, key=lambda text: (text.record.date, text.id))), tuple(problems)


def _one(
    text_id: str, filed: Filed[HeldRecord], records: Records, folder: Path
) -> tuple[HeldText | None, tuple[Problem, ...]]:
    record, problems = filed.record, list(_witnesses(filed, folder))
    if records.openings is None or records.shapes is None:
        return None, tuple(problems)
    parsed: dict[str, Parsed] = {}
    files: dict[str, str] = {}
    for language in record.languages:
        reading = record.readings[language]
        source, wrong = sources.read(folder / reading.file, reading.lines)
        problems.extend(wrong)
        files[language] = source.path
        if not source.lines:
            continue
        parsed[language], wrong = texts.parse(
            source, record.titles[language], records.openings[language], records.shapes[language]
        )
        problems.extend(wrong)
        problems.extend(_numbering(parsed[language], source.path, record.counts.of(language)))
        problems.extend(_script(parsed[language], source.path, language))
    if len(parsed) < len(record.languages):
        return None, tuple(problems)
    clauses, wrong = _pair(parsed, files)
    return HeldText(
        text_id,
        record,
        filed.path,
        {language: one.masthead for language, one in parsed.items()},
        {language: one.title for language, one in parsed.items()},
        {language: one.chapeau for language, one in parsed.items()},
        clauses,
        files,
    ), (*problems, *wrong)


def _witnesses(filed: Filed[HeldRecord], folder: Path) -> Iterator[Problem]:
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
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
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


def _numbering(parsed: Parsed, path: str, counts: Counts) -> Iterator[Problem]:
    """Each number once, from 1 on without a gap, as many as the record says; each footnote called once and present."""
    for part, wanted in ((Part.PREAMBULAR, counts.preambular or 0), (Part.OPERATIVE, counts.operative or 0)):
        clauses = [clause for clause in parsed.clauses if clause.part is part]
        name = {Part.PREAMBULAR: "Preambular", Part.OPERATIVE: "Operative"}[part]
        count = Counter(clause.number for clause in clauses)
        for clause in clauses:
            if count[clause.number] > 1:
                yield Problem(
                    path,
                    clause.passage.line,
                    "clause-twice",
                    f"{name} paragraph {clause.number} is here {count[clause.number]} times.",
                    "Correct the number, or delete the paragraph that does not belong here.",
                )
        for number in range(1, max([wanted, *count]) + 1):
            if number not in count:
                after = max((c for c in clauses if c.number < number), key=lambda c: c.number, default=None)
                yield Problem(
                    path,
                    after.passage.line if after else 0,
                    "clause-missing",
                    f"{name} paragraph {number} is missing.",
                    "Find it in the source; does its opening phrase or number stand as the parser expects?",
                )
        if len(clauses) > wanted and max(count) > wanted:
            yield Problem(
                path,
                clauses[-1].passage.line,
                "clause-surplus",
                f"There are {len(clauses)} {name.lower()} paragraphs; the record says {wanted}.",
                "Correct `counts` in instrument.yml, or the text.",
            )
    called = [mark for clause in parsed.clauses for mark in clause.passage.marks]
    for number, times in Counter(mark.number for mark in called).items():
        if times > 1:
            line = next(mark.line for mark in called if mark.number == number)
            yield Problem(
                path, line, "note-called-twice", f"Footnote {number} is called {times} times.", "Correct the marks."
            )
    for number in sorted({*parsed.notes} - {mark.number for mark in called}):
        yield Problem(
            path,
            parsed.notes[number].line,
            "note-uncalled",
            f"Footnote {number} is called by no clause.",
            f"Put its mark, ({number}), where it belongs.",
        )
    if len(parsed.notes) != counts.footnotes:
        yield Problem(
            path,
            0,
            "note-count",
            f"There are {len(parsed.notes)} footnotes; the record says {counts.footnotes}.",
            "Correct `counts` in instrument.yml, or the text.",
        )


def _script(parsed: Parsed, path: str, language: str) -> Iterator[Problem]:
    passages = [parsed.title, parsed.chapeau, *(clause.passage for clause in parsed.clauses)]
    for passage in passages:
        strange = sorted({c for c in passage.text if _is_strange(c)})
        if strange:
            names = ", ".join(f"U+{ord(c):04X} {unicodedata.name(c, '')}" for c in strange)
            yield Problem(
                path,
                passage.line,
                "letter-strange",
                f"The paragraph holds letters that only look like Arabic or Latin ones: {names}.",
                "Write the plain letters; in a damaged source this belongs in a restored reading.",
            )
        letters = [unicodedata.name(c, "").split(" ")[0] for c in passage.text if c.isalpha()]
        own = letters.count(SCRIPTS[language])
        if letters and own / len(letters) < FOREIGN_SHARE:
            yield Problem(
                path,
                passage.line,
                "script-wrong",
                f"This should be {'Arabic' if language == 'ar' else 'English'}: {passage.text[:50]!r}.",
                "Put each language into its own file, or correct `lines` and `file` in instrument.yml.",
            )


def _is_strange(character: str) -> bool:
    """Letters of a third script, and Arabic presentation forms, which no search finds."""
    if not character.isalpha():
        return False
    name = unicodedata.name(character, "")
    return not name.startswith(("ARABIC LETTER", "ARABIC TATWEEL", "LATIN")) or "FORM" in name.split(" ")


def _pair(parsed: Mapping[str, Parsed], files: Mapping[str, str]) -> tuple[tuple[Clause, ...], tuple[Problem, ...]]:
    """Clauses of the same part and number belong together. One without counterpart is a problem, not a page."""
    problems = []
    by_key: dict[tuple[Part, int], dict[str, ClauseText]] = {}
    for language, one in parsed.items():
        for clause in one.clauses:
            by_key.setdefault((clause.part, clause.number), {})[language] = _clause_text(clause, one.notes)
    clauses = []
    for (part, number), versions in by_key.items():
        if len(versions) == len(parsed):
            clauses.append(Clause(part, number, versions))
            continue
        (language,) = versions
        other = next(one for one in LANGUAGES if one != language)
        problems.append(
            Problem(
                files[language],
                versions[language].passage.line,
                "clause-unpaired",
                f"{part.value.upper()}{number} has no counterpart in {Path(files[other]).name}.",
                "Find it there; a clause is published when it stands in both languages.",
            )
        )
    order = list(Part)
    return tuple(sorted(clauses, key=lambda c: (order.index(c.part), c.number))), tuple(problems)


def _clause_text(clause: ParsedClause, notes: Mapping[int, Passage]) -> ClauseText:
    called = tuple(Note(mark.number, notes[mark.number]) for mark in clause.passage.marks if mark.number in notes)
    return ClauseText(clause.passage, clause.opening, called)
