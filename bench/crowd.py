"""Many tablets in a process of their own: they call, say one thing, and note when they hear.

Written on bare transports, so that on a small machine the clients take as little
as they can of what the servers need.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import re
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Self

import uvloop

MARK = re.compile(rb"change-(\d+)")
SHORT_FRAME = 16 * 1024
ALL_AT_ONCE = 128
PATIENCE_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Opening:
    """Whom to call: one address, one set of header lines for each tablet."""

    crowd: str
    port: int
    path: str
    headers: tuple[str, ...]


class Tablet(asyncio.Protocol):
    """One client: it upgrades, says ``{}``, and reports each frame it has wholly received."""

    def __init__(self, heard: Heard, request: bytes) -> None:
        self.heard = heard
        self.request = request
        self.waiting = bytearray()
        self.open = self.told = False

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        transport.write(self.request)

    def data_received(self, received: bytes) -> None:
        self.waiting += received
        if not self.open:
            end = self.waiting.find(b"\r\n\r\n")
            if end < 0:
                return
            if b" 101 " not in self.waiting[:end]:
                self.heard.refused(bytes(self.waiting[:end]))
                return
            del self.waiting[: end + 4]
            self.open = True
            self.transport.write(masked(1, b"{}"))
        while frame := self._frame():
            self._hear(*frame)

    def connection_lost(self, wrong: Exception | None) -> None:
        self.heard.lost += 1

    def _frame(self) -> tuple[int, bytes] | None:
        """The next whole frame: what sort it is, and what it says (long ones unread)."""
        if len(self.waiting) < 2:
            return None
        size, start = self.waiting[1] & 127, 2
        if size >= 126:
            start = 4 if size == 126 else 10
            size = int.from_bytes(self.waiting[2:start]) if len(self.waiting) >= start else 1 << 62
        if len(self.waiting) < start + size:
            return None
        kind = self.waiting[0] & 15
        said = bytes(self.waiting[start : start + min(size, SHORT_FRAME)])
        del self.waiting[: start + size]
        return kind, said

    def _hear(self, kind: int, said: bytes) -> None:
        if kind == 9:
            self.transport.write(masked(10, said))
        elif kind == 8:
            self.heard.refused(said)
        elif mark := MARK.search(said):
            self.heard.at(int(mark[1]))
        elif not self.told and not said.startswith(b'{"beat"'):
            self.told = True
            self.heard.at(0)


def masked(kind: int, said: bytes) -> bytes:
    """A short client's frame, under a mask of zeros."""
    return bytes((128 | kind, 128 | len(said), 0, 0, 0, 0)) + said


class Heard:
    """When each tablet of a crowd heard each change; change 0 is the first board."""

    def __init__(self) -> None:
        self.times: dict[int, list[float]] = {}
        self.wrong: list[bytes] = []
        self.lost = 0
        self.moved = asyncio.Event()

    def at(self, change: int) -> None:
        self.times.setdefault(change, []).append(time.monotonic())
        self.moved.set()

    def refused(self, said: bytes) -> None:
        self.wrong.append(said)
        self.moved.set()

    async def all_heard(self, change: int, tablets: int) -> list[float]:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while len(self.times.get(change, ())) < tablets:
                if self.wrong:
                    raise RuntimeError(f"a socket was refused: {self.wrong[0]!r}")
                self.moved.clear()
                await self.moved.wait()
        return self.times.pop(change, [])


class Crowd(AbstractContextManager["Crowd"]):
    """The tablets, as seen from the process that measures."""

    def __enter__(self) -> Self:
        context = multiprocessing.get_context("spawn")
        self.ours, theirs = context.Pipe()
        self.process = context.Process(target=_live, args=(theirs,), daemon=True)
        self.process.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ours.send(None)
        self.process.join(10)
        if self.process.is_alive():
            self.process.kill()

    def open(self, opening: Opening) -> tuple[float, list[float]]:
        """Open everybody at once; when it began, and when each had its first board."""
        return self._ask("open", opening)  # type: ignore[no-any-return]

    def wait(self, crowd: str, change: int, tablets: int) -> list[float]:
        """When each of them heard of the change, once the last has."""
        return self._ask("wait", crowd, change, tablets)  # type: ignore[no-any-return]

    def leave(self, crowd: str) -> None:
        self._ask("leave", crowd)

    def _ask(self, *words: object) -> Any:
        self.ours.send(words)
        answer = self.ours.recv()
        if isinstance(answer, Exception):
            raise answer
        return answer


def _live(driver: Connection) -> None:
    uvloop.run(_Tablets(driver).live())


class _Tablets:
    def __init__(self, driver: Connection) -> None:
        self.driver = driver
        self.heard: dict[str, Heard] = {}
        self.tablets: dict[str, list[Tablet]] = {}

    async def live(self) -> None:
        while asked := await asyncio.to_thread(self.driver.recv):
            word, *given = asked
            try:
                answer: object = await getattr(self, word)(*given)
            except Exception as wrong:  # the driver must hear of it, whatever it is
                answer = RuntimeError(repr(wrong))
            self.driver.send(answer)

    async def open(self, opening: Opening) -> tuple[float, list[float]]:
        heard = self.heard[opening.crowd] = Heard()
        self.tablets[opening.crowd] = []
        gate = asyncio.Semaphore(ALL_AT_ONCE)
        begun = time.monotonic()
        await asyncio.gather(*(self._one(opening, line, heard, gate) for line in opening.headers))
        return begun, await heard.all_heard(0, len(opening.headers))

    async def _one(
        self, opening: Opening, line: str, heard: Heard, gate: asyncio.Semaphore
    ) -> None:
        request = (
            f"GET {opening.path} HTTP/1.1\r\nHost: 127.0.0.1:{opening.port}\r\n"
            f"Origin: http://127.0.0.1:{opening.port}\r\n{line}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        ).encode()
        async with gate:
            _transport, tablet = await asyncio.get_running_loop().create_connection(
                lambda: Tablet(heard, request), "127.0.0.1", opening.port
            )
        self.tablets[opening.crowd].append(tablet)

    async def wait(self, crowd: str, change: int, tablets: int) -> list[float]:
        return await self.heard[crowd].all_heard(change, tablets)

    async def leave(self, crowd: str) -> None:
        for tablet in self.tablets.pop(crowd):
            tablet.transport.abort()


def spread(times: Sequence[float], since: float) -> float:
    """Milliseconds until the last of them."""
    return (max(times) - since) * 1000
