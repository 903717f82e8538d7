"""Whatever a client says to a socket: it is told so, closed once, and nobody else notices."""

from __future__ import annotations

import pytest
from asgiref.sync import sync_to_async

from tests.sockets import Follow
from tests.world import build

NONSENSE = (
    "",
    "{",
    "[]",
    "null",
    '"x"',
    '{"cursor":1}',
    '{"cursor":"a","b":1}',
    '{"cursor":"\\ud800"}',
    "[" * 4000,
    "9" * 4096,
    "x" * 60_000,
    '{"cursor":' + "9" * 4000 + "}",
)
FORGED = ("x", "é", "=" * 400, "AAAA", "A" * 4000, "A" * 48, "\x00")


@pytest.mark.parametrize("said", NONSENSE, ids=lambda said: said[:20] or "nothing")
async def test_nonsense_is_answered_three_times_and_then_closed_once(
    follow: Follow, said: str
) -> None:
    ana = await follow((await sync_to_async(build)()).ana)
    await ana.frame()

    for _ in range(300):
        await ana.send(said)
    heard = [await ana.wire.receive_output(5) for _ in range(4)]

    assert [each["type"] for each in heard] == ["websocket.send"] * 3 + ["websocket.close"]
    assert heard[-1]["code"] == 4400
    assert await ana.hears_nothing()


async def test_bytes_are_no_message(follow: Follow) -> None:
    ana = await follow((await sync_to_async(build)()).ana)
    await ana.frame()

    await ana.wire.send_input({"type": "websocket.receive", "bytes": b"\xff\x00"})

    assert "error" in await ana.heard()


@pytest.mark.parametrize("cursor", FORGED, ids=lambda said: said[:20])
async def test_a_forged_cursor_begins_from_nothing(follow: Follow, cursor: str) -> None:
    world = await sync_to_async(build)()

    ana = await follow(world.ana, cursor=cursor)

    assert (await ana.frame())["reset"] is True
