"""P12: who is removed loses the open board within five seconds, though nothing happens there."""

from __future__ import annotations

from time import monotonic
from typing import Any

import pytest
from asgiref.sync import sync_to_async

from agencies import writes
from agencies.web.live import protocol
from tests.incidents.readers import begin, pk_of, write
from tests.sockets import Follow

LONGEST_SECONDS = 5.0


@pytest.mark.parametrize("redis", ["as it is", "redis://127.0.0.1:1/0"])
async def test_who_is_removed_is_sent_away_in_time(
    follow: Follow, settings: Any, redis: str
) -> None:
    if redis.startswith("redis://"):
        settings.REDIS_URL = redis
    world = await begin()
    await write(world, "While there.")
    cleo = await follow(world.cleo, world.fire)
    await cleo.frame()

    begun = monotonic()
    await sync_to_async(writes.remove_member)(world.dev, pk_of(world.cleo), reason="Retired.")

    assert await cleo.closed_with() == protocol.ACCESS_ENDED
    assert monotonic() - begun < LONGEST_SECONDS
