from __future__ import annotations

from django.db.models import Model

from audit.actors import Actor
from audit.clock import now
from audit.facts import Fact
from audit.refusals import Conflict
from audit.writes import write
from mutualaid import rules
from mutualaid.facts import AskPaused, AskResumed, RequestHeld, RequestResumed
from mutualaid.lifecycle import RequestStatus, RungStatus, move
from mutualaid.models import ResourceRequest
from mutualaid.writes import inputs
from mutualaid.writes.asking import go_on
from mutualaid.writes.seeking import Seeking
from mutualaid.writes.settling import settle_line, settle_request


class RequestOnHold(Conflict):
    """The request is on hold. Let it go on first."""


class NotOnHold(Conflict):
    """This request is not on hold."""


@write(allow=rules.may_steer)
def hold_request(actor: Actor, request: ResourceRequest, *, reason: str) -> tuple[Fact, ...]:
    """Stop the clock: nobody further is asked, nobody runs out of time (RULE-MA-04)."""
    reason = inputs.reason(reason)
    move(request, RequestStatus.ON_HOLD)
    request.held_at, request.reason = now(), reason
    request.save(update_fields=["status", "held_at", "reason"])
    sought = _sought(request)
    for seeking in sought:
        for rung in seeking.running:
            move(rung, RungStatus.HELD)
            rung.save(update_fields=["status"])
            seeking.change(rung)
        for one in seeking.unanswered:
            seeking.tell(AskPaused(**seeking.about(one), touches=(one,)))
    held = RequestHeld(
        incident=request.incident_id,
        request=request.pk,
        reason=reason,
        touches=_touched(request, sought),
    )
    return held, *_told(sought)


@write(allow=rules.may_steer)
def resume_request(actor: Actor, request: ResourceRequest) -> tuple[Fact, ...]:
    """Let the clock run on, with the time that was left, and ask where nobody is being asked."""
    if request.held_at is None:
        raise NotOnHold
    sought = _sought(request)
    for seeking in sought:
        _run_on(seeking)
    request.held_at, request.reason = None, ""
    for seeking in sought:
        go_on(seeking)
        settle_line(seeking)
    move(request, RequestStatus.IN_PROCESS)
    request.save(update_fields=["status", "held_at", "reason"])
    settle_request(sought[-1], [seeking.line for seeking in sought])
    resumed = RequestResumed(
        incident=request.incident_id, request=request.pk, touches=_touched(request, sought)
    )
    return resumed, *_told(sought)


def _run_on(seeking: Seeking) -> None:
    """Move every time that stood still by as long as it stood."""
    if seeking.request.held_at is None:
        return
    paused = now() - seeking.request.held_at
    for rung in seeking.running:
        move(rung, RungStatus.ASKED)
        rung.remind_at, rung.due_at = (at and at + paused for at in (rung.remind_at, rung.due_at))
        rung.save(update_fields=["status", "remind_at", "due_at"])
        seeking.change(rung)
    for one in seeking.unanswered:
        one.due_at += paused
        one.save(update_fields=["due_at"])
        seeking.tell(AskResumed(**seeking.about(one), touches=(one,)))


def _sought(request: ResourceRequest) -> list[Seeking]:
    found = [Seeking.of(line.pk) for line in request.lines.all()]
    for seeking in found:
        seeking.request = request
    return found


def _touched(request: ResourceRequest, sought: list[Seeking]) -> tuple[Model, ...]:
    return request, *(row for seeking in sought for row in seeking.changes())


def _told(sought: list[Seeking]) -> list[Fact]:
    return [fact for seeking in sought for fact in seeking.told]
