"""Who is suspended, removed or seated no more loses pages at once and sockets within 5 s (P12).

Nobody else's act wakes the board meanwhile, and no nudge arrives: Redis is down.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from time import monotonic
from typing import Any, Final

import pytest
from asgiref.sync import sync_to_async
from django.utils import timezone

from agencies import writes
from agencies.models import Seat
from agencies.web.live import protocol
from tests.agencies.browsers import as_
from tests.incidents.readers import begin, pk_of
from tests.sockets import Follow
from tests.world import World, seeding

LONGEST_SECONDS = 5.0


def suspend(world: World) -> None:
    writes.suspend_member(world.dev, pk_of(world.cleo), reason="Left.")


def remove(world: World) -> None:
    writes.remove_member(world.dev, pk_of(world.cleo), reason="Left for good.")


def take_the_seat(world: World) -> None:
    writes.take_seat(world.dev, Seat.objects.get(member=world.cleo.member_id).pk)


def let_the_seat_end(world: World) -> None:
    """Seated until this moment, which was known before; nobody tells anything."""
    with seeding():
        Seat.objects.filter(member=world.cleo.member_id).update(
            until=timezone.now() - timedelta(seconds=1)
        )


ENDS: Final[dict[str, Callable[[World], None]]] = {
    "suspended": suspend,
    "removed": remove,
    "seat taken": take_the_seat,
}


@pytest.mark.parametrize("how", ENDS)
async def test_an_open_board_is_closed_though_redis_is_down(
    follow: Follow, settings: Any, how: str
) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    world = await begin()
    cleo = await follow(world.cleo, world.fire)
    await cleo.frame()

    begun = monotonic()
    await sync_to_async(ENDS[how])(world)

    assert await cleo.closed_with() == protocol.ACCESS_ENDED
    assert monotonic() - begun < LONGEST_SECONDS


@pytest.mark.parametrize("how", ["suspended", "removed"])
def test_the_next_page_is_the_entrance(world: World, how: str) -> None:
    browser = as_(world.cleo)
    assert browser.get("/incidents/").status_code == HTTPStatus.OK

    ENDS[how](world)

    assert browser.get("/incidents/")["Location"].startswith("/sign-in/")
    assert browser.get("/api/v1/incidents/").status_code == HTTPStatus.UNAUTHORIZED


def test_the_next_page_is_for_the_seats_that_are_left(world: World) -> None:
    browser = as_(world.cleo)
    before = browser.get("/incidents/").context["request"].actor.seats

    let_the_seat_end(world)

    assert before == {"commander"}
    assert browser.get("/incidents/").context["request"].actor.seats == frozenset()
