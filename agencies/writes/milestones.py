from __future__ import annotations

from agencies import rules
from agencies.facts import MilestoneReached
from agencies.models import Milestone
from agencies.writes.planning import plan
from agencies.writes.sealing import locked, told_to_all
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict
from audit.writes import write


class ToldBefore(Conflict):
    """It was told before, or its date was given up."""


class NotYet(Conflict):
    """Its date has not come."""


@write(allow=rules.time_has_come, under="agreement")
def tell_milestone(actor: Actor, milestone: Milestone) -> MilestoneReached:
    """Tell every party that a date has come at which something came true by itself.

    It changes nothing else: what is in force follows from the dates (RULE-MOU-01).
    """
    agreement = locked(milestone.agreement_id)
    if milestone.told_at is not None or milestone.dropped_at is not None:
        raise ToldBefore
    if milestone.due_at > clock.now():
        raise NotYet
    milestone.told_at = clock.now()
    milestone.save(update_fields=["told_at"])
    plan(agreement)
    return MilestoneReached(
        **told_to_all(agreement),
        milestone=milestone.pk,
        milestone_kind=milestone.kind,
        due_at=milestone.due_at,
        days=milestone.days,
        agency=milestone.party.agency_id if milestone.party else None,
        touches=(agreement, milestone),
    )
