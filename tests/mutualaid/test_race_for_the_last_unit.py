"""Two dispatchers, one unit: one wins, the other hears why (RULE-SM-01)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.db import connection

from audit import verification
from audit.refusals import Refusal
from incidents.models import Deployment
from mutualaid import writes
from mutualaid.tasks import climb_due
from tests.mutualaid.region import (
    Region,
    ask,
    build,
    fresh,
    ladder_of,
    offered,
    submitted,
    time_passes,
)
from tests.world import build as build_world

ROUNDS = 5


@pytest.fixture
def region(transactional_db: None) -> Region:
    return build(build_world())


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What came of acts that begin together: a fact, or the refusal."""
    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(_outcome, acts))


def _outcome(act: Callable[[], object]) -> object:
    try:
        return act()
    except Refusal as refused:
        return refused
    finally:
        connection.close()


def refusals(outcomes: Sequence[object]) -> list[str]:
    return [str(one) for one in outcomes if isinstance(one, Refusal)]


def test_two_offers_cannot_both_be_the_last_one(region: Region) -> None:
    """RULE-MA-05, RULE-SM-01."""
    for _round in range(ROUNDS):
        line = submitted(region, quantity=1)
        bay = offered(region.dev, line, region.world.ambulances[:1])
        eastport = offered(region.eli, line, region.eastport_ambulances[:1])

        outcomes = at_once(
            partial(writes.accept_offer, region.dora, bay.pk),
            partial(writes.accept_offer, region.dora, eastport.pk),
        )

        assert refusals(outcomes) == ["This offer does not stand any more: not needed after all."]
        assert fresh(line).accepted == 1
        writes.cancel_request(region.dora, line.request_id, reason="again")
    assert Deployment.objects.count() == ROUNDS
    assert verification.verify_all() == []


def test_the_same_offer_is_not_taken_twice(region: Region) -> None:
    line = submitted(region, quantity=1)
    one = offered(region.dev, line, region.world.ambulances[:1])

    outcomes = at_once(*[partial(writes.accept_offer, region.dora, one.pk)] * 4)

    assert len(refusals(outcomes)) == 3
    assert Deployment.objects.count() == 1


def test_an_answer_at_the_last_moment_and_the_clock_take_turns(region: Region) -> None:
    """Whichever comes first, the answer stands, late or in time, and the ladder moves once."""
    line = submitted(region)
    time_passes(line, minutes=6)
    one = ask(line, region.world.bay_ems)
    named = [each.pk for each in region.world.ambulances[:2]]

    at_once(partial(writes.offer, region.dev, one.pk, resources=named), climb_due, climb_due)

    climb_due()  # one that finds the request taken leaves it to the next sweep
    one.refresh_from_db()
    assert one.status == "offered"
    assert ladder_of(line)[0] == (2, "lapsed")
    assert verification.verify_all() == []
