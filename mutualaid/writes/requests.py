from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.utils.translation import gettext as _

from agencies.models import Agency, Priority
from agencies.typing import catalogue
from audit.actors import Actor
from audit.clock import now
from audit.facts import Fact
from audit.refusals import Refusal
from audit.writes import write
from incidents.lifecycle import IncidentStatus
from incidents.models import Incident
from mutualaid import rules
from mutualaid.facts import RequestSubmitted
from mutualaid.lifecycle import RequestStatus
from mutualaid.models import OrderLine, RequestMessage, ResourceRequest
from mutualaid.writes.asking import go_on
from mutualaid.writes.cancelling import cancelled_whole
from mutualaid.writes.seeking import Seeking
from mutualaid.writes.settling import settle_line, settle_request

MOST_LINES = 100
OVER = frozenset({RequestStatus.CANCELLED, RequestStatus.CLOSED})


class IncidentIsClosed(Refusal):
    """This incident is closed. Nothing more is ordered for it."""


class NothingOrdered(Refusal):
    """Order at least one thing, and not more than a hundred at once."""


class NoSuchKind(Refusal):
    """The catalogue has no such kind or type of resource."""


class ReasonMissing(Refusal):
    """Say why."""


class AlreadyOver(Refusal):
    """This request is over already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWanted:
    """One line as it is asked for: block 4 of form ICS 213RR."""

    kind: str
    quantity: int
    type: int | None = None
    or_better: bool = True
    details: str = ""


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
    message_id: str = "",
    message: bytes = b"",
) -> tuple[Fact, ...]:
    """Ask for resources by the verbal path, and ask the first tier at once.

    RULE-MA-08: a life-safety order goes out first, its signatures follow; the
    request is marked as verbal until then.
    """
    letters = _letters(incident, lines)
    request = ResourceRequest(
        incident=incident,
        requester_position=requester_position,
        priority=Priority(priority),
        needed_by=needed_by,
        deliver_to=deliver_to,
        remarks=remarks,
        message_id=message_id,
    )
    _sign(actor, request, message)
    sought = [
        Seeking.newly(request, _ordered(request, line, letter))
        for line, letter in zip(lines, letters, strict=True)
    ]
    return _first_asked(request, sought)


def _sign(actor: Actor, request: ResourceRequest, message: bytes) -> None:
    """Say who asks, give the request its number, and save it, with the message it came in."""
    before = ResourceRequest.objects.filter(incident=request.incident_id).count()
    request.number = f"R-{before + 1}"
    request.requested_by = Agency.objects.get(pk=str(actor.agency_id))
    request.requester_id = actor.member_id
    request.requester_name, request.requested_at = actor.name, now()
    request.save(force_insert=True)
    if message:
        digest = sha256(message).hexdigest()
        RequestMessage.objects.create(request=request, raw=message, raw_hash=digest)


def _submitted(request: ResourceRequest, sought: Sequence[Seeking]) -> RequestSubmitted:
    return RequestSubmitted(
        incident=request.incident_id,
        request=request.pk,
        number=request.number,
        priority=request.priority,
        needed_by=request.needed_by,
        deliver_to=request.deliver_to,
        lines=tuple(seeking.line.pk for seeking in sought),
        touches=(
            request,
            *(row for seeking in sought for row in (seeking.line, *seeking.changes())),
        ),
    )


def _first_asked(request: ResourceRequest, sought: Sequence[Seeking]) -> tuple[Fact, ...]:
    for seeking in sought:
        go_on(seeking)
        settle_line(seeking)
    settle_request(sought[-1], [seeking.line for seeking in sought])
    return _submitted(request, sought), *(fact for seeking in sought for fact in seeking.told)


@write(allow=rules.may_steer)
def cancel_request(actor: Actor, request: ResourceRequest, *, reason: str) -> tuple[Fact, ...]:
    """Withdraw a request. Whoever was asked is told; who is on the way turns back."""
    if not reason:
        raise ReasonMissing
    if request.status in OVER:
        raise AlreadyOver
    return tuple(cancelled_whole(request, reason))


def _letters(incident: Incident, lines: Sequence[LineWanted]) -> list[str]:
    """The category letter of each line, if all of this may be ordered here."""
    if incident.status != IncidentStatus.ACTIVE:
        raise IncidentIsClosed
    if not 1 <= len(lines) <= MOST_LINES:
        raise NothingOrdered
    return [_letter(line) for line in lines]


def _letter(line: LineWanted) -> str:
    """The category letter of the kind's order numbers, where kind and type exist."""
    try:
        kind = catalogue.kind(line.kind)
        if line.type is not None:
            kind.type(line.type)
    except KeyError:
        sentence = _("The catalogue has no kind %(kind)s of type %(type)s.")
        raise NoSuchKind(sentence % {"kind": line.kind, "type": line.type or "-"}) from None
    return kind.order_letter


def _ordered(request: ResourceRequest, line: LineWanted, letter: str) -> OrderLine:
    """A line with its number. Numbers are never used again: cancelled lines remain."""
    taken = OrderLine.objects.filter(
        request__incident=request.incident_id, number__startswith=f"{letter}-"
    ).count()
    return OrderLine.objects.create(
        request=request,
        number=f"{letter}-{taken + 1}",
        kind=line.kind,
        type=line.type,
        or_better=line.or_better,
        ordered=line.quantity,
        details=line.details,
    )
