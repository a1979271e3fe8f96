"""What an instrument is, and where its text comes from."""

from __future__ import annotations

import enum


class Kind(enum.Enum):
    """What an instrument is; the order is the order of the index."""

    RESOLUTION = "resolution"
    DRAFT_RESOLUTION = "draft-resolution"
    DECISION = "decision"
    DRAFT_DECISION = "draft-decision"
    CHARTER = "charter"
    CONVENTION = "convention"
    PROTOCOL = "protocol"
    DECLARATION = "declaration"
    AGENDA = "agenda"
    GUIDELINES = "guidelines"
    MODEL = "model"
    POLICY_BRIEF = "policy-brief"
    REPORT = "report"
    DOCUMENT = "document"

    @property
    def is_draft(self) -> bool:
        return self in (Kind.DRAFT_RESOLUTION, Kind.DRAFT_DECISION)

    @property
    def decision(self) -> Kind:
        """The same where it is a decision rather than a resolution."""
        return {Kind.RESOLUTION: Kind.DECISION, Kind.DRAFT_RESOLUTION: Kind.DRAFT_DECISION}.get(self, self)


class Status(enum.Enum):
    """Where the text of one language comes from."""

    OFFICIAL = "official"
    DRAFT = "draft"
    RESTORED = "restored"
    WORKING_TRANSLATION = "working-translation"

    @property
    def ours(self) -> bool:
        """Was it made by this project, so that nobody may take it for an official text?"""
        return self is Status.WORKING_TRANSLATION
