"""The live board: everybody at an incident sees what happens, as their agency may."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson
from asgiref.sync import sync_to_async
from django.utils import timezone

from agencies import admission
from agencies import writes as agency_writes
from agencies.admission import Knock
from agencies.categories import Category
from agencies.details import Password
from agencies.models import ApiToken, Seat
from agencies.web.live import protocol
from audit.actors import Actor
from audit.models import Testimony
from audit.streams import of_access
from incidents import writes
from incidents.models import Participation
from tests.sockets import Client, Follow
from tests.world import World, build, seeding

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

    ivy = await follow(world.ivy, world.fire)

    assert await ivy.closed_with() == protocol.GONE


async def test_nobody_signed_in_is_sent_to_sign_in(follow: Follow) -> None:
    world = await begin()

    nobody = await follow(None, world.fire)

    assert await nobody.closed_with() == protocol.SESSION_ENDED


async def test_an_agency_that_left_hears_nothing_more(follow: Follow) -> None:
    world = await begin()
    await write(world, "While there.")
    cleo = await follow(world.cleo, world.fire)
    await cleo.until(has("While there."))

    await sync_to_async(_leave)(world)
    await write(world, "Afterwards.")

    assert await cleo.closed_with() == protocol.GONE


def _leave(world: World) -> None:
    with seeding():
        Participation.objects.filter(agency=world.bay_ems).update(status="left")


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


async def test_a_revoked_token_closes_the_socket_that_it_opened(follow: Follow) -> None:
    world = await begin()
    secret = await sync_to_async(_token)(world)
    cleo = await follow(world.cleo, world.fire, knock=Knock(token=secret))
    await cleo.frame()

    await sync_to_async(_revoke)()

    assert await cleo.closed_with() == protocol.SESSION_ENDED


async def test_a_socket_opened_in_time_is_worth_nothing_when_it_is_used_too_late(
    follow: Follow,
) -> None:
    world = await begin()
    await write(world, "Secret.")

    late = await follow(world.cleo, world.fire, knock=Knock(token="muster_revoked"))

    assert await late.closed_with() == protocol.SESSION_ENDED
    assert not late.rows


async def test_who_was_suspended_hears_nothing_of_what_is_told_next(follow: Follow) -> None:
    """P12, also where a colleague of the same view follows on."""
    world = await begin()
    await write(world, "For both.")
    cleo, dev = await follow(world.cleo, world.fire), await follow(world.dev, world.fire)
    await cleo.frame()
    await dev.frame()

    await sync_to_async(_suspend)(world)
    await write(world, "Not for her.")
    await dev.until(has("For both.", "Not for her."))

    assert await cleo.closes_without_a_frame() == protocol.ACCESS_ENDED
    assert await sync_to_async(_last_look_at)(world) == ["Dev Rao"]


async def test_whose_seat_ended_comes_again_with_the_seats_that_are_left(follow: Follow) -> None:
    world = await begin()
    dev = await follow(world.dev, world.fire)
    await dev.frame()

    await sync_to_async(_end_seats)(world, "auditor")
    await write(world, "Not in that seat.")

    assert await dev.closes_without_a_frame() == protocol.RESTART


async def test_who_sits_nowhere_any_more_hears_nothing_further(follow: Follow) -> None:
    world = await begin()
    cleo = await follow(world.cleo, world.fire)
    await cleo.frame()

    await sync_to_async(_end_seats)(world, "commander")
    await write(world, "Not for her.")

    assert await cleo.closes_without_a_frame() == protocol.ACCESS_ENDED


async def test_a_seat_that_ends_by_itself_ends_the_socket_that_was_opened_in_it(
    follow: Follow,
) -> None:
    world = await begin()
    await sync_to_async(_lend_seats)(world, "commander")
    cleo = await follow(world.cleo, world.fire)
    await cleo.frame()

    assert await cleo.closed_with() == protocol.ACCESS_ENDED


async def test_a_new_password_closes_what_was_opened_under_the_old_one(follow: Follow) -> None:
    world = await begin()
    cleo = await follow(world.cleo, world.fire)
    await cleo.frame()

    await sync_to_async(_new_password)(world)
    await write(world, "Not for whoever knew the old one.")

    assert await cleo.closes_without_a_frame() == protocol.SESSION_ENDED


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


def _pk(person: Actor) -> UUID:
    assert person.member_id is not None
    return person.member_id


def _suspend(world: World) -> None:
    agency_writes.suspend_member(world.dev, _pk(world.cleo), reason="Left.")


def _end_seats(world: World, kind: str) -> None:
    for seat in Seat.objects.filter(member__agency=world.bay_ems, kind=kind):
        agency_writes.take_seat(world.dev, seat.pk)


def _lend_seats(world: World, kind: str) -> None:
    """Seats that end by themselves, in a moment that is known before."""
    end = timezone.now() + timedelta(seconds=1)
    with seeding():
        Seat.objects.filter(member__agency=world.bay_ems, kind=kind).update(until=end)


def _new_password(world: World) -> None:
    new = Password.of("a much better passphrase")
    agency_writes.set_password(world.dev, _pk(world.cleo), password=new)


def _last_look_at(world: World) -> Any:
    looks = Testimony.objects.filter(stream_key=of_access(world.harbor_fire.pk))
    return orjson.loads(looks.latest("seq").body or "{}")["fact"]["members"]


def _token(world: World) -> str:
    secret = f"{admission.TOKEN_PREFIX}radio-bridge"
    now = timezone.now()
    with seeding():
        ApiToken.objects.create(
            member_id=world.cleo.member_id,
            name="Radio bridge",
            digest=admission.digest_of(secret),
            issued_at=now,
            expires_at=now + timedelta(days=1),
        )
    return secret


def _revoke() -> None:
    with seeding():
        ApiToken.objects.update(revoked_at=timezone.now())
