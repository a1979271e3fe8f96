"""The lines above the text: masthead, title, chapeau.

In: the lines of a source and the title of its record. Out: a `Head`, which says where each of them stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..folding import folded, plain
from . import decided, markers, titles
from .source import Line

STARS_AROUND = re.compile(r"^[*_\s“”„«\"]+|[*_\s]+$")  # also the quotation mark of a decision that quotes its text
TITLE_END = re.compile(r"(?:\s*(?:\*{1,4}|\(\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹]))+$")
LONGEST = 2000  # a chapeau and the paragraph that shares its line
BARE = ("", "The ", "إن ")  # "General Assembly", «الجمعية العامة», where a paragraph opens right below
BARE_LONGEST = 120
CHAPEAU_LINES = 3  # a long name of a body may be broken over so many lines


@dataclass(frozen=True)
class Head:
    """Indices of lines. `chapeau`: first and past-the-last line, the column where it ends in the last of these.

    `title`: first and last line and the column it starts in, or None.
    """

    chapeau: tuple[int, int]
    column: int
    title: tuple[int, int, int] | None
    amendment: int = 0  # number of the line that says that this is a paper of amendments

    @property
    def has_chapeau(self) -> bool:
        return self.chapeau[1] > self.chapeau[0]


@dataclass(frozen=True)
class Forms:
    """How the lines above a text are written; see `docs/records/grammar/shapes.yml`."""

    chapeau: re.Pattern[str]
    masthead: re.Pattern[str]
    numbered: re.Pattern[str]
    amendment: re.Pattern[str]
    telling: decided.Telling


def find(lines: Sequence[Line], title: str, forms: Forms, opens: Callable[[str], bool]) -> Head:
    """Where title and chapeau stand. Without a chapeau the text starts at the first line that opens a clause.

    Without a `title` the one that stands there is found by its place. A paper of amendments has no text at all.
    """
    found = _chapeau(lines, forms.chapeau, opens)
    if found and _preamble_above(lines[: found[0]], opens):
        found = None
    above = lines[: found[0]] if found else lines
    amendment = next((line.number for line in above if _is_amendment(line, forms.amendment)), 0)
    if amendment:
        return Head((len(lines), len(lines)), 0, _title(lines, title), amendment)
    if found is None:
        text = (i for i, line in enumerate(lines) if _begins(line, opens) and not _is_masthead(line, forms))
        first = next(text, len(lines))
        found = decided.find(lines, first, forms.telling, opens) or (first, first, 0)
    start, end, column = found
    if title.strip():
        place = _title(lines[:start], title)
    else:
        place = titles.find(lines[:start], forms.masthead, forms.numbered) if start < len(lines) else None
    return Head((start, end), column, place)


def _is_amendment(line: Line, form: re.Pattern[str]) -> bool:
    return len(line.text) < LONGEST and bool(form.fullmatch(plain(line.text)))


def _preamble_above(lines: Sequence[Line], opens: Callable[[str], bool]) -> bool:
    """Do paragraphs stand above what looks like a chapeau: "Whereas …, Whereas …, Now, therefore, The Assembly"?"""
    ended = (line for line in lines if line.inner.rstrip("*_ ").endswith((",", ";", "،", "؛")))
    return sum(_begins(line, opens) for line in ended) > 1


def _is_masthead(line: Line, forms: Forms) -> bool:
    return titles.is_element(plain(line.text).strip(titles.STARS), forms.masthead)


def _begins(line: Line, opens: Callable[[str], bool]) -> bool:
    number = markers.NUMBERED.match(line.text, line.indent) or markers.BRACKETED.match(line.text, line.indent)
    return opens(STARS_AROUND.sub("", line.text[number.end() if number else 0 :]))


def _chapeau(lines: Sequence[Line], form: re.Pattern[str], opens: Callable[[str], bool]) -> tuple[int, int, int] | None:
    for i, line in enumerate(lines):
        text = STARS_AROUND.sub("", plain(line.text)) if line.width - line.indent < LONGEST else ""
        if not text:
            continue
        if form.fullmatch(text):
            return _cut(i, line, text, form, opens)
        broken = _broken(lines, i, text, form, opens)
        if broken:
            return broken
        comma = re.search(r"[,،]", text)
        if comma and form.fullmatch(text[: comma.end()]) and _goes_on(text[comma.end() :], opens):
            return _cut(i, line, text, form, opens)
        bare = text.rstrip(",،:") if len(text) < BARE_LONGEST else ""
        if bare and any(form.fullmatch(before + bare + comma) for before in BARE for comma in ",،"):
            after = next((one for one in lines[i + 1 : i + 6] if not one.is_blank), None)
            if after and _begins(after, opens):
                return i, i + 1, line.width
    return None


def _goes_on(rest: str, opens: Callable[[str], bool]) -> bool:
    """Does the first paragraph open here? Also in small letters, where the line is all of it: "recalling …:"."""
    rest = rest.strip("*_ \t")
    return opens(rest) or (rest.endswith((":", ",")) and opens(rest[:1].upper() + rest[1:]))


def _cut(i: int, line: Line, text: str, form: re.Pattern[str], opens: Callable[[str], bool]) -> tuple[int, int, int]:
    """The chapeau ends with its line, or where the first paragraph opens on the same line."""
    for comma in re.finditer(r"[,،][*_]*\s+", line.text):
        rest = line.text[comma.end() :]
        if _goes_on(rest, opens) and form.fullmatch(STARS_AROUND.sub("", plain(line.text[: comma.end()]))):
            return i, i + 1, len(line.text[: comma.end()].rstrip())
    return i, i + 1, line.width


def _broken(
    lines: Sequence[Line], i: int, text: str, form: re.Pattern[str], opens: Callable[[str], bool]
) -> tuple[int, int, int] | None:
    """A chapeau over several lines without a blank one between them."""
    if not text.startswith(("The ", "إن ")) or text.endswith((".", ";", "؛", ",", "،")):
        return None
    for j in range(i + 1, min(i + CHAPEAU_LINES, len(lines))):
        if lines[j].is_blank or len(text) > 300 or opens(lines[j].text):
            return None
        text += " " + STARS_AROUND.sub("", plain(lines[j].text))
        if text.endswith((",", "،")):
            return (i, j + 1, lines[j].width) if form.fullmatch(text) else None
    return None


def _title(head: Sequence[Line], title: str) -> tuple[int, int, int] | None:
    """First and last index of the title's lines, and the column that it starts in."""
    wanted = folded(title).strip()
    if not wanted:
        return None
    for first, line in enumerate(head):
        number = markers.SYMBOLED.match(line.text)
        column = number.end() if number else line.indent
        if line.is_blank or len(line.text) > len(title) + 200:
            continue
        text = line.text[column:].strip()
        for last in range(first, min(first + 40, len(head))):
            if last > first and not head[last].is_blank:
                text += " " + head[last].inner
            if wanted in (folded(text).strip(), folded(STARS_AROUND.sub("", TITLE_END.sub("", text))).strip()):
                return first, last, column
            if len(text) > len(title) + 19:
                break
    return None
