"""Clients of the live board, which come back by themselves with their cursor, as browsers do."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from tests.faults.places import OPENS_WITHIN, Place

BETWEEN_TRIES = 0.2
BROKEN = (OSError, ConnectionClosed, InvalidHandshake, InvalidMessage, EOFError)

Rows = dict[str, Any]


def opened(place: Place, incident: str, credentials: dict[str, str]) -> connect:
    return place.opened(f"/live/incidents/{incident}/", credentials)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def snapshot(place: Place, incident: str, credentials: dict[str, str]) -> Rows:
    """What somebody sees who opens the board now."""
    async with asyncio.timeout(OPENS_WITHIN), opened(place, incident, credentials) as wire:
        await wire.send("{}")
        while "rows" not in (frame := json.loads(await wire.recv())):
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
        self._thread = Thread(target=lambda: asyncio.run(self._stay()), name="board", daemon=True)

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
            return self.rows == self._fresh()
        return False

    def told(self) -> str:
        """How it fared and where it differs from a fresh one, for whoever reads a failure."""
        fared = f"joined {self.joined}, resets {self.resets}, closed with {self.codes}"
        try:
            fresh = self._fresh()
        except BROKEN as broken:
            return f"{fared}; none can be opened now: {broken!r}"
        both = self.rows.keys() | fresh.keys()
        differ = sorted(key for key in both if self.rows.get(key) != fresh.get(key))
        return f"{fared}; {len(differ)} of {len(both)} rows differ, {differ[:3]}"

    def _fresh(self) -> Rows:
        return asyncio.run(snapshot(self.place, self.incident, self.credentials))

    async def _stay(self) -> None:
        while not self._stopped.is_set():
            try:
                async with opened(self.place, self.incident, self.credentials) as wire:
                    await self._follow(wire)
            except BROKEN as broken:
                closed = getattr(broken, "rcvd", None)
                self.codes.append(closed.code if closed else 1006)
                await asyncio.sleep(BETWEEN_TRIES)

    async def _follow(self, wire: ClientConnection) -> None:
        await wire.send(json.dumps({"cursor": self._cursor} if self._cursor else {}))
        self.joined += 1
        while not self._stopped.is_set():
            try:
                async with asyncio.timeout(BETWEEN_TRIES):
                    frame = json.loads(await wire.recv())
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
