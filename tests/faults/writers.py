"""Writers who come through the API, keep at it until they are answered, and note everything."""

from __future__ import annotations

import itertools
import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPException
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from tests.faults.places import Place

PATIENCE = 45.0
ANSWERED_WITHIN = 10.0
BETWEEN_TRIES = 0.1
BETWEEN_NOTES = 0.05


@dataclass
class Operation:
    """One note that somebody set out to write, and what they heard of it."""

    text: str
    key: str = field(default_factory=lambda: str(uuid4()))
    tries: int = 0
    unknown: int = 0
    refused: list[str] = field(default_factory=list)
    answer: dict[str, Any] | None = None
    seconds: float = 0.0

    @property
    def acknowledged(self) -> bool:
        return self.answer is not None


def post(place: Place, incident: str, token: str, operation: Operation) -> None:
    """Try once. No answer, or one of a server in trouble, leaves the outcome unknown."""
    operation.tries += 1
    asked = place.asked(ANSWERED_WITHIN)
    try:
        asked.request(
            "POST",
            f"/api/v1/incidents/{incident}/notes/",
            json.dumps({"category": "OPS", "text": operation.text}),
            {
                "Authorization": f"Bearer {token}",
                "Content-Type": "application/json",
                "Idempotency-Key": operation.key,
            },
        )
        answer = asked.getresponse()
        said = answer.read()
    except (OSError, HTTPException):
        operation.unknown += 1
        return
    finally:
        asked.close()
    if answer.status == HTTPStatus.OK:
        operation.answer = json.loads(said)
    elif answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or answer.status == HTTPStatus.CONFLICT:
        operation.unknown += 1
        operation.refused.append(str(answer.status))
    else:
        raise AssertionError(f"{answer.status}: {said.decode()}")


class Writers:
    """A few people writing notes at one incident, for as long as the block lasts."""

    def __init__(self, place: Place, incident: str, tokens: dict[str, str]) -> None:
        self.place, self.incident = place, incident
        self.history: list[Operation] = []
        self._stopped = Event()
        self._threads = [
            Thread(target=self._write, args=(name, token), name=f"writer {name}", daemon=True)
            for name, token in tokens.items()
        ]

    @property
    def acknowledged(self) -> list[Operation]:
        return [operation for operation in self.history if operation.acknowledged]

    def beyond(self, least: int) -> bool:
        return len(self.acknowledged) > least

    def some_more(self, how_many: int) -> Callable[[], bool]:
        """Whether this many more have been acknowledged than were when it was asked for."""
        least = len(self.acknowledged) + how_many
        return lambda: self.beyond(least)

    @property
    def waits(self) -> list[float]:
        """How many seconds each waited for their acknowledgement, the shortest first."""
        return sorted(operation.seconds for operation in self.acknowledged)

    def figures(self) -> dict[str, object]:
        return {
            "acknowledged": len(self.acknowledged),
            "without an answer": sum(one.unknown for one in self.history),
            "of them refused": Counter(code for one in self.history for code in one.refused),
            "median": f"{self.waits[len(self.waits) // 2]:.3f} s",
            "p95": f"{self.waits[int(len(self.waits) * 0.95)]:.3f} s",
            "slowest": f"{self.waits[-1]:.3f} s",
        }

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        wrong: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopped.set()
        for thread in self._threads:
            thread.join(PATIENCE + ANSWERED_WITHIN)

    def _write(self, name: str, token: str) -> None:
        for number in itertools.count():
            if self._stopped.wait(BETWEEN_NOTES):
                return
            operation = Operation(f"{name} {number}")
            self.history.append(operation)
            begun = time.monotonic()
            while not operation.acknowledged and time.monotonic() < begun + PATIENCE:
                post(self.place, self.incident, token, operation)
                operation.acknowledged or Event().wait(BETWEEN_TRIES)
            operation.seconds = time.monotonic() - begun
