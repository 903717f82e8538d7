"""Two people at the same instant, each with a connection of their own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from audit.actors import Actor
from audit.refusals import Refusal
from incidents import writes
from incidents.models import CommandSeat, Deployment, Mode
from tests.incidents import arrange
from tests.world import World, numbered

pytestmark = pytest.mark.django_db(transaction=True)

Act = Callable[[], object]


def together(*acts: Act) -> list[str]:
    """What came of each, when all begin at once."""
    start = Barrier(len(acts))

    def run(act: Act) -> str:
        start.wait(timeout=60)
        try:
            return type(act()).__name__
        except Refusal as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def test_an_offer_accepted_twice_at_once_transfers_command_once(world: World) -> None:
    def accept() -> object:
        return writes.accept_command(world.ben, world.offer_to_ben.pk, heard=arrange.WHOLE_BRIEFING)

    assert together(accept, accept) == ["CommandTransferred", "offer_settled"]
    assert arrange.commander_of(world.fire.pk) == world.ben.member_id


def test_accepting_and_withdrawing_at_once_leaves_one_truth(world: World) -> None:
    outcome = together(
        lambda: writes.accept_command(
            world.ben, world.offer_to_ben.pk, heard=arrange.WHOLE_BRIEFING
        ),
        lambda: writes.withdraw_command_offer(world.ana, world.offer_to_ben.pk),
    )

    taken = arrange.commander_of(world.fire.pk) == world.ben.member_id
    assert ("CommandTransferred" in outcome) is taken
    assert "offer_settled" in outcome


def test_two_commanders_assume_an_empty_seat_and_one_holds_it(world: World) -> None:
    incident = arrange.opened(world.dora)
    seat = CommandSeat.objects.get(incident=incident)

    def assume(who: Actor) -> Act:
        return lambda: writes.assume_command(who, seat.pk)

    assert together(assume(world.ana), assume(world.ben)) == ["CommandAssumed", "seat_is_held"]


def test_one_resource_is_committed_to_one_of_two_incidents(world: World) -> None:
    """RULE-RES-01, when two dispatchers press at once."""
    other = arrange.opened(world.dora)

    def commit(incident: UUID) -> Act:
        return lambda: writes.commit_resource(world.dora, incident, resource=world.engines[0].pk)

    outcome = together(commit(world.fire.pk), commit(other.pk))

    assert outcome == ["ResourceCommitted", "already_committed"]
    assert Deployment.objects.count() == 1


def test_incidents_opened_at_once_get_numbers_without_gap_or_double(world: World) -> None:
    def open_one() -> object:
        return arrange.opened(world.ana, Mode.EXERCISE)

    together(open_one, open_one, open_one)

    assert arrange.opened(world.ana, Mode.EXERCISE).number == numbered("X0004")
