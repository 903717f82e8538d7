"""EDXL-RM messages as bytes: at most a megabyte, read whole or refused in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any

from django.core.exceptions import RequestDataTooBig
from rest_framework.exceptions import ValidationError
from rest_framework.parsers import BaseParser

from incidents.exchange.problems import Problems
from mutualaid.exchange.edxl_rm import read_request
from mutualaid.exchange.ordering import Order, order

LARGEST = 1024 * 1024


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
