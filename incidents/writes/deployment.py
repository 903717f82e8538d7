from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from agencies.models import Readiness, Resource
from agencies.rules import belongs
from audit.actors import Actor
from audit.refusals import Conflict, NotFound, Refusal
from audit.writes import write
from incidents import rules
from incidents.facts import ArrivalAccepted, ResourceCheckedIn, ResourceCommitted
from incidents.facts.deployment import DeploymentFact
from incidents.lifecycle import FINAL, DeploymentState, move
from incidents.models import Deployment, Division, DivisionKind, Incident
from incidents.writes.steps import active, fresh, locked
from incidents.writes.times import Moment, happened_there

D = TypeVar("D", bound=DeploymentFact)


class NotReady(Refusal):
    """This resource is out of service, or no longer your agency's."""


class AlreadyCommitted(Conflict):
    """This resource is committed to an incident already."""


class NotAStagingArea(Refusal):
    """Choose one of this incident's open staging areas."""


class NothingToAccept(Conflict):
    """This resource was ordered, or was accepted already."""


@write(allow=rules.may_commit)
def commit_resource(
    actor: Actor,
    incident: Incident,
    *,
    resource: UUID,
    eta: datetime | None = None,
    occurred_at: datetime | None = None,
) -> ResourceCommitted:
    """Commit a resource of one's own to the incident."""
    active(incident)
    return committed(incident, _own(actor, resource), eta=eta, occurred_at=occurred_at)


def committed(
    incident: Incident,
    resource: Resource,
    *,
    eta: datetime | None = None,
    order_line: UUID | None = None,
    order_number: str = "",
    occurred_at: datetime | None = None,
) -> ResourceCommitted:
    """Make the deployment of a resource that its agency has committed.

    For writes, also of upper apps: they have checked that it may be sent.
    """
    deployment = _deployed(
        incident,
        resource,
        happened_there(incident, occurred_at),
        state=DeploymentState.COMMITTED,
        eta=eta,
        order_line=order_line,
        order_number=order_number,
    )
    return _fact(ResourceCommitted, deployment, resource, occurred_at=occurred_at)


@write(allow=rules.may_commit)
def check_in_unordered(
    actor: Actor,
    incident: Incident,
    *,
    resource: UUID,
    division: UUID | None = None,
    personnel: int | None = None,
    occurred_at: datetime | None = None,
) -> ResourceCheckedIn:
    """Record a resource that came without being asked: held in staging (RULE-RES-04)."""
    active(incident)
    arrived, moment = _own(actor, resource), happened_there(incident, occurred_at)
    deployment = _deployed(
        incident,
        arrived,
        moment,
        personnel=personnel,
        state=DeploymentState.STAGED,
        division=_staging_area(incident, division),
        checked_in_at=moment.at,
        unordered=True,
    )
    return _fact(ResourceCheckedIn, deployment, arrived, unordered=True, occurred_at=occurred_at)


@write(allow=rules.supervises)
def check_in(
    actor: Actor,
    deployment: Deployment,
    *,
    version: int,
    personnel: int | None = None,
    place: str = "",
    occurred_at: datetime | None = None,
) -> ResourceCheckedIn:
    """Record that a resource arrived (ICS 211), once, at one place, before it is used."""
    incident = active(locked(deployment.incident_id))
    fresh(deployment, version)
    moment = happened_there(incident, occurred_at, after=deployment.since)
    move(deployment, DeploymentState.CHECKED_IN)
    deployment.since = deployment.checked_in_at = moment.at
    deployment.recorded_at = moment.recorded_at
    if personnel is not None:
        deployment.personnel = personnel
    deployment.save(update_fields=["state", "since", "recorded_at", "checked_in_at", "personnel"])
    return _fact(
        ResourceCheckedIn, deployment, deployment.resource, place=place, occurred_at=occurred_at
    )


@write(allow=rules.may_direct_there)
def accept_arrival(actor: Actor, deployment: Deployment) -> ArrivalAccepted:
    """Take in a resource that came without being asked, so that it may be assigned."""
    active(locked(deployment.incident_id))
    if not deployment.unordered:
        raise NothingToAccept
    deployment.unordered = False
    deployment.save(update_fields=["unordered"])
    return _fact(ArrivalAccepted, deployment, deployment.resource)


def _own(actor: Actor, pk: UUID) -> Resource:
    """One of the actor's own agency's resources, which may be sent."""
    own = belongs.scope(Resource.objects.select_for_update(no_key=True), actor)
    resource = own.filter(pk=pk).first()
    if resource is None:
        raise NotFound
    if resource.status != Readiness.AVAILABLE:
        raise NotReady
    return resource


def _deployed(
    incident: Incident,
    resource: Resource,
    moment: Moment,
    *,
    personnel: int | None = None,
    **how: Any,
) -> Deployment:
    """A new deployment; a resource has one at a time (RULE-RES-01)."""
    if Deployment.objects.filter(resource=resource).exclude(state__in=sorted(FINAL)).exists():
        raise AlreadyCommitted
    return Deployment.objects.create(
        incident=incident,
        resource=resource,
        agency_id=resource.agency_id,
        personnel=resource.personnel if personnel is None else personnel,
        since=moment.at,
        recorded_at=moment.recorded_at,
        **how,
    )


def _staging_area(incident: Incident, pk: UUID | None) -> Division | None:
    if pk is None:
        return None
    area = Division.objects.filter(
        incident=incident, pk=pk, kind=DivisionKind.STAGING_AREA, closed_at__isnull=True
    ).first()
    if area is None:
        raise NotAStagingArea
    return area


def _fact(kind: type[D], deployment: Deployment, resource: Resource, **said: Any) -> D:
    """The fact, told where the incident and the resource's own agency will find it."""
    return kind(
        incident=deployment.incident_id,
        agency=deployment.agency_id,
        deployment=deployment.pk,
        resource=resource.pk,
        call_sign=resource.call_sign,
        order_line=deployment.order_line,
        touches=(deployment,),
        **said,
    )
