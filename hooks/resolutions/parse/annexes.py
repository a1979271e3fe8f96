"""Where annexes begin, and their paragraphs, whose numbers are their own.

In: the lines of the text after the last operative paragraph. Out: the kind of each line; the paragraphs of an annex.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import markers
from .passages import Paragraph
from .sheet import Sheet
from .source import Line, SpanKind
from .starts import Row

ARTICLE = re.compile(
    r"(?:Article|Rule|Principle|Chapter|Regulation|Section|المادة|القاعدة|المبدأ|الفصل|الفرع)[ ](?:\w+)\b.{0,120}"
)
FIRST = re.compile(r"(?:[1١][ ]?[.-]|(?:Article|Rule|Principle|المادة|القاعدة|المبدأ)[ ](?:[1١I]|الأولى?)\b)")
TITLE_END = (".", ",", ";", ":", "،", "؛")
ENOUGH_LINES = 4  # so many lines below a title that belong to no clause are an annex


def is_heading(text: str, form: re.Pattern[str]) -> bool:
    """ "Annex", «المرفق الأول»."""
    return len(text) < 250 and bool(form.fullmatch(text.strip("*_ ")))


def begins_unnamed(flow: Sequence[Line], at: int) -> bool | None:
    """Does an annex without the word begin here? True; False; None: perhaps, a person must look."""
    title = flow[at].inner
    if title.endswith(TITLE_END) or len(title) > 250 or at + 1 >= len(flow):
        return False
    below = flow[at + 1 : at + 40]
    if below and FIRST.match(title.strip("* \t")) and not title[:1].isdecimal():
        return True  # "Article 1"
    if any(FIRST.match(line.text.strip("* \t")) for line in below):
        return True
    return None if len(below) >= ENOUGH_LINES else False


def label(line: Line) -> tuple[str, int]:
    """The number of a paragraph of an annex, as printed, and the column where its text starts."""
    for form in (markers.NUMBERED, markers.BRACKETED):
        found = form.match(line.text, line.indent)
        if found:
            return found.group(found.lastgroup or 0), found.end()
    return "", line.indent


def begins_paragraph(line: Line, *, apart: bool) -> bool:
    """Does a paragraph of an annex begin with this line?"""
    return apart or bool(label(line)[0]) or bool(ARTICLE.fullmatch(line.text.strip("* \t")))


def take(
    flow: Sequence[Row], form: re.Pattern[str], closing: re.Pattern[str] | None, sheet: Sheet, *, named: bool
) -> tuple[list[Paragraph], int]:
    """The paragraphs of the annex that begins in the first row, its heading first; how many rows it takes.

    It ends where the next one begins (`form` is that of headings), or at a line that `closing` matches, if it is given:
    the closing lines stand below the annex. `named`: the first row is its heading.
    """
    heading = Paragraph(SpanKind.ANNEX)
    paragraphs = [heading]
    count = 0
    if named:
        sheet.take(heading, flow[0].line)
        count = 1
    current: Paragraph | None = None
    for row in flow[count:]:
        text = row.line.inner
        if (row.ended or row.gap) and is_heading(text, form) and (count > 1 or not named):
            break
        if closing and row.gap and closing.fullmatch(text.replace("*", "").strip("_ ")):
            break
        number, column = label(row.line)
        if current is None or begins_paragraph(row.line, apart=row.gap == 2):
            current = Paragraph(SpanKind.ANNEX, label=number)
            paragraphs.append(current)
            sheet.take(current, row.line, sheet.label(SpanKind.MARKER, row.line, column))
        else:
            sheet.take(current, row.line)
        count += 1
    return paragraphs, max(count, 1)
