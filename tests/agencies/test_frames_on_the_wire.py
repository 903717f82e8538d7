"""Frames that are written past the server: what a client hears, and when none is taken."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
import uvicorn
from websockets.asyncio.client import ClientConnection, connect

from agencies.web.live.wire import Frame, Wire, wire_behind

ROOMY = 1 << 20
PATIENCE_SECONDS = 60


@dataclass
class Call:
    """One open socket: the client's end, and the server's ``send``."""

    client: ClientConnection
    send: Callable[[dict[str, Any]], Awaitable[None]]
    wire: Wire | None


@asynccontextmanager
async def call(compressed: bool = False) -> AsyncIterator[Call]:
    """Call a server as `make run` starts it, or as uvicorn would by itself."""
    opened: asyncio.Queue[Any] = asyncio.Queue()

    async def application(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        await opened.put((send, wire_behind(send)))
        while (await receive())["type"] != "websocket.disconnect":
            pass

    with socket.create_server(("127.0.0.1", 0)) as door:
        server = uvicorn.Server(
            uvicorn.Config(
                application,
                ws="websockets-sansio",
                ws_per_message_deflate=compressed,
                lifespan="off",
                log_level="critical",
            )
        )
        running = asyncio.create_task(server.serve(sockets=[door]))
        async with connect(f"ws://127.0.0.1:{door.getsockname()[1]}/", max_size=None) as client:
            yield Call(client, *await asyncio.wait_for(opened.get(), PATIENCE_SECONDS))
        server.should_exit = True
        await running


@pytest.mark.parametrize("size", [0, 5, 125, 126, 65_535, 65_536, 300_000])
async def test_a_frame_of_any_size_is_heard_word_for_word(size: int) -> None:
    said = "é" * (size // 2) + "x" * (size % 2)

    async with call() as one:
        assert one.wire is not None
        assert one.wire.take(Frame.of(said), ROOMY)

        assert await asyncio.wait_for(one.client.recv(), PATIENCE_SECONDS) == said


async def test_frames_keep_their_place_among_what_the_server_says_itself() -> None:
    async with call() as one:
        assert one.wire is not None
        one.wire.take(Frame.of("first"), ROOMY)
        await one.send({"type": "websocket.send", "text": "second"})
        one.wire.take(Frame.of("third"), ROOMY)

        assert [await one.client.recv() for _ in range(3)] == ["first", "second", "third"]


async def test_a_slow_link_takes_no_more_than_it_may_hold() -> None:
    long = Frame.of("x" * ROOMY)

    async with call() as one:
        assert one.wire is not None
        one.client.transport.pause_reading()
        taken = 0
        while one.wire.take(long, ROOMY):
            taken += 1
        waiting = one.wire.transport.get_write_buffer_size()
        one.client.transport.resume_reading()

        assert taken > 0
        assert ROOMY < waiting <= 2 * len(long.wire)
        assert [len(await one.client.recv()) for _ in range(taken)] == [ROOMY] * taken


async def test_after_the_server_closed_nothing_is_taken() -> None:
    async with call() as one:
        assert one.wire is not None
        await one.send({"type": "websocket.close", "code": 4403})

        assert not one.wire.take(Frame.of("too late"), ROOMY)
        with pytest.raises(Exception, match="4403"):
            await one.client.recv()


async def test_after_the_client_hung_up_nothing_is_taken() -> None:
    async with call() as one:
        assert one.wire is not None
        one.client.transport.abort()
        async with asyncio.timeout(PATIENCE_SECONDS):
            while one.wire.take(Frame.of("anybody there?"), ROOMY):
                await asyncio.sleep(0)

        assert one.wire.transport.is_closing()


async def test_nothing_is_written_past_a_server_that_compresses() -> None:
    async with call(compressed=True) as one:
        assert one.wire is None
        await one.send({"type": "websocket.send", "text": "by the server's own way"})

        assert await one.client.recv() == "by the server's own way"


async def test_behind_any_other_server_there_is_no_wire() -> None:
    async def send(_event: dict[str, Any]) -> None:
        raise AssertionError("nobody sends")

    assert wire_behind(send) is None
