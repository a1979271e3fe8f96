"""The room's door: bytes in, a `Received` or a problem out. Nothing is raised for bad input."""

from __future__ import annotations

from ..problems import Problem
from . import docx, judge, pdf, plain
from .kinds import kind_of
from .values import LIMITS, Kind, Lexicons, Limits, Log, Received, Refused


def receive(
    name: str, raw: bytes, lexicons: Lexicons | None = None, limits: Limits = LIMITS
) -> tuple[Received | None, tuple[Problem, ...]]:
    """The text of a file; `name` is for problems only. `lexicons`: words by language, to tell damaged text."""
    log, words = Log(name), lexicons or {}
    try:
        if len(raw) > limits.size:
            raise Refused("file-large", f"The file has {len(raw):,} bytes.", f"Give one below {limits.size:,}.")
        kind, pages = kind_of(raw), 0
        if kind is Kind.PDF:
            lines, pages = pdf.read(raw, words, log, limits)
        else:
            lines = docx.read(raw, log, limits) if kind is Kind.DOCX else plain.read(raw, log)
        lines = lines if kind is Kind.TEXT else trimmed(lines)
        judge.judge(lines, words, log)
    except Refused as refused:
        return None, (refused.problem(name),)
    return Received(kind, tuple(lines), log.steps, tuple(log.warnings), pages), ()


def trimmed(lines: list[str]) -> list[str]:
    """Without blank lines at both ends, and never two in a row."""
    out: list[str] = []
    for line in lines:
        if line.strip() or (out and out[-1]):
            out.append(line.rstrip() if line.strip() else "")
    while out and not out[-1]:
        out.pop()
    return out
