"""What sends readers on from an address that was published: `docs/records/redirects.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints, model_validator

from .fields import Date, Pair, Record

Published = Annotated[str, StringConstraints(pattern=r"^/([a-z0-9][A-Za-z0-9._-]*/?)*(#[A-Za-z0-9-]+)?$")]


class Redirect(Record):
    """What lay at `old` lies at `new` since `date`; `reason` is shown to readers.

    A page moves to a page or to a place on one, a file to a file. A place within a page can only be given up for
    another or for its page: a browser keeps the name of a place to itself, so the entry only says that it was meant.
    """

    old: Published
    new: Published
    date: Date
    reason: Pair

    @model_validator(mode="after")
    def _alike(self) -> Redirect:
        if self.old.partition("#")[0].endswith("/") != self.new.partition("#")[0].endswith("/"):
            raise ValueError("a page moves to a page, a file to a file")
        if self.old == self.new:
            raise ValueError("old and new are the same")
        return self
