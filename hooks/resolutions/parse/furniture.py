"""What the page carries and the text does not: running headers, page numbers, job numbers, barcodes, ornaments.

In: the lines above the text, the lines of the text, the title. Out: the numbers of the lines that are furniture.
A line that might as well be text ("3/26" in a sentence, a number alone) counts only beside other signs of a page's end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..folding import folded
from .source import Line

SYMBOL = r"[A-Z][A-Z-]{0,5}(?:/[A-Z0-9][A-Za-z0-9.()-]*){1,6}(?:[ ]\(\d{4}\))?"
JOB = r"(?:GE\.|V\.|N)?\d{2}-\d{5,6}(?:[ ]?\*)?(?:[ ]?\([A-Z]\))?(?:[ ]\d{6}\b){0,5}"
VISUAL_JOB = re.compile(r"\)[A-Z]\([ ]?(?:GE\.|V\.|N)?\d{2}-\d{5,6}")
BARCODE = r"\*[ ]?[A-Z]?\d{6,}[A-Z]?[ ]?\*"
PAGES = r"\d{1,3}[ ]?/[ ]?\d{1,3}"
PAGE = r"(?:(?:[Pp]age|صفحة|الصفحة)[ ]\d{1,3}(?:[ ]?(?:of|/|من)[ ]?\d{1,3})?|[-–—][ ]?\d{1,3}[ ]?[-–—])"

RECYCLE = r"(?:Please recycle|(?:يرجى|الرجاء) إعادة (?:الاستعمال|التدوير)).{0,3}"
ADDRESS = re.compile(r"(?:https?://|www\.)\S{3,300}|©.{3,80}")  # below a page of a web site
SURE = re.compile(
    rf"(?:\d{{1,3}}[ ]{JOB}|{JOB}[ ]\d{{1,3}}|(?:(?:{JOB}|{BARCODE}|{PAGE}|{PAGES}|{RECYCLE})(?:\s+|$)){{1,4}})"
)
ORNAMENT = re.compile(r"(?:\*[ \t]+){2,}\*|[*]{3,}|[•·]")
HEAD_SYMBOL = re.compile(rf"(?<![\w/])(?P<symbol>{SYMBOL})")
SYMBOL_ONLY = re.compile(rf"{SYMBOL}\*?")
COUNTED = re.compile(r"(?P<page>\d{1,3})[ ]?/[ ]?(?P<pages>\d{1,3})")
NUMBER = re.compile(r"\d{1,3}")
LONGEST = 160  # a running header is shorter
MOST_PAGES = 60  # of a resolution; "72/195" alone on a line is one
TITLE_START = 12  # so many letters of the title make a running header beside a symbol or another sign


def find(head: Sequence[Line], body: Sequence[Line], title: str) -> frozenset[int]:
    """The numbers of the lines of `body` that are furniture."""
    own = {match["symbol"] for line in head for match in HEAD_SYMBOL.finditer(line.text)}
    lines = [line for line in body if not line.is_blank]
    texts = [" ".join(line.text.split()) for line in lines]
    blank_before = [i == 0 or lines[i].number > lines[i - 1].number + 1 for i in range(len(lines))]
    feed = ["\f" in line.text for line in lines]
    total = _total(texts)
    apart = [before and after for before, after in zip(blank_before, [*blank_before[1:], True], strict=False)]
    sure = [_is_sure(text, own, total, alone) for text, alone in zip(texts, apart, strict=True)]
    heading = folded(title).strip()
    _by_neighbours(texts, sure, blank_before, feed, heading, own)
    _numbers_in_series(texts, sure, blank_before)
    return frozenset(line.number for line, one in zip(lines, sure, strict=True) if one)


def _total(texts: Sequence[str]) -> str | None:
    """The number of pages, if at least two page numbers such as "2/5" say so."""
    found = [match for text in texts if SURE.fullmatch(text) and (match := COUNTED.search(text))]
    counts = Counter(match["pages"] for match in found if int(match["page"]) <= int(match["pages"]))
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else None


def _is_sure(text: str, own: set[str], total: str | None, alone: bool) -> bool:
    if (
        ORNAMENT.fullmatch(text)
        or VISUAL_JOB.fullmatch(text)
        or text.rstrip("*") in own
        or (alone and ADDRESS.fullmatch(text))
    ):
        return True
    whole = text
    for symbol in own:
        if text.startswith(symbol + " ") or text.endswith(" " + symbol):
            text = text.removeprefix(symbol).removesuffix(symbol).strip()
            break
    if not SURE.fullmatch(text):
        return text != whole and bool(NUMBER.fullmatch(text))
    pages = COUNTED.fullmatch(text)
    if not pages or text != whole:
        return True
    if int(pages["page"]) > int(pages["pages"]):
        return False
    return pages["pages"] == total or (alone and int(pages["pages"]) <= MOST_PAGES)


def _by_neighbours(
    texts: Sequence[str], sure: list[bool], blank: Sequence[bool], feed: Sequence[bool], title: str, own: set[str]
) -> None:
    """Lines beside furniture: symbols, bare page numbers, the running title, whatever stands there again and again."""
    often = Counter(texts)
    for order in (range(len(texts)), range(len(texts) - 1, -1, -1)):
        for i in order:
            if sure[i] or len(texts[i]) > len(title) + 40:
                continue
            beside = (i > 0 and sure[i - 1]) or (i + 1 < len(texts) and sure[i + 1])
            at_feed = feed[i] or (i + 1 < len(texts) and feed[i + 1])
            rest = texts[i]
            for symbol in own:
                rest = rest.removeprefix(symbol).removesuffix(symbol)
            rest, short = folded(rest).strip(), texts[i] != rest
            running = len(rest) >= TITLE_START and (title.startswith(rest.rstrip(".… ")) or rest in title)
            named = short and any(texts[i].startswith(symbol) or texts[i].endswith(symbol) for symbol in own)
            again = often[texts[i]] > 1
            sure[i] = (
                (running and (named or beside))
                or (bool(SYMBOL_ONLY.fullmatch(texts[i])) and (beside or at_feed or again))
                or (bool(NUMBER.fullmatch(texts[i])) and (at_feed or (beside and blank[i])))
                or (beside and again and not texts[i].endswith((",", ";", "،", "؛")) and len(texts[i]) < LONGEST)
            )


def _numbers_in_series(texts: Sequence[str], sure: list[bool], blank: Sequence[bool]) -> None:
    """Bare numbers apart from the text, or at a page's end, are pages if there are two at least, each one more."""
    alone = [
        i
        for i, text in enumerate(texts)
        if not sure[i] and NUMBER.fullmatch(text) and blank[i] and (i + 1 == len(texts) or blank[i + 1])
    ]
    pages = {int(text) for text, one in zip(texts, sure, strict=True) if one and NUMBER.fullmatch(text)}
    for i in alone:
        sure[i] = bool({int(texts[i]) - 1, int(texts[i]) + 1} & pages)
    beside = [
        i
        for i, text in enumerate(texts)
        if not sure[i] and NUMBER.fullmatch(text) and (i + 1 == len(texts) or sure[i + 1] or (i > 0 and sure[i - 1]))
    ]
    for places in (alone, beside):
        numbers = [int(texts[i]) for i in places]
        if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 3:
            for i in places:
                sure[i] = True
