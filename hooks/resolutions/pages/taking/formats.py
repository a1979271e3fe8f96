"""References as files for reference managers: BibTeX, RIS, CSL-JSON. UTF-8 throughout, Arabic as it is.

`@legislation` is BibLaTeX's; styles that do not know it, the classic ones among them, print such an entry as `@misc`,
hence `howpublished`, `year` and `month` beside `number` and `date`. RIS: types and tags of the list of 2011; lines end
as it wants. CSL-JSON: csl-data.json 1.0.2. The status of a text stands in the note of each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...records.kinds import Kind
from .reference import Reference, designation

SITE = "Muqabala"


@dataclass(frozen=True)
class Type:
    """What each format calls an instrument of one kind."""

    bibtex: str
    ris: str
    csl: str


_ADOPTED = Type("legislation", "STAT", "legislation")
_TREATY = Type("legislation", "LEGAL", "treaty")
_REPORT = Type("report", "RPRT", "report")
TYPES = {
    Kind.RESOLUTION: _ADOPTED,
    Kind.DRAFT_RESOLUTION: Type("legislation", "BILL", "bill"),
    Kind.DECISION: _ADOPTED,
    Kind.DRAFT_DECISION: Type("legislation", "BILL", "bill"),
    Kind.DECLARATION: _ADOPTED,
    Kind.CHARTER: _TREATY,
    Kind.CONVENTION: _TREATY,
    Kind.PROTOCOL: _TREATY,
}
LANGID = {"en": "english", "ar": "arabic"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# A brace counts for BibTeX even behind a backslash, hence commands that bring their own pair.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: "\\" + sign for sign in "&%$#_"},
}
_TEX_SIGNS = re.compile("[" + re.escape("".join(_TEX)) + "]")


def bibtex(references: Iterable[Reference]) -> str:
    return "\n".join(map(_bibtex_entry, references))


def _bibtex_entry(one: Reference) -> str:
    # Twice in braces: a body is no person with a first name, and a title keeps its capitals.
    author, comma, report = _tex(_joined(one)), "،" if one.language == "ar" else ",", _type(one) is _REPORT
    what = f"{_capital(one.genre)} {designation(one)}" + (f"{comma} {one.clause}" if one.clause else "")
    fields = {
        "author": f"{{{{{author}}}}}",
        "title": f"{{{{{_tex(one.title)}}}}}",
        **({"institution": f"{{{{{author}}}}}", "type": f"{{{_tex(one.genre)}}}"} if report else {}),
        "number": f"{{{_tex(one.symbol)}}}",
        "howpublished": f"{{{_tex(what)}}}",
        "date": f"{{{one.date.isoformat()}}}",
        "year": f"{{{one.date.year}}}",
        "month": MONTHS[one.date.month - 1],
        "langid": f"{{{LANGID[one.language]}}}",
        "url": f"{{{_address(one.address)}}}",
        "note": f"{{{_tex(one.status)}}}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@{_type(one).bibtex}{{{one.key},\n{lines},\n}}\n"


def _tex(text: str) -> str:
    return _TEX_SIGNS.sub(lambda match: _TEX[match[0]], " ".join(text.split()))


def _address(address: str) -> str:
    """An address is read as it stands; what would end the field or begin a comment is percent-encoded."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def ris(references: Iterable[Reference]) -> str:
    return "".join(map(_ris_record, references))


def _ris_record(one: Reference) -> str:
    # The body and its committee are two authors: a comma would part a family name from a first one.
    tags = [
        ("TY", _type(one).ris),
        ("ID", one.key),
        *(("AU", author) for author in one.authors),
        ("TI", one.title),
        ("ST", one.symbol),
        ("M1", one.symbol),
        ("M3", one.genre),
        *([("SE", one.clause)] if one.clause else []),
        ("PY", str(one.date.year)),
        ("DA", one.date.strftime("%Y/%m/%d")),
        ("LA", one.language),
        ("DB", SITE),
        ("UR", one.address),
        ("N1", one.status),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in tags) + "\r\n"


def csl_json(references: Iterable[Reference]) -> str:
    return json.dumps([_csl_item(one) for one in references], ensure_ascii=False, indent=1) + "\n"


def _csl_item(one: Reference) -> dict[str, Any]:
    return {
        "id": one.key,
        "type": _type(one).csl,
        "author": [{"literal": _joined(one)}],
        "authority": one.authors[0],
        "title": one.title,
        "title-short": one.symbol,
        "genre": one.genre,
        "number": one.symbol,
        **({"section": one.clause} if one.clause else {}),
        "issued": {"date-parts": [[one.date.year, one.date.month, one.date.day]]},
        "language": one.language,
        "source": SITE,
        "URL": one.address,
        "note": one.status,
    }


def _type(one: Reference) -> Type:
    return TYPES.get(one.kind, _REPORT)


def _joined(one: Reference) -> str:
    return ("، " if one.language == "ar" else ", ").join(one.authors)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
