"""The record of a frame names those who were there when it went out, and nobody else."""

from __future__ import annotations

import orjson
from asgiref.sync import sync_to_async

from agencies.categories import Category
from agencies.models import SeatKind
from audit.actors import Actor
from audit.models import Testimony
from audit.streams import of_access
from incidents import writes
from tests.sockets import Follow
from tests.world import World, actor, build, member, seeding


def _begin() -> tuple[World, Actor]:
    world = build()
    with seeding():
        return world, actor(member(world.bay_ems, "Gil Ode", SeatKind.DISPATCHER))


async def _write(world: World, text: str) -> None:
    await sync_to_async(writes.write_note)(
        world.ana, world.fire.pk, category=Category.OPS, text=text, occurred_at=None
    )


def _named(world: World) -> list[set[str]]:
    told = Testimony.objects.filter(stream_key=of_access(world.harbor_fire.pk)).order_by("seq")
    return [set(orjson.loads(one.body or "")["fact"]["members"]) for one in told]


async def test_who_came_is_named_from_then_on_and_who_left_no_more(follow: Follow) -> None:
    world, gil = await sync_to_async(_begin)()
    cleo = await follow(world.cleo, world.fire)
    await cleo.frame()
    await _write(world, "Cleo is here.")
    await cleo.until(lambda rows: "Cleo is here." in str(rows))
    beside = await follow(gil, world.fire)
    await beside.frame()
    await _write(world, "Both are here.")
    await beside.until(lambda rows: "Both are here." in str(rows))
    await cleo.leave()
    await _write(world, "Gil is here.")
    await beside.until(lambda rows: "Gil is here." in str(rows))

    named = await sync_to_async(_named)(world)
    assert [{"Cleo Marsh"}, {"Gil Ode"}, {"Cleo Marsh", "Gil Ode"}, {"Gil Ode"}] == named
