"""Where the demo may be written, and what becomes of one that was broken off."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from agencies.models import Account, Agency
from audit.models import Entry
from audit.refusals import Refusal
from config.demo.acts import Join
from config.demo.region import REGION
from config.demo.seeding import seed
from config.demo.shapes import Region, Step, Story
from config.demo.signins import LEAD, PARTNER, PASSWORD, POLICE_DESK
from tests.world import World

SMALL = frozenset({LEAD, PARTNER, "PEPD"})


def small(*stories: Story) -> Region:
    """Three agencies of the region, without agreements."""
    return replace(
        REGION,
        agencies=tuple(one for one in REGION.agencies if one.code in SMALL),
        people=tuple(one for one in REGION.people if one.agency in SMALL),
        resources=tuple(one for one in REGION.resources if one.agency in SMALL),
        agreements=(),
        under_way=(),
        stories=stories,
    )


def said(command: str, *words: str) -> str:
    out = StringIO()
    call_command(command, *words, stdout=out)
    return out.getvalue()


def test_a_seeding_that_is_broken_off_leaves_nothing_and_is_begun_again(db: None) -> None:
    uninvited = Story("", (REGION.stories[0].steps[0], Step(5, POLICE_DESK, Join())))

    with pytest.raises(Refusal):
        seed(small(uninvited), timezone.now())
    left = (Agency.objects.count(), Account.objects.count(), Entry.objects.count())
    seed(small(), timezone.now())

    assert left == (0, 0, 0)
    assert Agency.objects.count() == len(SMALL)


def test_where_agencies_are_the_demo_says_so_and_does_nothing(world: World) -> None:
    before = Entry.objects.count()

    assert "There are agencies here already" in said("seed_demo")
    assert (Agency.objects.count(), Entry.objects.count()) == (3, before)


def test_where_real_work_is_done_the_demo_wants_to_hear_it_twice(
    world: World, settings: Settings
) -> None:
    settings.DEMO = False

    with pytest.raises(CommandError, match="everybody knows the demo's password"):
        call_command("seed_demo")
    assert "There are agencies here already" in said("seed_demo", "--really")


def test_the_sign_ins_name_one_of_each_seat_at_two_agencies(db: None) -> None:
    assert "is not here" in said("demo_sign_ins")
    seed(small(), timezone.now())

    told = said("demo_sign_ins")

    assert PASSWORD in told
    assert told.count(".example") == 11
    assert max(len(line) for line in told.splitlines()) <= 130
