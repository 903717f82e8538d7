from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies.facts.agency import AgencyFact


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationFact(AgencyFact):
    """Base of what happened to an invitation. Its link stands nowhere in the ledger."""

    invitation: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberInvited(InvitationFact, kind="agencies.member_invited"):
    """Somebody was invited to act for the agency."""

    to: str
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRenewed(InvitationFact, kind="agencies.invitation_renewed"):
    """An invitation was sent anew, with a link that made the earlier one useless."""

    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRevoked(InvitationFact, kind="agencies.invitation_revoked"):
    """An invitation was taken back: its link is of no use any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationTakenUp(InvitationFact, kind="agencies.invitation_taken_up"):
    """Somebody used the link of their invitation, and is a member now."""

    member: UUID
