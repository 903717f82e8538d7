from __future__ import annotations

from contextlib import nullcontext
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from audit import walls
from audit.actors import Actor
from audit.refusals import NotAllowed, Refusal
from audit.writes import write
from incidents import rules, sides
from incidents.facts import DeploymentMoved
from incidents.lifecycle import DeploymentState, move
from incidents.models import Deployment, Division, DivisionKind, Incident
from incidents.writes.incident import GONE, NothingChanged
from incidents.writes.steps import active, fresh, locked
from incidents.writes.times import happened_there

State = DeploymentState
AFTERWARDS: Final = "an agency that has left an incident still says that its resources are home"


class NotYourRoad(NotAllowed):
    """That is for another side to say."""


class SayWhy(Refusal):
    """Say why; the reason is part of the record."""


class SayWhere(Refusal):
    """Say which open division or group of this incident it is assigned to."""


class WaitsInStaging(Refusal):
    """Staging areas are for resources that wait, divisions and groups for those that work."""


class NotAcceptedYet(Refusal):
    """It came without being asked. Accept it before it is used, or send it home."""


class CheckItIn(Refusal):
    """Resources are checked in when they arrive, not moved there."""


@write(allow=rules.may_move)
def move_deployment(
    actor: Actor,
    deployment: Deployment,
    *,
    to: DeploymentState,
    version: int,
    division: UUID | None = None,
    reason: str = "",
    occurred_at: datetime | None = None,
) -> DeploymentMoved:
    """Take a resource's stay one step on, or to another division (chapter 3.1).

    Who may do that depends on the step: see ``incidents.sides``.
    """
    incident = _locked(deployment, to)
    if to not in GONE:
        active(incident)
    fresh(deployment, version)
    here = State(deployment.state)
    _check(actor, deployment, here, to, reason)
    where = _where(deployment, to, division)
    if here == to and where == deployment.division:
        raise NothingChanged
    moment = happened_there(incident, occurred_at, after=deployment.since)
    if here != to:
        move(deployment, to)
        deployment.since, deployment.recorded_at = moment.at, moment.recorded_at
    deployment.division, deployment.reason = where, reason
    deployment.save(update_fields=["state", "since", "recorded_at", "division", "reason"])
    return _moved(deployment, here, to, occurred_at)


def _locked(deployment: Deployment, to: DeploymentState) -> Incident:
    with walls.beyond(AFTERWARDS) if to in GONE else nullcontext():
        return locked(deployment.incident_id)


def _check(actor: Actor, deployment: Deployment, here: State, to: State, reason: str) -> None:
    if to == State.CHECKED_IN:
        raise CheckItIn
    if movers := sides.movers(here, to):
        _is_one_of(movers, actor, deployment)
    if deployment.unordered and to == State.ASSIGNED:
        raise NotAcceptedYet
    if sides.needs_reason(here, to) and not reason.strip():
        raise SayWhy


def _is_one_of(movers: frozenset[sides.Side], actor: Actor, deployment: Deployment) -> None:
    """Whether the actor stands on one of the sides that may take this road."""
    if not movers & sides.stands_on(actor, deployment):
        because = _(", or ").join(sides.RULES[side].because for side in sorted(movers))
        raise NotYourRoad(_("You could if %(because)s.") % {"because": because})


def _where(deployment: Deployment, to: State, pk: UUID | None) -> Division | None:
    """The division after the step; only those assigned, staged or out of service have one."""
    if to == State.OUT_OF_SERVICE:
        return deployment.division
    if to not in sides.STAYS or (to == State.STAGED and pk is None):
        return None
    division = Division.objects.filter(
        pk__in=[pk], incident=deployment.incident_id, closed_at__isnull=True
    ).first()
    if division is None:
        raise SayWhere
    if (division.kind == DivisionKind.STAGING_AREA) != (to == State.STAGED):
        raise WaitsInStaging
    return division


def _moved(
    deployment: Deployment, here: State, to: State, occurred_at: datetime | None
) -> DeploymentMoved:
    return DeploymentMoved(
        incident=deployment.incident_id,
        agency=deployment.agency_id,
        deployment=deployment.pk,
        resource=deployment.resource_id,
        call_sign=deployment.resource.call_sign,
        order_line=deployment.order_line,
        from_state=here,
        to_state=to,
        reason=deployment.reason,
        division=deployment.division_id,
        occurred_at=occurred_at,
        touches=(deployment,),
    )
