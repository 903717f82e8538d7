from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from audit.writes import write
from incidents import acting, rules
from incidents.facts import ObjectiveSet, ObjectiveSettled
from incidents.lifecycle import ObjectiveStatus, move
from incidents.models import Incident, Objective
from incidents.writes.note import SaysNothing
from incidents.writes.steps import active, fresh, locked
from incidents.writes.times import happened_there


class DroppedForNoReason(Refusal):
    """Say why the objective is dropped (RULE-PLAN-03)."""


class AlreadySettled(Conflict):
    """This objective was settled so already."""


@write(allow=rules.may_direct)
def set_objective(
    actor: Actor, incident: Incident, *, text: str, occurred_at: datetime | None = None
) -> ObjectiveSet:
    """Set an objective; it is numbered, and carried until met or dropped (RULE-PLAN-03)."""
    active(incident)
    if not text.strip():
        raise SaysNothing
    moment = happened_there(incident, occurred_at)
    last = Objective.objects.filter(incident=incident).aggregate(last=Max("number"))["last"]
    objective = Objective.objects.create(
        incident=incident,
        agency_id=acting.agency(actor),
        number=(last or 0) + 1,
        text=text,
        since=moment.at,
        recorded_at=moment.recorded_at,
    )
    return ObjectiveSet(
        incident=incident.pk,
        objective=objective.pk,
        number=objective.number,
        occurred_at=occurred_at,
        touches=(objective,),
    )


@write(allow=rules.may_direct_there)
def settle_objective(
    actor: Actor,
    objective: Objective,
    *,
    to: ObjectiveStatus,
    reason: str = "",
    version: int,
    occurred_at: datetime | None = None,
) -> ObjectiveSettled:
    """Say that an objective is met, dropped, or to be worked on again after all."""
    incident = active(locked(objective.incident_id))
    fresh(objective, version)
    if objective.status == to:
        raise AlreadySettled
    if to == ObjectiveStatus.DROPPED and not reason.strip():
        raise DroppedForNoReason
    moment = happened_there(incident, occurred_at, after=objective.since)
    move(objective, to)
    objective.reason, objective.since = reason, moment.at
    objective.recorded_at = moment.recorded_at
    objective.save(update_fields=["status", "reason", "since", "recorded_at"])
    return ObjectiveSettled(
        incident=objective.incident_id,
        objective=objective.pk,
        number=objective.number,
        status=to,
        reason=reason,
        occurred_at=occurred_at,
        touches=(objective,),
    )
