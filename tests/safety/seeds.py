"""The inputs that fuzzing begins with, and the everyday tests change a little: the golden cases and the real records."""

import io
import zipfile
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
SEPARATOR = b"\x1e"


def seeds(target):
    """Names and bytes."""
    found = sorted((Path(__file__).parent / "found" / target).glob("*"))
    return {**{path.name: path.read_bytes() for path in found}, **MADE[target]()}


def _cases():
    """Names, the text of each language, its title."""
    for folder in ("parse", "cite"):
        for path in sorted((ROOT / "tests" / folder / "cases").glob("*.yml")):
            case = yaml.safe_load(path.read_text(encoding="utf-8"))
            given = [case.get(one) or "" for one in ("en", "ar")]
            yield path.stem, [_text(one) for one in given], [_title(one) for one in given]


def _text(given):
    if isinstance(given, dict):
        given = given.get("text") or given.get("passages") or ""
    return given if isinstance(given, str) else "\n\n".join(map(str, given))


def _title(given):
    return str(given.get("title", "")) if isinstance(given, dict) else ""


def _parser():
    return {
        f"{name}-{language}": title.encode() + SEPARATOR + text.encode()
        for name, texts, titles in _cases()
        for language, text, title in zip(("en", "ar"), texts, titles, strict=True)
        if text
    }


def _pages():
    return {name: SEPARATOR.join([*(text.encode() for text in texts), b"Title"]) for name, texts, _ in _cases()}


def _records():
    paths = [*(ROOT / "docs" / "records").rglob("*.yml"), *(ROOT / "docs" / "texts").rglob("*.yml")]
    return {
        f"{path.parent.name}-{path.stem}": path.read_bytes() for path in sorted(paths) if path.stat().st_size < 20_000
    }


def _received():
    """Small files of each kind; the PDF is written by hand, for what makes one is no part of the fuzzer's packages."""
    text = "The General Assembly,\n\nRecalling its work,\n\n1. Decides to act.\n"
    return {
        "text": text.encode(),
        "arabic": "إن الجمعية العامة،\n\nإذ تشير إلى عملها،\n\n1 - تقرر العمل.\n".encode(),
        "utf-16": text.encode("utf-16"),
        "docx": docx(text.split("\n")),
        "pdf": pdf(text.split("\n")),
    }


def docx(lines, **parts):
    """A DOCX with a paragraph for each line; `parts` replaces or adds parts of the package."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    rel = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{word}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{rel}"><Relationship Id="r1" Type="{office}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{rel}"><Relationship Id="r1" Type="{office}/styles" '
        'Target="styles.xml"/></Relationships>',
        "word/styles.xml": f"<w:styles {w}/>",
        "word/document.xml": f"<w:document {w}><w:body>{body}</w:body></w:document>",
        **parts,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def pdf(lines, stream=b""):
    """A PDF of one page in Helvetica, which every reader knows; `stream`: instead of the lines, how the page is drawn."""
    drawn = b"".join(b"(" + line.encode("latin-1", "replace") + b") Tj T*\n" for line in lines)
    stream = stream or b"BT /F1 11 Tf 72 700 Td 14 TL\n" + drawn + b"ET"
    return pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        pdf_stream(stream),
    )


def pdf_stream(content, entries=b""):
    """A stream object; `entries`: what else its dictionary holds."""
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def pdf_of(*objects):
    """A PDF of these objects, numbered from 1; the first is its catalog."""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


MADE = {"parser": _parser, "records": _records, "pages": _pages, "received": _received}
