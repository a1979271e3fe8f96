"""Leaves a file of the site alone, under `serve`, where a build would write the same again.

In: the folder that `serve` builds into. Out: MkDocs' own cleaning and writing, which empty the folder and write every
file at each build, replaced for as long as the process lives: only changed files are written, and at the end those go
that the site no longer has. `mkdocs build` never meets this.
"""

from __future__ import annotations

import hashlib
import os

from mkdocs import utils

_written: dict[str, bytes] = {}  # path → checksum of what was written there
_seen: set[str] = set()  # paths of the build that runs
_folder = ""


def begin(folder: str) -> None:
    """A build of all languages into the folder begins."""
    global _folder  # noqa: PLW0603, as MkDocs' own functions have no other place to look
    if folder != _folder:
        _written.clear()
        _folder = folder
    _seen.clear()
    for own, ours in ((utils.clean_directory, _clean), (utils.write_file, _write)):
        ours.own = getattr(own, "own", own)  # type: ignore[attr-defined]
        setattr(utils, ours.own.__name__, ours)


def end() -> None:
    """All languages are written."""
    for path in _written.keys() - _seen:
        del _written[path]
        if os.path.exists(path):
            os.unlink(path)


def _clean(directory: str) -> None:
    if not _written:
        _clean.own(directory)  # type: ignore[attr-defined]


def _write(content: bytes, path: str) -> None:
    mark = hashlib.blake2b(content, digest_size=16).digest()
    _seen.add(path)
    if _written.get(path) != mark or not os.path.exists(path):
        _write.own(content, path)  # type: ignore[attr-defined]
        _written[path] = mark
