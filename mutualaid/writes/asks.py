from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.models import Readiness, Resource
from agencies.typing.catalogue import satisfies
from audit.actors import Actor
from audit.clock import now
from audit.facts import Fact
from audit.refusals import Conflict, Refusal
from audit.writes import write
from incidents.lifecycle import COMING, FINAL
from incidents.models import Deployment
from mutualaid import rules
from mutualaid.facts import AskAcknowledged, AskDeclined, LineReopened, OfferMade, OfferWithdrawn
from mutualaid.lifecycle import (
    SETTLED_LINES,
    UNANSWERED,
    DeclineReason,
    SolicitationStatus,
    move,
)
from mutualaid.models import OfferedResource, OrderLine, Solicitation
from mutualaid.writes.asking import all_answered, not_selected, reopen
from mutualaid.writes.cancelling import released
from mutualaid.writes.requests import ReasonMissing
from mutualaid.writes.seeking import Seeking
from mutualaid.writes.settling import settle

Status = SolicitationStatus

ANSWERABLE = UNANSWERED | {Status.EXPIRED}
ANSWERED = (
    *("status", "late", "answered_at", "remarks"),
    *("offered_quantity", "eta", "decline_reason"),
)


class AnswerNotAwaited(Conflict):
    """No answer is awaited from your agency any more."""


class NothingOffered(Refusal):
    """Name at least one resource."""


class MoreThanAsked(Refusal):
    """That is more than your agency is asked for."""


class NotYoursToOffer(Refusal):
    """One of these is not a resource of your agency."""


class CannotBeSent(Refusal):
    """One of these cannot be sent."""


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


@write(allow=rules.may_answer, under="line__request")
def offer(
    actor: Actor,
    solicitation: Solicitation,
    *,
    resources: Sequence[UUID],
    eta: datetime | None = None,
    remarks: str = "",
) -> tuple[Fact, ...]:
    """Offer named resources, all that were asked for or fewer.

    A late answer is kept and offered (RULE-SM-03). The provider's draw-down floor
    is shown where this is decided and binds nobody here (RULE-MA-06).
    """
    seeking, one = _answered(solicitation)
    named = _sendable(actor, seeking.line, resources)
    if len(named) > one.asked_quantity:
        raise MoreThanAsked(_("Your agency is asked for %d.") % one.asked_quantity)
    late = one.status == Status.EXPIRED
    _save_offer(one, named, late=late, eta=eta, remarks=remarks)
    if seeking.line.wanted == 0 or seeking.line.status in SETTLED_LINES:
        not_selected(seeking, one, _("It came when nothing was wanted any more."))
    all_answered(seeking)
    settle(seeking)
    pks = tuple(resource.pk for resource in named)
    touches = (one, *seeking.changes())
    made = OfferMade(**seeking.about(one), resources=pks, late=late, touches=touches)
    return made, *seeking.told


@write(allow=rules.may_answer, under="line__request")
def decline(
    actor: Actor, solicitation: Solicitation, *, reason: str, remarks: str = ""
) -> tuple[Fact, ...]:
    """Say that your agency is unable to fill, and why. Nobody is compelled (RULE-MA-03)."""
    seeking, one = _answered(solicitation)
    one.late = one.status == Status.EXPIRED
    move(one, Status.DECLINED)
    one.decline_reason, one.remarks = DeclineReason(reason), remarks
    one.answered_at = now()
    one.save(update_fields=ANSWERED)
    all_answered(seeking)
    settle(seeking)
    declined = AskDeclined(
        **seeking.about(one),
        reason=one.decline_reason,
        late=one.late,
        touches=(one, *seeking.changes()),
    )
    return declined, *seeking.told


@write(allow=rules.may_answer, under="line__request")
def withdraw_offer(actor: Actor, solicitation: Solicitation, *, reason: str) -> tuple[Fact, ...]:
    """Take back an offer, or what was accepted of it and has not checked in yet."""
    if not reason:
        raise ReasonMissing
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
        all_answered(seeking)
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


def _save_offer(
    one: Solicitation,
    named: Sequence[Resource],
    *,
    late: bool,
    eta: datetime | None,
    remarks: str,
) -> None:
    move(one, Status.OFFERED)
    one.late, one.eta, one.remarks = late, eta, remarks
    one.offered_quantity, one.answered_at = len(named), now()
    one.save(update_fields=ANSWERED)
    OfferedResource.objects.bulk_create(
        OfferedResource(solicitation=one, resource=resource) for resource in named
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


def _sendable(actor: Actor, line: OrderLine, pks: Sequence[UUID]) -> list[Resource]:
    """The resources, if every one is the agency's own, of the right kind, ready and free."""
    wanted = set(pks)
    if not wanted:
        raise NothingOffered
    found = list(
        Resource.objects.filter(pk__in=wanted, agency=actor.agency_id).order_by("call_sign")
    )
    if len(found) < len(wanted):
        raise NotYoursToOffer
    busy = _busy(wanted)
    for resource in found:
        if why := _unfit(resource, line) or busy.get(resource.pk):
            raise CannotBeSent(f"{resource.call_sign}: {why}")
    return found


def _unfit(resource: Resource, line: OrderLine) -> str:
    if resource.kind != line.kind:
        return _("it is of another kind.")
    if not satisfies(resource.type, line.type, or_better=line.or_better):
        return _("it is not of the type that is asked for.")
    if resource.status != Readiness.AVAILABLE:
        return _("it is not available.")
    return ""


def _busy(pks: set[UUID]) -> dict[UUID, str]:
    """Why resources are not free: committed somewhere (RULE-RES-01), or offered already."""
    committed = Deployment.objects.filter(resource__in=pks).exclude(state__in=sorted(FINAL))
    offered = OfferedResource.objects.filter(resource__in=pks, solicitation__status=Status.OFFERED)
    return dict.fromkeys(
        offered.values_list("resource_id", flat=True), _("it is offered elsewhere already.")
    ) | dict.fromkeys(
        committed.values_list("resource_id", flat=True), _("it is committed to an incident.")
    )
