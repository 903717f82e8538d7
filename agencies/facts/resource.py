from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies.facts.agency import AgencyFact


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceFact(AgencyFact):
    """Base of what happened to a resource."""

    resource: UUID
    call_sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceAdded(ResourceFact, kind="agencies.resource_added"):
    """An agency entered a resource that it can send."""

    resource_kind: str
    resource_type: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceEdited(ResourceFact, kind="agencies.resource_edited"):
    """An agency corrected what is known of a resource."""

    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessChanged(ResourceFact, kind="agencies.readiness_changed"):
    """A resource went out of service, or came back."""

    before: str
    after: str
    reason: str = ""
    back_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceRetired(ResourceFact, kind="agencies.resource_retired"):
    """A resource is no longer the agency's."""
