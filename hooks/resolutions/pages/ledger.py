"""The ledger of a restored text: a page with figures, rules, decisions and every line; and the same as downloads."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from ..model.text import LANGUAGES, HeldText
from ..proof.evidence import Evidence, Grade
from ..proof.proof import Proof
from ..proof.rules import Rule
from ..restored import Restored
from . import parts, restoration
from .corpus import Corpus, address, order, titles
from .draft import Download, PageDraft, download

MOST_BLIND = 12  # pairs of letters shown for each kind of change; the file has all
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


def draft(corpus: Corpus, text: HeldText, language: str) -> PageDraft:
    """`/instruments/<id>/ledger/`: figures, rules, decisions and every line of a restored text."""
    restored = corpus.restored[text.id]
    proof, record = restored.proof, text.record
    every = {line.number for line in proof.lines}
    return PageDraft(
        address=address(text.id, restoration.PAGE),
        language=language,
        title=corpus.say(language, "ledger-title", symbol=record.symbol),
        description=corpus.say(language, "ledger-description", symbol=record.symbol),
        template="ledger.html",
        body="",
        data={
            "crumbs": [*parts.crumbs(corpus, text, language), {"text": corpus.say(language, "ledger")}],
            "unofficial": record.unofficial_title,
            "languages": list(order(language)),
            "names": {one: corpus.say(one, "ledger") for one in LANGUAGES},
            "of": titles(record),
            "of_address": address(text.id),
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
            "decisions": restoration.decision_rows(corpus, proof.decisions, every, language),
            "alternatives": restoration.alternative_rows(restored, every, language),
            "lines": [restoration.line_row(corpus, line, language) for line in proof.lines if line.reading],
            "downloads": [
                {"name": one.address.rsplit("/", 1)[1], "address": one.address} for one in downloads(corpus, text)
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
        download(base + "ledger.json", _json(text, restored).encode()),
        download(base + "ledger.csv", _csv(restored.proof).encode("utf-8-sig")),  # so that spreadsheets see the Arabic
    ]
    return (*made, *(download(base + f"source/{name}", content) for name, content in restored.files))


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
                "blind": [[restoration.visible(a), restoration.visible(b)] for a, b, _ in found["blind"][:MOST_BLIND]],
            }
        )
    return rows


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
        "words_html": restoration.rule_html(corpus, rule, language),
        "faces": comma.join(corpus.say(language, f"face-{face}") for face in sorted(rule.faces)),
        "witnesses": corpus.wording.number(language, proof.figures.witnesses.get(rule.id, 0)),
    }


def _share(count: int, whole: int) -> str:
    return f"{100 * count / whole:.2f} %" if whole else ""


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
                "runs_in_the_order_of_the_file": [
                    {"number": number, "text": run} for number, run in zip(line.order, line.runs, strict=True)
                ],
                "faces": sorted({each.face for each in line.evidence}),
                "irregular": line.irregular,
            }
            for line in proof.lines
        ],
        "changed": [dict(zip(COLUMNS, _row(number, each), strict=True)) for number, each in _changed(proof)],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
