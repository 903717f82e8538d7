"""What happens to the files that belong to a draft."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from agencies.facts.agreement import DraftFact


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentFact(DraftFact):
    """Base of what happens to one attachment of a draft."""

    attachment: UUID
    name: str
    file_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentAdded(AttachmentFact, kind="agencies.attachment_added"):
    """A file was attached to a draft, and is signed with it by its hash."""

    pages: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRemoved(AttachmentFact, kind="agencies.attachment_removed"):
    """A file was taken out of a draft; it is kept on record."""
