"""CAP messages as they come in: at most a megabyte, read whole or refused in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import IO, Any

from django.core.exceptions import RequestDataTooBig
from rest_framework.exceptions import ValidationError
from rest_framework.parsers import BaseParser

from incidents.exchange.cap import read_alert
from incidents.exchange.cap_alert import Alert as Message
from incidents.exchange.problems import Problems

LARGEST = 1024 * 1024


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


class CapParser(BaseParser):
    """A CAP message as the body of a request."""

    media_type = "application/cap+xml"

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


class XmlParser(CapParser):
    media_type = "application/xml"


class TextXmlParser(CapParser):
    media_type = "text/xml"
