from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from audit import streams
from incidents.facts.base import IncidentFact


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestFact(IncidentFact):
    """Base of what the incident, the host and the guest's own ledger are told of a stay."""

    guest: UUID
    host: UUID
    host_name: str
    name: str
    agency_name: str

    @property
    def streams(self) -> tuple[str, ...]:
        own = (streams.of_agency(self.host), streams.of_agency(self.guest))
        return (streams.of_incident(self.incident), *own)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestInvited(GuestFact, kind="incidents.guest_invited"):
    """A person of an agency without an account was invited to an incident, for a time."""

    seat: str
    tier: str
    reason: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestLinkMade(GuestFact, kind="incidents.guest_link_made"):
    """A guest got a new link to come in by; the one before works no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestCame(GuestFact, kind="incidents.guest_came"):
    """A guest came in, by a link that works once, having agreed to the notice before (AC-8)."""

    notice: str = ""
    agreed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestNarrowed(GuestFact, kind="incidents.guest_narrowed"):
    """A guest may look, and no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestWidened(GuestFact, kind="incidents.guest_widened"):
    """A guest may do more than before, or stay for longer."""

    tier: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestEnded(GuestFact, kind="incidents.guest_ended"):
    """A guest's stay was ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestTimeUp(GuestFact, kind="incidents.guest_time_up"):
    """The time for which a guest was invited is over."""
