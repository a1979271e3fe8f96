"""Source and restoration, as a reader sees them: on each clause, on the ledger of the whole text, and as downloads.

In: a `Proof`. Out: plain values for templates, a page, JSON and CSV. Everything here is computed from the proof.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from ..markup import html
from ..model.text import Clause, HeldText
from ..proof.decisions import Decision
from ..proof.evidence import Grade
from ..proof.proof import LineProof
from ..proof.rules import Rule
from ..restored import Restored
from .corpus import Corpus, address

PAGE = "ledger"
RANK = list(Grade)
ARABIC = ("\u0600", "\u06ff")
BLANK = "␣"
CARRIER = "\u25cc"  # the dotted circle, on which Unicode shows a mark by itself


def of_clause(corpus: Corpus, text: HeldText, clause: Clause, language: str) -> dict[str, Any] | None:
    """The lines that the clause comes from, each changed word, and the decisions; None if the text was not restored."""
    restored = corpus.restored.get(text.id)
    if restored is None or restored.language not in clause.texts:
        return None
    version = clause.texts[restored.language]
    passages = [version.passage, *(note.passage for note in version.notes)]
    numbers = sorted({origin.line for passage in passages for origin in passage.origins})
    lines = [restored.proof.line(number) for number in numbers]
    return {
        "lines": [line_row(corpus, line, language) for line in lines],
        "words": [word for line in lines for word in _changed_words(corpus, restored, line, language)],
        "decisions": decision_rows(corpus, restored.proof.decisions, set(numbers), language),
        "alternatives": alternative_rows(restored, set(numbers), language),
        "ledger": address(text.id, PAGE),
    }


def line_row(corpus: Corpus, line: LineProof, language: str) -> dict[str, Any]:
    return {
        "number": line.number,
        "raw": line.witness,
        "direction": "rtl" if any(ARABIC[0] <= sign <= ARABIC[1] for sign in line.reading) else "ltr",
        "runs": [{"order": order, "text": text} for order, text in zip(line.order, line.runs, strict=True)],
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
                "raw": "".join(each.raw if each.raw != " " else BLANK for each in inside),
                "grade": worst.value,
                "grade_name": corpus.say(language, f"grade-{worst.value}"),
                "rules_html": [
                    rule_html(corpus, restored.rule(rule), language)
                    for rule in dict.fromkeys(each.rule for each in changed)
                ],
            }
        start = end + 1


def decision_rows(
    corpus: Corpus, decisions: Iterable[Decision], lines: set[int], language: str
) -> list[dict[str, Any]]:
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


def alternative_rows(restored: Restored, lines: set[int], language: str) -> list[dict[str, Any]]:
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


def rule_html(corpus: Corpus, rule: Rule, language: str) -> str:
    """A rule in one phrase: "ط (initial): a blank", «ط (ابتدائية): فراغ»."""
    comma = corpus.say(language, "comma")
    letters = comma.join(_isolated(letter) for letter in sorted(rule.letters))
    forms = comma.join(corpus.say(language, f"form-{form.value}") for form in sorted(rule.forms, key=lambda f: f.value))
    where = [forms] if forms else []
    for key in ("before", "not_before", "after", "not_after"):
        signs = getattr(rule, key)
        if signs:
            listed = comma.join(_isolated(one) for one in sorted(signs))
            where.append(corpus.say(language, f"rule-{key.replace('_', '-')}", signs=listed))
    raw = corpus.say(language, "rule-blank") if rule.drops else _isolated(rule.raw)
    key = "rule" if where else "rule-anywhere"
    return corpus.say(language, key, letters=letters, raw=raw, **({"where": comma.join(where)} if where else {}))


def _isolated(text: str) -> str:
    """Signs in a list take no direction from each other; brackets are shown as the file has them, unmirrored."""
    return f'<bdi lang="ar" dir="ltr">{escape(visible(text))}</bdi>'


def visible(text: str) -> str:
    """A mark needs something to stand on, a blank something to be seen by."""
    return CARRIER + text if "\u064b" <= text[:1] <= "\u0652" else text.replace(" ", BLANK)
