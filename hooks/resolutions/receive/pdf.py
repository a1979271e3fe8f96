"""A PDF with a text layer as lines: one printed line a line, a blank line where the page leaves room.

In: the bytes, the words of both languages. Out: the lines and the number of pages. Running headers, page and job
numbers stay, as lines; `parse` knows them. A page that is a picture, and a layer that names no letters, are refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from . import glyphs as signs
from .breaks import Mender
from .emphasis import Piece, joined
from .layout import Face, Row, rows
from .letters import clean, raised, stretched, unbracket
from .order import Bit, bracket_score, logical
from .values import LIMITS, Lexicons, Limits, Log, Refused

RULE = "__________"
COLUMN = "   "
# What stands before a paragraph, at some distance: "1.", "(a)", «1 -», "77/233.", "•"
LABEL = re.compile(r"\(?(?:\d{1,4}(?:/\d{1,3})?|[a-z]{1,5}|[ء-ي]ـ?|[IVX]{1,5})(?:[ ]?[.)–-]){0,2}|[•▪◦–—-]")
GLUED = re.compile(r"(?:\d{1,3}\.|\(?[a-z]{1,4}\)|\([ء-ي]\))(?=[^\W\d_]{2})")  # "1.Urges": a narrow tab
# "21 December 2020" as a line from right to left shows it
TURNED_DATE = re.compile(r"(?P<rest>[A-Z][a-z]+[ ]\d{4})[ ]\d{1,2}")
NOTE_LABEL = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\(\d{1,3}\)|\d{1,3}\s|\*{1,4}\s")
ENDED = re.compile(r"[,;.:،؛][\s”\"’»)*⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
FULL_STOPS = frozenset(".،؛:")
LOOSE = 1.32  # of the usual distance of lines: more is room between paragraphs
NOTE_SIZE = 0.93  # of the size of the text: footnotes are smaller
RULE_PART = (0.05, 0.62)  # of the page's width that the rule above footnotes takes
FEW = 25  # letters on a page below which it has no text
COVERED = 0.35  # of a page: so much picture and no text is a scanned page
ASK = "Ask for the DOCX, or for a PDF that was made from it and not from paper; it can also be typed, as a text file."


def read(raw: bytes, lexicons: Lexicons, log: Log, limits: Limits = LIMITS) -> tuple[list[str], int]:
    """The lines, and how many pages there are."""
    pages = signs.pages(raw, limits)
    _refuse_pictures(pages)
    laid = [(page, rows(page)) for page in pages]
    return _Reader(laid, lexicons, log).lines(), len(pages)


def _refuse_pictures(pages: Sequence[signs.Page]) -> None:
    letters = {page.number: sum(g.text.strip() != "" for g in page.glyphs if not g.turned) for page in pages}
    hidden = sum(g.hidden for page in pages for g in page.glyphs)
    total = sum(letters.values())
    if not total:
        if any(page.pictures > 0 for page in pages):
            raise Refused("scanned", "Its pages are pictures; there is no text in the file.", ASK)
        raise Refused("file-empty", "Its pages are empty.", ASK)
    if hidden > total / 2:
        raise Refused("scanned", "Its text was guessed by a machine from pictures of the pages.", ASK)
    bare = [page.number for page in pages if letters[page.number] < FEW and page.pictures > COVERED]
    if bare:
        raise Refused("scanned", f"Pages without text, only pictures: {', '.join(map(str, bare))}.", ASK)


class _Reader:
    def __init__(self, laid: Sequence[tuple[signs.Page, list[Row]]], lexicons: Lexicons, log: Log) -> None:
        self.laid, self.log = laid, log
        self.lexicon, self.arabic_lexicon = lexicons.get("en", {}), lexicons.get("ar", {})
        everything = [row for _, found in laid for row in found]
        self.body = _usual(everything)
        self.leading = _leadings(laid)
        self.arabic = {page.number: _is_arabic(found) for page, found in laid}
        self.mirrored = self._are_mirrored()

    def _are_mirrored(self) -> bool:
        """Do brackets in Arabic lines stand right only when turned?"""
        scores = [0, 0]
        for page, found in self.laid:
            for row in found:
                if self._rtl(page, row) and any(bit.kind == "R" for segment in row.segments for bit in segment):
                    for turned in (0, 1):
                        for segment in row.segments:
                            text = "".join(b.text for b in logical(segment, True, mirrored=bool(turned)))
                            scores[turned] += bracket_score(text)
        return scores[1] > scores[0]

    def _rtl(self, page: signs.Page, row: Row) -> bool:
        """Is it set from right to left? On an Arabic page that is every row without Latin letters."""
        bits = [bit for segment in row.segments for bit in segment]
        kinds = Counter(bit.kind for bit in bits)
        if not self.arabic[page.number]:
            return kinds["R"] > kinds["L"]
        # A footnote in Latin letters ("A/78/137.") has its mark on the right and its full stop on the left.
        return bool(kinds["R"]) or not kinds["L"] or bits[-1].raised or bits[0].text in FULL_STOPS

    # -- lines -------------------------------------------------------------------------------------------------------

    def lines(self) -> list[str]:
        blocks: list[list[list[Piece]]] = [[]]
        for page, found in self.laid:
            self._page(page, found, blocks)
        self.log.step("reordered", sum(self.arabic.values()))
        self.log.step("mirrored", int(self.mirrored))
        self.log.step("lam-alef", sum(page.swapped for page, _ in self.laid))
        turned = sum(g.turned for page, _ in self.laid for g in page.glyphs)
        self.log.step("turned", turned, "".join(g.text for page, _ in self.laid for g in page.glyphs if g.turned)[:80])
        text = "\n".join("".join(p.text for p in line) for block in blocks for line in block)
        mender = Mender(text, self.lexicon, self.log)
        out: list[str] = []
        for block in blocks:
            mended = mender.mend(block)
            if mended:
                out += [*_set(mended, self.log).split("\n"), ""]
        return stretched(out, self.arabic_lexicon, self.log)

    def _page(self, page: signs.Page, found: Sequence[Row], blocks: list[list[list[Piece]]]) -> None:
        """Add the page's lines to the last block, or to new ones where there is room between them."""
        ruled = False
        for i, row in enumerate(found):
            pieces = self._pieces(page, row)
            above = found[i - 1] if i else None
            if above is None:
                if blocks[-1] and ENDED.search(_plain(blocks[-1][-1])):
                    blocks.append([])
            elif self._is_apart(above, row):
                blocks.append([])
            if not ruled and self._is_below_rule(page, row, above, pieces):
                self.log.step("note-rule")
                ruled = True
                if blocks[-1]:
                    blocks.append([])
                blocks[-1].append([Piece(RULE)])
            blocks[-1].append(pieces)

    def _is_apart(self, above: Row, row: Row) -> bool:
        down = above.y - row.y
        if down <= 0:  # the second column begins
            return True
        usual = self.leading.get(round(row.size), 1.2 * row.size)
        return down > LOOSE * max(usual, row.size) or abs(row.size - above.size) > 0.12 * max(row.size, above.size)

    def _is_below_rule(self, page: signs.Page, row: Row, above: Row | None, pieces: Sequence[Piece]) -> bool:
        """Does a drawn rule stand above this row, or does the first footnote begin here without one?"""
        text = _plain(pieces)
        small = row.size < NOTE_SIZE * self.body
        label = bool(NOTE_LABEL.match(text))
        if not (small or label) or above is None or re.fullmatch(r"[_\s]{3,}", text):
            return False
        if re.fullmatch(r"[_\s─—–-]{3,}", "".join(b.text for s in above.segments for b in s)):
            return False
        drawn = any(
            row.y < rule.y < above.y + above.size * 0.2
            and RULE_PART[0] < (rule.x1 - rule.x0) / page.width < RULE_PART[1]
            for rule in page.rules
        )
        begins = small and label and above.size > row.size / NOTE_SIZE and row.y < page.height * 0.6
        return drawn or begins

    def _pieces(self, page: signs.Page, row: Row) -> list[Piece]:
        """The row in reading order."""
        rtl = self._rtl(page, row)
        ordered = row.segments[::-1] if self.arabic[page.number] else row.segments
        out: list[Piece] = []
        for n, segment in enumerate(ordered):
            if n:
                label = n == 1 and LABEL.fullmatch("".join(piece.text for piece in out).strip())
                out.append(Piece(" " if label else COLUMN))
            bits = logical(segment, rtl, mirrored=self.mirrored)
            date = TURNED_DATE.fullmatch("".join(bit.text for bit in bits)) if self.arabic[page.number] else None
            if date and len(bits) == len(date[0]):
                cut = date.end("rest")
                bits = [*bits[cut + 1 :], bits[cut], *bits[:cut]]
            glued = GLUED.match("".join(bit.text for bit in bits)) if not n else None
            if glued and all(len(bit.text) == 1 for bit in bits[: glued.end()]):
                self.log.step("label-apart")
                bits = [*bits[: glued.end()], Bit(" ", Face()), *bits[glued.end() :]]
            out += self._told(bits)
        return out

    def _told(self, bits: Sequence[Bit]) -> list[Piece]:
        out: list[Piece] = []
        for bit in bits:
            face = bit.what if isinstance(bit.what, Face) else Face()
            text = bit.text
            if face.raised and text.isdecimal():
                self.log.step("raised-mark")
                text = raised(text)
            if out and out[-1].italic == face.italic:
                out[-1] = Piece(out[-1].text + text, face.italic)
            else:
                out.append(Piece(text, face.italic))
        return out


def _set(block: Sequence[Sequence[Piece]], log: Log) -> str:
    """The lines of a block as text. Italics go on over a line's end, but not over the end of a part of a sentence."""
    out: list[str] = []
    run: list[Piece] = []
    for line in block:
        if run and ENDED.search(_plain(run)):
            out.append(joined(run))
            run = []
        run += ([Piece("\n")] if run else []) + [Piece(clean(piece.text, log), piece.italic) for piece in line]
    out.append(joined(run))
    return "\n".join(unbracket(line.strip()) for text in out for line in text.split("\n") if line.strip())


def _plain(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces).strip()


def _is_arabic(found: Sequence[Row]) -> bool:
    kinds = Counter(bit.kind for row in found for segment in row.segments for bit in segment)
    return kinds["R"] > kinds["L"]


def _usual(found: Sequence[Row]) -> float:
    """The size of most of the text."""
    sizes: Counter[float] = Counter()
    for row in found:
        sizes[round(row.size, 1)] += sum(len(segment) for segment in row.segments)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _leadings(laid: Sequence[tuple[signs.Page, list[Row]]]) -> dict[int, float]:
    """For each size the smallest usual distance of one line from the next."""
    distances: dict[int, Counter[float]] = {}
    for _, found in laid:
        for above, row in pairwise(found):
            down = above.y - row.y
            if abs(above.size - row.size) < 0.6 and 0.8 * row.size < down < 2.6 * row.size:
                distances.setdefault(round(row.size), Counter())[round(down * 2) / 2] += 1
    out = {}
    for size, counted in distances.items():
        most = counted.most_common(1)[0][1]
        out[size] = min(distance for distance, count in counted.items() if count >= max(2, most * 0.3) or count == most)
    return out
