"""Who was invited to act for an agency, and what the holder of a link is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Now

from agencies import rules
from agencies.models import Invitation, SeatKind
from agencies.models.invitation import STANDING
from audit import clock, walls
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationEntry:
    """An invitation that was neither taken up nor revoked."""

    id: UUID
    name: str
    email: str
    seats: tuple[str, ...]
    invited_at: datetime
    expires_at: datetime
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """What is told to whoever holds the link, and in whose name they take it up."""

    id: UUID
    name: str
    email: str
    agency: str
    asks_for_more: bool
    bearer: Actor


@read
def invitations(actor: Actor) -> tuple[InvitationEntry, ...]:
    """Whom one's own agency has invited and who has not come yet; for those who run it."""
    if not rules.administers.scope(_standing(), actor).exists():
        return ()
    return tuple(
        InvitationEntry(
            id=row.pk,
            name=row.name,
            email=row.email,
            seats=tuple(str(SeatKind(kind).label) for kind in row.seats),
            invited_at=row.invited_at,
            expires_at=row.expires_at,
            over=row.expires_at <= clock.now(),
        )
        for row in rules.belongs.scope(_standing(), actor)
    )


@read
def invited_by(actor: Actor, digest: str) -> Invited:
    """What a link opens. One that is unknown, used, revoked or over opens nothing, all alike."""
    with walls.beyond("a link is found before it is known whose it is"):
        found = _standing().filter(digest=digest, expires_at__gt=Now())
        row = found.select_related("agency").first()
    if row is None:
        raise NotFound
    return Invited(
        id=row.pk,
        name=row.name,
        email=row.email,
        agency=row.agency.name,
        asks_for_more=row.agency.second_factor_required,
        bearer=Actor(
            member_id=None,
            agency_id=row.agency_id,
            name=row.name,
            agency=row.agency.name,
            via="link",
            origin=actor.origin,
        ),
    )


def _standing() -> QuerySet[Invitation]:
    return Invitation.objects.filter(STANDING)
