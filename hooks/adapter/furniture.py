"""What of the templates is the same on every page, so that it need not be made for each of them.

In: the environment of the templates, which MkDocs makes anew for each language and each build. Out: the same, whose
templates hold their words already: `say("ui-nav")` becomes the text itself when a template is read, `say` with fields
or with a key that depends on the page stays a call. What was read is kept while the words are the same. `fixed` fills
in a partial once for all pages of a language.
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
    """Let the environment keep what it reads, put the words into it, and give it `fixed`; `say` it has already."""
    if language not in _read or _read[language][0] != wording:
        _read[language] = wording, _Read()
    env.bytecode_cache = _read[language][1]
    env.add_extension(_Words)

    @cache
    def fixed(name: str) -> Markup:
        """A partial that asks neither for the page nor for an address: it is the same everywhere."""
        return Markup(env.get_template(name).render({}))

    env.globals["fixed"] = fixed
