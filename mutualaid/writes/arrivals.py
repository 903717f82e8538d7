"""What follows here from what happens at incidents: arrivals, losses, homecomings, the end."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from audit.actors import Actor
from audit.facts import Fact
from audit.writes import consequence
from incidents.facts import DeploymentMoved, IncidentClosed, ResourceCheckedIn
from incidents.lifecycle import FINAL, DeploymentState
from incidents.models import Deployment
from mutualaid.facts import (
    LineReopened,
    OfferWithdrawn,
    OrderCancelled,
    OrderCompleted,
    ResourceReceived,
)
from mutualaid.lifecycle import SolicitationStatus, move
from mutualaid.models import OfferedResource, ResourceRequest, Solicitation
from mutualaid.writes.asking import reopen
from mutualaid.writes.cancelling import cancelled_whole
from mutualaid.writes.requests import OVER
from mutualaid.writes.seeking import Seeking
from mutualaid.writes.settling import settle

Status = SolicitationStatus

LOST = frozenset({DeploymentState.CANCELLED, DeploymentState.WITHDRAWN})


@consequence(of=ResourceCheckedIn)
def received(actor: Actor, fact: ResourceCheckedIn) -> Iterable[Fact]:
    """Count what has arrived for a line; with the last of it the line is received (RULE-RES-11)."""
    promise = _promise(fact.order_line, fact.resource)
    if promise is None or fact.order_line is None:
        return
    seeking = Seeking.of(fact.order_line)
    seeking.line.received += 1
    settle(seeking)
    yield ResourceReceived(
        **seeking.about_line,
        resource=fact.resource,
        received=seeking.line.received,
        deployment=fact.deployment,
        occurred_at=fact.occurred_at,
        touches=(seeking.request, *seeking.changes(), Deployment(pk=fact.deployment)),
    )
    yield from seeking.told


@consequence(of=DeploymentMoved)
def lost_or_completed(actor: Actor, fact: DeploymentMoved) -> Iterable[Fact]:
    """Seek again what was lost on the way; close the order of whoever is home with all of it."""
    if fact.to_state in LOST:
        yield from _lost(fact)
    if fact.to_state in FINAL:
        yield from _completed(fact)


@consequence(of=IncidentClosed)
def nothing_more_is_sought(actor: Actor, fact: IncidentClosed) -> Iterable[Fact]:
    """Whoever is still asked for a closed incident is told that it is over."""
    open_requests = ResourceRequest.objects.select_for_update().filter(incident=fact.incident)
    for request in open_requests.exclude(status__in=sorted(OVER)).order_by("pk"):
        yield from cancelled_whole(request, _("The incident was closed."))


def _lost(fact: DeploymentMoved) -> Iterable[Fact]:
    promise = _promise(fact.order_line, fact.resource)
    if promise is None or fact.order_line is None or _has_arrived(fact.deployment):
        return
    seeking = Seeking.of(fact.order_line)
    one = seeking.solicitation(promise.solicitation_id)
    promise.accepted = False
    promise.save(update_fields=["accepted"])
    one.accepted_quantity -= 1
    turned = fact.to_state == DeploymentState.CANCELLED
    if one.accepted_quantity == 0:
        move(one, Status.CANCELLED if turned else Status.WITHDRAWN_BY_PROVIDER)
    one.ended_because = fact.reason
    one.save(update_fields=["status", "accepted_quantity", "ended_because"])
    seeking.line.accepted -= 1
    reopen(seeking)
    settle(seeking)
    ended = OrderCancelled if turned else OfferWithdrawn
    yield ended(
        **seeking.about(one),
        reason=fact.reason,
        resources=(fact.resource,),
        occurred_at=fact.occurred_at,
        touches=(one,),
    )
    yield LineReopened(**seeking.about_line, quantity=1, touches=seeking.changes())
    yield from seeking.told


def _completed(fact: DeploymentMoved) -> Iterable[Fact]:
    """Everything that the agency sent for the line is home, or never left."""
    theirs = Deployment.objects.filter(order_line=fact.order_line, agency=fact.agency)
    if fact.order_line is None or theirs.exclude(state__in=sorted(FINAL)).exists():
        return
    accepted = Solicitation.objects.filter(
        line=fact.order_line, agency=fact.agency, status=Status.ACCEPTED
    )
    for one in accepted.select_related("line"):
        move(one, Status.COMPLETED)
        one.save(update_fields=["status"])
        yield OrderCompleted(
            incident=fact.incident,
            request=one.line.request_id,
            line=one.line_id,
            solicitation=one.pk,
            agency=one.agency_id,
            occurred_at=fact.occurred_at,
            touches=(one,),
        )


def _promise(line: UUID | None, resource: UUID) -> OfferedResource | None:
    """The accepted offer in which this resource was named, with the line's request locked."""
    if line is None:
        return None
    ResourceRequest.objects.select_for_update(of=("self",)).get(lines=line)
    return OfferedResource.objects.filter(
        solicitation__line=line, resource=resource, accepted=True
    ).first()


def _has_arrived(deployment: UUID) -> bool:
    return Deployment.objects.filter(pk=deployment, checked_in_at__isnull=False).exists()
