"""CAP messages as they come in: at most a megabyte, read whole or refused in words."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from incidents.exchange.cap import read_alert
from incidents.exchange.cap_alert import Alert as Message
from incidents.web.messages import MessageParser


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message that was read, the very bytes of it, and what was odd about it."""

    message: Message
    raw: bytes
    remarks: tuple[str, ...]

    @property
    def raw_hash(self) -> str:
        return sha256(self.raw).hexdigest()


def incoming(raw: bytes) -> Incoming:
    """Read a message; raises ``Problems`` with everything that has to be put right."""
    message, remarks = read_alert(raw)
    return Incoming(message, raw, tuple(str(remark) for remark in remarks))


class CapParser(MessageParser):
    """A CAP message as the body of a request."""

    media_type = "application/cap+xml"

    def read(self, raw: bytes) -> Incoming:
        return incoming(raw)


class XmlParser(CapParser):
    media_type = "application/xml"


class TextXmlParser(CapParser):
    media_type = "text/xml"
