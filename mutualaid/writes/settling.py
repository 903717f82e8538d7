"""What a line and its request are, worked out from everything below them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from django.utils.translation import gettext as _

from mutualaid.facts import LineUnableToFill, RequestUnableToFill
from mutualaid.lifecycle import ROADS, LineStatus, RequestStatus, move
from mutualaid.models import OrderLine, ResourceRequest
from mutualaid.writes.seeking import Seeking

Line, Request = LineStatus, RequestStatus

DONE: Final = frozenset({Line.RECEIVED, Line.SHORT_CLOSED})
OBTAINED: Final = DONE | {Line.FILLED}
COUNTED: Final = ("status", "tier", "accepted", "received", "cancelled", "retried_at")
SOUGHT: Final = frozenset({Line.OPEN, Line.SOLICITING, Line.OFFERED, Line.PARTIALLY_FILLED})


def settle(seeking: Seeking) -> None:
    """Bring the line's status and its request's up to date, and say what ended."""
    settle_line(seeking)
    settle_request(seeking, seeking.siblings)


def settle_line(seeking: Seeking) -> None:
    """Derive the line's status from its counts and its ladder, and save it."""
    line = seeking.line
    to = _line_status(seeking)
    if to != line.status:
        _go(line, to)
        if to is Line.UNABLE_TO_FILL:
            reason = _why_unable(seeking)
            touched = (seeking.request, line)
            seeking.tell(LineUnableToFill(**seeking.about_line, reason=reason, touches=touched))
    line.save(update_fields=COUNTED)
    seeking.change(line)


def settle_request(seeking: Seeking, lines: Collection[OrderLine]) -> None:
    """Derive the request's status from all of its lines. A hold lasts until it is lifted."""
    request = seeking.request
    to = _request_status(lines)
    if to == request.status or (request.held_at and to is not Request.CANCELLED):
        return
    request.held_at = None
    _go_request(request, to)
    request.save(update_fields=["status", "held_at", "reason"])
    seeking.change(request)
    if to is Request.UNABLE_TO_FILL:
        reason = _why_unable(seeking)
        unable = RequestUnableToFill(**seeking.about_request, reason=reason, touches=(request,))
        seeking.tell(unable)


def _line_status(seeking: Seeking) -> LineStatus:
    line = seeking.line
    if line.status in (Line.SHORT_CLOSED, Line.CANCELLED):
        return Line(line.status)
    if line.ordered == line.cancelled:
        return Line.CANCELLED
    if line.wanted == 0:
        return Line.RECEIVED if line.received == line.accepted else Line.FILLED
    if not (seeking.running or seeking.unanswered or seeking.offered or seeking.waiting):
        return Line.UNABLE_TO_FILL
    if line.accepted:
        return Line.PARTIALLY_FILLED
    return Line.OFFERED if seeking.offered else Line.SOLICITING


def _request_status(lines: Collection[OrderLine]) -> RequestStatus:
    states = {Line(line.status) for line in lines} - {Line.CANCELLED}
    if not states:
        return Request.CANCELLED
    if states <= DONE:
        return Request.CLOSED
    if states <= OBTAINED:
        return Request.FILLED
    if Line.UNABLE_TO_FILL in states and not states & SOUGHT:
        return Request.UNABLE_TO_FILL
    some = any(line.accepted for line in lines)
    return Request.PARTIALLY_FILLED if some else Request.IN_PROCESS


def _go(line: OrderLine, to: LineStatus) -> None:
    """Take the road to a status; where there is none, by way of being filled or sought."""
    if to not in ROADS[Line][Line(line.status)]:
        move(line, Line.FILLED if to is Line.RECEIVED else Line.SOLICITING)
    move(line, to)


def _go_request(request: ResourceRequest, to: RequestStatus) -> None:
    if to not in ROADS[Request][Request(request.status)]:
        move(request, Request.FILLED)
    move(request, to)


def _why_unable(seeking: Seeking) -> str:
    if seeking.asked:
        return _("Everybody who may be asked has been asked.")
    return _("No agreement in force lets %(agency)s ask anybody for this kind and type.") % {
        "agency": seeking.request.requested_by.name
    }
