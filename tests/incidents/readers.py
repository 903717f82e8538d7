"""Notes of an incident: written by Ana, followed by whoever reads them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import orjson
from asgiref.sync import sync_to_async

from agencies.categories import Category
from audit.actors import Actor
from audit.models import Testimony
from audit.streams import of_access
from incidents import writes
from tests.sockets import Client
from tests.world import World, build

Texts = set[str]


async def begin() -> World:
    return await sync_to_async(build)()


async def write(world: World, text: str) -> None:
    await sync_to_async(writes.write_note)(
        world.ana, world.fire.pk, category=Category.OPS, text=text, occurred_at=None
    )


def texts(client: Client) -> Texts:
    return {row["text"] for key, row in client.rows.items() if key.startswith("note:")}


def has(*wanted: str) -> Any:
    def told(rows: dict[str, Any]) -> bool:
        return {r["text"] for k, r in rows.items() if k.startswith("note:")} == set(wanted)

    return told


def pk_of(person: Actor) -> UUID:
    assert person.member_id is not None
    return person.member_id


def last_look_at(world: World) -> Any:
    looks = Testimony.objects.filter(stream_key=of_access(world.harbor_fire.pk))
    return orjson.loads(looks.latest("seq").body or "{}")["fact"]["members"]
