from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from agencies import rules
from agencies.categories import ClearanceKind
from agencies.facts import ClearanceEnded, ClearanceGiven
from agencies.models import Clearance, Member
from audit import clock
from audit.actors import Actor
from audit.refusals import Refusal
from audit.rows import LATEST
from audit.writes import write


class ClearanceOver(Refusal):
    """This clearance has ended already."""


class NoSuchTerm(Refusal):
    """Give a day that is still to come."""


@write(allow=rules.empowers_members)
def give_clearance(
    actor: Actor, member: Member, *, kind: ClearanceKind, basis: str, until: datetime | None = None
) -> ClearanceGiven:
    """Say that a member is sworn, cleared or bound to a rule, until when, and what that rests on.

    Whoever was screened for criminal justice data is screened again (PS), so that it runs out.
    """
    if until is not None and not clock.now() < until <= LATEST:
        raise NoSuchTerm
    if until is None and kind == ClearanceKind.CJIS:
        raise NoSuchTerm(_("Say until when they are cleared."))
    clearance = Clearance.objects.create(
        member=member, kind=kind, since=clock.now(), until=until, basis=basis
    )
    return ClearanceGiven(
        agency=member.agency_id,
        member=member.pk,
        name=member.name,
        clearance=clearance.pk,
        clearance_kind=kind,
        until=until,
        basis=basis,
        touches=(clearance, member),
    )


@write(allow=rules.runs_clearances)
def end_clearance(actor: Actor, clearance: Clearance, *, reason: str) -> ClearanceEnded:
    """End a member's clearance now. The row stays: it says who was cleared, and when."""
    if clearance.ended_at is not None:
        raise ClearanceOver
    clearance.ended_at = clock.now()
    clearance.save(update_fields=["ended_at"])
    member = clearance.member
    return ClearanceEnded(
        agency=member.agency_id,
        member=member.pk,
        name=member.name,
        clearance=clearance.pk,
        clearance_kind=clearance.kind,
        reason=reason,
        touches=(clearance, member),
    )
