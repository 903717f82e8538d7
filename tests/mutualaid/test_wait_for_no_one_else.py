"""Somebody holds a request for long; whoever is due elsewhere does not wait for it (F7)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import orjson
import pytest
from django.db.models import F

from audit.models import Entry, Testimony
from audit.streams import of_incident
from mutualaid.clock import WINDOW
from mutualaid.models import OrderLine, Rung
from mutualaid.tasks import climb_due, remind_due
from mutualaid.writes import LineWanted
from tests import sight
from tests.mutualaid.region import Region, build, submitted
from tests.world import AMBULANCE, seeding
from tests.world import build as build_world

MANY = tuple(LineWanted(kind=AMBULANCE, quantity=1) for _ in range(2 * WINDOW + 1))


@pytest.fixture
def region(transactional_db: None) -> Region:
    return build(build_world())


@contextmanager
def somebody_holds(line: OrderLine) -> Iterator[None]:
    with sight.opened() as other:
        other.execute(
            "SELECT FROM mutualaid_resourcerequest WHERE id = %s FOR UPDATE", [line.request_id]
        )
        yield


def is_due(line: OrderLine, *, minutes_ago: int) -> None:
    """Every line of the request, by its time to be reminded and its time to answer."""
    with seeding():
        gone = timedelta(hours=9, minutes=minutes_ago)
        Rung.objects.filter(line__request=line.request_id, status="asked").update(
            asked_at=F("asked_at") - gone,
            remind_at=F("asked_at") - timedelta(minutes=minutes_ago),
            due_at=F("asked_at") - timedelta(minutes=minutes_ago),
        )


def climbed(region: Region) -> list[str]:
    """The requests of the rungs whose time ran out, in the order in which that was told."""
    stream = of_incident(region.world.fire.pk)
    told = Entry.objects.filter(kind="mutualaid.rung_lapsed", stream=stream).values_list("seq")
    lines = Testimony.objects.filter(stream_key=stream, seq__in=told).order_by("seq")
    return [orjson.loads(one.body or "{}")["fact"]["request"] for one in lines]


def test_however_much_is_due_of_a_request_that_is_held_others_move_on(region: Region) -> None:
    held, other = submitted(region, lines=MANY), submitted(region)
    is_due(held, minutes_ago=30)
    is_due(other, minutes_ago=5)

    with somebody_holds(held):
        assert (remind_due(), climb_due()) == (1, 1)

    assert climbed(region) == [str(other.request_id)]
    assert sum(iter(climb_due, 0)) == len(MANY)  # in as many turns as that takes here


def test_the_more_pressing_behind_it_still_go_first(region: Region) -> None:
    held, behind = submitted(region, lines=MANY), submitted(region)
    routine = submitted(region, priority="routine")
    is_due(held, minutes_ago=30)
    is_due(behind, minutes_ago=5)
    is_due(routine, minutes_ago=60)

    with somebody_holds(held):
        climb_due()

    assert climbed(region) == [str(behind.request_id), str(routine.request_id)]
