"""Paragraphs that stand on one line, each put on a line of its own: what a web page or a message makes of a text.

In: the lines of one language and its opening words. Out: the lines, and for each the number of the line it came from.
Only a very long line is cut, and only where a paragraph certainly begins: at operative numbers in their order before
a verb that opens one; also at a preambular verb behind a comma: with a capital; in Arabic behind its mark, «وإذ», where
three paragraphs at least begin so. Nothing but blanks is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..parse import openings
from ..records.grammar import Openings

MANY = 3  # so many «وإذ» on one line are no sentence
LONG = 900  # characters; a paragraph as long as that hardly has the next number inside
# Behind a stop, and behind the footnote mark that is glued to it
PLACE = re.compile(r"(?<=[;.:,؛،])(?:\d{1,2}|\(\d{1,2}\)|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})?[*_]*\s+(?=\S)")
NUMBER = re.compile(r"(?P<n>\d{1,3})[ ]?[.–—-]\s+")


def apart(lines: Sequence[str], words: Openings) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The lines, and where each came from, counted from 1."""
    out: list[str] = []
    came_from: list[int] = []
    printed = _printed_apart(lines, words) if words.preambular_marks else {}
    for number, line in enumerate(lines, 1):
        pieces = printed.get(number) or (_cut(line, words) if len(line) > LONG else [line])
        for i, piece in enumerate(pieces):
            out += ["", piece] if i else [piece]
            came_from += [number, number] if i else [number]
    return tuple(out), tuple(came_from)


def _printed_apart(lines: Sequence[str], words: Openings) -> dict[int, list[str]]:
    """By number of the line: its pieces, where a whole preamble is one paragraph over many printed lines.

    Then most marks stand in the middle of a line; where each paragraph begins a line of its own, few do.
    """
    found: dict[int, list[str]] = {}
    block: list[int] = []
    for number, line in enumerate((*lines, ""), 1):
        if line.strip():
            block.append(number)
            continue
        if len(block) > 1 and sum(len(lines[one - 1]) for one in block) > LONG:
            found |= _of_block(lines, block, words)
        block = []
    return found


def _of_block(lines: Sequence[str], block: Sequence[int], words: Openings) -> dict[int, list[str]]:
    texts = _whole_marks([lines[one - 1] for one in block], words)
    text = dict(zip(block, texts, strict=True))
    rest = {one: f"{text[one]} {below}" for one, below in zip(block, [*texts[1:], ""], strict=True)}
    places = {one: _marked(text[one], rest[one], words) for one in block}
    above = {one: text[one - 1].rstrip("*_ ").endswith(("،", "؛")) for one in block[1:]}
    first = [one for one, ended in above.items() if ended and _opens_preamble(rest[one].lstrip("*_ "), words)]
    inside = sum(map(len, places.values()))
    if inside < MANY or inside < MANY * len(first):
        return {}
    found = {}
    for one in block:
        pieces = _pieces(text[one], places[one])
        if one in first:
            pieces = ["", *pieces]
        if len(pieces) > 1 or pieces != [lines[one - 1]]:
            found[one] = pieces
    return found


def _whole_marks(texts: Sequence[str], words: Openings) -> list[str]:
    """The lines; a mark at the end of one, whose verb stands in the next («…، وإذ» / «تؤكد»), goes down to it."""
    out = list(texts)
    for i in range(len(out) - 1):
        head, _, last = out[i].rstrip().rpartition(" ")
        if last.strip("*_") in words.preambular_marks and head.rstrip("*_ ").endswith(("،", "؛")):
            out[i], out[i + 1] = head, f"{last} {out[i + 1]}"
    return out


def _marked(line: str, rest: str, words: Openings) -> list[re.Match[str]]:
    """Where a preambular paragraph may begin behind a comma. `rest`: the line with the one below."""
    return [
        place
        for place in PLACE.finditer(line)
        if line[place.start() - 1] in ",;،؛" and _opens_preamble(rest[place.end() :].lstrip("*_"), words)
    ]


def _cut(line: str, words: Openings) -> list[str]:
    cuts, expected = [], 1
    marked: list[re.Match[str]] = []
    for place in PLACE.finditer(line):
        rest = line[place.end() : place.end() + openings.LONGEST].lstrip("*_")
        number = NUMBER.match(rest)
        if number:
            if int(number["n"]) == expected and openings.opens(
                rest[number.end() :].lstrip("*_"), words, preambular=False
            ):
                cuts.append(place)
                expected += 1
        elif expected == 1 and line[place.start() - 1] in ",;،؛" and _opens_preamble(rest, words):
            (marked if words.preambular_marks else cuts).append(place)
    if len(marked) >= MANY:
        cuts = sorted((*marked, *cuts), key=lambda place: place.start())
    if len(cuts) < 2:  # one alone may be chance
        return [line]
    return _pieces(line, cuts)


def _pieces(line: str, cuts: Sequence[re.Match[str]]) -> list[str]:
    pieces, start = [], 0
    for place in cuts:
        closing = len(place[0].rstrip())  # a mark, and the asterisk that ends italics, stay above
        pieces.append(line[start : place.start() + closing])
        start = place.end()
    return [*pieces, line[start:]]


def _opens_preamble(text: str, words: Openings) -> bool:
    """Capitals make it certain; in Arabic many in a row do, for one alone may go on with the sentence."""
    return (text[:1].isupper() or bool(words.preambular_marks)) and openings.opens(text, words, preambular=True)
