"""Makes received files of our own papers (papers/*.yml): a DOCX, and a page that a browser prints as PDF.

Both are laid out as the General Assembly's documents are: masthead in two columns, running header, page and job numbers,
footnotes at the foot of the page with raised marks, opening phrases in italics.
"""

import html
import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "papers"
MARKED = re.compile(r"(\*\*.+?\*\*|\*.+?\*|\{\d+\})")


@dataclass
class Paper:
    """One language of the paper."""

    language: str
    data: dict = field(default_factory=dict)

    @property
    def rtl(self):
        return self.data["direction"] == "rtl"

    def __getattr__(self, name):
        return self.data[name]


def paper(language):
    return Paper(language, yaml.safe_load((FOLDER / f"{language}.yml").read_text(encoding="utf-8")))


def runs(text):
    """(text, italic, bold, number of a footnote that is called)."""
    for piece in MARKED.split(text):
        if piece.startswith("{"):
            yield "", False, False, int(piece[1:-1])
        elif piece.startswith("**"):
            yield piece[2:-2], False, True, 0
        elif piece.startswith("*") and piece.endswith("*") and len(piece) > 1:
            yield piece[1:-1], True, False, 0
        elif piece:
            yield piece, False, False, 0


# -- DOCX ------------------------------------------------------------------------------------------------------------

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
STYLES = (
    f'{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="List"><w:name w:val="List"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Open"><w:name w:val="Open"/><w:rPr><w:i/><w:iCs/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
)


def _run(text, italic=False, bold=False, rtl=False, extra=""):
    looks = (
        ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "") + ("<w:rtl/>" if rtl else "") + extra
    )
    body = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{html.escape(piece)}</w:t>' if piece else "" for piece in text.split("\t")
    )
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{body}</w:r>"


def docx_paragraph(text, rtl=False, numbered=0, level=0, style=""):
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:bidi/>" if rtl else "")
    if numbered:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbered}"/></w:numPr>'
    body = ""
    for piece, italic, bold, note in runs(text):
        if note and rtl:  # Arabic editions set the mark in brackets
            body += _run("(", rtl=rtl, extra='<w:vertAlign w:val="superscript"/>')
        if note:
            body += (
                f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{note}"/></w:r>'
            )
        if note and rtl:
            body += _run(")", rtl=rtl, extra='<w:vertAlign w:val="superscript"/>')
        if not note:
            body += _run(piece, italic, bold, rtl)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{body}</w:p>"


def docx_table(rows, rtl=False):
    cells = "".join(
        "<w:tr>"
        + "".join("<w:tc><w:tcPr/>" + "".join(docx_paragraph(t, rtl) for t in cell) + "</w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr>{'<w:bidiVisual/>' if rtl else ''}</w:tblPr>{cells}</w:tbl>"


def docx_package(body, notes=(), numbering="", first_header="", running="", rtl=False, section="", extra=None):
    """The bytes of a DOCX with that body."""
    parts = {"word/styles.xml": (STYLES, "styles")}
    references = ""
    if notes:
        text = "".join(
            f'<w:footnote w:id="{n}"><w:p>{"<w:pPr><w:bidi/></w:pPr>" + _run("(", rtl=True) if rtl else ""}<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>{_run(")", rtl=True) if rtl else ""}'
            + _run(" ")
            + "".join(_run(piece, italic, bold, rtl) for piece, italic, bold, _ in runs(note))
            + "</w:p></w:footnote>"
            for n, note in enumerate(notes, 1)
        )
        separators = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        parts["word/footnotes.xml"] = (f"{HEAD}<w:footnotes {W}>{separators}{text}</w:footnotes>", "footnotes")
    if numbering:
        parts["word/numbering.xml"] = (f"{HEAD}<w:numbering {W}>{numbering}</w:numbering>", "numbering")
    if first_header:
        parts["word/header1.xml"] = (f"{HEAD}<w:hdr {W}>{first_header}</w:hdr>", "header")
        references += '<w:headerReference w:type="first" r:id="rIdheader1"/>'
    if running:
        parts["word/header2.xml"] = (f"{HEAD}<w:hdr {W}>{running}</w:hdr>", "header")
        references += '<w:headerReference w:type="default" r:id="rIdheader2"/>'
    end = f"<w:sectPr>{references}{'<w:titlePg/>' if first_header else ''}</w:sectPr>"
    parts["word/document.xml"] = (f"{HEAD}<w:document {W}><w:body>{body}{end}</w:body></w:document>", "document")
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPE}{"document.main" if kind == "document" else kind}+xml"/>'
        for name, (_, kind) in parts.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{Path(name).stem}" Type="{REL}{kind}" Target="{Path(name).name}"/>'
        for name, (_, kind) in parts.items()
        if kind != "document"
    )
    name_space = 'xmlns="http://schemas.openxmlformats.org/package/2006/'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'{HEAD}<Types {name_space}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'{HEAD}<Relationships {name_space}relationships"><Relationship Id="rId1" Type="{REL}officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'{HEAD}<Relationships {name_space}relationships">{relations}</Relationships>',
        )
        for name, (content, _) in parts.items():
            archive.writestr(name, content)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(one):
    """The paper as a DOCX: masthead in tables, first page's header, automatic footnotes."""
    rtl = one.rtl
    masthead = docx_table([[[one.body], [*one.distribution]]], rtl)
    body = masthead + "".join(docx_paragraph(text, rtl) for text in one.session)
    body += docx_paragraph(f"**{one.adopted}**", rtl) + docx_paragraph(one.report, rtl)
    body += docx_paragraph(f"**{one.title[0]}\t{one.title[1]}**", rtl, style="Heading1") + docx_paragraph(
        one.chapeau, rtl
    )
    for text in (*one.paragraphs, *one.closing, *one.annex):
        body += docx_paragraph(text.replace(" /// ", " "), rtl)
    header = docx_table([[[one.house], [one.symbol]]], rtl)
    return docx_package(body, one.notes, "", header, docx_paragraph(one.symbol, rtl), rtl)


# -- a page for a browser to print -----------------------------------------------------------------------------------

STYLE = """
@page { size: A4; margin: 0 }
* { margin: 0; padding: 0; box-sizing: border-box }
body { font: 10pt/12.5pt "DejaVu Serif", serif }
.page { width: 210mm; height: 296mm; position: relative; padding: 15mm 25mm; page-break-after: always }
.top { display: flex; justify-content: space-between; border-bottom: 1px solid; padding-bottom: 4pt; margin-bottom: 10pt }
.top .symbol { font-size: 12pt }
.two { display: flex; justify-content: space-between; margin-bottom: 14pt }
.two .body { font-size: 15pt; font-weight: bold }
p { margin-bottom: 7pt; text-align: justify; padding-inline: 12mm }
p .tab { display: inline-block; width: 12mm }
p.tight { margin-bottom: 0 }
h1 { font-size: 11pt; margin-bottom: 8pt }
sup { font-size: 6pt; line-height: 0 }
.notes { position: absolute; bottom: 22mm; inset-inline: 25mm; font-size: 8pt; line-height: 10pt }
.notes hr { width: 35mm; border: 0; border-top: .7pt solid; margin-bottom: 3pt }
.foot { position: absolute; bottom: 10mm; inset-inline: 25mm; display: flex; justify-content: space-between; font-size: 8pt }
"""


def _html(text, rtl):
    out = ""
    for piece, italic, bold, note in runs(text):
        if note:
            out += f"<sup>({note})</sup>" if rtl else f"<sup>{note}</sup>"
            continue
        words = html.escape(piece).replace("\t", '<span class="tab"> </span>')
        out += f"<i>{words}</i>" if italic else f"<b>{words}</b>" if bold else words
    return out


def page(one, style=STYLE):
    """The paper as a web page of two printed pages."""
    rtl = one.rtl
    cut = next(i for i, text in enumerate(one.paragraphs) if " /// " in text)
    before, after = one.paragraphs[cut].split(" /// ")

    def paragraphs(texts):
        return "".join(f"<p>{_html(text, rtl)}</p>" for text in texts)

    def notes(numbers):
        rows = "".join(f"<div>{_html('{' + str(n) + '}', rtl)} {_html(one.notes[n - 1], rtl)}</div>" for n in numbers)
        return f'<div class="notes"><hr>{rows}</div>'

    def foot(first, second):
        return f'<div class="foot"><span dir="ltr">{first}</span><span dir="ltr">{second}</span></div>'

    first = (
        f'<div class="top"><span>{one.house}</span><span class="symbol" dir="ltr">{one.symbol}</span></div>'
        f'<div class="two"><span class="body">{one.body}</span><span>{"<br>".join(one.distribution)}</span></div>'
        + "".join(f'<p class="tight">{text}</p>' for text in one.session)
        + f"<br><h1>{one.adopted}</h1><p>{_html(one.report, rtl)}</p>"
        + f"<h1>{one.title[0]} {one.title[1]}</h1>"
        + paragraphs([one.chapeau, *one.paragraphs[:cut], before])
        + notes([1])
        + foot(one.job, one.barcode)
    )
    second = (
        f'<div class="top"><span dir="ltr">{one.symbol}</span><span>{one.title[1][:40]}</span></div>'
        + paragraphs([after, *one.paragraphs[cut + 1 :], *one.closing, *one.annex])
        + notes([2])
        + foot("2/2", one.job.split(" ")[0])
    )
    return (
        f'<!doctype html><html lang="{one.language}" dir="{one.direction}"><meta charset="utf-8"><style>{style}</style>'
        f'<body><div class="page">{first}</div><div class="page">{second}</div></body></html>'
    )
