"""Messages from outside that an agency received. They are its own, and nobody else's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from audit import clock
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound
from incidents import rules
from incidents.exchange.cap_alert import Alert as Message
from incidents.lifecycle import AlertStatus
from incidents.models import Alert, Hazard, Mode, SignatureState

MOST_LISTED = 200
LONGEST_NAME = 120
WORKED_OUT = frozenset(
    {"mode_label", "signature_label", "status_label", "remarks", "incident", "began_at", "expired"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A CAP message as a dispatcher reads it, and the incident that it would make."""

    id: UUID
    version: int
    sender: str
    identifier: str
    sent: datetime
    cap_status: str
    message_type: str
    mode: str
    mode_label: str
    event: str
    headline: str
    description: str
    instruction: str
    place: str
    latitude: float | None
    longitude: float | None
    hazard: str
    urgency: str
    severity: str
    certainty: str
    began_at: datetime
    expires_at: datetime | None
    expired: bool
    signature: str
    signature_label: str
    remarks: tuple[str, ...]
    raw_hash: str
    received_at: datetime
    status: str
    status_label: str
    reason: str
    incident: UUID | None

    @property
    def proposed_name(self) -> str:
        """What the incident would be called, until a dispatcher calls it something else."""
        event = self.event[:1].upper() + self.event[1:]
        full = f"{event}, {self.place.partition(';')[0]}" if self.place else event
        return full if len(full) <= LONGEST_NAME else event[:LONGEST_NAME]


@read
def alerts(actor: Actor, *, waiting: bool = False) -> list[Received]:
    """What the actor's agency received, newest first; if asked, only what waits."""
    found = _own(actor).order_by("-received_at")
    if waiting:
        found = found.filter(status=AlertStatus.PROPOSED)
    return [_received(row) for row in found[:MOST_LISTED]]


@read
def alert(actor: Actor, pk: UUID) -> Received:
    """One message."""
    row = _own(actor).filter(pk=pk).first()
    if row is None:
        raise NotFound
    return _received(row)


@read
def alert_like(actor: Actor, message: Message, raw_hash: str) -> Received | None:
    """What became of the very same message, if it was received before (RULE-SM-05)."""
    row = (
        _own(actor)
        .filter(
            sender=message.sender,
            identifier=message.identifier,
            sent=message.sent,
            raw_hash=raw_hash,
        )
        .first()
    )
    return _received(row) if row else None


def _own(actor: Actor) -> QuerySet[Alert]:
    return rules.may_see_alert.scope(Alert.objects.defer("raw"), actor)


def _received(row: Alert) -> Received:
    same: dict[str, Any] = {
        name: getattr(row, name) for name in Received.__dataclass_fields__ if name not in WORKED_OUT
    }
    return Received(
        **same | {"hazard": Hazard(row.hazard).value},
        mode_label=str(Mode(row.mode).label),
        signature_label=str(SignatureState(row.signature).label),
        status_label=str(AlertStatus(row.status).label),
        remarks=tuple(row.remarks),
        began_at=_began_at(row),
        expired=row.expires_at is not None and row.expires_at <= clock.now(),
        incident=row.incident_id,
    )


def _began_at(row: Alert) -> datetime:
    """Since when there is an incident: what is only forecast has not begun (RULE-SM-04)."""
    told = (row.begins_at, row.sent)
    return next((moment for moment in told if moment <= clock.now()), row.received_at)
