"""The incidents that an agency is at, or invited to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from agencies.grants import Grants
from agencies.sharing import drawn, participants
from audit import bounds, looks, walls
from audit.actors import Actor
from audit.images import of as painted
from audit.reads import read
from audit.streams import of_agency
from incidents.lifecycle import IncidentStatus, ParticipationStatus
from incidents.models import Mode, Participation
from incidents.reads.images.agencies import LISTED

LISTED_FOR = participants("your agency is at this incident, or invited to it")
INVITED = "who is invited to an incident is told who commands it and who leads it"


@dataclass(frozen=True, slots=True)
class Listed:
    """An agency's incidents, newest first, apart by what its people do with them."""

    invitations: list[dict[str, Any]]
    active: list[dict[str, Any]]
    exercises: list[dict[str, Any]]
    closed: list[dict[str, Any]]


@read
def incidents(actor: Actor) -> Listed:
    """Every incident on the list of the actor's agency."""
    rows = _rows(actor)
    there = [row for row in rows if row["my_status"] == ParticipationStatus.ACCEPTED]
    running = [row for row in there if row["status"] == IncidentStatus.ACTIVE]
    return Listed(
        invitations=[
            row
            for row in rows
            if row["my_status"] == ParticipationStatus.INVITED
            and row["status"] == IncidentStatus.ACTIVE
        ],
        active=[row for row in running if row["mode"] == Mode.REAL_WORLD],
        exercises=[row for row in running if row["mode"] != Mode.REAL_WORLD],
        closed=[row for row in there if row["status"] == IncidentStatus.CLOSED],
    )


def _rows(actor: Actor) -> list[dict[str, Any]]:
    if actor.agency_id is None:
        return []
    stream = of_agency(actor.agency_id)
    looks.current().about = stream
    places = Participation.objects.filter(agency=actor.agency_id, status__in=sorted(LISTED))
    found = list(bounds.narrowed(places, actor.bound))
    with walls.beyond(INVITED):
        images = painted(stream, found)
    grants = Grants(viewer=actor.agency_id, default=LISTED_FOR, of_owner={}, bound=actor.bound)
    shown = [
        {"id": UUID(key.partition(":")[2]), **row}
        for key, image in images.items()
        if (row := drawn("agency", key, image, grants)) is not None
    ]
    return sorted(shown, key=lambda row: row["opened_at"], reverse=True)
