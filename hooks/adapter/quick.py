"""Converts the Markdown that the library writes, some fifteen times as fast as the converter for all Markdown.

In: the body of a draft. Out: the very HTML that Python-Markdown with `EXTENSIONS` makes of it, and its headings; or
None: whatever is not among the few forms below is left to Python-Markdown. `tests/adapter/test_quick.py` compares
the two on every page of the corpus.

The forms: blocks of `/// html | div.col[lang="ar" dir="rtl"]`, headings with an id, paragraphs of one line with an
optional line of attributes; in them plain text, entities, inline HTML, `*emphasis*` and `[links](address)`, these two
with optional attributes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

EXTENSIONS = ("toc", "tables", "fenced_code", "admonition", "attr_list", "def_list", "pymdownx.blocks.html")
SETTINGS = {"toc": {"permalink": False}}

OPENS = re.compile(r"(?P<fence>/{3,}) html \| (?P<selector>\S.*)")
CLOSES = re.compile(r"/{3,}")
INLINE = "    markdown: inline"
HEADING = re.compile(r"(?P<marks>#{2,6}) (?P<text>\S.*?)[ ]+\{: (?P<attributes>[^{}]+?) \}")
OF_BLOCK = re.compile(r"\{: (?P<attributes>[^{}]+?) \}")

# div.col.masthead#masthead[lang="ar" dir="rtl"]
SELECTOR = re.compile(r"(?P<tag>div|section|blockquote)(?P<marks>(?:[.#][\w-]+)*)(?:\[(?P<attributes>[^\[\]]*)\])?")
MARK = re.compile(r"([.#])([\w-]+)")
# .t .chapeau #fn-1-en lang=en data-label="Unofficial translation"
ATTRIBUTE = re.compile(
    r'(?:(?P<sign>[.#])(?P<name>[\w-]+)|(?P<key>[\w-]+)=(?:"(?P<quoted>[^"&<>\\*_\[\]`{}]*)"|(?P<bare>[\w-]+)))(?:\s+|$)'
)

TAG = r'</?(?:a|abbr|bdi|em|mark|span|strong|sub|sup)(?:[ ][\w-]+(?:="[^"<>]*")?)*>'
ENTITY = r"&(?:\#[0-9]+|[a-z]+);"
PLAIN = r"[^\\`*_{}\[\]#!|~^=$&<>\x00-\x1f\x7f]+"
PIECES = re.compile(
    rf"""
    (?P<kept> {TAG} | {ENTITY} | {PLAIN} )
    | \*(?P<em> (?: {TAG} | {ENTITY} | {PLAIN} )+ )\* (?:\{{[ ](?P<em_attributes>[^{{}}]+?)[ ]\}})?
    | \[(?P<link> (?: {TAG} | {ENTITY} | {PLAIN} | \*[^*\[\]]+\*(?:\{{[^{{}}]*\}})? )+ )\]
      \((?P<url>[^\s()<>"'&*_\\]+)\) (?:\{{[ ](?P<link_attributes>[^{{}}]+?)[ ]\}})?
    """,
    re.VERBOSE,
)
# What at the beginning of a line is more than text: lists, definitions, quotes, rules, admonitions, blocks of HTML.
STARTS = re.compile(r"[-+*>=:|#!?~]|\*\S|[0-9]+[.)]|\s|<(?!/?(?:a|abbr|bdi|em|mark|span|strong|sub|sup)\b)")
EMPHASIS_STARTS = re.compile(r"\*[^\s*]")


class Unknown(Exception):
    """The body holds something that only the full converter knows."""


@dataclass(frozen=True)
class Heading:
    level: int
    id: str
    html: str


@dataclass
class Quick:
    """What became of a body."""

    html: str = ""
    headings: list[Heading] = field(default_factory=list)


def convert(body: str, link: Callable[[str], str]) -> Quick | None:
    """The body as HTML, or None. `link` turns the address of a link into the one that the page has."""
    try:
        return _Body(link).read(body)
    except Unknown:
        return None


class _Body:
    def __init__(self, link: Callable[[str], str]) -> None:
        self._link = link
        self._links: list[str] = []  # asked for at the end: to ask may mean to log, and all of it may yet be unknown
        self._out: list[str] = []
        self._open: list[tuple[str, str, int]] = []  # fence, tag, how many lines were out
        self._done = Quick()

    def read(self, body: str) -> Quick:
        lines = body.split("\n")
        at = 0
        while at < len(lines):
            at = self._line(lines, at)
        if self._open:
            raise Unknown
        self._done.html = re.sub("\0([0-9]+)\0", self._linked, "\n".join(self._out))
        return self._done

    def _linked(self, match: re.Match[str]) -> str:
        return self._link(self._links[int(match[1])])

    def _line(self, lines: list[str], at: int) -> int:
        """Read what begins at a line; the number of the one after it."""
        line = lines[at]
        if not line:
            return at + 1
        if opens := OPENS.fullmatch(line):
            tag, attributes = _selected(opens["selector"])
            if lines[at + 1 : at + 2] == [INLINE]:
                return self._inline_block(lines, at, opens["fence"], tag, attributes)
            if self._open and len(opens["fence"]) >= len(self._open[-1][0]):
                raise Unknown
            self._out.append(f"<{tag}{attributes}>")
            self._open.append((opens["fence"], tag, len(self._out)))
            return at + 1
        if CLOSES.fullmatch(line):
            if not self._open or self._open[-1][0] != line or self._open[-1][2] == len(self._out):
                raise Unknown
            self._out.append(f"</{self._open.pop()[1]}>")
            return at + 1
        if heading := HEADING.fullmatch(line):
            level, attributes = len(heading["marks"]), _attributes(heading["attributes"])
            if "id" not in attributes or _follows(lines, at):
                raise Unknown
            html = self._inline(heading["text"])
            self._done.headings.append(Heading(level, attributes["id"], html))
            self._out.append(f"<h{level}{_written(attributes)}>{html}</h{level}>")
            return at + 1
        return self._paragraph(lines, at)

    def _inline_block(self, lines: list[str], at: int, fence: str, tag: str, attributes: str) -> int:
        if lines[at + 2 : at + 3] != [""] or lines[at + 4 : at + 6] != ["", fence]:
            raise Unknown
        self._out.append(f"<{tag}{attributes}>{self._started(lines[at + 3])}</{tag}>")
        return at + 6

    def _paragraph(self, lines: list[str], at: int) -> int:
        html, attributes = self._started(lines[at]), ""
        if _follows(lines, at):
            at += 1
            given = OF_BLOCK.fullmatch(lines[at])
            if not given or _follows(lines, at):
                raise Unknown
            attributes = _written(_attributes(given["attributes"]))
        self._out.append(f"<p{attributes}>{html}</p>")
        return at + 1

    def _started(self, line: str) -> str:
        if (STARTS.match(line) and not EMPHASIS_STARTS.match(line)) or line != line.rstrip() or "  " in line:
            raise Unknown
        return self._inline(line)

    def _inline(self, text: str) -> str:
        pieces, place = [], 0
        while place < len(text):
            match = PIECES.match(text, place)
            if not match:
                raise Unknown
            place = match.end()
            if match["kept"]:
                pieces.append(match["kept"])
            elif match["em"]:
                pieces.append(f"<em{_given(match['em_attributes'])}>{match['em']}</em>")
            else:
                inside = self._inline(match["link"])
                self._links.append(match["url"])
                attributes = {"href": f"\0{len(self._links) - 1}\0", **_attributes(match["link_attributes"] or "")}
                pieces.append(f"<a{_written(attributes)}>{inside}</a>")
        return "".join(pieces)


def _follows(lines: list[str], at: int) -> bool:
    return at + 1 < len(lines) and lines[at + 1] != ""


def _selected(selector: str) -> tuple[str, str]:
    """Tag and attributes of `div.pair.txt#op-5[lang="ar"]`; classes stand in order of their letters."""
    match = SELECTOR.fullmatch(selector)
    if not match:
        raise Unknown
    marks = MARK.findall(match["marks"])
    attributes = _attributes(match["attributes"] or "")
    if classes := sorted({name for sign, name in marks if sign == "."}):
        attributes["class"] = " ".join(classes)
    for sign, name in marks:
        if sign == "#":
            attributes["id"] = name
    return match["tag"], _written(attributes)


def _given(attributes: str | None) -> str:
    return _written(_attributes(attributes)) if attributes else ""


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    place = 0
    while place < len(text):
        match = ATTRIBUTE.match(text, place)
        if not match:
            raise Unknown
        place = match.end()
        if match["sign"] == ".":
            found["class"] = f"{found['class']} {match['name']}" if "class" in found else match["name"]
        elif match["sign"]:
            found["id"] = match["name"]
        else:
            found[match["key"]] = match["quoted"] if match["quoted"] is not None else match["bare"]
    return found


def _written(attributes: dict[str, str]) -> str:
    """In order of their names, as Python-Markdown writes them."""
    return "".join(f' {name}="{value}"' for name, value in sorted(attributes.items()))
