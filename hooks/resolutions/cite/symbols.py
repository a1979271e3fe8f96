"""Documents by their symbols.

In: a passage. Out: mentions: A/77/464; A/RES/217(III); S/RES/1325 (2000); A/HRC/48/2/Add.1; A/77/464 and Corr.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records.kinds import Kind
from ..records.load import Records
from . import bodies
from .letters import Letters
from .values import Mention

# E/CN.4/Sub.2/2003/12/Rev.2, A/CONF.234/16, A/RES/ES-10/24, A/C.3/77/L.43/Rev.1, C-III/143/DR.rev, A/HRC/48/2/Add. 1
SYMBOL = re.compile(
    r"""(?<![\w/.-])
    (?P<root>[a-z]{1,6}(?:-[a-z]{1,5})?)
    (?:/ (?: (?:add|rev|corr|amend)\.[ ]?[0-9]+ | [a-z0-9]+(?:[.-][a-z0-9]+)* ))+
    (?: (?<=[0-9]) [ ] (?P<part> \( (?:part|vol\.|supp\.) [ ] (?:[ivx]+|[0-9]+) \) ) )?
    (?P<letter> (?<=[0-9]) [ ] [a-z] (?![\w.']) )?
    (?P<year> (?<=[0-9]) [ ]?\( (?: (?:e?s-)?[ivxl]+ | (?:19|20)[0-9]{2} ) \) (?:[ ]?\[[a-z]\])? )?
    (?![\w/])""",
    re.VERBOSE,
)
# A/77/464 and Add.1 and Corr.1; «A/77/464 و Corr.1»; A/HRC/49/51 and Add.1–3
FURTHER = re.compile(
    r"(?:[ ]and[ ]|[ ]?و[ ]?|,[ ]|،[ ])(?P<part>(?:add|rev|corr)\.[ ]?[0-9]+(?:/(?:add|rev|corr)\.[0-9]+)?)"
)
# … and Add.1 and 2; … Add.1–3
MORE = re.compile(r"(?:(?P<to>[ ]?[-–][ ]?)|(?:,[ ]|،[ ]|[ ]and[ ]|[ ]?و[ ]?))(?P<n>[0-9]{1,2})(?![\w/.]|[ ][a-z])")


def symbols(letters: Letters, records: Records) -> Iterator[Mention]:
    """Every document that is cited by its symbol; "and/or" is none, for it holds no figure and no capital."""
    assert records.references is not None
    if "/" not in letters.text:
        return
    roots = {root.lower() for root in records.references.symbol_roots}
    for match in SYMBOL.finditer(letters.text):
        start, end = match.span()
        if match["year"] and "/res/" not in match[0]:  # "A/69/968 (2015)": the year is not of the symbol
            end = match.start("year")
        if match["letter"] and ("/res/" not in match[0] or not letters.cased[match.end("letter") - 1].isupper()):
            end = match.start("letter")  # a letter belongs to resolutions only: A/RES/57/270 B
        written = letters.cased[start:end]
        if not letters.cased[start].isupper() or not any(c.isdigit() for c in written):
            continue
        if match["root"] not in roots and written.count("/") < 2:
            continue
        yield _mention(start, end, written, records)
        place = end
        while further := FURTHER.match(letters.text, place):
            place = further.end()
            part = letters.cased[slice(*further.span("part"))]
            yield _mention(*further.span("part"), f"{written}/{part}", records)
            last = part
            while more := MORE.match(letters.text, place):
                stem, number = re.split(r"(?<=\.)[ ]?(?=[0-9]+$)", last)
                first = int(number) + 1 if more["to"] else int(more["n"])
                for each in range(first, int(more["n"]) + 1):
                    yield _mention(*more.span("n"), f"{written}/{stem}{each}", records)
                last, place = f"{stem}{more['n']}", more.end()


def _mention(start: int, end: int, written: str, records: Records) -> Mention:
    assert records.references is not None
    root = written.partition("/")[0].lower()
    place = tuple(index for index, one in enumerate(records.references.symbol_roots) if one.lower() == root)
    symbol = re.sub(r"(?<=\.) (?=[0-9])", "", written)
    body, number = bodies.of_symbol(symbol, records)
    return Mention(
        start,
        end,
        bodies.by_symbol(symbol, records) or _numbered(body, number, records),
        symbol.upper(),
        rule="symbol",
        entry=("bodies", body, "symbol") if body else ("grammar", "references", "symbol_roots", *place[:1]),
        act="resolution" if body else "",
        number=number,
        body=body,
        symbol=symbol,
    )


def _numbered(body: str | None, number: str | None, records: Records) -> str | None:
    return bodies.target(number, body, Kind.RESOLUTION, records) if body and number else None
