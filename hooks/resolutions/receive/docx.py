"""A DOCX as lines: one paragraph a line, a blank line between paragraphs.

In: the bytes. Out: the lines. What Word sets by itself is set here too (numbers of lists, footnote marks); what is not
printed is left out (hidden and deleted text, field codes), and both are recorded. The header and footer of the first
page stand first; footnotes stand at the end of the language that calls them, below a rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import columns
from .emphasis import Piece, joined
from .letters import BULLETS, clean, raised, unbracket
from .numbering import Numbering, W
from .package import AGAIN, opened
from .styles import Styles, is_on, value
from .values import LIMITS, Limits, Log, Refused

if TYPE_CHECKING:
    from docx.document import Document

RULE = "__________"
COLUMN = "   "
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
PASSED = {
    *(W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml")),
    *(W + name for name in ("dir", "bdo", "ruby", "rubyBase", "rt")),
    M + "oMath",
    M + "oMathPara",
}
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\xad", "ptab": COLUMN}
LEFT_OUT = {W + "del": "deleted", W + "moveFrom": "deleted"}
FEW = 12  # letters of a script from which on a paragraph says which language it is in


def read(raw: bytes, log: Log, limits: Limits = LIMITS) -> list[str]:
    """The lines of the document."""
    try:
        reader = _Reader(opened(raw, limits), log, limits)
        lines = reader.lines()
    except Refused:
        raise
    except Exception as error:  # a part that is no part, a number that is no number
        raise Refused("docx-broken", f"A part of the DOCX is broken: {type(error).__name__}: {error}.", AGAIN) from None
    if not any(line.strip() for line in lines):
        code, what = (
            ("scanned", "It holds pictures and no text.") if reader.pictures else ("file-empty", "It is empty.")
        )
        raise Refused(code, what, "Ask for a file with text in it.")
    return lines


@dataclass
class _Line:
    """A paragraph of the result: its pieces, the notes that it calls."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[tuple[str, str, int]] = field(default_factory=list)


class _Reader:
    def __init__(self, document: Document, log: Log, limits: Limits) -> None:
        self.document, self.log, self.limits = document, log, limits
        self.styles = Styles.of(document.styles.element)
        self.numbering = Numbering.of(self._part("numbering"))
        self.parts = {name: self._part(name) for name in set(NOTES.values())}
        self.numbers: dict[tuple[str, str], int] = {}
        self.second: list[_Line] = []  # the other language of tables that hold two
        self.pictures = 0
        self.note = 0  # the number of the footnote that is being read
        self.fields: list[bool] = []  # open fields: has the result begun?

    def _part(self, kind: str) -> Any:
        """The root of the part that the document calls by that kind of relation."""
        from docx.oxml.parser import parse_xml

        for rel in self.document.part.rels.values():
            if rel.reltype.endswith("/" + kind) and not rel.is_external:
                return parse_xml(rel.target_part.blob)
        return None

    # -- the whole ---------------------------------------------------------------------------------------------------

    def lines(self) -> list[str]:
        out = self._margins()
        waiting: list[tuple[str, str, int]] = []
        language = ""
        for line in self._everything():
            for text in self._printed(line):
                here = _script(text)
                if here and language and here != language and waiting:
                    out += self._footnotes(waiting)
                    waiting = []
                language = here or language
                out += [text, ""]
            waiting += line.notes
        out += self._footnotes(waiting)
        self._account()
        return out

    def _everything(self) -> Iterator[_Line]:
        """All lines; the second column of tables in two languages after the rest."""
        yield from self._blocks(self.document.element.body, 0)
        yield from self.second

    def _printed(self, line: _Line) -> list[str]:
        text = unbracket(clean(joined(line.pieces), self.log))
        return [part for part in (part.strip() for part in text.split("\n")) if part]

    def _account(self) -> None:
        self.log.step("picture", self.pictures)
        if self.log.counts["deleted"] or self.log.counts["inserted"]:
            self.log.warn(
                0,
                "docx-tracked",
                "The file holds tracked changes; what was inserted is kept, what was deleted is left out.",
                "Ask whether this is the final version.",
            )

    # -- headers, footers, notes -------------------------------------------------------------------------------------

    def _margins(self) -> list[str]:
        """Header and footer of the first page; the running ones are named in a step and left out."""
        first: list[str] = []
        for section in self.document.sections[:1]:
            own = section.different_first_page_header_footer
            used = (section.first_page_header, section.first_page_footer) if own else (section.header, section.footer)
            for part in used:
                if not part.is_linked_to_previous:
                    for line in self._blocks(part._element, 0):
                        first += self._printed(line)
        if first:
            self.log.step("header", len(first))
        for section in self.document.sections:
            for part in (section.header, section.footer, section.even_page_header, section.even_page_footer):
                if part.is_linked_to_previous:
                    continue
                words = [text for line in self._blocks(part._element, 0) for text in self._printed(line)]
                for text in words:
                    if text not in first:
                        self.log.step("running-header", 1, text)
        return [line for text in first for line in (text, "")]

    def _footnotes(self, waiting: list[tuple[str, str, int]]) -> list[str]:
        out = []
        for kind, key, number in waiting:
            root, self.note = self.parts[kind], number
            note = next((one for one in root if one.get(W + "id") == key), None) if root is not None else None
            texts = [text for line in self._blocks(note, 0) for text in self._printed(line)] if note is not None else []
            if not texts:
                self.log.warn(0, "docx-note-empty", f"Footnote {number} is empty.", "Look for its text.")
                continue
            label = raised(str(number))
            body = " ".join(texts)
            if number and not body.startswith((label, f"({number})")):
                body = f"{label} {body}"
            elif number and body.startswith(label) and not body.startswith(label + " "):
                body = f"{label} {body[len(label) :].lstrip()}"
            out.append(body)
        self.log.step("footnotes", len(out))
        return [RULE, *(line for text in out for line in (text, ""))] if out else []

    # -- blocks ------------------------------------------------------------------------------------------------------

    def _blocks(self, parent: Any, depth: int) -> Iterator[_Line]:
        if depth > self.limits.depth:
            raise Refused("docx-nested", "Tables or frames stand too deep in one another.", "Ask who sent it.")
        for child in parent:
            if child.tag == W + "p":
                yield from self._paragraph(child, depth)
            elif child.tag == W + "tbl":
                yield from self._table(child, depth)
            elif child.tag in LEFT_OUT:
                self.log.step(LEFT_OUT[child.tag])
            elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins"):
                yield from self._blocks(child, depth + 1)

    def _table(self, table: Any, depth: int) -> Iterator[_Line]:
        """A row a line; where a cell holds several paragraphs it is a layout, and the cells follow each other.

        Where each row holds English in one cell and Arabic in the other, the columns are two texts.
        """
        self.log.step("table")
        rows = []
        for row in table.iter(W + "tr"):
            if next(row.iterancestors(W + "tbl"), None) is not table:
                continue  # of a table inside
            cells = [c for c in row.iter(W + "tc") if next(c.iterancestors(W + "tr"), None) is row]
            content = [[line for line in self._blocks(cell, depth + 1) if line.pieces] for cell in cells]
            rows.append(content)
        if depth == 0 and columns.languages([[_words(lines) for lines in row] for row in rows]):
            self.log.step("two-columns", len(rows))
            yield from (line for row in rows for cell in row[:1] for line in cell)
            self.second += [line for row in rows for cell in row[1:] for line in cell]
            return
        for content in rows:
            full = [lines for lines in content if _words(lines).strip()]
            if all(len(lines) == 1 for lines in full) and full:
                whole = _Line(notes=[note for (line,) in full for note in line.notes])
                for i, (line,) in enumerate(full):
                    whole.pieces += [*([Piece(COLUMN)] if i else []), *line.pieces]
                yield whole
            else:
                for lines in full:
                    yield from lines

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[_Line]:
        line = _Line()
        boxes: list[Any] = []
        label = self._label(paragraph)
        if label:
            self.log.step("list-number")
            line.pieces.append(Piece(label + " "))
        self._inline(paragraph, line, self.styles.of_paragraph(paragraph), boxes, depth)
        for box in boxes:
            self.log.step("frame")
            yield from self._blocks(box, depth + 1)
        if any(piece.text.strip() for piece in line.pieces[1 if label else 0 :]):
            yield line

    def _label(self, paragraph: Any) -> str:
        key, depth = self.styles.numbered(paragraph)
        return self.numbering.label(key, depth or 0) if key and key != "0" else ""

    # -- inside a paragraph ------------------------------------------------------------------------------------------

    def _inline(self, parent: Any, line: _Line, style: str | None, boxes: list[Any], depth: int) -> None:
        if depth > self.limits.depth:
            raise Refused("docx-nested", "Parts of the text stand too deep in one another.", "Ask who sent it.")
        for child in parent:
            if child.tag == W + "r":
                self._run(child, line, style, boxes)
            elif child.tag == M + "r":
                line.pieces += [Piece(_text(text)) for text in child.iter(M + "t")]
            elif child.tag in LEFT_OUT:
                self.log.step(LEFT_OUT[child.tag])
            elif child.tag in PASSED:
                if child.tag == W + "ins":
                    self.log.step("inserted")
                self._inline(child, line, style, boxes, depth + 1)

    def _run(self, run: Any, line: _Line, style: str | None, boxes: list[Any]) -> None:
        looks = self.styles.looks(run, style)
        if is_on(looks, "vanish"):
            self.log.step("hidden-text", 1)
            return
        complex_script = is_on(looks[:1], "rtl") or is_on(looks[:1], "cs")
        italic = is_on(looks, "iCs") if complex_script else is_on(looks, "i")
        lifted = value(looks, "vertAlign") == "superscript"
        for child in run:
            if child.tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif self.fields and not all(self.fields):
                continue  # the code of a field, not its result
            elif child.tag in NOTES:
                self._call(child, NOTES[child.tag], line)
            elif child.tag in (W + "footnoteRef", W + "endnoteRef"):
                line.pieces.append(Piece(raised(str(self.note)) if self.note else ""))
            elif child.tag == MC + "AlternateContent" or child.tag in (W + "pict", W + "drawing", W + "object"):
                self._drawing(child, boxes)
            else:
                text = _text(child)
                if lifted and text.strip().isdecimal():
                    self.log.step("raised-digit")
                    text = raised(text.strip())
                if text:
                    line.pieces.append(Piece(text, italic))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _call(self, reference: Any, kind: str, line: _Line) -> None:
        key = reference.get(W + "id", "")
        custom = reference.get(W + "customMarkFollows") in ("1", "true", "on")
        if not custom:
            number = self.numbers.setdefault((kind, key), len(self.numbers) + 1)
            self.log.step("raised-mark")
            line.pieces.append(Piece(raised(str(number))))
        line.notes.append((kind, key, 0 if custom else self.numbers[kind, key]))

    def _drawing(self, element: Any, boxes: list[Any]) -> None:
        """The text of a frame, once: Word writes it for new and old readers."""
        choice = element.find(MC + "Choice") if element.tag == MC + "AlternateContent" else element
        found = [] if choice is None else _outermost(choice)
        if not found and element.tag == MC + "AlternateContent":
            found = _outermost(element)
        boxes += found
        self.pictures += not found


def _words(lines: list[_Line]) -> str:
    return " ".join(piece.text for line in lines for piece in line.pieces)


def _text(element: Any) -> str:
    if element.tag in (W + "t", M + "t"):  # a comment inside ends no text
        return (element.text or "") + "".join(child.tail or "" for child in element)
    if element.tag == W + "sym":
        code = int(element.get(W + "char", "0"), 16)
        sign = chr(code if code >= 0xE000 else 0xF000 + code)
        return BULLETS.get(sign, sign)
    return SIGNS.get(element.tag.removeprefix(W), "") if isinstance(element.tag, str) else ""


def _outermost(element: Any) -> list[Any]:
    tag = W + "txbxContent"
    return [box for box in element.iter(tag) if not any(a is not element and a.tag == tag for a in box.iterancestors())]


def _script(text: str) -> str:
    arabic = sum("\u0600" <= c <= "\u06ff" and c.isalpha() for c in text)
    latin = sum(c.isascii() and c.isalpha() for c in text)
    if max(arabic, latin) < FEW:
        return ""
    return "ar" if arabic > latin else "en"
