"""Received files as a folder of the corpus: `docs/texts/<id>/`.

In: the files with their texts, the records. Out: an `Intake`: the content of each file of the folder, what was
understood and what is doubtful; or problems, and no folder. Files of one text in two
languages go together by their symbol.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from ..parse import text as texts
from ..parse.source import Line, Source
from ..parse.values import Parsed
from ..problems import Problem
from ..records.fields import DEVICES, is_id
from ..records.load import Records
from ..records.masthead import MastheadGrammar
from ..wording import Wording
from . import record
from .apart import apart
from .languages import Part, parts
from .masthead import Understood, understand
from .values import Received, Refused, Step

INSTRUMENT, RECEIVED = "instrument.yml", "received.yml"


@dataclass(frozen=True)
class File:
    """A file as it came. `name`: without its folder."""

    name: str
    raw: bytes
    received: Received


@dataclass(frozen=True)
class Intake:
    """`files`: the folder, by name. `readings`: the name of each language's text. `doubts` name files of the folder."""

    id: str
    files: Mapping[str, bytes]
    readings: Mapping[str, str]
    understood: Mapping[str, Understood]
    parsed: Mapping[str, Parsed]
    doubts: tuple[Problem, ...] = ()
    todo: tuple[str, ...] = ()


@dataclass
class _Found:
    """A part of a file, its parts, what is wrong with them, and what its masthead says."""

    file: File
    part: Part
    parsed: Parsed
    problems: tuple[Problem, ...]
    says: Understood


def take(
    files: Sequence[File], wanted_id: str | None, records: Records, grammar: MastheadGrammar, wording: Wording
) -> tuple[Intake | None, tuple[Problem, ...]]:
    """The folder of one text in one or two languages."""
    found: dict[str, _Found] = {}
    for file in files:
        try:
            both = parts(file.received.lines)
        except Refused as refused:
            return None, (refused.problem(file.name),)
        for part in both:
            if part.language in found:
                what = f"It is in {record.NAMES[part.language]}, and so is {found[part.language].file.name}."
                todo = "Give one file for each language of one text; another text gets a call of its own."
                return None, (Problem(file.name, part.first, "language-twice", what, todo),)
            found[part.language] = _found(file, part, grammar, records)
    given = {one.file.name: one.file for one in found.values()}
    files = [given.get(file.name, file) for file in files]
    understood = {language: one.says for language, one in found.items()}
    problems = _no_resolution(found) or _different(understood, files)
    if problems:
        return None, problems
    symbol = next((one.symbol for one in understood.values() if one.symbol), None)
    own = next((one.id for one in understood.values() if one.id), "")
    name = wanted_id or own or (record.text_id(symbol.text) if symbol else "")
    if not is_id(name):
        what = "No symbol was found in the masthead." if not name else f"{name!r} is no id."
        todo = "Say what the folder is to be called: --id a-res-77-233."
        return None, (Problem(files[0].name, 0, "symbol-missing", what, todo),)
    parsed = {language: one.parsed for language, one in found.items()}
    doubts = tuple(problem for one in found.values() for problem in one.problems)
    content, todo = _folder(files, found, parsed, grammar, wording)
    readings = {language: _extracted(language) for language in found}
    return Intake(name, content, readings, understood, parsed, doubts, todo), ()


def _extracted(language: str) -> str:
    return f"extracted-{language}.txt"


def _found(file: File, part: Part, grammar: MastheadGrammar, records: Records) -> _Found:
    """What the parser and the masthead tell of a part; warnings of the file get the lines of the part."""
    assert records.openings and records.shapes
    path, language = _extracted(part.language), part.language
    lines, came_from = apart(part.lines, records.openings[language])
    if len(lines) > len(part.lines):
        step = Step("split", (len(lines) - len(part.lines)) // 2)
        file = replace(file, received=replace(file.received, steps=(*file.received.steps, step)))
        part = replace(part, lines=lines)
    source = Source(path, tuple(Line(number, text) for number, text in enumerate(part.lines, 1)))
    parsed, problems = texts.parse(source, "", records.openings[language], records.shapes[language])
    warnings = (
        replace(w, path=path, line=came_from.index(w.line - part.first + 1) + 1 if w.line >= part.first else 0)
        for w in file.received.warnings
        if w.line - part.first < len(came_from) and (w.line < part.first or w.line - part.first + 1 in came_from)
    )
    says = understand(part.lines, parsed, language, grammar, records)
    return _Found(file, part, parsed, (*problems, *warnings), says)


def _no_resolution(found: Mapping[str, _Found]) -> tuple[Problem, ...]:
    """What keeps a file from being a text at all."""
    for one in found.values():
        for problem in one.problems:
            if problem.code == "no-resolution":
                return (replace(problem, path=one.file.name),)
        if one.says.other:
            what = f"This holds no resolution, but something about one: {one.says.other.text!r}."
            todo = "Ask for the resolution itself."
            return (Problem(one.file.name, one.says.other.line, "no-resolution", what, todo),)
        if not one.parsed.clauses:
            what = "No paragraph of a resolution was found: none opens as preambular or operative ones do."
            todo = "Is it a resolution? Words that open paragraphs are in docs/records/grammar/openings.yml."
            return (Problem(one.file.name, 0, "no-resolution", what, todo),)
    return ()


def _different(understood: Mapping[str, Understood], files: Sequence[File]) -> tuple[Problem, ...]:
    names = " and ".join(file.name for file in files)
    todo = "These are not two languages of one text, or one masthead is wrong. Give each text by itself."
    return tuple(Problem(names, 0, "languages-differ", what, todo) for what in record.differences(understood))


def _folder(
    files: Sequence[File],
    found: Mapping[str, _Found],
    parsed: Mapping[str, Parsed],
    grammar: MastheadGrammar,
    wording: Wording,
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The content of each file of the folder, and what is left to do in the record."""
    witnesses = _names(files)
    about = {file.name: _about(file.received, wording) for file in files}
    text, todo_keys = record.draft(
        {language: one.says for language, one in found.items()},
        parsed,
        [record.Witness(witnesses[f.name], hashlib.sha256(f.raw).hexdigest(), about[f.name]) for f in files],
        [record.Reading(language, _extracted(language), witnesses[one.file.name]) for language, one in found.items()],
        grammar,
    )
    made: dict[str, bytes] = {INSTRUMENT: text.encode()}
    for language, one in found.items():
        made[_extracted(language)] = ("\n".join(one.part.lines) + "\n").encode()
    origin = _origin(files, witnesses, {path: made[path] for path in sorted(made)})
    content = {**made, RECEIVED: origin.encode(), **{witnesses[file.name]: file.raw for file in files}}
    return content, todo_keys


def _names(files: Sequence[File]) -> dict[str, str]:
    """A safe name for each file: letters, digits, dots and hyphens; none that we use ourselves."""
    taken: set[str] = set()
    out = {}
    for file in files:
        name = safe_name(file.name)
        while name.lower() in taken:
            stem, dot, end = name.rpartition(".")
            name = f"{stem or end}-2{dot}{end if stem else ''}"
        taken.add(name.lower())
        out[file.name] = name
    return out


def safe_name(name: str) -> str:
    """The name of a witness in its folder."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9.]+", "-", plain).strip("-.")
    stem, _, end = plain.rpartition(".")
    plain = f"{stem.strip('-.') or 'witness'}.{end}" if _ else plain or "witness"
    if re.match(r"(?:extracted-|reading-|translation-)|.*\.(?:yml|yaml|json)$", plain.lower()) or (
        plain.partition(".")[0].lower() in DEVICES
    ):
        plain = f"received-{plain}"
    return plain[-100:].lstrip("-.")


def _about(received: Received, wording: Wording) -> dict[str, str]:
    """What is said of the witness on its page, in both languages."""
    out = {}
    for language, joint in (("en", "; "), ("ar", "؛ ")):
        values = {"pages": received.pages} if received.pages else {}
        text = wording.say(language, f"received-{received.kind.value}", **values)
        steps = [_step(wording, language, step.code, step.count) for step in received.steps]
        if steps:
            text += " " + wording.say(language, "received-steps", steps=joint.join(steps))
        out[language] = text
    return out


def _step(wording: Wording, language: str, code: str, count: int) -> str:
    values = {} if code in ("from-utf-16", "mirrored") else {"n": count}
    return wording.say(language, f"received-{code}", **values)


def _origin(files: Sequence[File], witnesses: Mapping[str, str], made: Mapping[str, bytes]) -> str:
    """received.yml: how the texts came about, and their hashes, by which a later run knows what people have changed."""
    content = {
        "files": [
            {
                "file": witnesses[file.name],
                "received_as": file.name,
                "kind": file.received.kind.value,
                **({"pages": file.received.pages} if file.received.pages else {}),
                "steps": [
                    {"step": s.code, "count": s.count, **({"detail": s.detail} if s.detail else {})}
                    for s in file.received.steps
                ],
            }
            for file in files
        ],
        "made": {path: hashlib.sha256(raw).hexdigest() for path, raw in made.items()},
    }
    head = "# Written by scripts/new_text: how the text was taken from the files. Not to be edited.\n"
    return head + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120)


def witnesses_of(folder: Mapping[str, bytes]) -> tuple[str, ...]:
    """The files that an older run received, as far as they are still there."""
    try:
        files = (yaml.safe_load(folder.get(RECEIVED, b"").decode()) or {}).get("files", [])
        return tuple(one["file"] for one in files if one["file"] in folder)
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError, KeyError, TypeError):
        return ()


def changed_by_people(folder: Mapping[str, bytes], name: str) -> bool:
    """Was this file of an older run edited since? What is not known to be ours is taken for theirs."""
    try:
        made = (yaml.safe_load(folder.get(RECEIVED, b"").decode()) or {}).get("made", {})
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError):
        made = {}
    return made.get(name) != hashlib.sha256(folder[name]).hexdigest()
