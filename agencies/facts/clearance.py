from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies.facts.member import MemberFact


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceGiven(MemberFact, kind="agencies.clearance_given"):
    """An agency says that a member is sworn, cleared or bound to a rule."""

    clearance: UUID
    clearance_kind: str
    until: datetime | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceEnded(MemberFact, kind="agencies.clearance_ended"):
    """A member's clearance was ended, at once and everywhere."""

    clearance: UUID
    clearance_kind: str
    reason: str
