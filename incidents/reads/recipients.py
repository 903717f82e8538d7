from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from agencies import admission
from agencies.models import Member, SeatKind
from audit.actors import Actor
from audit.reads import read
from incidents.lifecycle import ParticipationStatus
from incidents.models import Participation
from incidents.reads.board import held_at
from incidents.reads.seats import shown_as_takers


@read
def possible_recipients(actor: Actor, pk: UUID) -> list[tuple[UUID, str]]:
    """Who may be named on a TLP:RED note: one's colleagues, and the commanders of partners."""
    held = held_at(actor, pk)
    there = Participation.objects.filter(incident=pk, status=ParticipationStatus.ACCEPTED)
    commanders = admission.open_seats().filter(kind=SeatKind.COMMANDER).values("member")
    members = Member.objects.filter(
        admission.active(),
        Q(agency=held.viewer) | Q(pk__in=commanders),
        agency__in=there.values("agency"),
    )
    found = shown_as_takers(actor, pk, held, members)
    return [(one.id, f"{one.name}, {one.agency_name}") for one in found]
