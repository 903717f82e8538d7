"""To whom a command seat may pass."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from agencies import admission
from agencies.models import Member, SeatKind
from incidents.lifecycle import ParticipationStatus
from incidents.models import CommandSeat, Incident, Participation, Structure


def takers(seat: CommandSeat, incident: Incident) -> QuerySet[Member]:
    """Commanders of the seat's agency; under single command, of any agency that is there.

    Under unified command no agency gives up its authority, so its seat stays its own.
    """
    seated = admission.open_seats().filter(member=OuterRef("pk"), kind=SeatKind.COMMANDER)
    there = Participation.objects.filter(
        incident=incident, agency=OuterRef("agency"), status=ParticipationStatus.ACCEPTED
    )
    found = Member.objects.filter(admission.active(), Exists(seated), Exists(there))
    if incident.structure == Structure.UNIFIED:
        return found.filter(agency=seat.agency_id)
    return found
