from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from agencies.models import Member
from audit import clock, walls
from audit.actors import Actor
from audit.models import Stream
from audit.refusals import Conflict, Refusal
from audit.streams import of_incident
from audit.writes import write
from incidents import acting, rules
from incidents.facts import (
    CommandOfferDeclined,
    CommandOffered,
    CommandOfferWithdrawn,
    CommandTransferred,
)
from incidents.lifecycle import HandoverStatus, move
from incidents.models import BriefingItem, CommandSeat, Handover, Incident
from incidents.takers import BESIDE, takers
from incidents.writes.steps import active, locked
from incidents.writes.times import Moment, happened_there


class CannotTakeCommand(Refusal):
    """Offer it to a commander of the seat's agency; under single command, of any agency here."""


class OfferSettled(Conflict):
    """This offer of command was answered or withdrawn."""


class BriefingIncomplete(Refusal):
    """Command changes hands only after the whole briefing."""


class NoLongerYours(Refusal):
    """You can no longer take this seat: your seat as commander or your agency's place ended."""


@write(allow=rules.holds_seat)
def offer_command(
    actor: Actor, seat: CommandSeat, *, to: UUID, briefing: str = ""
) -> CommandOffered:
    """Offer command to somebody. The offering commander remains until it is accepted."""
    incident = active(locked(seat.incident_id))
    with walls.beyond(BESIDE):
        taker = takers(seat, incident).filter(pk=to).exclude(pk=acting.member(actor)).first()
    if taker is None:
        raise CannotTakeCommand
    handover = Handover.objects.create(
        seat=seat,
        offered_by_id=actor.member_id,
        offered_to=taker,
        briefing=briefing,
        board_seq=_head(incident),
        offered_at=clock.now(),
    )
    return CommandOffered(
        incident=incident.pk,
        seat=seat.pk,
        handover=handover.pk,
        offered_to=taker.pk,
        offered_to_name=taker.name,
        board_seq=handover.board_seq,
        touches=(handover,),
    )


@write(allow=rules.was_offered_command)
def accept_command(
    actor: Actor,
    handover: Handover,
    *,
    heard: frozenset[BriefingItem],
    occurred_at: datetime | None = None,
) -> CommandTransferred:
    """Take the command seat that was offered, having heard the briefing.

    NIMS asks that a transfer include a briefing (ICS 201) and that everybody at
    the incident hears of it; so the briefing is part of the record.
    """
    _open(handover)
    if missing := [item for item in BriefingItem if item not in heard]:
        raise BriefingIncomplete(_not_yet(missing))
    seat = CommandSeat.objects.select_for_update().get(pk=handover.seat_id)
    incident = active(locked(seat.incident_id))
    if not takers(seat, incident).filter(pk=acting.member(actor)).exists():
        raise NoLongerYours
    moment, relieved = happened_there(incident, occurred_at, after=seat.since), _holder(seat)
    _settle(handover, HandoverStatus.ACCEPTED, heard)
    _pass_on(seat, actor, moment)
    return CommandTransferred(
        incident=incident.pk,
        seat=seat.pk,
        handover=handover.pk,
        relieved=relieved.pk if relieved else None,
        relieved_name=relieved.name if relieved else "",
        holder=handover.offered_to_id,
        holder_name=actor.name,
        agency=seat.agency_id,
        heard=tuple(sorted(heard)),
        occurred_at=occurred_at,
        touches=(seat, handover),
    )


@write(allow=rules.was_offered_command)
def decline_command(actor: Actor, handover: Handover) -> CommandOfferDeclined:
    """Say no to command that was offered."""
    _open(handover)
    _settle(handover, HandoverStatus.DECLINED)
    return CommandOfferDeclined(
        incident=handover.seat.incident_id,
        seat=handover.seat_id,
        handover=handover.pk,
        touches=(handover,),
    )


@write(allow=rules.offered_command)
def withdraw_command_offer(actor: Actor, handover: Handover) -> CommandOfferWithdrawn:
    """Take back an offer of command before it is answered."""
    _open(handover)
    _settle(handover, HandoverStatus.WITHDRAWN)
    return CommandOfferWithdrawn(
        incident=handover.seat.incident_id,
        seat=handover.seat_id,
        handover=handover.pk,
        touches=(handover,),
    )


def _head(incident: Incident) -> int:
    """The ledger line up to which the taker can read what the board showed (ICS 201)."""
    key = of_incident(incident.pk)
    return Stream.objects.filter(key=key).values_list("head_seq", flat=True).first() or 0


def _open(handover: Handover) -> None:
    if handover.status != HandoverStatus.OFFERED:
        raise OfferSettled


def _holder(seat: CommandSeat) -> Member | None:
    with walls.beyond(BESIDE):
        return seat.holder


def _pass_on(seat: CommandSeat, actor: Actor, moment: Moment) -> None:
    seat.holder_id, seat.agency_id = acting.member(actor), acting.agency(actor)
    seat.since, seat.recorded_at = moment.at, moment.recorded_at
    seat.save(update_fields=["holder", "agency", "since", "recorded_at"])


def _settle(
    handover: Handover, to: HandoverStatus, heard: frozenset[BriefingItem] = frozenset()
) -> None:
    move(handover, to)
    handover.heard, handover.settled_at = sorted(heard), clock.now()
    handover.save(update_fields=["status", "heard", "settled_at"])


def _not_yet(missing: list[BriefingItem]) -> str:
    names = ", ".join(str(item.label).lower() for item in missing)
    return _("Not yet briefed: %(names)s.") % {"names": names}
