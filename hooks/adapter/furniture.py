"""What of the templates is the same on every page, so that it need not be made for each of them.

In: the environment of the templates, which MkDocs makes anew for each language and each build. Out: the same, whose
templates hold their words already: `say("ui-nav")` becomes the text itself when a template is read, `say` with fields
or with a key that depends on the page stays a call. What was read is kept while the words are the same. `fixed` fills
in a partial once for all pages of a language. `faces` tells which faces a page asks for before its style sheet is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache
from jinja2.ext import Extension
from jinja2.lexer import Token
from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket
    from jinja2.lexer import TokenStream

    from resolutions.wording import Wording

CALL = ("name", "lparen", "string", "rparen")  # say ( "ui-nav" )


INDEX = "instruments.html"  # names of instruments, in the faces of the furniture
PLAIN = ("", "method.html", "sources.html", "verification.html")  # prose, without a semibold sans


def faces(interface: str, template: str, content: str) -> tuple[list[str], list[str]]:
    """The files of the faces of a page: those that most of it is set in, and those that the style sheet comes before.

    `template`: the name of the page's own, if any; `content`: its HTML. A face that a page does not use is not named.
    """
    sans = "sans-arabic" if interface == "ar" else "sans"
    first, later = ["serif-400", "naskh-400", f"{sans}-400"], ["serif-600", "naskh-600"]
    if template not in PLAIN:
        later.append(f"{sans}-600")
    if 'class="open"' in content or "<em>" in content:
        later.append("serif-400-italic")
    if template == INDEX:
        first = [f"{sans}-400"]
        later += ["naskh-400"] if interface == "en" else []  # it quotes what the names are in Arabic
    return first, later


class _Words(Extension):
    """Puts the words into a template as it is read."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        say = self.environment.globals["say"]
        seen: list[Token] = []
        for token in stream:
            seen.append(token)
            if not all(one.type == kind for one, kind in zip(seen, CALL, strict=False)) or seen[0].value != "say":
                yield from seen
                seen = []
            elif len(seen) == len(CALL):
                yield Token(token.lineno, "string", say(seen[2].value))
                seen = []
        yield from seen


class _Read(BytecodeCache):
    """By template: the checksum of its source, and the code."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, object]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code  # type: ignore[assignment]

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = bucket.checksum, bucket.code


_read: dict[str, tuple[Wording, _Read]] = {}  # by language


def furnish(env: Environment, wording: Wording, language: str) -> None:
    """Let the environment keep what it reads, put the words into it, give it `fixed`, `faces`; `say` it has already."""
    if language not in _read or _read[language][0] != wording:
        _read[language] = wording, _Read()
    env.bytecode_cache = _read[language][1]
    env.add_extension(_Words)

    @cache
    def fixed(name: str) -> Markup:
        """A partial that asks neither for the page nor for an address: it is the same everywhere."""
        return Markup(env.get_template(name).render({}))

    env.globals.update(fixed=fixed, faces=faces)
