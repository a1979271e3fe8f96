"""Writes small PDF files sign by sign, so that a test can say what each glyph claims to be and where it stands.

No font is embedded: a reader of text needs only widths (half the size for every sign) and the table that says which
letters a glyph stands for.
"""

import zlib


class Pdf:
    """Pages of glyphs. `told`: does the file say which letters its glyphs are?"""

    def __init__(self, told=True, width=595, height=842):
        self.told, self.size = told, (width, height)
        self.codes = {}
        self.pages = []

    def page(self):
        self.pages.append([])
        return self

    def text(self, x, y, signs, size=10, font="F1", slant=0.0, mode=0, actual=None):
        """Signs from left to right from x on; each is a letter, or several that one glyph stands for."""
        codes = "".join(f"{self.codes.setdefault(sign, len(self.codes) + 1):04x}" for sign in signs)
        shown = f"BT {mode} Tr /{font} {size} Tf 1 0 {slant} 1 {x} {y} Tm <{codes}> Tj ET"
        if actual is not None:
            shown = f"/Span <</ActualText <feff{actual.encode('utf-16-be').hex()}>>> BDC {shown} EMC"
        self.pages[-1].append(shown)
        return x + size * len(signs) / 2

    def right(self, x, y, signs, size=10, **how):
        """The same, ending at x."""
        self.text(x - size * len(signs) / 2, y, signs, size, **how)

    def rule(self, x0, x1, y):
        self.pages[-1].append(f"0.5 w {x0} {y} m {x1} {y} l S")

    def picture(self):
        self.pages[-1].append(f"q {self.size[0]} 0 0 {self.size[1]} 0 0 cm /Im1 Do Q")

    def turned(self, x, y, signs, size=40):
        codes = "".join(f"{self.codes.setdefault(sign, len(self.codes) + 1):04x}" for sign in signs)
        self.pages[-1].append(f"BT /F1 {size} Tf 0.7 0.7 -0.7 0.7 {x} {y} Tm <{codes}> Tj ET")

    def bytes(self, trailer=""):
        """The file."""
        objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
        table = "".join(f"<{code:04x}> <{sign.encode('utf-16-be').hex()}>\n" for sign, code in self.codes.items())
        cmap = f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(self.codes)} beginbfchar\n{table}endbfchar endcmap end"
        objects.append(f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream")
        fonts = {}
        for key, name in (
            ("F1", "ABCDEF+TimesNewRomanPSMT"),
            ("F2", "ABCDEF+TimesNewRomanPS-ItalicMT"),
            ("F3", "ABCDEF+TimesNewRomanPS-BoldMT"),
        ):
            objects.append(
                f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[0 -200 1000 800]/Ascent 800/Descent -200/ItalicAngle {-15 if key == 'F2' else 0}>>"
            )
            objects.append(
                f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor {len(objects)} 0 R>>"
            )
            unicode = "/ToUnicode 3 0 R" if self.told else ""
            objects.append(
                f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{len(objects)} 0 R]{unicode}>>"
            )
            fonts[key] = len(objects)
        objects.append(
            "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\0\nendstream"
        )
        picture = len(objects)
        kids = []
        for content in self.pages:
            data = zlib.compress("\n".join(content).encode("latin-1"))
            objects.append(f"<</Length {len(data)}/Filter/FlateDecode>>stream\n{data.decode('latin-1')}\nendstream")
            resources = (
                "<</Font<<"
                + "".join(f"/{key} {number} 0 R" for key, number in fonts.items())
                + f">>/XObject<</Im1 {picture} 0 R>>>>"
            )
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {self.size[0]} {self.size[1]}]/Contents {len(objects)} 0 R/Resources {resources}>>"
            )
            kids.append(f"{len(objects)} 0 R")
        objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
        out, places = b"%PDF-1.7\n", []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body.encode("latin-1") + b"\nendobj\n"
        start = len(out)
        table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(
            f"{place:010} 00000 n \n" for place in places
        )
        return (
            out
            + f"{table}trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
        )


def visual(text):
    """An Arabic text without figures or Latin, as it stands on paper from left to right."""
    return text[::-1]
