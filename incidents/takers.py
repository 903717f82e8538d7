"""To whom a command seat may pass, and who may take one that nobody holds."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from agencies import admission
from agencies.models import Member, SeatKind
from incidents.lifecycle import ParticipationStatus
from incidents.models import CommandSeat, Incident, Participation, Structure

BESIDE = "who works beside others at an incident knows them by name"


def takers(seat: CommandSeat, incident: Incident) -> QuerySet[Member]:
    """Commanders of the seat's agency; under single command, of any agency that is there.

    Under unified command no agency gives up its authority, so its seat stays its own.
    """
    found = _commanders_at(incident.pk)
    if incident.structure == Structure.UNIFIED:
        return found.filter(agency=seat.agency_id)
    return found


def fillers(incident: UUID) -> QuerySet[Member]:
    """Who may take an empty seat: its agency's commanders, and where nobody commands, anybody's.

    RULE-ICS-12: command is never empty, so it may not wait for one agency alone.
    """
    seats = CommandSeat.objects.filter(incident=incident, ended_at__isnull=True)
    empty = seats.filter(holder__isnull=True)
    whose = empty.filter(agency=OuterRef("agency"))
    held = seats.filter(holder__isnull=False)
    return _commanders_at(incident).filter(Q(Exists(whose)) | (Q(Exists(empty)) & ~Q(Exists(held))))


def _commanders_at(incident: UUID) -> QuerySet[Member]:
    seated = admission.open_seats().filter(member=OuterRef("pk"), kind=SeatKind.COMMANDER)
    there = Participation.objects.filter(
        incident=incident, agency=OuterRef("agency"), status=ParticipationStatus.ACCEPTED
    )
    return Member.objects.filter(admission.active(), Exists(seated), Exists(there))
