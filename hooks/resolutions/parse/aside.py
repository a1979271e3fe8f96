"""Sets aside what is no text: blank lines, furniture of the page, footnotes and the rules above them.

In: the lines below the chapeau. Out: the rows of the text that is left. The sheet gets the spans of the others and what
is doubtful in them; the footnotes, and the words that a line's end breaks, are kept with what was found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..problems import Severity
from . import footnotes, furniture, hyphens
from .result import Found
from .sheet import Sheet
from .source import Line, SpanKind
from .starts import Row, rows

DOUBTS = {
    "note-open": (
        "Footnote {} ends here without a full stop, and no rule shows where it goes on.",
        "Look whether a line of it stands in the text; add the full stop if it is whole.",
    ),
    "note-mark-unsure": (
        "More than one figure may be the mark of footnote {}.",
        "Put brackets round the right one: “(1)”.",
    ),
}


def take(
    lines: Sequence[Line], above: Sequence[Line], sheet: Sheet, found: Found, opens: Callable[[str], bool]
) -> tuple[Row, ...]:
    """Fill notes and hyphens of `found`; return the rows of the text. `above`: masthead, title, chapeau.

    `opens`: does a text begin as a clause begins?
    """
    furnished = furniture.find(above, lines, found.title_text)
    found.notes = footnotes.find(lines, above, furnished, opens)
    labels = {line.number: end for line, end in found.notes.labels}
    flow: list[tuple[Line, int]] = []
    gap = 2
    for line in lines:
        if line.is_blank:
            sheet.blank(line)
            gap = gap or 2
        elif line.number in furnished:
            sheet.cover(SpanKind.FURNITURE, line)
            gap = 1
        elif line.number in found.notes.rules:
            sheet.cover(SpanKind.NOTE_RULE, line)
            gap = 1
        elif line.number in found.notes.lines:
            sheet.label(SpanKind.NOTE_LABEL, line, labels.get(line.number, line.indent))
            sheet.margins(line)
            gap = 1
        else:
            flow.append((line, gap))
            gap = 0
    found.hyphens = hyphens.find([line for line, _ in flow])
    _doubt(found, sheet)
    return rows(flow)


def _doubt(found: Found, sheet: Sheet) -> None:
    for number, hyphen in found.hyphens.items():
        if hyphen is hyphens.Hyphen.UNSURE:
            what = "A word is broken here, and nothing shows whether it is written with a hyphen; it was kept."
            todo = "Put a soft hyphen (U+00AD) in its place if the word has none."
            sheet.problem(number, "hyphen-unsure", what, todo, Severity.DOUBT)
    for doubt in found.notes.doubts:
        what, todo = DOUBTS[doubt.code]
        sheet.problem(doubt.line, doubt.code, what.format(doubt.number), todo, Severity.DOUBT)
