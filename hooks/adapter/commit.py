"""Which version of the repository the site is built from.

In: git, asked once a build. Out: the commit's id, with `+` behind it if files were changed since, and its day; nothing
outside git.
"""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def commit() -> str:
    """The id of the commit, as the page about verification shows it."""
    try:
        found = _git("rev-parse", "HEAD")
        changed = _git("status", "--porcelain", "--untracked-files=no")
    except (OSError, subprocess.CalledProcessError):  # no git, or a copy without history
        return ""
    return found + ("+" if changed else "")


def day() -> datetime.date | None:
    """The day of the commit in UTC; SOURCE_DATE_EPOCH says it where there is no history."""
    try:
        seconds = os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct")
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date()
    except (OSError, ValueError, OverflowError, subprocess.CalledProcessError):
        return None


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()
