from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from incidents.facts.base import AgencyAtIncidentFact


@dataclass(frozen=True, slots=True, kw_only=True)
class DeploymentFact(AgencyAtIncidentFact):
    """Something became true of a resource's stay at an incident."""

    deployment: UUID
    resource: UUID
    call_sign: str
    order_line: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceCommitted(DeploymentFact, kind="incidents.resource_committed"):
    """An agency committed a resource to an incident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceCheckedIn(DeploymentFact, kind="incidents.resource_checked_in"):
    """A resource arrived and was checked in (ICS 211), asked for or not."""

    unordered: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalAccepted(DeploymentFact, kind="incidents.arrival_accepted"):
    """A resource that came without being asked was accepted, and may be assigned (RULE-RES-04)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeploymentMoved(DeploymentFact, kind="incidents.deployment_moved"):
    """A resource's stay at an incident went on to another state, or another division."""

    from_state: str
    to_state: str
    reason: str
    division: UUID | None
