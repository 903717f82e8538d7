"""From a CAP message to the row that is kept of it, and to the incident it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext as _

from agencies.categories import Category
from agencies.models import Agency
from audit import clock
from audit.actors import Actor
from audit.facts import Fact
from incidents.exchange.cap_alert import Alert as Message
from incidents.exchange.cap_alert import MessageType, Status
from incidents.exchange.cap_hazards import Hazard as Told
from incidents.exchange.cap_proposals import proposal
from incidents.facts import AlertAttached, NoteWritten
from incidents.lifecycle import AlertStatus, IncidentStatus, ParticipationStatus
from incidents.models import Alert, Hazard, Incident, Mode, Note
from incidents.writes.steps import locked, place_of

# Answers to other systems, and messages that are not meant for anybody to act on.
SAYS_NOTHING_TO_DO: Final = frozenset({MessageType.ACK, MessageType.ERROR})
NOT_TO_BE_ACTED_ON: Final = frozenset({Status.DRAFT, Status.SYSTEM})

HAZARDS: Final = {
    Told.EARTHQUAKE: Hazard.EARTH,
    Told.VOLCANO: Hazard.EARTH,
    Told.LANDSLIDE: Hazard.EARTH,
    Told.TSUNAMI: Hazard.FLOOD,
    Told.FLOOD: Hazard.FLOOD,
    Told.TROPICAL_CYCLONE: Hazard.WEATHER,
    Told.TORNADO: Hazard.WEATHER,
    Told.WINTER_WEATHER: Hazard.WEATHER,
    Told.HEAT: Hazard.WEATHER,
    Told.SEVERE_WEATHER: Hazard.WEATHER,
    Told.WILDFIRE: Hazard.FIRE,
    Told.FIRE: Hazard.FIRE,
    Told.HAZARDOUS_MATERIALS: Hazard.HAZMAT,
    Told.PUBLIC_HEALTH: Hazard.HEALTH,
    Told.MISSING_PERSON: Hazard.MISSING_PERSON,
    Told.LAW_ENFORCEMENT: Hazard.LAW,
    Told.TRANSPORTATION: Hazard.TRANSPORT,
    Told.UTILITY_OUTAGE: Hazard.UTILITY,
}

LONGEST_PLACE: Final = 400
LONGEST_NOTE: Final = 4000


def kept(
    agency: Agency, message: Message, raw: bytes, raw_hash: str, remarks: tuple[str, ...]
) -> Alert:
    """The row, not yet saved: the message raw, and what a dispatcher must see of it."""
    row = Alert(
        agency=agency,
        sender=message.sender,
        identifier=message.identifier,
        sent=message.sent,
        cap_status=message.status,
        message_type=message.message_type,
        mode=message.mode or Mode.TEST,
        hazard=Hazard.OTHER,
        signature=message.signature,
        references=[asdict(one) | {"sent": one.sent.isoformat()} for one in message.references],
        remarks=list(remarks),
        raw=raw,
        raw_hash=raw_hash,
        begins_at=message.sent,
        received_at=clock.now(),
    )
    _propose(row, message)
    return row


def earlier(alert: Alert, message: Message) -> list[Alert]:
    """What the message refers to, of those that this agency received in the same mode.

    Another mode never matches: an exercise's update leaves real incidents alone.
    """
    named = Q(pk__in=[])
    for one in message.references:
        named |= Q(sender=one.sender, identifier=one.identifier, sent=one.sent)
    same_mode = Alert.objects.filter(named, agency=alert.agency, mode=alert.mode)
    return list(same_mode.select_for_update(of=("self",)).order_by("-sent"))


def standing(message: Message, found: Incident | None) -> AlertStatus:
    """What becomes of a message before any person has looked at it."""
    if message.status in NOT_TO_BE_ACTED_ON or message.message_type in SAYS_NOTHING_TO_DO:
        return AlertStatus.NOTED
    if found is not None:
        return AlertStatus.ATTACHED
    if message.message_type == MessageType.CANCEL or proposal(message) is None:
        return AlertStatus.NOTED
    return AlertStatus.PROPOSED


def attached(actor: Actor, alert: Alert, incident: Incident) -> Iterator[Fact]:
    """Say in the agency's ledger, and in a note at the incident, what the sender says now."""
    yield AlertAttached(
        agency=alert.agency_id,
        alert=alert.pk,
        incident=incident.pk,
        message_type=alert.message_type,
    )
    place = place_of(incident.pk, alert.agency_id)
    if place is None or place.status != ParticipationStatus.ACCEPTED:
        return
    if locked(incident.pk).status == IncidentStatus.ACTIVE:
        yield _noted(actor, alert, incident)


def _noted(actor: Actor, alert: Alert, incident: Incident) -> NoteWritten:
    note = Note.objects.create(
        incident=incident,
        agency_id=alert.agency_id,
        author=actor.name,
        category=Category.OPS,
        text=_words(alert)[:LONGEST_NOTE],
        at=alert.received_at,
        recorded_at=alert.received_at,
    )
    return NoteWritten(incident=incident.pk, note=note.pk, category=note.category, touches=(note,))


def _words(alert: Alert) -> str:
    kinds = {MessageType.UPDATE: _("Alert updated"), MessageType.CANCEL: _("Alert canceled")}
    kind = kinds.get(MessageType(alert.message_type), _("Alert"))
    said = [alert.headline or alert.event, alert.description, alert.instruction]
    return f"{kind} ({alert.sender}): " + "\n".join(part for part in said if part)


def _propose(row: Alert, message: Message) -> None:
    proposed = proposal(message)
    if message.infos:
        row.event = message.infos[0].event[:200]
    if proposed is None:
        return
    row.headline = proposed.headline[:400]
    row.description, row.instruction = proposed.description, proposed.instruction
    row.place = proposed.place[:LONGEST_PLACE]
    if proposed.point:
        row.latitude, row.longitude = proposed.point.latitude, proposed.point.longitude
    row.hazard = HAZARDS.get(proposed.hazard, Hazard.OTHER)
    row.urgency, row.severity, row.certainty = (
        proposed.urgency,
        proposed.severity,
        proposed.certainty,
    )
    row.begins_at, row.expires_at = proposed.begins, proposed.expires
