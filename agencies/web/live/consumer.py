"""A live socket: who it belongs to, what it follows, and what it has not been able to send yet."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import ClassVar
from uuid import UUID

from channels.generic.websocket import AsyncWebsocketConsumer

from agencies.knocks import Knock, Locked
from agencies.reads.frames import View
from agencies.web.live import cursors, hub, protocol
from agencies.web.live.wire import Frame, wire_behind
from audit import metrics
from audit.actors import Actor

PATIENCE = 3
SLOW_BYTES = 32 * 1024
MOST_BYTES = 1024 * 1024


class LiveConsumer(AsyncWebsocketConsumer):
    """Hands an actor the frames of one stream, in order, from where they left off.

    The frames come from the hub, one per server process, which reads the ledger
    once for each view and encodes once. Nothing here decides who may see what.
    """

    sort: ClassVar[str]

    actor: Actor
    view: View
    after = 0
    terms = b""
    knock: Knock | None
    admitted = joined = ended = False

    async def connect(self) -> None:
        actor: Actor | Locked | None = self.scope["actor"]
        await self.accept()
        if not isinstance(actor, Actor) or actor.agency_id is None:
            await self.close(protocol.turned_away(actor))
            return
        self.actor, self.knock = actor, self.scope["knock"]
        self.view = View.of(f"{self.sort}:{self.subject(actor)}", actor)
        self.admitted, self.bad = True, 0
        self._wire = wire_behind(self.base_send)
        self._outbox: deque[Frame] = deque()
        self._waiting_bytes = 0
        self._writer: asyncio.Task[None] | None = None
        metrics.sockets.labels(self.sort).inc()

    def subject(self, actor: Actor) -> UUID | None:
        """What the stream is about: here, what the address names."""
        pk: UUID = self.scope["url_route"]["kwargs"]["pk"]
        return pk

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """The client's one message: where it left off."""
        if not self.admitted or self.ended:
            return
        try:
            cursor = protocol.cursor_in(text_data, bytes_data)
            if self.joined:
                raise protocol.BadFrame
        except protocol.BadFrame:
            await self._bad_frame()
            return
        self.joined = True
        if self.knock:
            now = await hub.hub().doorkeeper.admit(self.knock)
            if not isinstance(now, Actor):
                # Opened in time, and used when it was too late.
                self.end(protocol.turned_away(now))
                return
        self.after, self.terms = cursors.unseal(self.view, cursor) if cursor else (0, b"")
        hub.hub().join(self)

    async def disconnect(self, code: int) -> None:
        if not self.admitted:
            return
        metrics.sockets.labels(self.sort).dec()
        if self._writer is not None:
            self._writer.cancel()
        if self.joined:
            hub.hub().leave(self)

    def hand(self, frame: Frame) -> None:
        """Send, or keep in line behind what a slow link has not taken yet."""
        if self._writer is None and self._wire and self._wire.take(frame, SLOW_BYTES):
            return
        self._outbox.append(frame)
        self._waiting_bytes += len(frame.wire)
        if self._waiting_bytes > MOST_BYTES and len(self._outbox) > 1:
            # It resumes from its cursor, which costs less than keeping its backlog.
            self.end(protocol.BUSY)
        elif self._writer is None:
            self._writer = asyncio.create_task(self._write())

    def end(self, code: int) -> None:
        """Close, once, and hear no more of what is still on its way.

        The close waits for the link in its own time: behind a stalled one it may take
        as long as the server takes to miss the client, and nobody else waits for it.
        """
        if not self.ended:
            self.ended = True
            self._outbox.clear()
            hub.hub().leave(self)
            self._closing = asyncio.create_task(self._close(code))

    async def _close(self, code: int) -> None:
        with suppress(OSError):  # the client was gone before
            await self.close(code)

    async def _write(self) -> None:
        with suppress(OSError):  # the client was gone before
            while self._outbox:
                frame = self._outbox.popleft()
                await self.base_send({"type": "websocket.send", "text": frame.text})
                self._waiting_bytes -= len(frame.wire)
        self._writer = None

    async def _bad_frame(self) -> None:
        self.bad += 1
        if self.bad > PATIENCE:
            self.end(protocol.BAD_FRAME)
        else:
            await self.send('{"error":"Send one JSON object: {\\"cursor\\": \\"…\\"} or {}."}')
