"""As what somebody asks for help at an incident: by their seats, and by command they hold there."""

from __future__ import annotations

from uuid import UUID

from agencies.models import AskingPosition, SeatKind
from audit.actors import Actor
from incidents.models import CommandSeat, Incident
from mutualaid.wanted import Occasion

BY_SEAT = {
    SeatKind.DISPATCHER: AskingPosition.DISPATCHER,
    SeatKind.COMMANDER: AskingPosition.COMMANDER,
}


def positions_of(actor: Actor, incident: UUID) -> frozenset[AskingPosition]:
    """Everything that somebody is when they ask here."""
    held = CommandSeat.objects.filter(
        incident=incident, holder=actor.member_id, ended_at__isnull=True
    )
    seated = {position for seat, position in BY_SEAT.items() if seat in actor.seats}
    return frozenset(seated | ({AskingPosition.INCIDENT_COMMANDER} if held.exists() else set()))


def occasion_at(
    actor: Actor, incident: Incident, declaration: str = "", eoc_level: int | None = None
) -> Occasion:
    """The occasion of somebody who would ask here now."""
    known = incident.latitude is not None and incident.longitude is not None
    return Occasion(
        hazard=incident.kind,
        place=(incident.latitude, incident.longitude) if known else None,  # type: ignore[arg-type]
        positions=positions_of(actor, incident.pk),
        declaration=declaration,
        eoc_level=eoc_level,
    )
