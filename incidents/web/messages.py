"""Messages of other systems as the body of a request: read whole, or refused in words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import IO, Any

from django.core.exceptions import RequestDataTooBig
from rest_framework.exceptions import ValidationError
from rest_framework.parsers import BaseParser

from incidents.exchange.problems import Problems

LARGEST = 1024 * 1024


class MessageParser(BaseParser, ABC):
    """A message of at most a megabyte; 413 where it is larger, 400 with all that is wrong."""

    @abstractmethod
    def read(self, raw: bytes) -> object:
        """What the message says; raises ``Problems`` with everything that has to be put right."""

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
            return self.read(raw)
        except Problems as wrong:
            raise ValidationError({"message": [str(one) for one in wrong.found]}) from wrong
