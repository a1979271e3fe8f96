"""What a DOCX says of the looks of its runs and paragraphs: by themselves, by their style, by those it is based on.

In: the styles of a document and its elements. Out: the properties of a run, the nearest first; the list of a paragraph.
The order is that of ECMA-376 part 1, 17.7.2 (style hierarchy).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .numbering import W
from .values import Refused

DEEPEST = 60  # Word itself goes no deeper than eleven


@dataclass(frozen=True)
class Styles:
    """The styles by their ids. `default`: properties of every run; `plain`: the style of paragraphs that name none."""

    by_id: Mapping[str, Any]
    default: Any
    plain: str | None

    @classmethod
    def of(cls, root: Any) -> Styles:
        """From the root element of styles.xml."""
        by_id = {style.get(W + "styleId"): style for style in root.iter(W + "style")}
        plain = (
            key
            for key, style in by_id.items()
            if style.get(W + "type") == "paragraph" and style.get(W + "default") == "1"
        )
        return cls(by_id, root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), next(plain, None))

    def of_paragraph(self, paragraph: Any) -> str | None:
        """The id of its style."""
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return found.get(W + "val") if found is not None else self.plain

    def looks(self, run: Any, style: str | None) -> list[Any]:
        """The properties of a run in a paragraph of that style: its own, those of its style, then the paragraph's."""
        own = run.find(W + "rPr")
        named = own.find(W + "rStyle") if own is not None else None
        character = named.get(W + "val") if named is not None else None
        return [
            own,
            *(one.find(W + "rPr") for one in self._line(character)),
            *(one.find(W + "rPr") for one in self._line(style)),
            self.default,
        ]

    def numbered(self, paragraph: Any) -> tuple[str | None, int | None]:
        """The list that the paragraph belongs to, and its level there; each None where nothing says it."""
        key, depth = _numbered(paragraph)
        for one in self._line(self.of_paragraph(paragraph)):
            if key is not None and depth is not None:
                break
            base_key, base_depth = _numbered(one)
            key, depth = key if key is not None else base_key, depth if depth is not None else base_depth
        return key, depth

    def _line(self, style: str | None) -> Iterator[Any]:
        """A style and those it is based on, each once."""
        seen = set()
        while style in self.by_id and style not in seen:
            seen.add(style)
            if len(seen) > DEEPEST:  # asked of each run, a chain of thousands takes for ever
                raise Refused("docx-nested", "Styles are based on one another without end.", "Ask who sent it.")
            yield self.by_id[style]
            found = self.by_id[style].find(W + "basedOn")
            style = found.get(W + "val") if found is not None else None


def value(looks: Sequence[Any], name: str) -> str | None:
    """The value of a property where it is said first."""
    for look in looks:
        found = look.find(W + name) if look is not None else None
        if found is not None:
            return found.get(W + "val", "1")
    return None


def is_on(looks: Sequence[Any], name: str) -> bool:
    return value(looks, name) not in (None, "0", "false", "off", "none")


def _numbered(element: Any) -> tuple[str | None, int | None]:
    found = element.find(f"{W}pPr/{W}numPr")
    if found is None:
        return None, None
    key, depth = found.find(W + "numId"), found.find(W + "ilvl")
    return (
        key.get(W + "val") if key is not None else None,
        int(depth.get(W + "val", "0")) if depth is not None else None,
    )
