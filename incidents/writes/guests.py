from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from agencies.models import Account, Agency
from agencies.rules import time_has_come
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, NotFound, Refusal
from audit.writes import consequence, write
from incidents import acting, rules
from incidents.facts import (
    AgencyLeft,
    GuestCame,
    GuestEnded,
    GuestInvited,
    GuestLinkMade,
    GuestNarrowed,
    GuestTimeUp,
    GuestWidened,
)
from incidents.models import Guest, GuestSeat, Incident, Tier
from incidents.models.guest import LONGEST_STAY
from incidents.writes.incident import NothingChanged
from incidents.writes.steps import active


class StaysTooLong(Refusal):
    """Until a moment that is still to come, and three days after the invitation at most."""


class GuestIsGone(Conflict):
    """This guest's stay is over."""


class NarrowInstead(Refusal):
    """This would give less than before. Narrowing and ending are one tap each."""


class GuestStays(Conflict):
    """The guest's time is not up."""


@write(allow=rules.may_invite_guest)
def invite_guest(
    actor: Actor,
    incident: Incident,
    *,
    name: str,
    agency_name: str,
    seat: GuestSeat,
    tier: Tier,
    reason: str,
    due_at: datetime,
    digest: str,
) -> GuestInvited:
    """Invite a person of an agency without an account to this incident, and to nothing else.

    Their link works once. The account that stands behind their session has no password, no
    seat and no agency: the guest's own row says what they may.
    """
    active(incident)
    if not clock.now() < due_at <= clock.now() + LONGEST_STAY:
        raise StaysTooLong
    guest = Guest.objects.create(
        **{"incident": incident, "name": name, "agency_name": agency_name, "reason": reason},
        **{"seat": seat, "tier": tier, "due_at": due_at, "digest": digest},
        host=Agency.objects.get(pk=acting.agency(actor)),
        account=_nameless(),
        invited_by=actor.name,
        invited_at=clock.now(),
    )
    return GuestInvited(**_told(guest), seat=seat, tier=tier, reason=reason, due_at=due_at)


@write(allow=rules.may_renew_guest_link)
def renew_guest_link(actor: Actor, guest: Guest, *, digest: str) -> GuestLinkMade:
    """Make a new link for a guest who lost theirs. The one before works no more.

    For the host alone: whoever holds the link writes in the guest's name what is the host's.
    """
    _staying(guest)
    guest.digest = digest
    guest.save(update_fields=["digest"])
    return GuestLinkMade(**_told(guest))


@write(allow=rules.may_come)
def come_as_guest(
    actor: Actor,
    guest: Guest,
    *,
    digest: str,
    notice: str = "",
    agreed_at: datetime | None = None,
) -> GuestCame:
    """Come in by the link, which works no more from now on.

    Whoever came in by one before is here no more: that one may have got into wrong hands.
    """
    _staying(guest)
    if guest.digest != digest:
        raise NotFound
    guest.digest, guest.came_at = None, clock.now()
    guest.save(update_fields=["digest", "came_at"])
    guest.account.end_sessions()
    guest.account.save(update_fields=["sessions"])
    return GuestCame(**_told(guest), notice=notice, agreed_at=agreed_at)


@write(allow=rules.may_end_guest)
def narrow_guest(actor: Actor, guest: Guest) -> GuestNarrowed:
    """One tap: a guest who could assist may look only."""
    _staying(guest)
    if guest.tier == Tier.VIEW:
        raise NothingChanged
    guest.tier = Tier.VIEW
    guest.save(update_fields=["tier"])
    return GuestNarrowed(**_told(guest))


@write(allow=rules.may_widen_guest)
def widen_guest(actor: Actor, guest: Guest, *, tier: Tier, due_at: datetime) -> GuestWidened:
    """Let a guest assist, or stay for longer. Only who may share the incident widens."""
    _staying(guest)
    if due_at > guest.invited_at + LONGEST_STAY:
        raise StaysTooLong
    if due_at < guest.due_at or (guest.tier == Tier.ASSIST and tier == Tier.VIEW):
        raise NarrowInstead
    if (tier, due_at) == (guest.tier, guest.due_at):
        raise NothingChanged
    guest.tier, guest.due_at = tier, due_at
    guest.save(update_fields=["tier", "due_at"])
    return GuestWidened(**_told(guest), tier=tier, due_at=due_at)


@write(allow=rules.may_end_guest)
def end_guest(actor: Actor, guest: Guest) -> GuestEnded:
    """One tap: the stay is over, and their open board closes at the next entry."""
    _staying(guest)
    _end(guest, actor.name)
    return GuestEnded(**_told(guest))


@consequence(of=AgencyLeft)
def end_guests_of(actor: Actor, fact: AgencyLeft) -> list[GuestEnded]:
    """Whoever is at an incident as an agency's guest goes with it."""
    theirs = Guest.objects.select_for_update(of=("self",)).filter(
        incident=fact.incident, host=fact.agency, ended_at__isnull=True
    )
    told = []
    for guest in theirs.select_related("host").order_by("pk"):
        _end(guest, actor.name)
        told.append(GuestEnded(**_told(guest)))
    return told


@write(allow=time_has_come)
def tell_guest_time_up(actor: Actor, guest: Guest) -> GuestTimeUp:
    """Tell that a guest's time is over. They are shown nothing since it was, told or not."""
    if guest.ended_at is not None:
        raise GuestIsGone
    if guest.due_at > clock.now():
        raise GuestStays
    _end(guest, "")
    return GuestTimeUp(**_told(guest))


def _end(guest: Guest, by: str) -> None:
    guest.ended_at, guest.ended_by, guest.digest = clock.now(), by, None
    guest.save(update_fields=["ended_at", "ended_by", "digest"])


def _staying(guest: Guest) -> None:
    if guest.ended_at is not None or guest.due_at <= clock.now():
        raise GuestIsGone


def _nameless() -> Account:
    """An account to tie a session to. Nobody signs in with it: it has no password."""
    pk = uuid4()
    account = Account(pk=pk, email=f"guest-{pk}@guest.invalid")
    account.set_unusable_password()
    account.save(force_insert=True)
    return account


def _told(row: Guest) -> dict[str, Any]:
    return {
        "incident": row.incident_id,
        "guest": row.pk,
        "host": row.host_id,
        "host_name": row.host.name,
        "name": row.name,
        "agency_name": row.agency_name,
        "touches": (row,),
    }
