"""Problems as values: what is wrong in the corpus, where, and what to do about it.

In: nothing; every room makes them. Out: frozen values that the build, `scripts/check` and the tests print alike.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from pathlib import Path


class Severity(enum.Enum):
    """How much a problem weighs.

    An error withholds the text that it lies in, a warning is for a maintainer to mend; both stop a strict build. A
    doubt is what a machine could not decide: it is listed until a person has looked, and stops nothing.
    """

    ERROR = "error"
    WARNING = "warning"
    DOUBT = "doubt"

    @property
    def withholds(self) -> bool:
        return self is Severity.ERROR

    @property
    def stops(self) -> bool:
        """Does it stop a strict build?"""
        return self is not Severity.DOUBT


@dataclass(frozen=True)
class Problem:
    """One thing that somebody has to mend.

    `path` is relative to the repository's root, `line` counts from 1 (0: the file as a whole).
    `code` is a short stable name (`clause-twice`), `what` says what is wrong, `todo` what to do; both are plain text.
    """

    path: str
    line: int
    code: str
    what: str
    todo: str
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        if not self.what or not self.todo:
            raise ValueError(f"problem {self.code} must say what is wrong and what to do")

    def __str__(self) -> str:
        shown = self.printable
        place = f"{shown.path}:{self.line}" if self.line else shown.path
        return " ".join(f"{place}: {shown.what} [{self.code}] {shown.todo}".split("\n"))

    @property
    def printable(self) -> Problem:
        """The same without signs that a terminal or a log would obey: a name may hold anything."""
        parts = (self.path, self.what, self.todo)
        if all(part.isprintable() for part in parts):
            return self
        path, what, todo = ("".join(map(_shown, part)) for part in parts)
        return replace(self, path=path.replace("\n", "\\n"), what=what, todo=todo)

    def below(self, root: Path) -> Problem:
        """The same problem with its path made relative to `root`, where it lies below it."""
        path = Path(self.path)
        return replace(self, path=path.relative_to(root).as_posix()) if path.is_relative_to(root) else self


def _shown(sign: str) -> str:
    return sign if sign.isprintable() or sign in "\n\t\xa0" else sign.encode("unicode_escape").decode("ascii")
