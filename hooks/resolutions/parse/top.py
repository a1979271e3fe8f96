"""Takes the lines above the text: each of the masthead by itself, the title, the chapeau.

In: the lines of a source and where its title and chapeau stand. Out: the lines below them, and what is wrong with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..problems import Severity
from .head import Head
from .passages import Paragraph
from .result import Found
from .sheet import Sheet
from .source import MARGIN, Line, SpanKind

Trouble = tuple[int, str, str, str, Severity]


def problems(head: Head, title: str, lines: Sequence[Line], opens: Callable[[str], bool]) -> Iterator[Trouble]:
    """What is wrong above the text: line, code, what, todo."""
    if head.amendment:
        what = "This is a paper of amendments; it holds no resolution."
        todo = "Take the draft resolution that it amends, or the resolution as adopted."
        yield head.amendment, "no-resolution", what, todo, Severity.ERROR
        return
    if not head.has_chapeau:
        if head.chapeau[0] == len(lines):
            what = "No resolution was found here: neither its opening words (“The General Assembly,”) nor any clause."
            todo = "Take another file, or add its forms, with examples, to docs/records/grammar."
            yield 0, "no-resolution", what, todo, Severity.ERROR
        else:
            what = "No chapeau was found (“The General Assembly,”)."
            todo = "If it has one, add its form, with an example, to docs/records/grammar/shapes.yml."
            yield lines[head.chapeau[0]].number, "chapeau-missing", what, todo, Severity.DOUBT
    if head.title is None and title.strip():
        what = f"The title of the record does not stand in the file: {title!r}."
        todo = "Correct `titles` in instrument.yml, or the file that holds this language."
        yield 0, "title-missing", what, todo, Severity.ERROR


def take(lines: Sequence[Line], head: Head, sheet: Sheet, found: Found) -> tuple[Line, ...]:
    """Fill masthead, title and chapeau of `found`; return the lines below."""
    start, end = head.chapeau
    first, last, column = head.title or (start, start - 1, 0)
    for index, line in enumerate(lines[:start]):
        if line.is_blank:
            sheet.blank(line)
        elif first <= index <= last:
            at = column if index == first else line.indent
            sheet.take(found.title, line, sheet.label(SpanKind.MASTHEAD, line, at))
        else:
            paragraph = Paragraph(SpanKind.MASTHEAD)
            sheet.take(paragraph, line)
            found.masthead.append(paragraph)
    rest: tuple[Line, ...] = ()
    for line in lines[start:end]:
        last_one = line is lines[end - 1]
        stop = head.column if last_one else line.width
        found.opening.pieces.append((line, line.indent, stop))
        sheet.space(line, 0, line.indent)
        if last_one and stop < line.width:  # the first paragraph goes on in the line of the chapeau
            blank = len(line.text) - len(line.text[stop:].lstrip(MARGIN))
            sheet.space(line, stop, blank)
            rest = (Line(line.number, " " * blank + line.text[blank:], " " * blank + line.cut(blank, len(line.text))),)
        else:
            sheet.space(line, stop, len(line.text))
    sheet.shared = rest[0].number if rest else 0
    return (*rest, *lines[end:])
