from __future__ import annotations

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from agencies.categories import OF_PARTICIPANTS, Category, uncleared
from agencies.reads.checklist import criminal_justice
from agencies.rules import time_has_come
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, NotFound, Refusal
from audit.writes import write
from incidents import acting, rules
from incidents.facts import GlassBroken, GlassMended, GlassReviewDue, GlassReviewed
from incidents.lifecycle import ParticipationStatus
from incidents.models import Glass, Ground, Incident, Outcome, Participation
from incidents.models.glass import LONGEST, REMINDED_AFTER, REVIEWED_WITHIN

# Sealed by law whatever the emergency, unless its own legal exception is taken: that is
# the owner's to do, by sharing it for that reason (chapter 6.5).
SEALED: Final = frozenset({Category.SUD, Category.JUV, Category.VIC, Category.OWN})


class SealedByLaw(Refusal):
    """The law keeps this sealed even now. Call its owner, who may share it under an exception."""


class TooLong(Refusal):
    """Four hours at most. You can do it again if it still cannot wait."""


class NothingToOpen(Refusal):
    """Every agency at this incident sees that already."""


class AlreadyMended(Refusal):
    """This is over already."""


class AlreadyReviewed(Refusal):
    """This was reviewed already."""


class NotWaitingYet(Conflict):
    """Nobody needs to be reminded of this yet."""


@write(allow=rules.may_break_glass)
def break_glass(
    actor: Actor,
    incident: Incident,
    *,
    owner: UUID,
    categories: frozenset[Category],
    ground: Ground,
    reason: str,
    lasts: timedelta,
) -> GlassBroken:
    """Open what an agency does not share, for oneself alone; its owner is told at once.

    The law outlasts an emergency: what is sealed stays sealed, and clearances are asked for.
    """
    _openable(actor, categories)
    if not timedelta(0) < lasts <= LONGEST:
        raise TooLong
    _require_there(incident, owner)
    _over(incident, owner, acting.member(actor))
    glass = Glass.objects.create(
        **{"incident": incident, "owner_id": owner, "ground": ground, "reason": reason},
        **_whose(actor),
        categories=sorted(categories),
        opened_at=clock.now(),
        until=clock.now() + lasts,
        review_due_at=clock.now() + REVIEWED_WITHIN,
        remind_at=clock.now() + REMINDED_AFTER,
    )
    opened = tuple(sorted(categories))
    said: dict[str, Any] = {"ground": ground, "reason": reason, "until": glass.until}
    return GlassBroken(**_told(glass), **said, categories=opened)


@write(allow=rules.may_mend_glass)
def mend_glass(actor: Actor, glass: Glass) -> GlassMended:
    """End it before its time: whoever opened it, or the owner."""
    if glass.ended_at is not None or glass.until <= clock.now():
        raise AlreadyMended
    glass.ended_at = clock.now()
    glass.save(update_fields=["ended_at"])
    return GlassMended(**_told(glass))


@write(allow=rules.may_review_glass)
def review_glass(actor: Actor, glass: Glass, *, outcome: Outcome, finding: str) -> GlassReviewed:
    """Say whether it was justified, having read what they read."""
    if glass.reviewed_at is not None:
        raise AlreadyReviewed
    glass.reviewed_at, glass.reviewer = clock.now(), actor.name
    glass.outcome, glass.finding = outcome, finding
    glass.remind_at = None
    glass.save(update_fields=["reviewed_at", "reviewer", "outcome", "finding", "remind_at"])
    return GlassReviewed(**_told(glass), outcome=outcome, finding=finding)


@write(allow=time_has_come)
def remind_of_review(actor: Actor, glass: Glass) -> GlassReviewDue:
    """Tell the owner that a review is waiting: after a day, and once more when it is overdue.

    Its admins and auditors, who may review it, find it in the inbox and in the trail.
    """
    if glass.remind_at is None:
        raise AlreadyReviewed
    if glass.remind_at > clock.now():
        raise NotWaitingYet
    overdue = glass.review_due_at <= clock.now()
    glass.remind_at = None if overdue else glass.review_due_at
    glass.save(update_fields=["remind_at"])
    return GlassReviewDue(**_told(glass), review_due_at=glass.review_due_at, overdue=overdue)


def _openable(actor: Actor, categories: frozenset[Category]) -> None:
    if categories & SEALED:
        raise SealedByLaw
    if not categories - OF_PARTICIPANTS:
        raise NothingToOpen
    if categories & uncleared(actor.clearances, criminal_justice=criminal_justice()):
        raise SealedByLaw


def _require_there(incident: Incident, owner: UUID) -> None:
    there = Participation.objects.filter(incident=incident, status=ParticipationStatus.ACCEPTED)
    if not there.filter(agency=owner).exists():
        raise NotFound


def _whose(actor: Actor) -> dict[str, Any]:
    return {
        "agency_id": acting.agency(actor),
        "member_id": acting.member(actor),
        "member_name": actor.name,
    }


def _over(incident: Incident, owner: UUID, member: UUID) -> None:
    """One that ran out by itself makes room for another."""
    past = Glass.objects.filter(
        incident=incident, owner=owner, member=member, ended_at__isnull=True, until__lte=clock.now()
    )
    for glass in past:
        glass.ended_at = glass.until
        glass.save(update_fields=["ended_at"])


def _told(row: Glass) -> dict[str, Any]:
    return {
        "incident": row.incident_id,
        "glass": row.pk,
        "owner": row.owner_id,
        "owner_name": row.owner.name,
        "agency": row.agency_id,
        "name": row.member_name,
        "touches": (row,),
    }
