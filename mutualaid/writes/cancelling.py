"""Taking back what was ordered, from what nobody has answered to what is on the way."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from audit.facts import Fact
from audit.refusals import Refusal
from incidents.facts import DeploymentMoved
from incidents.lifecycle import COMING, DeploymentState
from incidents.lifecycle import move as move_deployment
from incidents.models import Deployment
from incidents.writes.steps import place_of
from mutualaid.facts import OrderCancelled, RequestCancelled
from mutualaid.lifecycle import SETTLED_LINES, LineStatus, SolicitationStatus, move
from mutualaid.models import OfferedResource, ResourceRequest, Solicitation
from mutualaid.writes.asking import wind_down
from mutualaid.writes.seeking import Seeking
from mutualaid.writes.settling import settle_line, settle_request


class TooManyCancelled(Refusal):
    """That many cannot be cancelled any more."""


def cancelled(seeking: Seeking, quantity: int | None, reason: str) -> int:
    """Cancel some or all of a line: first what nobody has promised, last what is on the way."""
    line = seeking.line
    if line.status in SETTLED_LINES - {LineStatus.SHORT_CLOSED}:
        return 0
    coming = coming_for(seeking)
    most = line.wanted + len(coming)
    number = most if quantity is None else quantity
    if not 0 <= number <= most:
        sentence = _("Of %(line)s, %(many)d can still be cancelled.")
        raise TooManyCancelled(sentence % {"line": line.number, "many": most})
    turned = coming[: max(0, number - line.wanted)]
    line.cancelled += number
    line.accepted -= len(turned)
    _turn_back(seeking, turned, reason)
    if line.wanted == 0:
        wind_down(seeking, reason)
    return number


def cancelled_whole(request: ResourceRequest, reason: str) -> list[Fact]:
    """Withdraw everything of a request that has not arrived, line by line."""
    request.reason = reason
    sought = [Seeking.of(line.pk) for line in request.lines.all()]
    for seeking in sought:
        seeking.request = request
        cancelled(seeking, None, reason)
        settle_line(seeking)
    settle_request(sought[-1], [seeking.line for seeking in sought])
    request.save(update_fields=["reason"])
    told = RequestCancelled(
        incident=request.incident_id,
        request=request.pk,
        reason=reason,
        touches=(request, *(row for seeking in sought for row in seeking.changes())),
    )
    return [told, *(fact for seeking in sought for fact in seeking.told)]


def coming_for(seeking: Seeking) -> list[Deployment]:
    """What was accepted for the line and has not arrived, the last to arrive first."""
    coming = Deployment.objects.select_for_update(of=("self",)).filter(
        order_line=seeking.line.pk, state__in=sorted(COMING)
    )
    return list(coming.select_related("resource").order_by("-eta", "-since", "pk"))


def released(
    seeking: Seeking, one: Solicitation, deployments: Collection[Deployment], reason: str
) -> None:
    """Let go of accepted resources that have not arrived, and say so for each.

    Who has not left stays at home; who has is a turnback, and still on the road.
    """
    resources = [deployment.resource_id for deployment in deployments]
    OfferedResource.objects.filter(solicitation=one, resource__in=resources).update(accepted=False)
    one.accepted_quantity -= len(resources)
    for deployment in deployments:
        seeking.tell(_moved(deployment, reason))


def _turn_back(seeking: Seeking, turned: Sequence[Deployment], reason: str) -> None:
    for one in seeking.asked:
        theirs = [each for each in turned if each.agency_id == one.agency_id]
        if theirs and one.status == SolicitationStatus.ACCEPTED:
            released(seeking, one, theirs, reason)
            if one.accepted_quantity == 0:
                move(one, SolicitationStatus.CANCELLED)
            one.ended_because = reason
            one.save(update_fields=["status", "accepted_quantity", "ended_because"])
            resources = tuple(each.resource_id for each in theirs)
            seeking.tell(
                OrderCancelled(
                    **seeking.about(one), reason=reason, resources=resources, touches=(one,)
                )
            )


def _moved(deployment: Deployment, reason: str) -> DeploymentMoved:
    before = deployment.state
    move_deployment(deployment, DeploymentState.CANCELLED)
    deployment.reason = reason
    deployment.save(update_fields=["state", "reason"])
    place = place_of(deployment.incident_id, deployment.agency_id)
    return DeploymentMoved(
        incident=deployment.incident_id,
        agency=deployment.agency_id,
        deployment=deployment.pk,
        resource=deployment.resource_id,
        call_sign=deployment.resource.call_sign,
        order_line=deployment.order_line,
        from_state=before,
        to_state=deployment.state,
        reason=reason,
        division=deployment.division_id,
        touches=(deployment, place) if place else (deployment,),
    )
