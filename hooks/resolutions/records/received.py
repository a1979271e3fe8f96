"""How the texts of a folder were taken from the files as received: what `docs/texts/<id>/received.yml` holds.

`scripts/new_text` writes it, and knows by its hashes what people have changed since. The build does not read it.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from .fields import FileName, Record, RecordId, Sha256, Text, Whole


class StepRecord(Record):
    """Something that was done to the text; its sentence is in `records/wording/receive.yml`."""

    step: RecordId
    count: Whole
    detail: Text | None = None


class ReceivedFile(Record):
    """A file as received."""

    file: FileName
    received_as: Text
    kind: Annotated[str, StringConstraints(pattern="^(text|docx|pdf)$")]
    pages: Whole | None = None
    steps: tuple[StepRecord, ...] = ()


class ReceivedRecord(Record):
    """See above."""

    files: tuple[ReceivedFile, ...] = Field(min_length=1)
    made: dict[str, Sha256]
