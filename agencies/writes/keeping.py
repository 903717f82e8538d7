"""Who goes on being a member: looked at once a year, ended for good, or idle too long (AC-2)."""

from __future__ import annotations

from typing import Any

from agencies import rules
from agencies.admission import open_seats
from agencies.facts import MemberIdle, MemberRemoved, MemberReviewed, SeatTaken
from agencies.facts.agency import AgencyFact
from agencies.models import Member, Seat
from agencies.models.member import IDLE_AFTER, REVIEWED_WITHIN
from agencies.writes.members import NotYourself, barred
from agencies.writes.tokens import every_token_revoked
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write


class RemovedBefore(Refusal):
    """They are a member no more."""


class NotIdle(Conflict):
    """They signed in meanwhile, or may not act anyway."""


@write(allow=rules.runs_members)
def remove_member(actor: Actor, member: Member, *, reason: str) -> tuple[AgencyFact, ...]:
    """End everything that somebody may do for the agency, for good. What they did stays told.

    Their address may be invited again; that makes a new member.
    """
    if member.pk == actor.member_id:
        raise NotYourself
    if member.removed_at is not None:
        raise RemovedBefore
    barred(member)
    member.removed_at, member.account.is_active = clock.now(), False
    member.save(update_fields=["removed_at"])
    member.account.save(update_fields=["is_active"])
    removed = MemberRemoved(**_of(member), reason=reason, touches=(member,))
    return removed, *_unseated(member), *every_token_revoked(member)


@write(allow=rules.empowers_members)
def confirm_member(actor: Actor, member: Member) -> MemberReviewed:
    """Say that a member still needs the seats that they hold. It is asked again in a year."""
    if member.removed_at is not None:
        raise RemovedBefore
    member.reviewed_at = clock.now()
    member.save(update_fields=["reviewed_at"])
    held = open_seats().filter(member=member).order_by("kind")
    return MemberReviewed(
        **_of(member),
        seats=tuple(held.values_list("kind", flat=True)),
        due_at=clock.now() + REVIEWED_WITHIN,
        touches=(member,),
    )


@write(allow=rules.time_has_come)
def suspend_idle_member(actor: Actor, member: Member) -> tuple[AgencyFact, ...]:
    """Suspend somebody who has not signed in for ninety days; an admin may restore them.

    Never the last admin of an agency: nobody would be left to restore anyone.
    """
    if member.suspended_at is not None or member.seen_at > clock.now() - IDLE_AFTER:
        raise NotIdle
    barred(member)
    idle = MemberIdle(**_of(member), seen_at=member.seen_at, touches=(member,))
    return idle, *every_token_revoked(member)


def _unseated(member: Member) -> list[SeatTaken]:
    told = []
    for seat in open_seats().filter(member=member).select_for_update().order_by("kind"):
        Seat.objects.filter(pk=seat.pk).update(until=clock.now())
        told.append(SeatTaken(**_of(member), seat=seat.pk, seat_kind=seat.kind, touches=(seat,)))
    return told


def _of(member: Member) -> dict[str, Any]:
    return {"agency": member.agency_id, "member": member.pk, "name": member.name}
