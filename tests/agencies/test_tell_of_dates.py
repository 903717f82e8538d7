"""RULE-MOU-03: what comes true at a date is heard of; and is true whether or not it is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from agencies import tasks, writes
from agencies.models import Milestone
from agencies.rules import CLOCK
from agencies.writes.milestones import NotYet
from audit import streams
from tests.agencies.acts import executed, party, told_in
from tests.agencies.test_what_is_in_force import bound
from tests.world import World, seeding

DAY = timedelta(days=1)


def test_whoever_is_bound_is_told_before_the_term_ends(world: World) -> None:
    pk = executed(world, expires_at=timezone.now() + 200 * DAY)

    planned = Milestone.objects.filter(agreement=pk).order_by("due_at")

    assert [(one.kind, one.days) for one in planned] == [
        ("ends_soon", 180),
        ("ends_soon", 90),
        ("ends_soon", 60),
        ("ends_soon", 30),
        ("expires", 0),
    ]


def test_a_date_that_has_come_is_told_to_every_party_once(world: World) -> None:
    pk = executed(world)
    with seeding():
        Milestone.objects.create(
            agreement_id=pk, kind="ends_soon", days=30, due_at=timezone.now() - DAY
        )

    tasks.tell_due()
    tasks.tell_due()

    for agency in (world.harbor_fire, world.bay_ems):
        told = told_in(streams.of_agency(agency.pk))
        assert told.count("agencies.agreement_milestone_reached") == 1


def test_nothing_is_told_before_its_date(world: World) -> None:
    pk = executed(world)
    planned = Milestone.objects.filter(agreement=pk, kind="expires").get()

    with pytest.raises(NotYet):
        writes.tell_milestone(CLOCK, planned.pk)


def test_a_term_that_nobody_told_of_has_ended_all_the_same(world: World) -> None:
    ends = timezone.now() + 10 * DAY
    pk = executed(world, expires_at=ends)

    assert Milestone.objects.filter(agreement=pk, kind="expires", told_at=None).exists()
    assert bound(pk, ends) == set()


def test_who_takes_a_notice_back_is_not_told_to_have_left(world: World) -> None:
    pk = executed(world)
    bay = party(pk, world.bay_ems)
    writes.give_notice(world.dev, bay)
    leaving = Milestone.objects.filter(agreement=pk, kind="leaves", dropped_at=None)
    assert leaving.exists()

    writes.rescind_notice(world.dev, bay)

    assert not leaving.exists()
