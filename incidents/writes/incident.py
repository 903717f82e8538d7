from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.translation import ngettext

from agencies.models import Agency, SeatKind
from agencies.writes.changes import require_time_zone
from audit import clock
from audit.actors import Actor
from audit.bounds import keep_within
from audit.refusals import Refusal
from audit.writes import write
from incidents import rules
from incidents.facts import IncidentClosed, IncidentEdited, IncidentOpened
from incidents.lifecycle import (
    FINAL,
    LEAVING,
    DeploymentState,
    HandoverStatus,
    IncidentStatus,
    ParticipationStatus,
    move,
)
from incidents.models import (
    CommandSeat,
    Deployment,
    Handover,
    Hazard,
    Incident,
    Mode,
    Participation,
    Role,
)
from incidents.writes.numbers import next_number
from incidents.writes.steps import active, fresh
from incidents.writes.times import happened

GONE: Final = FINAL | (LEAVING - {DeploymentState.DEMOBILIZING})


class NothingChanged(Refusal):
    """That is how it is already."""


class ResourcesStillThere(Refusal):
    """An incident is closed once its resources are released."""


class HandoverUnderWay(Refusal):
    """Command is being offered to somebody. Settle that first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known of an incident when it is opened, and may be corrected later."""

    name: str
    kind: Hazard
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    complexity: int | None = None
    time_zone: str = "UTC"


@write(allow=rules.may_open)
def open_incident(
    actor: Actor,
    agency: Agency,
    *,
    name: str,
    kind: Hazard,
    mode: Mode,
    place: str = "",
    latitude: float | None = None,
    longitude: float | None = None,
    complexity: int | None = None,
    time_zone: str = "UTC",
    occurred_at: datetime | None = None,
) -> IncidentOpened:
    """Open an incident that the actor's agency leads.

    Who opens it as a commander holds command. A dispatcher does not: then the
    command seat is empty, and every screen says so until somebody assumes it.
    """
    known = Situation(
        name=name,
        kind=kind,
        place=place,
        latitude=latitude,
        longitude=longitude,
        complexity=complexity,
        time_zone=time_zone,
    )
    return opened(actor, agency, mode, known, occurred_at)


def opened(
    actor: Actor, agency: Agency, mode: Mode, known: Situation, occurred_at: datetime | None
) -> IncidentOpened:
    """Make the incident, its lead agency's place at it, and the command seat."""
    keep_within(actor, mode)
    incident = Incident(opened_by=agency, mode=mode, opened_at=happened(occurred_at))
    _apply(incident, known)
    incident.number = next_number(agency, mode)
    incident.save(force_insert=True)
    late = None if occurred_at is None else clock.now()
    lead, seat = _led(incident, late), _commanded(incident, actor, late)
    return IncidentOpened(
        incident=incident.pk,
        agency=agency.pk,
        number=incident.number,
        name=incident.name,
        mode=mode,
        commander=seat.holder_id,
        occurred_at=occurred_at,
        touches=(incident, lead, seat),
    )


def _led(incident: Incident, late: datetime | None) -> Participation:
    """The place of the lead agency, which was there from the beginning."""
    return Participation.objects.create(
        incident=incident,
        agency_id=incident.opened_by_id,
        role=Role.LEAD,
        status=ParticipationStatus.ACCEPTED,
        invited_at=incident.opened_at,
        joined_at=incident.opened_at,
        recorded_at=late,
    )


def _commanded(incident: Incident, actor: Actor, late: datetime | None) -> CommandSeat:
    """The seat of whoever opened it, held if they are a commander."""
    return CommandSeat.objects.create(
        incident=incident,
        agency_id=incident.opened_by_id,
        holder_id=actor.member_id if SeatKind.COMMANDER in actor.seats else None,
        since=incident.opened_at,
        recorded_at=late,
    )


@write(allow=rules.may_direct)
def edit_incident(
    actor: Actor,
    incident: Incident,
    *,
    version: int,
    known: Situation,
) -> IncidentEdited:
    """Correct what is known. Number and mode stay what they were (chapter 8.4)."""
    active(incident)
    fresh(incident, version)
    changed = _apply(incident, known)
    if not changed:
        raise NothingChanged
    incident.save(update_fields=changed)
    return IncidentEdited(incident=incident.pk, changed=tuple(changed), touches=(incident,))


@write(allow=rules.may_direct)
def close_incident(actor: Actor, incident: Incident) -> IncidentClosed:
    """Close an incident whose resources are on their way home."""
    active(incident)
    left = Deployment.objects.filter(incident=incident).exclude(state__in=sorted(GONE)).count()
    if left:
        raise ResourcesStillThere(_still_there(left))
    if Handover.objects.filter(seat__incident=incident, status=HandoverStatus.OFFERED).exists():
        raise HandoverUnderWay
    move(incident, IncidentStatus.CLOSED)
    incident.closed_at = clock.now()
    incident.save(update_fields=["status", "closed_at"])
    return IncidentClosed(incident=incident.pk, number=incident.number, touches=(incident,))


def _apply(incident: Incident, known: Situation) -> list[str]:
    """Set what differs; the names of the fields that did."""
    require_time_zone(known.time_zone)
    said = {name: getattr(known, name) for name in Situation.__dataclass_fields__}
    changed = [name for name, value in said.items() if getattr(incident, name) != value]
    for name in changed:
        setattr(incident, name, said[name])
    return changed


def _still_there(left: int) -> str:
    return ngettext(
        "%(left)s resource is still coming or at the incident. Release or cancel it first.",
        "%(left)s resources are still coming or at the incident. Release or cancel them first.",
        left,
    ) % {"left": left}
