"""A seat of command that nobody holds is assumed, by those who may."""

from __future__ import annotations

import pytest

from audit.refusals import NotAllowed
from incidents import writes
from incidents.models import CommandSeat
from incidents.writes.command import (
    SeatIsHeld,
)
from tests.incidents import arrange
from tests.world import World


def test_an_empty_seat_is_assumed_by_a_commander_of_its_agency(world: World) -> None:
    incident = arrange.opened(world.dora)
    seat = CommandSeat.objects.get(incident=incident)
    with pytest.raises(NotAllowed, match="you are seated as commander"):
        writes.assume_command(world.dora, seat.pk)

    writes.assume_command(world.ben, seat.pk)

    assert arrange.commander_of(incident.pk) == world.ben.member_id


def test_where_nobody_commands_any_agency_there_may(world: World) -> None:
    incident = arrange.opened(world.dora)
    arrange.joined(incident, world.dora, world.cleo)
    seat = CommandSeat.objects.get(incident=incident)

    writes.assume_command(world.cleo, seat.pk)

    assert CommandSeat.objects.get(pk=seat.pk).agency_id == world.bay_ems.pk


def test_nobody_assumes_a_seat_that_is_held(world: World) -> None:
    with pytest.raises(SeatIsHeld):
        writes.assume_command(world.ben, world.seat.pk)
