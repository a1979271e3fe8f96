"""The damage as data: for a glyph, what the witness has in its stead.

In: `damage.yml`. Out: a `RuleTable`, which gives for a glyph the first rule that fits, or none: then the glyph stands
in the witness as it is. A rule speaks of faces, letters, forms and neighbours and never of a line or a place.

    - id: beh-initial
      faces: [body, footnote]
      letters: [ب]
      forms: [initial]
      before: [ا, م]        # optional: the word goes on with one of these
      not_after: [ر, ز, و]  # optional: the sign before is none of these
      raw: أ
      comment: …
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..problems import Problem
from ..yamls import Document
from .glyphs import LETTERS, MARKS, Form, Glyph
from .runs import FACES

REQUIRED = ("id", "letters", "raw", "comment")
OPTIONAL = ("faces", "forms", "before", "not_before", "after", "not_after")
BLANK = " "
TATWEEL, TEH_MARBUTA = "ـ", "ة"
STRETCHED_BY_TEH = frozenset({"bold", "italic"})  # faces whose tatweel the file has as teh marbuta


@dataclass(frozen=True)
class Rule:
    """One line of the table. Empty `faces` or `forms` mean any; `raw` is one blank where the glyph was dropped."""

    id: str
    letters: frozenset[str]
    raw: str
    comment: str
    faces: frozenset[str] = frozenset()
    forms: frozenset[Form] = frozenset()
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()

    @property
    def drops(self) -> bool:
        return self.raw == BLANK

    def fits(self, glyph: Glyph) -> bool:
        return (
            glyph.text in self.letters
            and (not self.faces or glyph.face in self.faces)
            and (not self.forms or glyph.form in self.forms)
            and (not self.before or glyph.before.startswith(self.before))
            and not (self.not_before and glyph.before.startswith(self.not_before))
            and (not self.after or glyph.after in self.after)
            and glyph.after not in self.not_after
        )


@dataclass(frozen=True)
class RuleTable:
    """`rules` in the order of the file; `stretch`: per face, the sign that lengthens a join and carries no reading.

    `memory` spares words.py what it found for the same word before.
    """

    rules: tuple[Rule, ...] = ()
    stretch: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    _by_letter: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict, repr=False)
    _chosen: dict[tuple[Any, ...], Rule | None] = field(default_factory=dict, repr=False, compare=False)
    memory: dict[tuple[Any, ...], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def rule(self, glyph: Glyph) -> Rule | None:
        """The rule for this glyph; None if it stands as it is."""
        key = (glyph.text, glyph.face, glyph.form, glyph.after, glyph.before)
        if key not in self._chosen:
            self._chosen[key] = next((rule for rule in self.tried(glyph.text) if rule.fits(glyph)), None)
        return self._chosen[key]

    def raw(self, glyph: Glyph) -> str:
        """What the witness has for this glyph."""
        rule = self.rule(glyph)
        return glyph.text if rule is None else rule.raw

    def tried(self, text: str) -> tuple[Rule, ...]:
        """Every rule that speaks of this letter, whether it fits a place or not."""
        return self._by_letter.get(text, ())


def table(rules: Sequence[Rule], stretch: Mapping[str, str], problems: Sequence[Problem] = ()) -> RuleTable:
    by_letter: dict[str, list[Rule]] = {}
    for rule in rules:
        for letter in sorted(rule.letters):
            by_letter.setdefault(letter, []).append(rule)
    grouped = {letter: tuple(found) for letter, found in by_letter.items()}
    return RuleTable(tuple(rules), dict(stretch), tuple(problems), grouped)


def read(document: Document) -> RuleTable:
    """The table of a loaded `damage.yml`; what is wrong with it is in `problems`, and such a rule is left out."""
    problems = list(document.problems)
    value = document.value if isinstance(document.value, dict) else {}
    entries = value.get("rules") if isinstance(value.get("rules"), list) else []
    rules: dict[str, Rule] = {}
    for index, entry in enumerate(entries):
        line = document.line("rules", index)
        fault = _fault(entry, rules)
        if fault:
            problems.append(Problem(document.path, line, "damage-rule", fault, "Mend the rule."))
            continue
        rules[entry["id"]] = _rule(entry)
    return table(tuple(rules.values()), _stretch(document, value.get("stretch"), problems), problems)


def _stretch(document: Document, value: Any, problems: list[Problem]) -> dict[str, str]:
    """Face to lengthening sign. A letter here could hide in any length of the residue, so that only two signs may."""
    if not isinstance(value, dict):
        what = "There is no table of lengthening signs, face by face."
        problems.append(Problem(document.path, document.line("stretch"), "damage-stretch", what, "Write stretch:."))
        return {}
    found = {}
    for face, sign in value.items():
        allowed = {TATWEEL, TEH_MARBUTA} if face in STRETCHED_BY_TEH else {TATWEEL}
        if face not in FACES or sign not in allowed:
            what = f"{sign!r} is no sign that lengthens a join in the face {face}."
            todo = "Known faces are lengthened by ـ; bold and italic by ـ or ة."
            problems.append(Problem(document.path, document.line("stretch", face), "damage-stretch", what, todo))
            continue
        found[face] = sign
    return found


def _fault(entry: Any, known: Mapping[str, Rule]) -> str:
    if not isinstance(entry, dict) or any(not entry.get(key) for key in REQUIRED):
        return f"A rule needs {', '.join(REQUIRED)}."
    if unknown := set(entry) - {*REQUIRED, *OPTIONAL}:
        return f"A rule has unknown keys: {', '.join(sorted(unknown))}."
    texts = all(isinstance(entry[key], str) for key in ("id", "raw", "comment"))
    if not texts or not all(_texts(entry.get(key, [])) for key in ("letters", *OPTIONAL)):
        return "id, raw and comment are texts; letters, faces, forms and neighbours are lists of texts."
    known_names = {"face": FACES, "form": {form.value for form in Form}}
    for name, allowed in known_names.items():
        if bad := set(entry.get(f"{name}s", ())) - allowed:
            return f"There is no {name} {', '.join(sorted(bad))}."
    if BLANK in entry["raw"] and entry["raw"] != BLANK:
        return "A dropped glyph leaves exactly one blank."
    return f"Two rules have the id {entry['id']}." if entry["id"] in known else ""


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each for each in value)


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(
        id=entry["id"],
        letters=frozenset(entry["letters"]),
        raw=entry["raw"],
        comment=entry["comment"],
        faces=frozenset(entry.get("faces", ())),
        forms=frozenset(Form(form) for form in entry.get("forms", ())),
        before=tuple(entry.get("before", ())),
        not_before=tuple(entry.get("not_before", ())),
        after=frozenset(entry.get("after", ())),
        not_after=frozenset(entry.get("not_after", ())),
    )


def is_proved(text: str) -> bool:
    """Whether a glyph carries reading at all: letters and marks."""
    return text[0] in LETTERS or text[0] in MARKS
