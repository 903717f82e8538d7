from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from audit.actors import Actor
from audit.clock import now
from audit.facts import Fact
from audit.refusals import Conflict, Refusal
from audit.writes import write
from incidents.facts import InvitationAccepted, ResourceCommitted
from incidents.lifecycle import ParticipationStatus
from incidents.lifecycle import move as move_participation
from incidents.models import Deployment, Participation, Role
from incidents.writes.deployment import committed
from incidents.writes.times import Moment, as_told, happened_there
from mutualaid import rules
from mutualaid.facts import OfferAccepted
from mutualaid.lifecycle import SolicitationStatus, move
from mutualaid.models import OfferedResource, Solicitation
from mutualaid.writes import inputs
from mutualaid.writes.asking import answered, not_selected, wind_down
from mutualaid.writes.holds import RequestOnHold
from mutualaid.writes.seeking import Seeking
from mutualaid.writes.settling import settle

ORDER: Final = "who orders commits what is another agency's, and brings that agency along"


class OfferNotOpen(Conflict):
    """This offer does not stand any more."""


class OfferRanOut(Conflict):
    """This offer held until a moment that has passed."""


class MoreThanWanted(Refusal):
    """That is more than is still wanted."""


class NotInTheOffer(Refusal):
    """That is not what they offered."""


@write(allow=rules.may_order, under="line__request", wide=ORDER)
def accept_offer(
    actor: Actor,
    solicitation: Solicitation,
    *,
    quantity: int | None = None,
    resources: Sequence[UUID] = (),
    occurred_at: datetime | None = None,
) -> tuple[Fact, ...]:
    """Take what was offered, or some of it; it is committed to the incident at once.

    Never more than is wanted (RULE-MA-05): the offer that fills the line returns
    all the others in the same moment. The provider comes to the incident with it.
    """
    seeking, one = _standing(solicitation)
    named = _chosen(seeking, one, quantity, resources)
    place, taken_at = _place(seeking, one, occurred_at)
    move(one, SolicitationStatus.ACCEPTED)
    one.accepted_quantity = len(named)
    one.save(update_fields=["status", "accepted_quantity"])
    pks = tuple(each.resource_id for each in named)
    OfferedResource.objects.filter(solicitation=one, resource__in=pks).update(accepted=True)
    when = taken_at.at if occurred_at else None
    seeking.tell(*_joined(place, taken_at, when), *_committed(seeking, one, named, when))
    seeking.line.accepted += len(named)
    if seeking.line.wanted == 0:
        wind_down(seeking, _("Filled by others."))
    answered(seeking)
    settle(seeking)
    touches = (one, *seeking.changes())
    accepted = OfferAccepted(**seeking.about(one), resources=pks, occurred_at=when, touches=touches)
    return accepted, *seeking.told


@write(allow=rules.may_order, under="line__request")
def reject_offer(actor: Actor, solicitation: Solicitation, *, reason: str) -> tuple[Fact, ...]:
    """Return an offer, and go on asking."""
    reason = inputs.reason(reason)
    seeking, one = _standing(solicitation)
    not_selected(seeking, one, reason)
    answered(seeking)
    settle(seeking)
    first, *others = seeking.told
    return _touching(first, seeking), *others


def _touching(fact: Fact, seeking: Seeking) -> Fact:
    return replace(fact, touches=(*fact.touches, *seeking.changes()))


def _standing(solicitation: Solicitation) -> tuple[Seeking, Solicitation]:
    seeking = Seeking.of(solicitation.line_id)
    one = seeking.solicitation(solicitation.pk)
    if seeking.request.held_at:
        raise RequestOnHold
    if one.status != SolicitationStatus.OFFERED:
        label = SolicitationStatus(one.status).label.lower()
        raise OfferNotOpen(_("This offer does not stand any more: %s.") % label)
    if one.valid_until and one.valid_until <= now():
        sentence = _("This offer held until %s. Ask them to make it again.")
        raise OfferRanOut(sentence % as_told(seeking.request.incident, one.valid_until))
    return seeking, one


def _chosen(
    seeking: Seeking, one: Solicitation, quantity: int | None, resources: Sequence[UUID]
) -> list[OfferedResource]:
    """Which of the named resources are taken."""
    named = list(
        one.named.filter(stands=True).select_related("resource").order_by("resource__call_sign")
    )
    if resources:
        taken = [each for each in named if each.resource_id in set(resources)]
        if len(taken) != len(set(resources)):
            raise NotInTheOffer
    else:
        taken = named[: min(len(named), seeking.line.wanted) if quantity is None else quantity]
    if quantity is not None and quantity != len(taken):
        raise NotInTheOffer
    if not 0 < len(taken) <= seeking.line.wanted:
        raise MoreThanWanted(_("%d are still wanted.") % seeking.line.wanted)
    return taken


def _committed(
    seeking: Seeking,
    one: Solicitation,
    named: Iterable[OfferedResource],
    occurred_at: datetime | None,
) -> Iterable[ResourceCommitted]:
    """A deployment for each resource, under the line's number (E-12.1, E-12.2, …)."""
    before = Deployment.objects.filter(order_line=seeking.line.pk).count()
    for number, each in enumerate(named, start=before + 1):
        yield committed(
            seeking.request.incident,
            each.resource,
            eta=one.eta,
            order_line=seeking.line.pk,
            order_number=f"{seeking.line.number}.{number}",
            occurred_at=occurred_at,
        )


def _place(
    seeking: Seeking, one: Solicitation, occurred_at: datetime | None
) -> tuple[Participation, Moment]:
    """The provider's place at the incident, and when the offer was taken (RULE-SM-04).

    To take an offer is to invite. It was not taken before it was made, nor before
    what is known of a place that its agency does not hold now.
    """
    incident = seeking.request.incident
    taken = happened_there(incident, occurred_at, after=one.answered_at)
    place, _new = Participation.objects.select_for_update().get_or_create(
        incident=incident,
        agency=one.agency,
        defaults={
            "role": Role.ASSISTING,
            "status": ParticipationStatus.INVITED,
            "invited_at": taken.at,
        },
    )
    if place.status == ParticipationStatus.ACCEPTED:
        return place, taken
    known = max(taken.at, place.invited_at, place.left_at or place.invited_at)
    return place, happened_there(incident, occurred_at, after=known)


def _joined(
    place: Participation, moment: Moment, occurred_at: datetime | None
) -> Iterable[InvitationAccepted]:
    """The provider is at the incident with its offer, if it was not before."""
    if place.status == ParticipationStatus.ACCEPTED:
        return
    if place.status != ParticipationStatus.INVITED:
        move_participation(place, ParticipationStatus.INVITED)
    move_participation(place, ParticipationStatus.ACCEPTED)
    place.joined_at, place.recorded_at, place.left_at = moment.at, moment.recorded_at, None
    place.save(update_fields=["status", "joined_at", "recorded_at", "left_at"])
    yield InvitationAccepted(
        incident=place.incident_id,
        agency=place.agency_id,
        occurred_at=occurred_at,
        touches=(place,),
    )
