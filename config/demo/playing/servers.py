"""The running server, as the played agencies reach it: over HTTP and by nothing else."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, Final
from uuid import uuid4

PATIENCE_SECONDS: Final = 10
TRIES: Final = 5
REST_SECONDS: Final = 1.0

# The server is on this machine or said by name: nothing in between.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Lost(Exception):
    """The server does not answer any more."""


class Refused(Exception):
    """The server understood, and said no."""


@dataclass(frozen=True, slots=True)
class Server:
    """An address, and how to ask it something until it answers."""

    address: str

    def ask(self, path: str, token: str, said: dict[str, Any] | None = None) -> Any:
        """Get what stands at a path, or post what is said to it.

        An act whose answer was lost is repeated under the same key, so that it
        happens once however often it is asked for.
        """
        request = urllib.request.Request(
            f"{self.address}/api/v1/{path}",
            data=None if said is None else json.dumps(said).encode(),
            headers={
                "Authorization": f"Bearer {token}",
                "Content-Type": "application/json",
                "Idempotency-Key": uuid4().hex,
            },
        )
        for _ in range(TRIES - 1):
            try:
                return _answer(request)
            except Lost:
                time.sleep(REST_SECONDS)
        return _answer(request)


def _answer(request: urllib.request.Request) -> Any:
    try:
        with _opener.open(request, timeout=PATIENCE_SECONDS) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as no:
        if no.code in {502, 503, 504}:
            raise Lost from no
        raise Refused(_sentence(no)) from no
    except (OSError, HTTPException, ValueError) as gone:
        raise Lost from gone


def _sentence(no: urllib.error.HTTPError) -> str:
    """What a problem says of itself (RFC 9457), or the bare status."""
    try:
        problem = json.load(no)
        return f"{problem['title']} {problem.get('errors', '')}".strip()
    except (ValueError, KeyError, TypeError):
        return f"{no.code} {no.reason}"
