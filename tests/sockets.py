"""A client of the live board, for tests: connects, says where it left off, hears."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Self

import orjson
from asgiref.testing import ApplicationCommunicator
from channels.routing import URLRouter

from agencies.knocks import Knock
from audit.actors import Actor
from config.urls import socket_urlpatterns

PATIENCE_SECONDS = 60


class Client:
    """One socket. It keeps the rows that it was told, as a board does."""

    def __init__(self, actor: Actor | None, address: str, knock: Knock | None = None) -> None:
        async def application(scope: Any, receive: Any, send: Any) -> None:
            async def carry(event: Any) -> None:
                await self.flows.wait()
                await send(event)

            said = {**scope, "actor": actor, "knock": knock}
            await URLRouter(socket_urlpatterns)(said, receive, carry)

        scope = {"type": "websocket", "path": address, "query_string": b"", "headers": []}
        self.actor = actor
        self.wire = ApplicationCommunicator(application, scope)
        self.rows: dict[str, Any] = {}
        self.cursor = ""
        self.flows = asyncio.Event()  # its link takes nothing more while this is not set
        self.flows.set()

    async def join(self, cursor: str = "") -> Self:
        await self.wire.send_input({"type": "websocket.connect"})
        answer = await self.wire.receive_output(PATIENCE_SECONDS)
        assert answer["type"] == "websocket.accept"
        await self.say({"cursor": cursor} if cursor else {})
        return self

    async def say(self, message: Any) -> None:
        await self.send(orjson.dumps(message).decode())

    async def send(self, text: str) -> None:
        await self.wire.send_input({"type": "websocket.receive", "text": text})

    async def leave(self) -> None:
        self.flows.set()
        await self.wire.send_input({"type": "websocket.disconnect", "code": 1001})
        await self.wire.wait(PATIENCE_SECONDS)

    async def frame(self) -> dict[str, Any]:
        """The next frame, taken into the rows."""
        while True:
            said: dict[str, Any] = orjson.loads(await self.heard())
            if "rows" in said:
                break
        if said.get("reset"):
            self.rows.clear()
        self.rows |= said["rows"]
        self.rows = {key: row for key, row in self.rows.items() if row is not None}
        self.cursor = said["cursor"]
        return said

    async def heard(self) -> str:
        event = await self.wire.receive_output(PATIENCE_SECONDS)
        assert event["type"] == "websocket.send", event
        text: str = event["text"]
        return text

    async def until(self, told: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Hear frames until the rows look as expected."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not told(self.rows):
                await self.frame()
        return self.rows

    async def closes_without_a_frame(self) -> int:
        """The code with which the server closes, having told nothing more until then."""
        event = await self.wire.receive_output(PATIENCE_SECONDS)
        assert event["type"] == "websocket.close", event
        code: int = event["code"]
        return code

    async def closed_with(self) -> int:
        """The code with which the server closed."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                event = await self.wire.receive_output(PATIENCE_SECONDS)
                if event["type"] == "websocket.close":
                    code: int = event.get("code", 1000)
                    return code

    async def hears_nothing(self) -> bool:
        return await self.wire.receive_nothing(timeout=0.3)


Follow = Callable[..., Awaitable[Client]]


@asynccontextmanager
async def following() -> AsyncIterator[Follow]:
    """Sockets that are all closed, and the hub ended, when the test is over."""
    from agencies.web.live import hub

    clients: list[Client] = []

    async def follow(
        actor: Actor | None, incident: Any = None, cursor: str = "", knock: Knock | None = None
    ) -> Client:
        address = f"/live/incidents/{incident.pk}/" if incident else "/live/agency/"
        clients.append(Client(actor, address, knock))
        return await clients[-1].join(cursor)

    try:
        yield follow
    finally:
        for client in clients:
            await client.leave()
        await hub.stop()
