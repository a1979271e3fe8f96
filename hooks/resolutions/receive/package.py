"""Opens a DOCX without trusting it: sizes and kinds are looked at before anything is unpacked.

In: the bytes. Out: python-docx' document. A zip bomb, an XML document type (entities, external files) and a package
that is no Word document are refused.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from .values import LIMITS, Limits, Refused

if TYPE_CHECKING:
    from docx.document import Document

AGAIN = "Ask for it again, or open it in a word processor and save it anew."
MAIN = "word/document.xml"


def opened(raw: bytes, limits: Limits = LIMITS) -> Document:
    """The document in the package."""
    from docx import Document as open_document  # only this room's users have it installed

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _look(archive, limits)
        return open_document(io.BytesIO(raw))
    except Refused:
        raise
    except Exception as error:  # whatever a broken package makes its readers stumble over
        raise Refused("docx-broken", f"This is no readable DOCX: {type(error).__name__}: {error}.", AGAIN) from None


def _look(archive: zipfile.ZipFile, limits: Limits) -> None:
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    if len(infos) > limits.entries or total > limits.unpacked:
        raise Refused(
            "docx-bomb",
            f"Unpacked it would be {total:,} bytes in {len(infos)} files.",
            "Do not open it; ask who sent it.",
        )
    for info in infos:
        swollen = info.file_size > 1_000_000 and info.file_size > limits.ratio * max(info.compress_size, 1)
        if swollen:
            what = f"{info.filename} would grow from {info.compress_size:,} to {info.file_size:,} bytes."
            raise Refused("docx-bomb", what, "Do not open it; ask who sent it.")
    names = {info.filename for info in infos}
    if MAIN not in names:
        raise Refused("file-kind", f"This is {_other(names)}, not a DOCX.", AGAIN)
    for info in infos:
        if info.filename.endswith((".xml", ".rels")):
            if info.file_size > limits.part:
                raise Refused("docx-bomb", f"{info.filename} holds {info.file_size:,} bytes.", AGAIN)
            with archive.open(info) as part:  # never more than it said, whatever it holds
                content = part.read(info.file_size + 1)
            if len(content) > info.file_size:
                raise Refused("docx-bomb", f"{info.filename} is larger than the package says.", "Do not open it.")
            if b"<!DOCTYPE" in (plain := content.replace(b"\0", b"")) or b"<!ENTITY" in plain:
                what = f"{info.filename} declares a document type, which no DOCX does."
                raise Refused("docx-entities", what, "Do not open it; ask who sent it.")


def _other(names: set[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        return "a spreadsheet (XLSX)"
    if any(name.startswith("ppt/") for name in names):
        return "a presentation (PPTX)"
    return "an OpenDocument file (ODT)" if "content.xml" in names else "a ZIP archive"
