from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.models import Resource
from audit.actors import Actor
from audit.clock import now
from audit.facts import Fact
from audit.refusals import Conflict, Refusal
from audit.writes import write
from incidents.lifecycle import COMING
from incidents.models import Deployment
from incidents.writes.times import happened_there, moment
from mutualaid import rules
from mutualaid.facts import AskAcknowledged, AskDeclined, LineReopened, OfferMade, OfferWithdrawn
from mutualaid.lifecycle import (
    SETTLED_LINES,
    UNANSWERED,
    DeclineReason,
    SolicitationStatus,
    move,
)
from mutualaid.models import OfferedResource, Solicitation
from mutualaid.writes import inputs
from mutualaid.writes.asking import answered, not_selected, reopen
from mutualaid.writes.cancelling import released
from mutualaid.writes.fitness import sendable
from mutualaid.writes.seeking import Seeking
from mutualaid.writes.settling import settle

Status = SolicitationStatus
ANSWER: Final = "an answer moves on a ladder of which who answers sees only their own step"

ANSWERABLE = UNANSWERED | {Status.EXPIRED}
ANSWERED = (
    *("status", "late", "answered_at", "remarks"),
    *("offered_quantity", "eta", "valid_until", "decline_reason"),
)


class AnswerNotAwaited(Conflict):
    """No answer is awaited from your agency any more."""


class MoreThanAsked(Refusal):
    """That is more than your agency is asked for."""


class NoSuchReason(Refusal):
    """Say why, from the list."""


class HoldsNoLonger(Refusal):
    """An offer must hold until a moment that is still to come."""


class AllArrived(Conflict):
    """Everything you sent has checked in. Recall it at the incident."""


class NothingToWithdraw(Conflict):
    """Your agency has no offer here that stands."""


@write(allow=rules.may_answer, under="line__request")
def acknowledge(actor: Actor, solicitation: Solicitation) -> AskAcknowledged:
    """Let the requester know that a person has seen it."""
    move(solicitation, Status.ACKNOWLEDGED)
    solicitation.save(update_fields=["status"])
    seeking = Seeking.of(solicitation.line_id)
    return AskAcknowledged(**seeking.about(solicitation), touches=(solicitation,))


@write(allow=rules.may_answer, under="line__request", wide=ANSWER)
def offer(
    actor: Actor,
    solicitation: Solicitation,
    *,
    resources: Sequence[UUID],
    eta: datetime | None = None,
    valid_until: datetime | None = None,
    remarks: str = "",
    occurred_at: datetime | None = None,
) -> tuple[Fact, ...]:
    """Offer named resources, all that were asked for or fewer, for good or until a moment.

    A late answer is kept and offered (RULE-SM-03). The provider's draw-down floor
    is shown where this is decided and binds nobody here (RULE-MA-06).
    """
    seeking, one = _answered(solicitation)
    _say(one, eta=eta, valid_until=valid_until, remarks=remarks)
    named = sendable(actor.agency_id, seeking.line, resources)
    if len(named) > one.asked_quantity:
        raise MoreThanAsked(_("Your agency is asked for %d.") % one.asked_quantity)
    _note_when(seeking, one, occurred_at)
    _save_offer(one, named)
    if seeking.line.wanted == 0 or seeking.line.status in SETTLED_LINES:
        not_selected(seeking, one, _("It came when nothing was wanted any more."))
    answered(seeking)
    settle(seeking)
    made = OfferMade(
        **seeking.about(one),
        resources=tuple(resource.pk for resource in named),
        late=one.late,
        valid_until=one.valid_until,
        occurred_at=occurred_at,
        touches=(one, *seeking.changes()),
    )
    return made, *seeking.told


@write(allow=rules.may_answer, under="line__request", wide=ANSWER)
def decline(
    actor: Actor,
    solicitation: Solicitation,
    *,
    reason: str,
    remarks: str = "",
    occurred_at: datetime | None = None,
) -> tuple[Fact, ...]:
    """Say that your agency is unable to fill, and why. Nobody is compelled (RULE-MA-03)."""
    seeking, one = _answered(solicitation)
    if reason not in DeclineReason.values:
        raise NoSuchReason
    one.remarks = inputs.text(remarks, 400)
    _note_when(seeking, one, occurred_at)
    move(one, Status.DECLINED)
    one.decline_reason = DeclineReason(reason)
    one.save(update_fields=ANSWERED)
    answered(seeking)
    settle(seeking)
    declined = AskDeclined(
        **seeking.about(one),
        reason=one.decline_reason,
        late=one.late,
        occurred_at=occurred_at,
        touches=(one, *seeking.changes()),
    )
    return declined, *seeking.told


@write(allow=rules.may_answer, under="line__request", wide=ANSWER)
def withdraw_offer(actor: Actor, solicitation: Solicitation, *, reason: str) -> tuple[Fact, ...]:
    """Take back an offer, or what was accepted of it and has not checked in yet."""
    reason = inputs.reason(reason)
    seeking = Seeking.of(solicitation.line_id)
    one = seeking.solicitation(solicitation.pk)
    taken = _taken_back(seeking, one, reason)
    if one.accepted_quantity == 0:
        move(one, Status.WITHDRAWN_BY_PROVIDER)
    one.ended_because = reason
    one.save(update_fields=["status", "accepted_quantity", "ended_because"])
    if taken:
        seeking.line.accepted -= len(taken)
        seeking.tell(LineReopened(**seeking.about_line, quantity=len(taken)))
        reopen(seeking)
    else:
        answered(seeking)
    settle(seeking)
    withdrawn = OfferWithdrawn(
        **seeking.about(one),
        reason=reason,
        resources=tuple(each.resource_id for each in taken),
        touches=(one, *seeking.changes()),
    )
    return withdrawn, *seeking.told


def _answered(solicitation: Solicitation) -> tuple[Seeking, Solicitation]:
    """The line, and the ask that is being answered in it, if an answer is still of use."""
    seeking = Seeking.of(solicitation.line_id)
    one = seeking.solicitation(solicitation.pk)
    if one.status not in ANSWERABLE:
        raise AnswerNotAwaited
    return seeking, one


def _say(
    one: Solicitation, *, eta: datetime | None, valid_until: datetime | None, remarks: str
) -> None:
    one.eta = None if eta is None else moment(eta)
    if valid_until is not None and moment(valid_until) <= now():
        raise HoldsNoLonger
    one.valid_until, one.remarks = valid_until, inputs.text(remarks, 400)


def _note_when(seeking: Seeking, one: Solicitation, occurred_at: datetime | None) -> None:
    """When they answered, as people say it: not before they were asked (RULE-SM-04).

    An answer that was given in time is not late, although it was written down late.
    """
    incident = seeking.request.incident
    one.answered_at = happened_there(incident, occurred_at, after=one.asked_at).at
    said_in_time = occurred_at is not None and one.answered_at <= one.due_at
    one.late = one.status == Status.EXPIRED and not said_in_time


def _save_offer(one: Solicitation, named: Sequence[Resource]) -> None:
    """Keep the offer. Of one that lapsed before, only what is named again stands."""
    move(one, Status.OFFERED)
    one.offered_quantity = len(named)
    one.save(update_fields=ANSWERED)
    before = OfferedResource.objects.filter(solicitation=one)
    before.update(stands=False)
    again = before.filter(resource__in=named)
    again.update(stands=True)
    known = set(again.values_list("resource_id", flat=True))
    OfferedResource.objects.bulk_create(
        OfferedResource(solicitation=one, resource=resource)
        for resource in named
        if resource.pk not in known
    )


def _taken_back(seeking: Seeking, one: Solicitation, reason: str) -> list[Deployment]:
    if one.status == Status.OFFERED:
        return []
    if one.status != Status.ACCEPTED:
        raise NothingToWithdraw
    coming = list(
        Deployment.objects.select_for_update(of=("self",))
        .filter(order_line=one.line_id, agency=one.agency_id, state__in=sorted(COMING))
        .select_related("resource")
    )
    if not coming:
        raise AllArrived
    released(seeking, one, coming, reason)
    return coming
