"""Who holds the same gets the same bytes; whose terms changed is drawn everything anew."""

from __future__ import annotations

from asgiref.sync import sync_to_async

from agencies import writes as agency_writes
from agencies.categories import Category, ClearanceKind
from agencies.models import SeatKind
from agencies.web.live import protocol
from audit import metrics
from incidents import writes
from tests.agencies.shares import shared
from tests.incidents.readers import begin, has, last_look_at, pk_of, write
from tests.sockets import Client, Follow
from tests.world import World

LES = Category.LES


async def secret(world: World, text: str) -> None:
    await sync_to_async(writes.write_note)(
        world.ana, world.fire.pk, category=LES, text=text, occurred_at=None
    )


def notes(client: Client) -> list[object]:
    return [row["text"] for key, row in client.rows.items() if key.startswith("note:")]


async def test_members_of_one_agency_who_hold_the_same_share_one_frame(follow: Follow) -> None:
    """Cleo commands and Dev dispatches; nothing is shared with one seat alone."""
    world = await begin()
    cleo, dev = await follow(world.cleo, world.fire), await follow(world.dev, world.fire)
    await cleo.frame()
    await dev.frame()
    before = metrics.frames._value.get()

    await write(world, "For both.")
    await cleo.until(has("For both."))
    await dev.until(has("For both."))

    assert metrics.frames._value.get() - before == 1
    assert cleo.cursor == dev.cursor
    assert await sync_to_async(last_look_at)(world) == ["Cleo Marsh", "Dev Rao"]


async def test_a_clause_for_one_seat_draws_two_frames_for_one_agency(follow: Follow) -> None:
    world = await begin()
    await sync_to_async(shared)(world, LES, seats=(SeatKind.COMMANDER,))
    cleo, dev = await follow(world.cleo, world.fire), await follow(world.dev, world.fire)
    await cleo.frame()
    await dev.frame()

    await secret(world, "A gray van.")
    await cleo.until(lambda rows: "A gray van." in notes(cleo))
    await dev.until(lambda rows: {"withheld": "LES"} in notes(dev))

    assert "A gray van." not in notes(dev)


async def test_a_cursor_from_before_other_terms_is_answered_with_everything(
    follow: Follow,
) -> None:
    """Or a tablet that was away would keep on its board what was withdrawn meanwhile."""
    world = await begin()
    await secret(world, "A gray van.")
    dev = await follow(world.dev, world.fire)
    await dev.frame()
    await dev.leave()
    await sync_to_async(shared)(world, LES)

    again = await follow(world.dev, world.fire, cursor=dev.cursor)
    frame = await again.frame()

    assert frame["reset"] is True
    assert notes(again) == ["A gray van."]


async def test_who_is_cleared_while_they_follow_comes_again_with_it(follow: Follow) -> None:
    world = await begin()
    dev = await follow(world.dev, world.fire)
    await dev.frame()

    await sync_to_async(agency_writes.give_clearance)(
        world.dev, pk_of(world.dev), kind=ClearanceKind.SWORN, basis="Oath of office"
    )
    await write(world, "Next.")

    assert await dev.closed_with() == protocol.RESTART
