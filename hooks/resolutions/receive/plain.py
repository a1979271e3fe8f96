"""A text file. Only what is certain is decoded: UTF-8, and UTF-16 that says so by its first two bytes."""

from __future__ import annotations

import codecs
import re

from .letters import clean
from .values import Log, Refused

SAVE = "Open it in an editor as {} and save it as UTF-8; or ask for the PDF or DOCX."
ARABIC = re.compile(r"(?<![ء-ي])(?:من|في|إلى|على|التي|الجمعية|وإذ|المتحدة)(?![ء-ي])")


def read(raw: bytes, log: Log) -> list[str]:
    """The lines of the file."""
    text = _decode(raw, log)
    ends = text.count("\r\n")
    if "\r" in text:
        log.step("line-end", ends + text.replace("\r\n", "").count("\r"))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\f" in text:
        log.step("page-break", text.count("\f"))
        text = text.replace("\f\n", "\n").replace("\f", "\n")
    lines = [clean(line, log) for line in text.removesuffix("\n").split("\n")]
    if not any(line.strip() for line in lines):
        raise Refused("file-empty", "The file is empty.", "Ask for it again.")
    return lines


def _decode(raw: bytes, log: Log) -> str:
    if raw.startswith(codecs.BOM_UTF8):
        log.step("byte-order-mark")
        raw = raw[3:]
    elif raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = raw.decode("utf-16")
        except UnicodeDecodeError:
            raise Refused("text-utf-16", "This is UTF-16, and broken.", "Ask for it again, as UTF-8.") from None
        log.step("from-utf-16")
        return text
    if b"\0" in raw:
        looks_wide = raw.count(b"\0") > len(raw) // 5 or b"\x06" in raw[1::2][:4000]
        what = "This looks like UTF-16 that does not say so." if looks_wide else "This is no text: it holds zero bytes."
        raise Refused("text-utf-16" if looks_wide else "file-kind", what, SAVE.format("UTF-16"))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        name = _guess(raw)
        raise Refused(
            "text-encoding",
            f"The file is not encoded in UTF-8 (line {line}). It looks like {name}, but nothing in it says so.",
            SAVE.format(name),
        ) from None


def _guess(raw: bytes) -> str:
    """The likeliest of the encodings in which such files come."""
    arabic = {name: len(ARABIC.findall(raw.decode(name, "replace"))) for name in ("cp1256", "iso8859-6", "cp720")}
    best = max(arabic, key=arabic.__getitem__)
    if arabic[best] > 1:
        return {"cp1256": "Windows-1256 (Arabic)", "iso8859-6": "ISO 8859-6 (Arabic)", "cp720": "DOS 720 (Arabic)"}[
            best
        ]
    return "Windows-1252 (Western European)"
