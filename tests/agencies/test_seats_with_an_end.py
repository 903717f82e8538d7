"""A seat for an event ends with it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from agencies import admission, reads, writes
from agencies.models import SeatKind
from agencies.reads.own import SeatEntry
from agencies.writes.seats import AlreadySeated, BadEnd, LastAdmin
from audit.actors import Actor
from tests.agencies.browsers import page, send
from tests.agencies.holders import member_id
from tests.world import World


def seats_of(world: World, who: Actor) -> dict[str, SeatEntry]:
    return {seat.kind: seat for seat in reads.member(world.dora, member_id(who)).seats}


def test_a_seat_with_an_end_is_held_until_then(world: World) -> None:
    """AC-2: what is given for an event ends with it, whoever forgets to take it."""
    soon = timezone.now() + timedelta(hours=8)

    writes.give_seat(world.dora, member_id(world.ben), kind=SeatKind.AUDITOR, until=soon)

    assert seats_of(world, world.ben)["auditor"].until == soon
    standing = admission.standing({member_id(world.ben)})[member_id(world.ben)]
    assert "auditor" in standing.seats
    assert standing.until == soon  # then an open board asks again by itself


def test_a_seat_with_an_end_can_be_taken_before(world: World) -> None:
    soon = timezone.now() + timedelta(hours=8)
    given = writes.give_seat(world.dora, member_id(world.ben), kind=SeatKind.AUDITOR, until=soon)

    writes.take_seat(world.dora, given.seat)

    assert "auditor" not in seats_of(world, world.ben)


@pytest.mark.parametrize("days", [-1, 5 * 366 + 1])
def test_a_seat_ends_neither_in_the_past_nor_in_a_lifetime(world: World, days: int) -> None:
    end = timezone.now() + timedelta(days=days)

    with pytest.raises(BadEnd):
        writes.give_seat(world.dora, member_id(world.ben), kind=SeatKind.AUDITOR, until=end)


def test_nobody_sits_in_one_seat_twice_with_an_end_or_without(world: World) -> None:
    soon = timezone.now() + timedelta(hours=8)

    with pytest.raises(AlreadySeated):
        writes.give_seat(world.dora, member_id(world.ben), kind=SeatKind.COMMANDER, until=soon)


def test_an_admin_whose_seat_ends_by_itself_is_not_the_one_that_an_agency_needs(
    world: World,
) -> None:
    soon = timezone.now() + timedelta(hours=8)
    writes.give_seat(world.dora, member_id(world.ben), kind=SeatKind.ADMIN, until=soon)
    hers = seats_of(world, world.dora)["admin"]

    with pytest.raises(LastAdmin):
        writes.take_seat(world.dora, hers.id)


def test_the_page_gives_it_and_shows_until_when(world: World) -> None:
    send(world.dora, "give-seat", member_id(world.ben), kind="auditor", until="2099-06-01T08:00")
    assert "auditor" not in seats_of(world, world.ben)  # that is a lifetime away
    soon = timezone.now() + timedelta(days=2)
    said = soon.strftime("%Y-%m-%dT%H:%M")

    send(world.dora, "give-seat", member_id(world.ben), kind="auditor", until=said)

    assert soon.strftime("%Y-%m-%d %H:%M UTC") in page(world.dora, "mine").content.decode()
