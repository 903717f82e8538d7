from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from agencies.models import Agency, Priority
from audit.actors import Actor
from audit.facts import Fact
from audit.refusals import Refusal
from audit.writes import write
from incidents.models import Incident
from incidents.writes.times import happened_there, moment
from mutualaid import rules
from mutualaid.facts import RequestSubmitted
from mutualaid.lifecycle import MessagePurpose, RequestStatus
from mutualaid.models import ResourceRequest
from mutualaid.positions import positions_of
from mutualaid.writes import inputs, orders
from mutualaid.writes.asking import go_on
from mutualaid.writes.cancelling import cancelled_whole
from mutualaid.writes.declaring import Declared, declare
from mutualaid.writes.messages import Message, kept
from mutualaid.writes.orders import LineWanted
from mutualaid.writes.seeking import Seeking
from mutualaid.writes.settling import settle_line, settle_request

OVER = frozenset({RequestStatus.CANCELLED, RequestStatus.CLOSED})


class NoSuchPriority(Refusal):
    """A request is an emergency, urgent or routine."""


class AlreadyOver(Refusal):
    """This request is over already. Ask anew for what is still needed."""


@write(allow=rules.may_request)
def submit_request(
    actor: Actor,
    incident: Incident,
    *,
    priority: str,
    needed_by: datetime,
    deliver_to: str,
    lines: Sequence[LineWanted],
    requester_position: str = "",
    remarks: str = "",
    declared: Declared | None = None,
    message: Message | None = None,
    occurred_at: datetime | None = None,
) -> tuple[Fact, ...]:
    """Ask for resources by the verbal path, and ask the first tier at once.

    RULE-MA-08: a life-safety order goes out first, its signatures follow; the request is
    marked as verbal until then. Where it was asked by voice before, it says so, and may be
    overdue by now; the time to answer still runs from now, when it can be answered here.
    """
    asked_at = happened_there(incident, occurred_at).at
    letters = orders.letters(incident, lines)
    request = ResourceRequest(
        incident=incident,
        requester_position=inputs.text(requester_position, 120),
        priority=_priority(priority),
        needed_by=moment(needed_by),
        requested_at=asked_at,
        deliver_to=inputs.text(deliver_to, 200),
        remarks=inputs.text(remarks, 2000),
    )
    _sign(actor, request, declared)
    kept(request, message, MessagePurpose.REQUEST)
    new = map(partial(orders.ordered, request), lines, letters)
    sought = [Seeking.newly(request, line, asked_at=asked_at) for line in new]
    return _first_asked(request, sought, occurred_at)


@write(allow=rules.may_steer)
def cancel_request(
    actor: Actor, request: ResourceRequest, *, reason: str, message: Message | None = None
) -> tuple[Fact, ...]:
    """Withdraw a request. Whoever was asked is told; who is on the way turns back."""
    why = inputs.reason(reason)
    if request.status in OVER:
        raise AlreadyOver
    kept(request, message, MessagePurpose.CANCEL)
    return tuple(cancelled_whole(request, why))


def _priority(said: str) -> Priority:
    if said not in Priority.values:
        raise NoSuchPriority
    return Priority(said)


def _sign(actor: Actor, request: ResourceRequest, declared: Declared | None) -> None:
    """Say who asks, and what they say is declared; give the request its number, and save it."""
    declare(request, declared)
    before = ResourceRequest.objects.filter(incident=request.incident_id).count()
    request.number = f"R-{before + 1}"
    request.requested_by = Agency.objects.get(pk=str(actor.agency_id))
    request.requester_id = actor.member_id
    request.requester_name = actor.name
    request.asked_as = sorted(positions_of(actor, request.incident_id))
    request.save(force_insert=True)


def _submitted(
    request: ResourceRequest, sought: Sequence[Seeking], occurred_at: datetime | None
) -> RequestSubmitted:
    return RequestSubmitted(
        incident=request.incident_id,
        request=request.pk,
        number=request.number,
        priority=request.priority,
        needed_by=request.needed_by,
        deliver_to=request.deliver_to,
        lines=tuple(seeking.line.pk for seeking in sought),
        occurred_at=occurred_at,
        touches=(
            request,
            *(row for seeking in sought for row in (seeking.line, *seeking.changes())),
        ),
    )


def _first_asked(
    request: ResourceRequest, sought: Sequence[Seeking], occurred_at: datetime | None
) -> tuple[Fact, ...]:
    for seeking in sought:
        go_on(seeking)
        settle_line(seeking)
    settle_request(sought[-1], [seeking.line for seeking in sought])
    submitted = _submitted(request, sought, occurred_at)
    return submitted, *(fact for seeking in sought for fact in seeking.told)
