"""Who is knocking: from an account, a token or a session to an actor in their seats.

Asked at every request, every socket and every few seconds while a socket is
open, so that a right that ended a moment ago is gone now.
"""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from agencies.models import Account, ApiToken, Member, Seat
from audit.actors import Actor

TOKEN_PREFIX = "muster_"


def active() -> Q:
    """Members who may act at all."""
    return Q(suspended_at__isnull=True, account__is_active=True)


def admit(
    account: UUID, *, via: str, origin: str = "", key: str | None = None
) -> Actor | None:
    """The member whose account this is, with the seats they hold at this moment."""
    members = Member.objects.filter(active(), account_id=account).select_related(
        "agency"
    )
    member = members.first()
    if member is None:
        return None
    return Actor(
        member_id=member.pk,
        agency_id=member.agency_id,
        name=member.name,
        agency=member.agency.name,
        seats=frozenset(
            open_seats().filter(member=member).values_list("kind", flat=True)
        ),
        via=via,
        origin=origin,
        key=key,
    )


def open_seats() -> QuerySet[Seat]:
    """Seats that are held now."""
    return Seat.objects.filter(
        Q(until__isnull=True) | Q(until__gt=Now()), since__lte=Now()
    )


def account_of_token(secret: str) -> Account | None:
    """Whose token this is, if it may still be used."""
    if not secret.startswith(TOKEN_PREFIX):
        return None
    found = (
        ApiToken.objects.filter(
            digest=digest_of(secret), revoked_at__isnull=True, expires_at__gt=Now()
        )
        .select_related("member__account")
        .first()
    )
    return found.member.account if found else None


def digest_of(secret: str) -> str:
    """What is kept of a token: enough to recognize it, not enough to use it."""
    return sha256(secret.encode()).hexdigest()


def still_standing(members: frozenset[UUID]) -> frozenset[UUID]:
    """Those of these members who may still act."""
    found = Member.objects.filter(active(), pk__in=members).values_list("pk", flat=True)
    return frozenset(found)


def still_signed_in(sessions: frozenset[str]) -> frozenset[str]:
    """Those of these sessions that have not ended."""
    found = Session.objects.filter(session_key__in=sessions, expire_date__gt=Now())
    return frozenset(found.values_list("session_key", flat=True))
