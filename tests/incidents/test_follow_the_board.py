"""The live board: everybody at an incident sees what happens, as their agency may."""

from __future__ import annotations

from dataclasses import replace

from asgiref.sync import sync_to_async

from agencies.categories import Category
from agencies.models import SeatKind
from agencies.web.live import protocol
from audit.models import Testimony
from audit.streams import of_access
from incidents import writes
from tests.incidents.readers import begin, has, texts, write
from tests.sockets import Follow


async def test_who_joins_sees_what_there_is_and_then_what_happens(follow: Follow) -> None:
    world = await begin()
    await write(world, "Before.")

    cleo = await follow(world.cleo, world.fire)
    first = await cleo.frame()
    await write(world, "After.")
    await cleo.until(has("Before.", "After."))

    assert first["reset"] is True


async def test_who_comes_back_gets_what_they_missed_and_no_more(follow: Follow) -> None:
    world = await begin()
    await write(world, "Seen.")
    cleo = await follow(world.cleo, world.fire)
    await cleo.frame()
    await cleo.leave()
    await write(world, "Missed.")

    again = await follow(world.cleo, world.fire, cursor=cleo.cursor)
    frame = await again.frame()

    assert "reset" not in frame
    assert texts(again) == {"Missed."}


async def test_a_cursor_of_another_agency_is_worth_nothing(follow: Follow) -> None:
    world = await begin()
    await write(world, "Seen.")
    ana = await follow(world.ana, world.fire)
    await ana.frame()

    cleo = await follow(world.cleo, world.fire, cursor=ana.cursor)
    frame = await cleo.frame()

    assert frame["reset"] is True
    assert texts(cleo) == {"Seen."}


async def test_a_stranger_is_told_there_is_nothing(follow: Follow) -> None:
    world = await begin()
    await write(world, "Secret.")

    ivy = await follow(replace(world.ivy, seats=frozenset({SeatKind.DISPATCHER})), world.fire)

    assert await ivy.closed_with() == protocol.GONE


async def test_nobody_signed_in_is_sent_to_sign_in(follow: Follow) -> None:
    world = await begin()

    nobody = await follow(None, world.fire)

    assert await nobody.closed_with() == protocol.SESSION_ENDED


async def test_what_a_frame_showed_is_recorded_for_its_owner_with_who_was_there(
    follow: Follow,
) -> None:
    world = await begin()
    cleo = await follow(world.cleo, world.fire)
    await cleo.frame()

    await write(world, "Look here.")
    await cleo.until(has("Look here."))

    looks = await sync_to_async(list)(
        Testimony.objects.filter(stream_key=of_access(world.harbor_fire.pk))
    )
    assert len(looks) == 1
    assert '"members":["Cleo Marsh"]' in looks[0].body
    assert '"via":"live"' in looks[0].body


async def test_a_frame_that_is_no_message_is_answered_and_then_the_socket_closed(
    follow: Follow,
) -> None:
    world = await begin()
    cleo = await follow(world.cleo, world.fire)
    await cleo.frame()

    for nonsense in ("{", "[]", '"x"', '{"cursor":1}', '{"other":1}', "{}"):
        await cleo.send(nonsense)

    assert await cleo.closed_with() == protocol.BAD_FRAME


async def test_a_note_that_may_not_be_known_of_is_not_even_a_key(follow: Follow) -> None:
    """Or a partner could count what it may not see."""
    world = await begin()
    cleo = await follow(world.cleo, world.fire)
    await cleo.frame()

    await sync_to_async(writes.write_note)(
        world.ana, world.fire.pk, category=Category.OPS_R, text="Entry at nine.", occurred_at=None
    )
    await write(world, "Plain.")
    frame = await cleo.frame()

    assert [row["text"] for row in frame["rows"].values()] == ["Plain."]
