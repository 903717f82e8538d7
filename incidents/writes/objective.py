from __future__ import annotations

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


class DroppedForNoReason(Refusal):
    """Say why the objective is dropped (RULE-PLAN-03)."""


class AlreadySettled(Conflict):
    """This objective was settled so already."""


@write(allow=rules.may_direct)
def set_objective(actor: Actor, incident: Incident, *, text: str) -> ObjectiveSet:
    """Set an objective; it is numbered, and carried until met or dropped (RULE-PLAN-03)."""
    active(incident)
    if not text.strip():
        raise SaysNothing
    last = Objective.objects.filter(incident=incident).aggregate(last=Max("number"))["last"]
    objective = Objective.objects.create(
        incident=incident, agency_id=acting.agency(actor), number=(last or 0) + 1, text=text
    )
    return ObjectiveSet(
        incident=incident.pk,
        objective=objective.pk,
        number=objective.number,
        touches=(objective,),
    )


@write(allow=rules.may_direct_there)
def settle_objective(
    actor: Actor, objective: Objective, *, to: ObjectiveStatus, reason: str = "", version: int
) -> ObjectiveSettled:
    """Say that an objective is met, dropped, or to be worked on again after all."""
    active(locked(objective.incident_id))
    fresh(objective, version)
    if objective.status == to:
        raise AlreadySettled
    if to == ObjectiveStatus.DROPPED and not reason.strip():
        raise DroppedForNoReason
    move(objective, to)
    objective.reason = reason
    objective.save(update_fields=["status", "reason"])
    return ObjectiveSettled(
        incident=objective.incident_id,
        objective=objective.pk,
        number=objective.number,
        status=to,
        reason=reason,
        touches=(objective,),
    )
