from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies.facts.agency import AgencyFact


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFact(AgencyFact):
    """Base of what happened to a member. The name stands here as it was, to stay readable."""

    member: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberAdded(MemberFact, kind="agencies.member_added"):
    """Somebody may act for the agency from now on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberSuspended(MemberFact, kind="agencies.member_suspended"):
    """A member may not act any more, at once and everywhere."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRestored(MemberFact, kind="agencies.member_restored"):
    """A suspended member may act again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatGiven(MemberFact, kind="agencies.seat_given"):
    """A member was given a seat."""

    seat: UUID
    seat_kind: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatTaken(MemberFact, kind="agencies.seat_taken"):
    """A seat was taken from a member."""

    seat: UUID
    seat_kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordSet(MemberFact, kind="agencies.password_set"):
    """A member's password was set anew, which ended their other sessions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn(MemberFact, kind="agencies.signed_in"):
    """A member signed in, by these means."""

    means: str = "password"
    notice: str = ""  # which notice stood there (AC-8)
    agreed_at: datetime | None = None  # when it was agreed to, by an act of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvedAgain(MemberFact, kind="agencies.proved_again"):
    """A member proved once more, in an open session, that it is they.

    ``locked_since`` is since when the device had been locked that they unlocked with it.
    """

    means: str
    locked_since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenIssued(MemberFact, kind="agencies.token_issued"):
    """A member made a token for another system. The token itself is nowhere on record."""

    token: UUID
    token_name: str
    expires_at: datetime
    bound: str = ""
    scopes: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRotated(MemberFact, kind="agencies.token_rotated"):
    """A token was given a new secret; the old one is good until a moment."""

    token: UUID
    token_name: str
    old_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRevoked(MemberFact, kind="agencies.token_revoked"):
    """A token was revoked and is of no use from now on."""

    token: UUID
    token_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRemoved(MemberFact, kind="agencies.member_removed"):
    """A member acts for the agency no more, for good."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberReviewed(MemberFact, kind="agencies.member_reviewed"):
    """An admin looked at a member's seats and confirmed that they still need them (AC-2)."""

    seats: tuple[str, ...]
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberIdle(MemberFact, kind="agencies.member_idle"):
    """A member who had not signed in for ninety days was suspended by itself (AC-2)."""

    seen_at: datetime
