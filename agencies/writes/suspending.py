from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from agencies import rules
from agencies.facts import ResumedByParty, SuspendedByParty
from agencies.models import Agreement, Bound, Party, Suspension
from agencies.writes.planning import plan
from agencies.writes.sealing import locked, told_to_all
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write


class DoesNotBind(Conflict):
    """It does not bind your agency now."""


class NotSuspended(Conflict):
    """Your agency has not suspended it."""


class TooShort(Refusal):
    """Give a time to come, or none."""


@write(allow=rules.suspends, under="agreement")
def suspend_for_us(
    actor: Actor, party: Party, *, reason: str, authority: str, until: datetime | None = None
) -> SuspendedByParty:
    """Let an agreement rest for one's own agency: nothing follows from it for it meanwhile.

    It binds the others as before. What was accepted under it goes on (RULE-MOU-04).
    """
    agreement = locked(party.agreement_id)
    require_bound(party)
    if until is not None and until <= clock.now():
        raise TooShort
    row = Suspension.objects.create(
        agreement=agreement,
        party=party,
        reason=reason,
        authority=authority,
        by=actor.name,
        since=clock.now(),
        until=until,
    )
    plan(agreement)
    return SuspendedByParty(
        **_told(agreement, party),
        suspension=row.pk,
        reason=reason,
        authority=authority,
        until=until,
        touches=(agreement, row),
    )


@write(allow=rules.signs_for_party, under="agreement")
def resume_for_us(actor: Actor, party: Party) -> ResumedByParty:
    """End the rest before its time."""
    agreement = locked(party.agreement_id)
    row = running(agreement).filter(party=party).first()
    if row is None:
        raise NotSuspended
    lift(row, actor)
    plan(agreement)
    return ResumedByParty(**_told(agreement, party), suspension=row.pk, touches=(agreement, row))


def running(agreement: Agreement) -> QuerySet[Suspension]:
    """The suspensions that hold at this moment."""
    now = clock.now()
    return Suspension.objects.filter(
        Q(until__isnull=True) | Q(until__gt=now),
        agreement=agreement,
        since__lte=now,
        lifted_at__isnull=True,
    )


def lift(row: Suspension, actor: Actor) -> None:
    row.lifted_at, row.lifted_by = clock.now(), actor.name
    row.save(update_fields=["lifted_at", "lifted_by"])


def require_bound(party: Party) -> None:
    """Only what binds can be suspended, left or ended."""
    if not Bound.objects.filter(pk=party.pk).exists():
        raise DoesNotBind


def _told(agreement: Agreement, party: Party) -> dict[str, Any]:
    return {**told_to_all(agreement), "agency": party.agency_id, "party": party.pk}
