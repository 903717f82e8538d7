"""A guest's link is the host's to make, lets one in, and is of no use once the host has gone."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from audit.refusals import NotAllowed, NotFound
from incidents import reads, writes
from incidents.models import Guest
from tests.incidents.arrange import happened_at
from tests.incidents.guests import came, id_of
from tests.world import World


def test_whoever_came_in_by_the_link_before_is_out(world: World) -> None:
    kim = came(world)
    with_first = _sessions()

    writes.renew_guest_link(world.ana, id_of(kim), digest="new")
    writes.come_as_guest(kim, id_of(kim), digest="new")

    assert _sessions() != with_first


def test_only_the_host_makes_a_link_by_which_somebody_writes_in_its_guests_name(
    world: World,
) -> None:
    kim = came(world)
    _shares_command(world)

    with pytest.raises(NotAllowed):
        writes.renew_guest_link(world.cleo, id_of(kim), digest="new")
    with pytest.raises(NotAllowed):
        writes.renew_guest_link(replace(world.ana, via="token"), id_of(kim), digest="new")
    writes.end_guest(world.cleo, id_of(kim))


def test_an_agencys_guest_goes_when_it_leaves(world: World) -> None:
    seat = _shares_command(world)
    kim = came(world, by=world.cleo)
    writes.end_command_seat(world.cleo, seat)

    writes.leave_incident(world.cleo, world.fire.pk)

    with pytest.raises(NotFound):
        reads.board(kim, world.fire.pk)
    assert happened_at(world.fire.pk)[-1] == "incidents.guest_ended"
    assert Guest.objects.get().ended_by == world.cleo.name


def _sessions() -> UUID:
    return Guest.objects.get().account.sessions


def _shares_command(world: World) -> UUID:
    """Cleo holds command for Bay City EMS, beside Ana."""
    shared = writes.establish_unified_command(world.ana, world.fire.pk, agency=world.bay_ems.pk)
    writes.assume_command(world.cleo, shared.seat)
    return shared.seat
