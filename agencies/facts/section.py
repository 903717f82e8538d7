"""What happens to the sections of a draft."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from agencies.facts.agreement import DraftFact


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionFact(DraftFact):
    """Base of what happens to one section of a draft."""

    section: UUID
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionAdded(SectionFact, kind="agencies.section_added"):
    """A section was written into a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionEdited(SectionFact, kind="agencies.section_edited"):
    """A section was worded anew, under a new id; the one before is kept on record."""

    replaced: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRemoved(SectionFact, kind="agencies.section_removed"):
    """A section was taken out of a draft; it is kept on record."""
