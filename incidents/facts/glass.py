from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from audit import streams
from incidents.facts.base import IncidentFact


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassFact(IncidentFact):
    """Base of what both agencies are told of an emergency look."""

    glass: UUID
    owner: UUID
    owner_name: str
    agency: UUID
    name: str

    @property
    def streams(self) -> tuple[str, ...]:
        agencies = (streams.of_agency(agency) for agency in (self.owner, self.agency))
        return (streams.of_incident(self.incident), *agencies)


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassBroken(GlassFact, kind="incidents.glass_broken"):
    """Somebody opened what an agency does not share with them, because it could not wait."""

    ground: str
    reason: str
    categories: tuple[str, ...]
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassMended(GlassFact, kind="incidents.glass_mended"):
    """An emergency look was ended before its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassReviewDue(GlassFact, kind="incidents.glass_review_due"):
    """The review of an emergency look is waiting, or overdue."""

    review_due_at: datetime
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassReviewed(GlassFact, kind="incidents.glass_reviewed"):
    """The owner of the data reviewed an emergency look, and said what came of it."""

    outcome: str
    finding: str
