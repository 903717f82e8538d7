"""What several writes at incidents have in common, over rows that are already loaded."""

from __future__ import annotations

from uuid import UUID

from audit import admitting
from audit.refusals import Refusal, Stale
from audit.rows import Row
from incidents.lifecycle import IncidentStatus, ParticipationStatus
from incidents.models import Incident, Participation


class ClosedForGood(Refusal):
    """This incident is closed. It can be read, and nothing can be added."""


def active(incident: Incident) -> Incident:
    """The incident, unless it is closed."""
    if incident.status == IncidentStatus.CLOSED:
        raise ClosedForGood
    return incident


def locked(pk: UUID) -> Incident:
    """The incident of a row, held so that it cannot be closed at the same moment."""
    admitting.take_turn(Incident, pk)
    return Incident.objects.select_for_update(no_key=True).get(pk=pk)


def fresh(row: Row, version: int) -> None:
    """Refuse a change that was made up over an older state of the row."""
    if row.version != version:
        raise Stale


def places(incident: UUID) -> list[Participation]:
    """Where the incident is on the lists of agencies: those at it, and those invited."""
    standing = (ParticipationStatus.INVITED, ParticipationStatus.ACCEPTED)
    return list(Participation.objects.filter(incident=incident, status__in=standing))


def place_of(incident: UUID, agency: UUID) -> Participation | None:
    return Participation.objects.filter(incident=incident, agency=agency).first()
