"""EDXL-RM messages as they come in: at most a megabyte, read whole or refused in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Any
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.parsers import BaseParser

from audit.actors import Actor
from audit.refusals import Refusal
from incidents.exchange.problems import Problems
from mutualaid import reads, writes
from mutualaid.exchange.edxl_rm import read_request
from mutualaid.exchange.ordering import SOON, Order, order
from mutualaid.writes import LineWanted

LARGEST = 1024 * 1024


class ModesDiffer(Refusal):
    """The message and the incident are not of the same mode."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message that was read, its very bytes, and what was odd about it."""

    order: Order
    raw: bytes
    remarks: tuple[str, ...]


def incoming(raw: bytes) -> Incoming:
    """Read a message; raises ``Problems`` with everything that has to be put right."""
    message, odd = read_request(raw)
    wanted, more = order(message)
    return Incoming(wanted, raw, tuple(str(remark) for remark in (*odd, *more)))


def submitted(actor: Actor, incident: UUID, message: Incoming, *, priority: str) -> UUID:
    """The request that the message became; a repeat leads to the first (RULE-SM-05)."""
    wanted = message.order
    if before := reads.request_of_message(actor, wanted.message_id):
        return before
    place = reads.incident_asked_for(actor, incident)
    if wanted.mode and wanted.mode != place["mode"]:
        sentence = _("The message is marked %(message)s, the incident is %(incident)s.")
        raise ModesDiffer(sentence % {"message": wanted.mode, "incident": place["mode"]})
    told = writes.submit_request(
        actor,
        incident,
        priority=priority,
        needed_by=wanted.needed_by or datetime.now(UTC) + SOON,
        deliver_to=wanted.deliver_to or place["place"] or place["name"],
        requester_position=wanted.requester_position,
        remarks=wanted.remarks,
        lines=tuple(
            LineWanted(kind=one.kind, type=one.type, quantity=one.quantity, details=one.details)
            for one in wanted.lines
        ),
        message_id=wanted.message_id,
        message=message.raw,
    )
    pk: UUID = told[0].request  # type: ignore[attr-defined]
    return pk


class EdxlParser(BaseParser):
    """An EDXL-RM message as the body of a request."""

    media_type = "application/xml"

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        context: Mapping[str, Any] | None = None,
    ) -> Any:
        raw = stream.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise RequestDataTooBig
        try:
            return incoming(raw)
        except Problems as wrong:
            raise ValidationError({"message": [str(one) for one in wrong.found]}) from wrong
