"""Reads the corpus once for as long as it stays the same: across the two languages, and across the rebuilds of `serve`.

In: the folder `docs`. Out: a `Corpus`. The key of the cache is every file's path, size and time of change; when the
code changes, `hooks/main.py` drops this module, and the cache with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from resolutions import addresses, files, site, wording
from resolutions.kept import Kept
from resolutions.problems import Problem

READ = ("texts", "records")


@dataclass(frozen=True)
class Corpus:
    """What the library made of `docs`, and all there is to mend, each thing once."""

    site: site.Site
    wording: wording.Wording
    awaited: addresses.Awaiting
    problems: tuple[Problem, ...]


keeps = True
_memory: dict[object, Corpus] = {}  # one entry at most
_kept = Kept()  # of each text, where only others changed


def read(docs: Path, base: str = "") -> Corpus:
    """The corpus below `docs`, from memory if no file of it was touched. `base`: the address of the site."""
    key = (docs, base, *(files.stamps(docs / folder) for folder in READ))
    if key not in _memory:
        last = next(iter(_memory.values()), None)
        made = _read(docs, base)
        if last and any(problem.severity.withholds for problem in made.problems):
            made = replace(last, problems=made.problems)  # `serve` goes on showing what was last right
        _memory.clear()
        _memory[key] = made
    return _memory[key]


def current() -> Corpus:
    """The corpus that was read last: the same for a whole build, whatever is written meanwhile."""
    (last,) = _memory.values()
    return last


def _read(docs: Path, base: str) -> Corpus:
    kept = _kept if keeps else Kept(lasting=False)
    made = site.read(docs, base, kept)
    words, problems = site.read_wording(docs, kept)
    made, awaited, unkept = addresses.keep(made, docs, words)
    below = (problem.below(docs.parent) for problem in (*made.problems, *problems, *unkept))
    return Corpus(made, words, awaited, tuple(dict.fromkeys(below)))  # the library may have met the same problems
