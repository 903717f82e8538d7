"""Who comes without an order is held in staging until somebody accepts them."""

from __future__ import annotations

from typing import Any

import pytest

from audit.refusals import Conflict, NotAllowed
from incidents import writes
from incidents.lifecycle import DeploymentState
from incidents.writes.deployment import NotAStagingArea
from incidents.writes.moves import (
    NotAcceptedYet,
)
from tests.incidents import arrange
from tests.world import World

State = DeploymentState


def test_who_comes_unasked_is_held_in_staging_until_accepted(world: World) -> None:
    """RULE-RES-04."""
    told = writes.check_in_unordered(
        world.dev,
        world.fire.pk,
        resource=world.ambulances[0].pk,
        division=world.staging.pk,
    )
    here = arrange.stay(told.deployment)
    assert (here.state, here.unordered) == (State.STAGED, True)
    assigning: dict[str, Any] = {"to": State.ASSIGNED, "division": world.division.pk}

    with pytest.raises(NotAcceptedYet):
        writes.move_deployment(world.ana, here.pk, version=here.version, **assigning)
    with pytest.raises(NotAllowed, match="you hold command of its incident"):
        writes.accept_arrival(world.dev, here.pk)

    writes.accept_arrival(world.ana, here.pk)
    writes.move_deployment(world.ana, here.pk, version=arrange.stay(here.pk).version, **assigning)
    assert arrange.stay(here.pk).state == State.ASSIGNED


def test_what_was_ordered_needs_no_acceptance(world: World) -> None:
    there = arrange.arrived(world)

    with pytest.raises(Conflict, match="was ordered"):
        writes.accept_arrival(world.ana, there.pk)


def test_it_waits_in_a_staging_area_of_this_incident(world: World) -> None:
    with pytest.raises(NotAStagingArea):
        writes.check_in_unordered(
            world.dev,
            world.fire.pk,
            resource=world.ambulances[0].pk,
            division=world.division.pk,
        )
