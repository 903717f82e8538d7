from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from agencies.models import Agency
from audit import clock
from audit.actors import Actor
from audit.refusals import Conflict, NotFound, Refusal
from audit.writes import write
from incidents import acting, rules
from incidents.facts import (
    CommandAssumed,
    CommandSeatAdded,
    CommandSeatEnded,
    UnifiedCommandEstablished,
)
from incidents.lifecycle import HandoverStatus, ParticipationStatus
from incidents.models import CommandSeat, Handover, Incident, Structure
from incidents.writes.incident import HandoverUnderWay
from incidents.writes.steps import active, locked
from incidents.writes.times import Moment, happened_there


class AlreadyUnified(Conflict):
    """Command of this incident is unified already. Add a seat instead."""


class NotUnified(Refusal):
    """Command of this incident is single. Establish unified command first."""


class NotAtTheIncident(Refusal):
    """This agency is not at the incident. Invite it, and let it accept."""


class SeatIsHeld(Conflict):
    """Somebody holds this seat. They may offer it to you."""


class SeatIsEnded(Conflict):
    """This command seat has ended."""


class CommandWouldBeEmpty(Refusal):
    """Command is never empty: somebody else must hold a seat before this one ends."""


class HasItsOwnSeat(Refusal):
    """Your agency has a command seat of its own at this incident. Take that."""


@write(allow=rules.commands)
def establish_unified_command(
    actor: Actor, incident: Incident, *, agency: UUID, occurred_at: datetime | None = None
) -> UnifiedCommandEstablished:
    """Share command with another agency, as equals. Its seat is empty until it is taken."""
    active(incident)
    if incident.structure == Structure.UNIFIED:
        raise AlreadyUnified
    partner = _at_incident(incident, agency)
    seat = _seat_for(incident, partner, happened_there(incident, occurred_at))
    incident.structure = Structure.UNIFIED
    incident.save(update_fields=["structure"])
    return UnifiedCommandEstablished(
        incident=incident.pk,
        seat=seat.pk,
        agency=partner.pk,
        agency_name=partner.name,
        occurred_at=occurred_at,
        touches=(incident, seat),
    )


@write(allow=rules.commands)
def add_command_seat(
    actor: Actor, incident: Incident, *, agency: UUID, occurred_at: datetime | None = None
) -> CommandSeatAdded:
    """Take one more agency into unified command."""
    active(incident)
    if incident.structure != Structure.UNIFIED:
        raise NotUnified
    partner = _at_incident(incident, agency)
    seat = _seat_for(incident, partner, happened_there(incident, occurred_at))
    return CommandSeatAdded(
        incident=incident.pk,
        seat=seat.pk,
        agency=partner.pk,
        agency_name=partner.name,
        occurred_at=occurred_at,
        touches=(seat,),
    )


@write(allow=rules.may_end_seat)
def end_command_seat(actor: Actor, seat: CommandSeat) -> CommandSeatEnded:
    """Let an agency go from unified command; with one seat left, command is single again."""
    incident = active(locked(seat.incident_id))
    others = _open_seats(incident).exclude(pk=seat.pk)
    if not others.filter(holder__isnull=False).exists():
        raise CommandWouldBeEmpty
    if Handover.objects.filter(seat=seat, status=HandoverStatus.OFFERED).exists():
        raise HandoverUnderWay
    seat.ended_at = clock.now()
    seat.save(update_fields=["ended_at"])
    if others.count() == 1:
        incident.structure = Structure.SINGLE
        incident.save(update_fields=["structure"])
    return CommandSeatEnded(
        incident=incident.pk,
        seat=seat.pk,
        agency=seat.agency_id,
        agency_name=seat.agency.name,
        touches=(incident, seat),
    )


@write(allow=rules.may_assume)
def assume_command(
    actor: Actor, seat: CommandSeat, *, occurred_at: datetime | None = None
) -> CommandAssumed:
    """Take a seat that nobody holds: one's own agency's, or any where nobody commands."""
    incident = active(locked(seat.incident_id))
    if seat.holder_id is not None:
        raise SeatIsHeld
    if seat.ended_at is not None:
        raise SeatIsEnded
    moment = happened_there(incident, occurred_at, after=seat.since)
    if seat.agency_id != actor.agency_id:
        _seat_goes_over(seat, actor, incident)
    seat.holder_id = acting.member(actor)
    seat.since, seat.recorded_at = moment.at, moment.recorded_at
    seat.save(update_fields=["holder", "agency", "since", "recorded_at"])
    return CommandAssumed(
        incident=incident.pk,
        seat=seat.pk,
        agency=seat.agency_id,
        holder=acting.member(actor),
        holder_name=actor.name,
        occurred_at=occurred_at,
        touches=(seat,),
    )


def _seat_goes_over(seat: CommandSeat, actor: Actor, incident: Incident) -> None:
    """The seat follows who takes it, unless their agency has one already."""
    if _open_seats(incident).filter(agency=actor.agency_id).exists():
        raise HasItsOwnSeat
    if _open_seats(incident).filter(holder__isnull=False).exists():
        raise SeatIsHeld
    seat.agency_id = acting.agency(actor)


def _at_incident(incident: Incident, agency: UUID) -> Agency:
    there = Agency.objects.filter(
        pk=agency,
        participations__incident=incident,
        participations__status=ParticipationStatus.ACCEPTED,
    ).first()
    if there is None:
        if Agency.objects.filter(pk=agency).exists():
            raise NotAtTheIncident
        raise NotFound
    return there


def _seat_for(incident: Incident, agency: Agency, moment: Moment) -> CommandSeat:
    return CommandSeat.objects.create(
        incident=incident, agency=agency, since=moment.at, recorded_at=moment.recorded_at
    )


def _open_seats(incident: Incident) -> QuerySet[CommandSeat]:
    return CommandSeat.objects.filter(incident=incident, ended_at__isnull=True)
