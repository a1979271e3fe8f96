"""What kind of file it is, told by its content; its name says little."""

from __future__ import annotations

from .values import Kind, Refused

ASK = "Ask for the DOCX, the PDF or the text itself."
OTHERS = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Word file (.doc), or one with a password",
        "Save it as DOCX without a password.",
    ),
    (b"{\\rtf", "an RTF file", "Open it in a word processor and save it as DOCX."),
    (b"\x89PNG", "a picture (PNG)", ASK),
    (b"\xff\xd8\xff", "a picture (JPEG)", ASK),
    (b"II*\0", "a picture (TIFF)", ASK),
    (b"MM\0*", "a picture (TIFF)", ASK),
    (b"\xff\x57\x50\x43", "a WordPerfect file", "Open it in a word processor and save it as DOCX."),
    (b"\x1f\x8b", "a compressed file (gzip)", "Unpack it first."),
    (b"Rar!", "an archive (RAR)", "Unpack it first."),
    (b"7z\xbc\xaf", "an archive (7-Zip)", "Unpack it first."),
)


def kind_of(raw: bytes) -> Kind:
    """The kind, or `Refused`."""
    if not raw.strip(b"\0\t\r\n\f "):
        raise Refused("file-empty", "The file is empty.", "Ask for it again.")
    if b"%PDF-" in raw[:1024]:
        return Kind.PDF
    if raw.startswith(b"PK"):
        return Kind.DOCX
    for start, name, todo in OTHERS:
        if raw.startswith(start):
            raise Refused("file-kind", f"This is {name}.", todo)
    head = raw[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        raise Refused("file-kind", "This is a web page (HTML).", "Save the document that it shows, not the page.")
    return Kind.TEXT
