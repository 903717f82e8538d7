from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.utils.translation import gettext as _

from agencies.models import Agency
from audit.actors import Actor
from audit.bounds import keep_within
from audit.facts import Fact
from audit.refusals import Conflict, Refusal
from audit.writes import write
from incidents import rules
from incidents.exchange.cap_alert import Alert as Message
from incidents.facts import (
    AlertConfirmed,
    AlertDismissed,
    AlertReceived,
    AlertSuperseded,
    IncidentOpened,
)
from incidents.lifecycle import AlertStatus, move
from incidents.models import Alert, Mode
from incidents.writes.alert_rows import attached, earlier, kept, standing
from incidents.writes.incident import Situation, opened


class ReceivedBefore(Conflict):
    """This message was received before."""


class SameKeyOtherWords(Conflict):
    """A message of this sender, identifier and time was received before, and said otherwise."""


class AlreadyDecided(Conflict):
    """It does not wait for a dispatcher any more."""


class DismissedForNoReason(Refusal):
    """Say why this alert needs no incident."""


@write(allow=rules.may_receive)
def receive_alert(
    actor: Actor, agency: Agency, *, message: Message, raw: bytes, remarks: tuple[str, ...] = ()
) -> tuple[Fact, ...]:
    """Keep a CAP message as it came, and propose an incident where it asks for one.

    An update or cancellation finds the incident of the message it refers to. Only
    a dispatcher opens an incident, and never a real one from an exercise.
    """
    raw_hash = sha256(raw).hexdigest()
    keep_within(actor, message.mode or Mode.TEST)
    _refuse_repeat(agency, message, raw_hash)
    alert = kept(agency, message, raw, raw_hash, remarks)
    before = earlier(alert, message)
    found = next((old.incident for old in before if old.incident), None)
    alert.status, alert.incident = standing(message, found), found
    alert.save(force_insert=True)
    facts: list[Fact] = [_received(alert)]
    if found is not None:
        facts.extend(attached(actor, alert, found))
    return (*facts, *(_superseded(old, alert) for old in before if _waits(old)))


@write(allow=rules.may_settle_alert)
def confirm_alert(
    actor: Actor, alert: Alert, *, known: Situation, occurred_at: datetime | None = None
) -> tuple[AlertConfirmed, IncidentOpened]:
    """Open the incident that an alert proposes. Its mode is the message's, whoever confirms."""
    if not _waits(alert):
        raise AlreadyDecided
    fact = opened(actor, alert.agency, Mode(alert.mode), known, occurred_at)
    move(alert, AlertStatus.CONFIRMED)
    alert.incident_id = fact.incident
    alert.save(update_fields=["status", "incident"])
    confirmed = AlertConfirmed(
        agency=alert.agency_id, alert=alert.pk, incident=fact.incident, touches=(alert,)
    )
    return confirmed, fact


@write(allow=rules.may_settle_alert)
def dismiss_alert(actor: Actor, alert: Alert, *, reason: str) -> AlertDismissed:
    """Decide that an alert needs no incident of this agency."""
    if not _waits(alert):
        raise AlreadyDecided
    if not reason.strip():
        raise DismissedForNoReason
    move(alert, AlertStatus.DISMISSED)
    alert.reason = reason
    alert.save(update_fields=["status", "reason"])
    return AlertDismissed(agency=alert.agency_id, alert=alert.pk, reason=reason, touches=(alert,))


def _waits(alert: Alert) -> bool:
    return alert.status == AlertStatus.PROPOSED


def _refuse_repeat(agency: Agency, message: Message, raw_hash: str) -> None:
    """The same message twice is one row; the same name over other words is told."""
    first = Alert.objects.filter(
        agency=agency,
        sender=message.sender,
        identifier=message.identifier,
        sent=message.sent,
    ).first()
    if first is None:
        return
    if first.raw_hash != raw_hash:
        raise SameKeyOtherWords
    became = AlertStatus(first.status).label.lower()
    raise ReceivedBefore(_("This message was received before: %(became)s.") % {"became": became})


def _received(alert: Alert) -> AlertReceived:
    return AlertReceived(
        agency=alert.agency_id,
        alert=alert.pk,
        sender=alert.sender,
        identifier=alert.identifier,
        sent=alert.sent,
        message_type=alert.message_type,
        cap_status=alert.cap_status,
        mode=alert.mode,
        status=alert.status,
        raw_hash=alert.raw_hash,
        touches=(alert,),
    )


def _superseded(old: Alert, by: Alert) -> AlertSuperseded:
    """An alert that still waits is overtaken by what its sender said since."""
    move(old, AlertStatus.NOTED)
    old.save(update_fields=["status"])
    return AlertSuperseded(agency=old.agency_id, alert=old.pk, by=by.pk, touches=(old,))
