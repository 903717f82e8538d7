from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from incidents.facts.base import AgencyFact


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFact(AgencyFact):
    """Something became of a message from outside."""

    alert: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertReceived(AlertFact, kind="incidents.alert_received"):
    """An agency received a CAP message, which is kept as it came."""

    sender: str
    identifier: str
    sent: datetime
    message_type: str
    cap_status: str
    mode: str
    status: str
    raw_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertConfirmed(AlertFact, kind="incidents.alert_confirmed"):
    """A dispatcher opened an incident from an alert."""

    incident: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertDismissed(AlertFact, kind="incidents.alert_dismissed"):
    """A dispatcher decided that an alert needs no incident."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertAttached(AlertFact, kind="incidents.alert_attached"):
    """An update or a cancellation found the incident that it is about."""

    incident: UUID
    message_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertSuperseded(AlertFact, kind="incidents.alert_superseded"):
    """An alert that waited for a dispatcher was updated or canceled by its sender."""

    by: UUID
