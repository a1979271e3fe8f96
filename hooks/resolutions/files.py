"""Opens a file of the corpus without trusting it.

In: a path. Out: its bytes, or why they are not read. A link may lead out of the folder, a device or a pipe never ends,
and a file of a size that no resolution has would keep the build busy for hours: all three are refused before reading.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from .problems import Problem

RECORD = 4_000_000  # bytes of a record or of a text; the longest real ones have a few hundred thousand
WITNESS = 64_000_000  # of a file as received, which may be a PDF with pictures
IRREGULAR = "This is no file but a link, a folder or a device."


def read(path: Path, limit: int = RECORD) -> tuple[bytes | None, Problem | None]:
    """The bytes of a regular file of at most `limit` bytes, or the problem. Nothing is raised."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            return None, _problem(path, "file-irregular", IRREGULAR)
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        return None, _problem(path, "file-unreadable", f"The file cannot be read: {error.strerror}.")
    except ValueError:  # a NUL in the path
        return None, _problem(path, "file-unreadable", "This is not the name of a file.")
    if len(content) > limit:
        what = f"The file has more than {limit:,} bytes; no resolution, and no record of one, is so long."
        return None, _problem(path, "file-huge", what)
    return content, None


def irregular(folder: Path) -> Iterator[Problem]:
    """One problem for each link, device or pipe below a folder, however deep; none is followed or opened.

    Names that begin with a dot are passed over: nothing publishes them, and editors put links of their own there.
    """
    pending = [folder]
    while pending:
        try:
            entries = sorted(os.scandir(pending.pop()), key=lambda entry: entry.name)
        except OSError:  # whoever reads the folder says so
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(Path(entry.path))
            elif not entry.is_file(follow_symlinks=False):
                yield _problem(Path(entry.path), "file-irregular", IRREGULAR)


def content(path: Path) -> bytes:
    """The bytes of a witness, where its record was checked before; none of what is refused."""
    return read(path, WITNESS)[0] or b""


def stamps(folder: Path, pattern: str = "*") -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of change of every such file below a folder: the same while none of them changed."""
    paths = (path for path in sorted(folder.rglob(pattern)) if path.is_file())
    stats = ((path.relative_to(folder).as_posix(), path.stat()) for path in paths)
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)


TODO = {
    "file-irregular": "Put the file itself there.",
    "file-unreadable": "Put the file there, correct its name, or mend its permissions.",
    "file-huge": "Look what it is; take in only the resolution.",
}


def _problem(path: Path, code: str, what: str) -> Problem:
    return Problem(path.as_posix(), 0, code, what, TODO[code])
