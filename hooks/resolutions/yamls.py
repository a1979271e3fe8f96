"""Reads one YAML file together with the lines of its values, so that every later complaint can name its line.

In: a path. Out: a `Document`: plain values, the line of each, and the problems of the file itself. Nothing is raised.

Only what a record needs is understood: texts, `true`/`false`, decimal numbers, `null`, dates as 2023-01-10. The other
readings of YAML 1.1 (`no` as false, 010 as eight, 12:30 as 750) have harmed too many data files; they stay texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import yaml

from . import files, hidden
from .problems import Problem

Place = tuple[str | int, ...]
DEEPEST = 24  # no record comes near it
PLAIN = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "null", "bool", "int", "float", "timestamp"))


@dataclass(frozen=True)
class Document:
    """`value`: dicts, lists, texts, numbers, dates or None. `lines`: from ("titles", "ar") to a line counted from 1."""

    path: str
    value: Any = None
    lines: Mapping[Place, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def line(self, *place: str | int) -> int:
        """The line of `place`, or of the nearest thing around it that has one; 1 for the file."""
        while place not in self.lines and place:
            place = place[:-1]
        return self.lines.get(place, 1)

    def __iter__(self) -> Iterator[Any]:
        """`value, lines = load(path)` reads well where the problems are not wanted."""
        return iter((self.value, self.lines))


def load(path: Path) -> Document:
    """The file's value, lines and problems. A file that cannot be understood at all has the value None."""
    name = path.as_posix()
    raw, problem = files.read(path)
    if raw is None:
        return Document(name, problems=(problem,) if problem else ())
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Document(
            name,
            problems=(
                _problem(name, line, "not-utf-8", "The file is not encoded in UTF-8.", "Save it again as UTF-8."),
            ),
        )
    return parse(text, name)


def parse(text: str, name: str) -> Document:
    """As `load`, for a text that is already at hand; `name` is the path that problems carry."""
    found = tuple(hidden.characters(text, name))
    try:
        deep = _too_deep(text)
        node = None if deep else yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return Document(name, problems=found or (_syntax(error, name),))
    if deep:
        what = f"The file is nested more than {DEEPEST} deep."
        return Document(name, problems=(*found, _problem(name, deep, "yaml-deep", what, "Flatten it.")))
    if node is None:
        return Document(name, problems=found)
    walk = _Walk(name)
    value = walk.value(node, ())
    told = {(problem.line, problem.code) for problem in found}
    escaped = (problem for problem in walk.problems if (problem.line, problem.code) not in told)
    return Document(name, value, walk.lines, (*found, *escaped))


def _too_deep(text: str) -> int:
    """The line at which lists and mappings stand too deep in each other; 0 if none does.

    Looked at before the file is put together, which libyaml does by recursion: depth without end would end Python.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return event.start_mark.line + 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return 0


def _problem(path: str, line: int, code: str, what: str, todo: str) -> Problem:
    return Problem(path, line, code, what, todo)


def _syntax(error: yaml.YAMLError, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    return _problem(
        name,
        mark.line + 1 if mark else 0,
        "yaml-syntax",
        f"This is not YAML: {reason}.",
        "Look at the indentation and at colons; a text with `: ` or a leading `*`, `&`, `[` needs quotes.",
    )


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader with the few readings of the module's docstring."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _pattern, _first in (
    ("null", r"(?:~|null|)", ["~", "n", ""]),
    ("bool", r"(?:true|false)", list("tf")),
    ("int", r"-?(?:0|[1-9][0-9]*)", list("-0123456789")),
    ("float", r"-?(?:0|[1-9][0-9]*)\.[0-9]+", list("-0123456789")),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", list("0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^{_pattern}$"), _first)


class _Walk:
    """Turns nodes into values, noting lines and problems on the way."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Place, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()
        self._construct = yaml.constructor.SafeConstructor().construct_object

    def value(self, node: yaml.Node, place: Place) -> Any:
        line = node.start_mark.line + 1
        self.lines.setdefault(place, line)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, line)
        if id(node) in self._seen:
            # An alias: a record that grows by reference is hard to read, and may grow without end.
            self._add(line, "yaml-alias", "A part of the file is used twice, by & and *.", "Write it out twice.")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*place, index)) for index, item in enumerate(node.value)]
        return self._mapping(node, place)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._add(line, "key-not-text", "A key is a list or a mapping.", "Use a plain word as the key.")
                continue
            key = key_node.value  # as written: a year or a number as key stays text
            if key in result:
                first = self.lines[*place, key]
                self._add(
                    line,
                    "key-twice",
                    f"The key {key!r} is here for the second time; the first is in line {first}.",
                    "Keep one of them.",
                )
                continue
            self.lines[*place, key] = line
            result[key] = self.value(value_node, (*place, key))
        return result

    def _scalar(self, node: yaml.ScalarNode, line: int) -> Any:
        try:
            if node.tag not in PLAIN:  # `!!binary` would bring in bytes that no look for hidden signs has seen
                raise ValueError(f"a record has no use for the tag {node.tag[:60]!r}")
            value = self._construct(node)
        except (yaml.YAMLError, ValueError, AttributeError, LookupError) as error:  # `!!timestamp x`, `!!bool x`
            reason = getattr(error, "problem", None) or str(error) or "its tag says otherwise"
            self._add(
                line,
                "yaml-value",
                f"{node.value[:80]!r} cannot be read: {reason[:120]}.",
                "Put it between quotes if it is meant as text; a date is a day that exists.",
            )
            return None
        if isinstance(value, str):  # an escape such as "\u202a" shows in no line of the file
            self.problems.extend(hidden.characters(value.replace("\n", " "), self.name, line))
        return value

    def _add(self, line: int, code: str, what: str, todo: str) -> None:
        self.problems.append(_problem(self.name, line, code, what, todo))
