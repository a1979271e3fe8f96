"""Text as Markdown and as HTML: what could mean something else is escaped, what runs left to right is isolated.

In: plain text and its language. Out: Markdown or HTML that shows exactly that text.
The Unicode bidirectional algorithm (UAX #9) reorders symbols and ranges such as A/RES/77/233 or 22-28999 inside Arabic;
`<bdi dir="ltr">` keeps them whole.
"""

from __future__ import annotations

import html as html_module
import re

# Latin words and symbols in a row, and figures joined by signs: "E/2007/30/Rev.1", "WeProtect", "76/181", "22-28999".
LEFT_TO_RIGHT = re.compile(
    r"""
      (?: [0-9]+ _ )? [A-Za-z][\w.'’-]* (?: [ /&-]+ [A-Za-z0-9][\w.'’-]* )* (?<![.]) (?: [.] (?=\S) )?
    | [0-9]+ (?: [/.–-] [0-9]+ )+
    """,
    re.VERBOSE | re.ASCII,
)
SPECIAL = re.compile(r"[\\`*_{}\[\]()#!|~^=$]")
LINE_START = re.compile(r"^(\s*)([+\-:>]|[0-9]+[.)])")


def markdown(text: str, language: str) -> str:
    """One line of Markdown that renders as `text`."""
    return "".join(
        f'<bdi dir="ltr">{escape(part)}</bdi>' if isolated else escape(part)
        for part, isolated in _runs(" ".join(text.split("\n")), language)
    )


def escape(text: str) -> str:
    """Markdown signs behind backslashes, HTML signs as entities."""
    text = SPECIAL.sub(r"\\\g<0>", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return LINE_START.sub(_escaped_start, text)


def html(text: str, language: str) -> str:
    """HTML that shows `text`, for values of pages whose key ends in `_html`."""
    return "".join(
        f'<bdi dir="ltr">{html_module.escape(part)}</bdi>' if isolated else html_module.escape(part)
        for part, isolated in _runs(text, language)
    )


def _runs(text: str, language: str) -> list[tuple[str, bool]]:
    if language != "ar":
        return [(text, False)]
    runs, place = [], 0
    for match in LEFT_TO_RIGHT.finditer(text):
        runs += [(text[place : match.start()], False), (match[0], True)]
        place = match.end()
    return [run for run in (*runs, (text[place:], False)) if run[0]]


def _escaped_start(match: re.Match[str]) -> str:
    sign = match[2]
    return match[1] + (sign[:-1] + "\\" + sign[-1])
