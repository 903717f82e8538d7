"""An open board drops what its owner withdraws, at once, and with Redis gone within seconds."""

from __future__ import annotations

from time import monotonic
from typing import Any

from asgiref.sync import sync_to_async

from agencies.categories import Category, Tlp
from incidents import writes
from tests.agencies.shares import shared
from tests.incidents.readers import begin, pk_of
from tests.sockets import Client, Follow
from tests.world import World

LES = Category.LES
LONGEST_SECONDS = 5.0


def notes(client: Client) -> list[Any]:
    return [row["text"] for key, row in client.rows.items() if key.startswith("note:")]


async def van(world: World, **label: Any) -> Any:
    return await sync_to_async(writes.write_note)(
        world.ana, world.fire.pk, category=LES, text="A gray van.", **label
    )


async def test_an_open_board_drops_a_category_that_is_withdrawn(follow: Follow) -> None:
    """P12: at the next entry, which the withdrawal itself is."""
    world = await begin()
    await van(world)
    await sync_to_async(shared)(world, LES)
    cleo = await follow(world.cleo, world.fire)
    await cleo.until(lambda rows: notes(cleo) == ["A gray van."])

    begun = monotonic()
    await sync_to_async(writes.withdraw)(
        world.ana, world.fire.pk, partner=world.bay_ems.pk, category=LES
    )
    await cleo.until(lambda rows: notes(cleo) == [{"withheld": "LES"}])

    assert monotonic() - begun < LONGEST_SECONDS


async def test_an_open_board_drops_it_though_no_nudge_arrives(
    follow: Follow, settings: Any
) -> None:
    """P12: with Redis down, within five seconds."""
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    world = await begin()
    await van(world)
    await sync_to_async(shared)(world, LES)
    cleo = await follow(world.cleo, world.fire)
    await cleo.until(lambda rows: notes(cleo) == ["A gray van."])

    begun = monotonic()
    await sync_to_async(writes.withdraw)(world.ana, world.fire.pk, partner=world.bay_ems.pk)
    await cleo.until(lambda rows: notes(cleo) == [{"withheld": "LES"}])

    assert monotonic() - begun < LONGEST_SECONDS


async def test_a_note_that_is_withdrawn_leaves_the_open_board(follow: Follow) -> None:
    world = await begin()
    told = await van(world)
    cleo = await follow(world.cleo, world.fire)
    await cleo.until(lambda rows: notes(cleo) == [{"withheld": "LES"}])

    await sync_to_async(writes.withdraw_note)(world.ana, told.note)

    await cleo.until(lambda rows: not notes(cleo))


async def test_whoever_is_named_in_person_has_a_board_of_their_own(follow: Follow) -> None:
    """TLP:RED, on open boards: Cleo is named, and Dev of the same agency is not."""
    world = await begin()
    cleo, dev = await follow(world.cleo, world.fire), await follow(world.dev, world.fire)
    await cleo.frame()
    await dev.frame()

    await van(world, tlp=Tlp.RED, recipients=(pk_of(world.cleo),))

    await cleo.until(lambda rows: notes(cleo) == ["A gray van."])
    assert await dev.hears_nothing()
    assert not notes(dev)
