"""Text as Markdown and as HTML: what could mean something else is escaped, what runs left to right is isolated.

In: plain text and its language. Out: Markdown or HTML that shows exactly that text.
The Unicode bidirectional algorithm (UAX #9) reorders symbols and ranges such as A/RES/77/233 or 22-28999 inside Arabic;
`<bdi dir="ltr">` keeps them whole.
"""

from __future__ import annotations

import html as html_module
import re

from . import hidden

# Latin words and symbols in a row, figures joined by signs, and names of files that begin with a figure:
# "E/2007/30/Rev.1", "WeProtect", "76/181", "22-28999", "000_2628f5.txt".
LEFT_TO_RIGHT = re.compile(
    r"""
      [0-9]+ _ \w+ (?: [.] \w+ )*
    | [A-Za-z][\w.'’-]* (?: [ /&-]+ [A-Za-z0-9][\w.'’-]* )* (?<![.]) (?: [.] (?=\S) )?
    | [0-9]+ (?: [/.–-] [0-9]+ )+
    """,
    re.VERBOSE | re.ASCII,
)
# Arabic words in a row, as a remark in English quotes them: a screen reader changes its voice for them.
ARABIC_WORDS = re.compile(r"[\u0620-\u0652\u0670-\u06d3]+(?: [\u0620-\u0652\u0670-\u06d3]+)*")
# Signs that Markdown or an extension of it could read; as entities they mean nothing to any of them.
SPECIAL = re.compile(r"[\\`*_{}\[\]#!|~^=$&<>]")
LINE_START = re.compile(r"^(\s*[0-9]*)([+\-:.)/])")


def markdown(text: str, language: str) -> str:
    """One line of Markdown that renders as `text`."""
    return "".join(
        f'<bdi dir="ltr">{escape(part)}</bdi>' if isolated else escape(part)
        for part, isolated in _runs(" ".join(text.split("\n")), language)
    )


def escape(text: str) -> str:
    """The text with every special sign as an entity."""
    text = SPECIAL.sub(_entity, text)
    return LINE_START.sub(lambda match: match[1] + _entity(match[2]), text)


def _entity(sign: str | re.Match[str]) -> str:
    return f"&#{ord(sign if isinstance(sign, str) else sign[0])};"


def block(selector: str, *parts: str, inline: bool = False) -> str:
    """An element around Markdown, as pymdownx.blocks.html writes it: `div.col[lang="ar" dir="rtl"]`.

    `inline`: what is inside makes no paragraphs of its own.
    """
    inner = "\n\n".join(parts)
    fence = "/" * max([3, *(len(found) + 1 for found in re.findall(r"^/{3,}", inner, re.MULTILINE))])
    option = "\n    markdown: inline" if inline else ""
    return f"{fence} html | {selector}{option}\n\n{inner}\n\n{fence}"


def html(text: str, language: str) -> str:
    """HTML that shows `text`, for values of pages whose key ends in `_html`.

    Arabic words inside another language are said to be Arabic.
    """
    shown = "".join(
        f'<bdi dir="ltr">{html_module.escape(part)}</bdi>' if isolated else html_module.escape(part)
        for part, isolated in _runs(text, language)
    )
    return shown if language == "ar" else ARABIC_WORDS.sub(r'<bdi lang="ar" dir="rtl">\g<0></bdi>', shown)


def visible(text: str) -> str:
    """The text, one sign for one, with a visible sign for each that would hide, turn or break what stands around it.

    A build is refused while a text holds one (`hidden-character`); a page that is shown all the same shows where.
    """
    if text.isprintable() and not hidden.IGNORED.search(text):
        return text
    return "".join(_picture(sign) if hidden.is_hidden(sign) else sign for sign in text)


def _picture(sign: str) -> str:
    """U+2400 and following for control characters; U+FFFD for marks of direction, joiners and their like."""
    return chr(0x2400 + ord(sign)) if ord(sign) < 0x20 else "\ufffd"


def _runs(text: str, language: str) -> list[tuple[str, bool]]:
    text = visible(text)
    if language != "ar":
        return [(text, False)]
    runs, place = [], 0
    for match in LEFT_TO_RIGHT.finditer(text):
        runs += [(text[place : match.start()], False), (match[0], True)]
        place = match.end()
    return [run for run in (*runs, (text[place:], False)) if run[0]]
