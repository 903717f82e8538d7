"""The messages of other systems by which requests come, change and go."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from audit.clock import now
from audit.refusals import Refusal
from mutualaid.models import MessagePurpose, RequestMessage, ResourceRequest
from mutualaid.writes import inputs


class MessageNotNamed(Refusal):
    """A message is known by its id, and kept as it came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as it came, and the id by which a repeat is known (RULE-SM-05)."""

    id: str
    raw: bytes


def kept(request: ResourceRequest, message: Message | None, purpose: MessagePurpose) -> None:
    """Keep the very bytes, where it was a message of the requester that did it."""
    if message is None:
        return
    if not message.id.strip() or not message.raw:
        raise MessageNotNamed
    RequestMessage.objects.create(
        request=request,
        sent_by=request.requested_by,
        message_id=inputs.text(message.id, 250),
        purpose=purpose,
        raw=message.raw,
        raw_hash=sha256(message.raw).hexdigest(),
        received_at=now(),
    )
