"""Source and restoration, as a reader sees them: on each clause, on the ledger of the whole text, and as downloads.

In: a `Proof`. Out: plain values for templates, a page, JSON and CSV. Everything here is computed from the proof.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from ..markup import html
from ..model.text import LANGUAGES, Clause, HeldText
from ..proof.decisions import Decision
from ..proof.evidence import Evidence, Grade
from ..proof.proof import LineProof, Proof
from ..proof.rules import Rule
from ..restored import Restored
from . import parts
from .corpus import Corpus, address, order
from .draft import Download, PageDraft

PAGE = "ledger"
RANK = list(Grade)
CARRIER = "\u25cc"  # the dotted circle, on which Unicode shows a mark by itself


def of_clause(corpus: Corpus, text: HeldText, clause: Clause, language: str) -> dict[str, Any] | None:
    """The lines that the clause comes from, each changed word, and the decisions; None if the text was not restored."""
    restored = corpus.restored.get(text.id)
    if restored is None:
        return None
    version = clause.texts[restored.language]
    passages = [version.passage, *(note.passage for note in version.notes)]
    numbers = sorted({origin.line for passage in passages for origin in passage.origins})
    lines = [restored.proof.line(number) for number in numbers]
    return {
        "lines": [_line(corpus, line, language) for line in lines],
        "words": [word for line in lines for word in _changed_words(corpus, restored, line, language)],
        "decisions": _decisions(corpus, restored.proof.decisions, set(numbers), language),
        "alternatives": _alternatives(restored, set(numbers), language),
        "ledger": address(text.id, PAGE),
    }


def draft(corpus: Corpus, text: HeldText, language: str) -> PageDraft | None:
    """`/instruments/<id>/ledger/`: figures, rules, decisions and every line of a restored text."""
    restored = corpus.restored.get(text.id)
    if restored is None:
        return None
    proof, record = restored.proof, text.record
    every = {line.number for line in proof.lines}
    return PageDraft(
        address=address(text.id, PAGE),
        language=language,
        title=corpus.say(language, "ledger-title", symbol=record.symbol),
        description=corpus.say(language, "ledger-description", symbol=record.symbol),
        template="ledger.html",
        body="",
        data={
            "crumbs": [
                {"text": corpus.say(language, "texts-crumb"), "address": "#texts"},
                {"html": html(record.symbol, "ar"), "address": address(text.id)},
                {"text": corpus.say(language, "ledger")},
            ],
            "languages": list(order(language)),
            "names": {one: corpus.say(one, "ledger") for one in LANGUAGES},
            "of": {one: record.titles[one] for one in LANGUAGES},
            "text_id": text.id,
            "facts": _figures(corpus, text, restored, language),
            "grades": [
                {
                    "id": grade.value,
                    "name": corpus.say(language, f"grade-{grade.value}"),
                    "about": corpus.say(language, f"grade-{grade.value}-about"),
                    "count": corpus.wording.number(language, proof.figures.grades.get(grade, 0)),
                    "share": _share(proof.figures.grades.get(grade, 0), proof.figures.glyphs),
                }
                for grade in Grade
            ],
            "rules": [_rule_row(corpus, rule, proof, language) for rule in restored.rules],
            "decisions": _decisions(corpus, proof.decisions, every, language),
            "alternatives": _alternatives(restored, every, language),
            "lines": [_line(corpus, line, language) for line in proof.lines if line.reading],
            "downloads": [
                {"name": download.address.rsplit("/", 1)[1], "address": download.address}
                for download in downloads(corpus, text)
            ],
            "tightness": tightness(corpus, restored, language),
        },
        source=text.path,
    )


def downloads(corpus: Corpus, text: HeldText) -> tuple[Download, ...]:
    """The ledger as JSON and CSV, and the layers from which anybody can rebuild the witness."""
    restored = corpus.restored.get(text.id)
    if restored is None:
        return ()
    base = address(text.id)
    made = [
        Download(base + "ledger.json", _json(text, restored).encode()),
        Download(base + "ledger.csv", _csv(restored.proof).encode("utf-8-sig")),  # so that spreadsheets see the Arabic
    ]
    return (*made, *(Download(base + f"source/{name}", content) for name, content in restored.files))


def tightness(corpus: Corpus, restored: Restored, language: str) -> list[dict[str, Any]]:
    """How many wrong readings the proof rejects, by kind; from the figures of `scripts/prove --tightness`."""
    rows = []
    for kind, found in restored.tightness.get("whole", {}).items():
        made = found["made"]
        rows.append(
            {
                "kind": corpus.say(language, f"mutant-{kind}"),
                "made": corpus.wording.number(language, made),
                "rejected": f"{found['rejected_fixed_percent']:.2f} %",
                "rejected_free": f"{found['rejected_free_percent']:.2f} %",
                "blind": [[_sign(a), _sign(b)] for a, b, _ in found["blind"][:MOST_BLIND]],
            }
        )
    return rows


MOST_BLIND = 12  # pairs of letters shown for each kind; the file has all


def _line(corpus: Corpus, line: LineProof, language: str) -> dict[str, Any]:
    return {
        "number": line.number,
        "raw": line.witness,
        "irregular": corpus.say(language, "line-irregular") if line.irregular else "",
        "pieces": _pieces(line),
    }


def _pieces(line: LineProof) -> list[dict[str, str]]:
    """The line as it is read, cut where the grade changes; italics' asterisks are no part of it."""
    graded = {each.column + i: each.grade for each in line.evidence for i in range(len(each.text))}
    pieces: list[dict[str, str]] = []
    for column, sign in enumerate(line.reading, 1):
        if sign == "*" and "*" not in line.witness:
            continue
        grade = graded.get(column, Grade.STANDS).value
        if pieces and pieces[-1]["grade"] == grade:
            pieces[-1]["text"] += sign
        else:
            pieces.append({"grade": grade, "text": sign})
    return pieces


def _changed_words(corpus: Corpus, restored: Restored, line: LineProof, language: str) -> Iterable[dict[str, Any]]:
    """Each word in which the file has something else: what, by which rules, and how sure its least sure sign is."""
    start = 0
    for end in [*(i for i, sign in enumerate(line.reading) if sign == " "), len(line.reading)]:
        inside = [each for each in line.evidence if start < each.column <= end]
        changed = [each for each in inside if each.rule]
        if changed:
            worst = max((each.grade for each in changed), key=RANK.index)
            yield {
                "line": line.number,
                "word": line.reading[start:end].replace("*", ""),
                "raw": "".join(each.raw if each.raw != " " else "␣" for each in inside),
                "grade": worst.value,
                "grade_name": corpus.say(language, f"grade-{worst.value}"),
                "rules": [
                    _rule_words(corpus, restored.rule(rule), language)
                    for rule in dict.fromkeys(each.rule for each in changed)
                ],
            }
        start = end + 1


def _decisions(corpus: Corpus, decisions: Iterable[Decision], lines: set[int], language: str) -> list[dict[str, Any]]:
    return [
        {
            "word": decision.word,
            "rivals": list(decision.rivals),
            "lines": sorted(decision.lines & lines),
            "kind": corpus.say(language, f"decision-{decision.kind.value}"),
            "sense": decision.kind.by_sense_alone,
            "reason_html": html(decision.ar if language == "ar" else decision.en, language),
        }
        for decision in decisions
        if decision.lines & lines
    ]


def _alternatives(restored: Restored, lines: set[int], language: str) -> list[dict[str, Any]]:
    return [
        {
            "reading": one.reading,
            "alternative": one.alternative,
            "lines": sorted(set(one.lines) & lines),
            "reason_html": html(one.reason[language], language),
        }
        for one in restored.alternatives
        if set(one.lines) & lines
    ]


def _figures(corpus: Corpus, text: HeldText, restored: Restored, language: str) -> list[dict[str, Any]]:
    figures, number = restored.proof.figures, corpus.wording.number
    rebuilt = corpus.say(language, "proof-holds" if restored.proof.holds else "proof-fails")
    return [
        parts.fact(corpus, language, "rebuilt", rebuilt),
        {"label": corpus.say(language, "source-hash"), "code": restored.proof.sha256},
        parts.fact(corpus, language, "signs", number(language, figures.glyphs)),
        parts.fact(corpus, language, "rules", number(language, figures.rules)),
        parts.fact(corpus, language, "runs", number(language, figures.runs)),
        parts.fact(corpus, language, "irregular", number(language, figures.irregular)),
        parts.fact(corpus, language, "surplus", number(language, figures.surplus)),
        parts.fact(corpus, language, "decisions", number(language, len(restored.proof.decisions))),
    ]


def _rule_row(corpus: Corpus, rule: Rule, proof: Proof, language: str) -> dict[str, Any]:
    comma = corpus.say(language, "comma")
    return {
        "id": rule.id,
        "words": _rule_words(corpus, rule, language),
        "faces": comma.join(corpus.say(language, f"face-{face}") for face in sorted(rule.faces)),
        "witnesses": corpus.wording.number(language, proof.figures.witnesses.get(rule.id, 0)),
    }


def _rule_words(corpus: Corpus, rule: Rule, language: str) -> str:
    """A rule in one phrase: "ط, initial: a blank", «ط في أول الكلمة: فراغ»."""
    comma = corpus.say(language, "comma")
    letters = comma.join(_sign(letter) for letter in sorted(rule.letters))
    forms = comma.join(corpus.say(language, f"form-{form.value}") for form in sorted(rule.forms, key=lambda f: f.value))
    where = [forms] if forms else []
    for key in ("before", "not_before", "after", "not_after"):
        signs = getattr(rule, key)
        if signs:
            listed = comma.join(_sign(sign) for sign in sorted(signs))
            where.append(corpus.say(language, f"rule-{key.replace('_', '-')}", signs=listed))
    raw = corpus.say(language, "rule-blank") if rule.drops else _sign(rule.raw)
    key = "rule" if where else "rule-anywhere"
    return corpus.say(language, key, letters=letters, raw=raw, **({"where": comma.join(where)} if where else {}))


def _sign(text: str) -> str:
    """A mark needs something to stand on."""
    return CARRIER + text if "\u064b" <= text[:1] <= "\u0652" else text


def _share(count: int, whole: int) -> str:
    return f"{100 * count / whole:.2f} %" if whole else ""


COLUMNS = (
    "line",
    "column",
    "witness_column",
    "sign",
    "form",
    "face",
    "raw",
    "rule",
    "witnesses",
    "grade",
    "alternatives",
)


def _changed(proof: Proof) -> Iterable[tuple[int, Evidence]]:
    return ((line.number, each) for line in proof.lines for each in line.evidence if each.rule)


def _row(number: int, each: Evidence) -> tuple[object, ...]:
    return (
        number, each.column, each.witness_column, each.text, each.form, each.face, each.raw, each.rule, each.witnesses,
        each.grade.value, " ".join(each.alternatives),
    )  # fmt: skip


def _csv(proof: Proof) -> str:
    """One row for each sign that the file has otherwise than it is printed."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows(_row(number, each) for number, each in _changed(proof))
    return file.getvalue()


def _json(text: HeldText, restored: Restored) -> str:
    proof = restored.proof
    value = {
        "symbol": text.record.symbol,
        "language": restored.language,
        "witness_sha256": proof.sha256,
        "rebuilt_byte_for_byte": proof.rebuilt,
        "figures": {
            "signs": proof.figures.glyphs,
            "rules": proof.figures.rules,
            "runs": proof.figures.runs,
            "irregular_lines": proof.figures.irregular,
            "surplus_blanks": proof.figures.surplus,
            "grades": {grade.value: proof.figures.grades.get(grade, 0) for grade in Grade},
        },
        "rules": [
            {
                "id": rule.id,
                "letters": sorted(rule.letters),
                "forms": sorted(form.value for form in rule.forms),
                "faces": sorted(rule.faces),
                "raw": rule.raw,
                "witnesses": proof.figures.witnesses.get(rule.id, 0),
            }
            for rule in restored.rules
        ],
        "decisions": [
            {
                "word": one.word,
                "rivals": list(one.rivals),
                "lines": sorted(one.lines),
                "kind": one.kind.value,
                "reason": {"en": one.en, "ar": one.ar},
            }
            for one in proof.decisions
        ],
        "lines": [
            {
                "line": line.number,
                "witness": line.witness,
                "reading": line.reading,
                "order_of_runs": list(line.order),
                "irregular": line.irregular,
            }
            for line in proof.lines
        ],
        "changed": [dict(zip(COLUMNS, _row(number, each), strict=True)) for number, each in _changed(proof)],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
