"""The signs that a PDF draws, with their places and faces.

In: the bytes. Out: for each page its glyphs, its horizontal rules and how much of it is picture. pdfminer.six reads the
file; this module only listens to it. Where the file says which text a stretch stands for (ActualText), that counts.
"""

from __future__ import annotations

import io
import math
import re
from dataclasses import dataclass, field, replace
from typing import Any

from .letters import ALEF_LAM
from .values import LIMITS, Limits, Refused

ASK = "Ask for the DOCX, or for a PDF that was made from it and not from paper."
SLANTED = 0.1  # a face is set aslant from this tangent on, as where a font has no italics (Arabic ones have none)
INVISIBLE = 3  # text rendering mode of a layer that recognition has laid over a picture
LOST = "\ufffd"


@dataclass(frozen=True)
class Glyph:
    """`x0` to `x1`: from left to right; `y`: the base line, from the bottom of the page, both in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    italic: bool
    turned: bool = False  # not upright: a watermark, a note in the margin
    hidden: bool = False


@dataclass(frozen=True)
class Rule:
    """A thin horizontal line that is drawn."""

    x0: float
    x1: float
    y: float


@dataclass
class Page:
    """One page. `pictures`: the part of its area that pictures cover, at most 1."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: float = 0.0
    swapped: int = 0  # ligatures of lam and alef that the file spells the wrong way round


def pages(raw: bytes, limits: Limits = LIMITS) -> list[Page]:
    """The pages of the file; `Refused` if it cannot be read."""
    # Only those who receive texts have it installed.
    from pdfminer.pdfdocument import PDFEncryptionError, PDFNoValidXRef
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.psexceptions import PSException

    found: list[Page] = []
    try:
        document = _document(raw, limits)
        manager = PDFResourceManager()
        for number, page in enumerate(PDFPage.create_pages(document), 1):
            if number > limits.pages:
                raise Refused(
                    "pdf-long", f"The file has more than {limits.pages} pages.", "Give only the resolution's."
                )
            listener = _listener(manager, number, limits.glyphs - sum(len(one.glyphs) for one in found))
            PDFPageInterpreter(manager, listener).process_page(page)
            found.append(listener.page)
    except Refused:
        raise
    except PDFEncryptionError:
        raise Refused("pdf-encrypted", "The file is locked with a password.", "Ask for it without one.") from None
    except (PDFNoValidXRef, PSException) as error:
        raise Refused("pdf-broken", f"This is no readable PDF: {error or type(error).__name__}.", ASK) from None
    except RecursionError:
        raise Refused("pdf-broken", "The parts of the file refer to each other without end.", ASK) from None
    except Exception as error:  # whatever a broken file makes the parser stumble over
        raise Refused("pdf-broken", f"The file is broken: {type(error).__name__}: {error}.", ASK) from None
    if not found:
        raise Refused("pdf-broken", "The file has no page.", ASK)
    return found


def _document(raw: bytes, limits: Limits) -> Any:
    """The document; it looks nothing up more often than a long one needs, for objects may name each other for ever."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

    class Counted(PDFDocument):
        looked_up = 0

        def getobj(self, objid: int) -> object:
            self.looked_up += 1
            if self.looked_up > limits.lookups:
                raise Refused("pdf-broken", "The parts of the file refer to each other without end.", ASK)
            return super().getobj(objid)

    return Counted(PDFParser(io.BytesIO(raw)))


def _listener(manager: Any, number: int, most: int) -> Any:
    from pdfminer.pdfdevice import PDFTextDevice
    from pdfminer.pdffont import PDFUnicodeNotDefined

    class Listener(PDFTextDevice):
        """Takes down what the interpreter draws."""

        def begin_page(self, page: Any, ctm: Any) -> None:
            x0, y0, x1, y1 = page.mediabox
            turned = page.rotate in (90, 270)
            width, height = abs(x1 - x0), abs(y1 - y0)
            self.page = Page(number, height if turned else width, width if turned else height)
            self.spans: list[tuple[str | None, int]] = []
            self.mode = 0

        def begin_tag(self, tag: Any, props: Any = None) -> None:
            self.spans.append((_actual(props), len(self.page.glyphs)))

        def end_tag(self) -> None:
            if self.spans:
                text, first = self.spans.pop()
                if text is not None and not any(outer is not None for outer, _ in self.spans):
                    _speak(self.page.glyphs, first, text)

        def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
            self.mode = textstate.render
            super().render_string(textstate, seq, ncs, graphicstate)

        def render_char(
            self,
            matrix: Any,
            font: Any,
            fontsize: float,
            scaling: float,
            rise: float,
            cid: int,
            ncs: Any,
            graphicstate: Any,
        ) -> float:
            a, b, c, d, e, f = matrix
            width = font.char_width(cid) * fontsize * scaling
            try:
                text = LOST if _is_untold(font, cid) else font.to_unichr(cid)
            except PDFUnicodeNotDefined:
                text = LOST
            if ALEF_LAM.fullmatch(text):
                text = text[::-1]
                self.page.swapped += 1
            if len(self.page.glyphs) >= most:
                raise Refused("pdf-long", "The file draws more signs than any resolution.", "Give only the resolution.")
            turned = abs(b) > 0.01 * (abs(a) or 1)
            ends = (e, e + width * a)
            slanted = not turned and abs(d) > 0 and abs(c / d) > SLANTED
            size = abs(fontsize) * (math.hypot(c, d) if turned else abs(d))
            self.page.glyphs.append(
                Glyph(
                    text,
                    min(ends),
                    max(ends),
                    f + rise * d,
                    size,
                    slanted or _is_italic(font),
                    turned,
                    self.mode == INVISIBLE,
                )
            )
            return width

        def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
            points = [self._place(segment[-2:]) for segment in path if len(segment) > 2]
            if len(points) > 1 and (stroke or fill):
                xs, ys = [x for x, _ in points], [y for _, y in points]
                if max(ys) - min(ys) < 2 and max(xs) - min(xs) > 30:
                    self.page.rules.append(Rule(min(xs), max(xs), sum(ys) / len(ys)))

        def _place(self, point: Any) -> tuple[float, float]:
            a, b, c, d, e, f = self.ctm
            x, y = point
            return a * x + c * y + e, b * x + d * y + f

        def render_image(self, name: str, stream: Any) -> None:
            a, b, c, d, _, _ = self.ctm
            area = abs(a * d - b * c) / ((self.page.width * self.page.height) or 1)
            self.page.pictures = min(1.0, self.page.pictures + area)

        def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
            return None

    return Listener(manager)


def _actual(props: Any) -> str | None:
    """The text that a stretch stands for."""
    raw = props.get("ActualText") if isinstance(props, dict) else None
    if not isinstance(raw, bytes):
        return None
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "replace").lstrip("\ufeff")
    return raw.decode("utf-8", "replace") if raw.startswith(b"\xef\xbb\xbf") else raw.decode("latin-1")


def _speak(glyphs: list[Glyph], first: int, text: str) -> None:
    """The glyphs from `first` on, which stand on one line, become one with that text."""
    span = glyphs[first:]
    if not span or max(g.y for g in span) - min(g.y for g in span) > span[0].size:
        return
    whole = replace(span[0], text=text, x0=min(g.x0 for g in span), x1=max(g.x1 for g in span))
    glyphs[first:] = [whole]


def _is_untold(font: Any, cid: int) -> bool:
    """Does a font that names its letters pass over this one? Then its code names nothing.

    Word processors leave out the stroke by which they stretch Arabic words; any other reader would take its code for
    a letter of the Latin alphabet, or a figure.
    """
    told = getattr(getattr(font, "unicode_map", None), "cid2unichr", None)
    subset = re.match(r"[A-Z]{6}[+]", str(getattr(font, "fontname", "") or ""))
    return bool(told and subset and hasattr(font, "cid2unicode") and cid not in told)


def _is_italic(font: Any) -> bool:
    name = str(getattr(font, "fontname", "") or "")
    if any(word in name for word in ("Italic", "Oblique", "-It", ",It", "Kursiv")):
        return True
    descriptor = getattr(font, "descriptor", None) or {}
    flags, angle = descriptor.get("Flags", 0), descriptor.get("ItalicAngle", 0)
    return bool(isinstance(flags, int) and flags & 64) or bool(isinstance(angle, (int, float)) and angle)
