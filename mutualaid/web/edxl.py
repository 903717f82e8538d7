"""EDXL-RM messages as bytes: at most a megabyte, read whole or refused in words."""

from __future__ import annotations

from dataclasses import dataclass

from incidents.web.messages import MessageParser
from mutualaid.exchange.edxl_rm import read_request
from mutualaid.exchange.ordering import Order, order


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


class EdxlParser(MessageParser):
    """An EDXL-RM message as the body of a request."""

    media_type = "application/xml"

    def read(self, raw: bytes) -> Incoming:
        return incoming(raw)
