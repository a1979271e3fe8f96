"""The index as static files, cut so that a query loads only what it asks for.

In: entries, an index, the rules. Out: `Download`s below `search-index/`:

* `manifest.json`: how many entries; where each instrument's begin; the first key of every file; the rules of folding.
* `stems-0.json` …: stem → base → postings; `pairs-0.json` …: pair → postings; a file holds all keys up to the first of
  the next. Postings are a flat list of row and strength, each row told by its distance from the one before.
* `bases-0.json` …, `sesab-0.json` …: all words in order, and all words spelt backwards in order: a slip of the finger
  spoils the beginning or the end of a word, not both, so that near words lie in one of two files.
* `entries-0.json` …: four entries each, as results show them. `facets.json`: what filters need of every entry.

All but the manifest lie in a folder named by their content, so that no browser mixes two builds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from ..pages.draft import Download, download
from ..wording import FORMS
from .entries import Entry
from .index import LANGUAGES, Index, Postings

FOLDER = "search-index"
FULL = 12_000  # characters of a file of postings or words, about 4 kB over the line
TOGETHER = 4  # entries in a file


def files(entries: tuple[Entry, ...], index: Index, rules: Mapping[str, Any]) -> tuple[Download, ...]:
    """Everything that the browser reads, but for the words of the interface."""
    tables: dict[str, list[tuple[str, str]]] = {
        "stems": _cut(
            (key, {base: _flat(found) for base, found in index.stems[key].items()}) for key in sorted(index.stems)
        ),
        "pairs": _cut((key, _flat(index.pairs[key])) for key in sorted(index.pairs)),
        "bases": _cut((base, None) for base in sorted(index.bases)),
        "sesab": _cut((base, None) for base in sorted(base[::-1] for base in index.bases)),
    }
    made = {f"{name}-{i}.json": text for name, parts in tables.items() for i, (_, text) in enumerate(parts)}
    for i in range(0, len(entries), TOGETHER):
        shown = [_shown(entry) for entry in entries[i : i + TOGETHER]]
        made[f"entries-{i // TOGETHER}.json"] = _json(shown)
    made["facets.json"] = _json(_facets(entries))
    version = hashlib.sha256("\0".join(f"{name}\0{text}" for name, text in made.items()).encode()).hexdigest()[:12]
    manifest = {
        "version": version,
        "entries": len(entries),
        "together": TOGETHER,
        "starts": [i for i, entry in enumerate(entries) if i == 0 or entry.instrument != entries[i - 1].instrument],
        "tables": {name: [first for first, _ in parts] for name, parts in tables.items()},
        "rules": rules,
    }
    inside = (download(f"{FOLDER}/{version}/{name}", text.encode()) for name, text in made.items())
    return (download(f"{FOLDER}/manifest.json", _json(manifest).encode()), *inside)


def wording(messages: Mapping[str, Mapping[str, Any]], prefixes: tuple[str, ...]) -> tuple[Download, ...]:
    """The words of the search in each interface language: texts as they are, plurals by their form."""
    return tuple(
        download(
            f"{FOLDER}/words-{language}.json",
            _json({key: text for key, text in messages[language].items() if key.startswith(prefixes)}).encode(),
        )
        for language in FORMS
    )


def _flat(postings: Postings) -> list[int]:
    flat, last = [], 0
    for row in sorted(postings):
        flat += [row - last, postings[row]]
        last = row
    return flat


def _cut(items: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    """Sorted items → files, each with its first key. A file is a mapping, or a list where items have no value."""
    parts: list[tuple[str, str]] = []
    first, inside, size = "", [], 0
    for key, value in items:
        text = _json(key) if value is None else f"{_json(key)}:{_json(value)}"
        if inside and size + len(text) > FULL:
            parts.append((first, _whole(inside)))
            inside, size = [], 0
        if not inside:
            first = key
        inside.append((text, value is None))
        size += len(text)
    return [*parts, (first, _whole(inside))] if inside else parts


def _whole(inside: list[tuple[str, bool]]) -> str:
    joined = ",".join(text for text, _ in inside)
    return f"[{joined}]" if inside[0][1] else f"{{{joined}}}"


def _shown(entry: Entry) -> dict[str, Any]:
    """What a result shows; keys with nothing to say are left out."""
    shown = {
        "address": entry.address,
        "part": entry.part,
        "name": dict(entry.names),
        "code": entry.code,
        "of": dict(entry.of) if entry.part == "in" else {},
        "text": dict(entry.texts),
        "open": {language: list(spans) for language, spans in entry.openings.items()},
        "notes": {language: list(notes) for language, notes in entry.notes.items() if notes},
        "cites": [dict(names) for _, names in entry.cites],
        "ours": list(entry.ours),
    }
    return {key: value for key, value in shown.items() if value}


def _facets(entries: tuple[Entry, ...]) -> dict[str, Any]:
    """`parts`: one for each entry; `openings`, `cites`: their labels, and for each entry the numbers of its own."""
    cited = {key: names for entry in entries for key, names in entry.cites}
    places = {key: place for place, key in enumerate(cited)}
    return {
        "parts": [entry.part for entry in entries],
        "instruments": [_label(entry) for entry in entries if entry.part == "in"],
        "openings": {language: _openings(entries, language) for language in LANGUAGES},
        "cites": {
            "labels": [[key, *(names[language] for language in LANGUAGES)] for key, names in cited.items()],
            "of": [[places[key] for key, _ in entry.cites] for entry in entries],
        },
    }


def _label(entry: Entry) -> list[str]:
    return [entry.instrument, *(entry.known_as[language].split(" ; ")[-1] for language in LANGUAGES)]


def _openings(entries: tuple[Entry, ...], language: str) -> dict[str, Any]:
    labels: dict[str, int] = {}
    of = [
        labels.setdefault(phrase, len(labels)) if phrase else -1
        for phrase in (_opening(entry, language) for entry in entries)
    ]
    return {"labels": list(labels), "of": of}


def _opening(entry: Entry, language: str) -> str:
    spans = entry.openings.get(language, ())
    return entry.texts[language][slice(*spans[0])] if spans else ""


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
