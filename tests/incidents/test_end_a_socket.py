"""Whose right to follow the board ends is sent away while they follow it, and hears no more."""

from __future__ import annotations

from datetime import timedelta

from asgiref.sync import sync_to_async
from django.utils import timezone

from agencies import admission
from agencies import writes as agency_writes
from agencies.details import Password
from agencies.knocks import Knock
from agencies.models import ApiToken, Seat
from agencies.web.live import protocol
from incidents.models import Participation
from tests.incidents.readers import begin, has, last_look_at, pk_of, write
from tests.sockets import Follow
from tests.world import World, seeding


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
    assert await sync_to_async(last_look_at)(world) == ["Dev Rao"]


async def test_nobody_waits_while_somebody_behind_a_stalled_link_is_sent_away(
    follow: Follow,
) -> None:
    world = await begin()
    cleo, dev = await follow(world.cleo, world.fire), await follow(world.dev, world.fire)
    await cleo.frame()
    await dev.frame()

    cleo.flows.clear()
    await sync_to_async(_suspend)(world)
    await write(world, "For those who hear.")
    await dev.until(has("For those who hear."))
    cleo.flows.set()

    assert await cleo.closes_without_a_frame() == protocol.ACCESS_ENDED


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

    assert await cleo.closed_with() == protocol.ACCESS_ENDED  # whatever she was shown until then


async def test_a_new_password_closes_what_was_opened_under_the_old_one(follow: Follow) -> None:
    world = await begin()
    cleo = await follow(world.cleo, world.fire)
    await cleo.frame()

    await sync_to_async(_new_password)(world)
    await write(world, "Not for whoever knew the old one.")

    assert await cleo.closes_without_a_frame() == protocol.SESSION_ENDED


def _suspend(world: World) -> None:
    agency_writes.suspend_member(world.dev, pk_of(world.cleo), reason="Left.")


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
    agency_writes.set_password(world.dev, pk_of(world.cleo), password=new)


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
