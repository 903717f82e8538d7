"""What a message does: a request that is made, changed or withdrawn, once for each message id."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from audit.actors import Actor
from audit.refusals import Conflict, Refusal
from incidents.words import Mode
from mutualaid import reads, writes
from mutualaid.exchange.edxl_rm_request import Recall, RecallType
from mutualaid.exchange.ordering import SOON, Order
from mutualaid.web.edxl import Incoming
from mutualaid.writes import LineWanted, Message


class ModesDiffer(Refusal):
    """The message and the incident are not of the same mode."""


class EarlierMessageUnknown(Refusal):
    """Your agency sent no such message. Send what is needed as a new RequestResource."""


class OfAnotherIncident(Conflict):
    """The earlier message became a request at another incident. Send this one there."""


def carried_in(actor: Actor, incident: UUID, message: Incoming, *, priority: str) -> UUID:
    """The request that the message is about; a repeat does nothing more (RULE-SM-05)."""
    wanted = message.order
    if before := reads.request_of_message(actor, wanted.message_id):
        return before
    place = reads.incident_asked_for(actor, incident)
    _same_mode(wanted, place)
    raw = Message(id=wanted.message_id, raw=message.raw)
    if wanted.recall is not None:
        return _changed(actor, place, wanted, wanted.recall, raw)
    inputs = _wanted(wanted, place["place"] or place["name"])
    inputs["occurred_at"] = _asked_at(wanted, place)
    told = writes.submit_request(actor, incident, priority=priority, message=raw, **inputs)
    made: UUID = told[0].request  # type: ignore[attr-defined]
    return made


def _asked_at(wanted: Order, place: dict[str, Any]) -> datetime | None:
    """When it was sent, so that what arrives late is as old as it is, and as urgent.

    It counts from the incident's beginning here; a sender's clock that runs ahead counts not.
    """
    at = max(wanted.sent, place["opened_at"])
    return at if at < datetime.now(UTC) else None


def _same_mode(wanted: Order, place: dict[str, Any]) -> None:
    """Chapter 8.4: neither turns into the other."""
    if wanted.mode and wanted.mode != place["mode"]:
        said = {"message": Mode(wanted.mode).label, "incident": Mode(place["mode"]).label}
        sentence = _(
            "The message is marked: %(message)s; the incident is marked: %(incident)s. "
            "Send it to an incident of the same mode."
        )
        raise ModesDiffer(sentence % said)


def _changed(
    actor: Actor, place: dict[str, Any], wanted: Order, recall: Recall, raw: Message
) -> UUID:
    """Only its own agency's earlier message, and only where that became a request."""
    earlier = reads.request_of_message(actor, recall.message_id)
    if earlier is None:
        sentence = _(
            "Your agency sent no message “%s” here. Send what is needed as a new RequestResource."
        )
        raise EarlierMessageUnknown(sentence % recall.message_id[:60])
    shown = reads.request(actor, earlier)
    if shown.incident != place["id"]:
        raise OfAnotherIncident
    if recall.recall_type is RecallType.CANCEL:
        why = wanted.remarks.strip()[:200] or _("Withdrawn by message %s.") % raw.id[:60]
        writes.cancel_request(actor, earlier, reason=why, message=raw)
    else:
        inputs = _wanted(wanted, shown.request["deliver_to"], shown.request["needed_by"])
        writes.change_request(actor, earlier, message=raw, **inputs)
    return earlier


def _wanted(wanted: Order, where: str, when: datetime | None = None) -> dict[str, Any]:
    """What is ordered; what the message leaves open stays as it was, or is likely."""
    return {
        "needed_by": wanted.needed_by or when or datetime.now(UTC) + SOON,
        "deliver_to": wanted.deliver_to or where,
        "requester_position": wanted.requester_position,
        "remarks": wanted.remarks,
        "lines": tuple(
            LineWanted(
                kind=one.kind,
                type=one.type,
                quantity=one.quantity,
                details=one.details,
                element=one.element,
            )
            for one in wanted.lines
        ),
    }
