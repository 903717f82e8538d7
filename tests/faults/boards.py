"""Clients of the live board, which come back by themselves with their cursor, as browsers do."""

from __future__ import annotations

import json
from contextlib import suppress
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self

from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage
from websockets.sync.client import ClientConnection

from tests.faults.places import OPENS_WITHIN, Place

BETWEEN_TRIES = 0.2
BROKEN = (OSError, ConnectionClosed, InvalidHandshake, InvalidMessage, EOFError)

Rows = dict[str, Any]


def opened(place: Place, incident: str, credentials: dict[str, str]) -> ClientConnection:
    return place.opened(f"/live/incidents/{incident}/", credentials)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def snapshot(place: Place, incident: str, credentials: dict[str, str]) -> Rows:
    """What somebody sees who opens the board now."""
    with opened(place, incident, credentials) as wire:
        wire.send("{}")
        while "rows" not in (frame := json.loads(wire.recv(OPENS_WITHIN))):
            continue
        return {key: row for key, row in frame["rows"].items() if row is not None}


class Board:
    """One open board. It never reloads: it asks for what it missed, from where it left off."""

    def __init__(self, place: Place, incident: str, credentials: dict[str, str]) -> None:
        self.place, self.incident, self.credentials = place, incident, credentials
        self.rows: Rows = {}
        self.joined = self.resets = self.frames = 0
        self.codes: list[int] = []
        self._cursor = ""
        self._stopped = Event()
        self._thread = Thread(target=self._stay, name="board", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        wrong: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopped.set()
        self._thread.join(OPENS_WITHIN + 5)

    def agrees(self) -> bool:
        """Whether it shows what a board shows that is opened now, if one can be opened."""
        with suppress(*BROKEN):
            return self.rows == snapshot(self.place, self.incident, self.credentials)
        return False

    def _stay(self) -> None:
        while not self._stopped.is_set():
            try:
                with opened(self.place, self.incident, self.credentials) as wire:
                    self._follow(wire)
            except BROKEN as broken:
                closed = getattr(broken, "rcvd", None)
                self.codes.append(closed.code if closed else 1006)
                self._stopped.wait(BETWEEN_TRIES)

    def _follow(self, wire: ClientConnection) -> None:
        wire.send(json.dumps({"cursor": self._cursor} if self._cursor else {}))
        self.joined += 1
        while not self._stopped.is_set():
            try:
                frame = json.loads(wire.recv(0.2))
            except TimeoutError:
                continue
            if "rows" in frame:
                self._take(frame)

    def _take(self, frame: dict[str, Any]) -> None:
        self.frames += 1
        rows = {} if frame.get("reset") else dict(self.rows)
        self.resets += bool(frame.get("reset"))
        rows |= frame["rows"]
        self.rows = {key: row for key, row in rows.items() if row is not None}
        self._cursor = frame["cursor"]
