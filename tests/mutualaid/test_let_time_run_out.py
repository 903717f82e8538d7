"""What time does to a ladder: reminders, the next tier, and a hold that stops the clock."""

from __future__ import annotations

from datetime import timedelta

import pytest

from audit.refusals import NotAllowed, NotFound
from mutualaid import writes
from mutualaid.models import Rung
from mutualaid.rules import CLOCK
from mutualaid.tasks import climb_due, remind_due
from mutualaid.writes.rungs import AlreadySettled, NotDueYet
from tests.mutualaid.region import (
    Region,
    ask,
    due,
    ended,
    first_rung,
    fresh,
    in_inbox,
    kinds_told,
    ladder_of,
    lapse,
    minutes,
    promise,
    statuses,
    submitted,
    time_passes,
)
from tests.world import seeding

pytestmark = pytest.mark.django_db


def test_no_answer_in_time_asks_the_next_tier_by_itself(region: Region) -> None:
    """RULE-MA-04."""
    line = submitted(region)

    lapse(line)

    assert ladder_of(line) == [(2, "lapsed"), (3, "asked")]
    assert statuses(line) == {
        "Bay City EMS": "expired",
        "Eastport Fire": "expired",
        "Valley County EMS": "requested",
    }
    assert fresh(line).tier == 3


def test_a_rung_is_due_when_the_slowest_target_of_those_asked_is(region: Region) -> None:
    ended(region.with_eastport)
    with seeding():
        promise(region.world.harbor_fire, region.eastport, minutes=9)
    line = submitted(region)

    rung = first_rung(line)
    bay = ask(line, region.world.bay_ems)
    assert minutes(rung) == (4.5, 9)
    assert bay.due_at == bay.asked_at + timedelta(minutes=5)


def test_the_priority_decides_where_an_agreement_names_no_time(region: Region) -> None:
    """RULE-MA-04: emergency 5 minutes, urgent 15, routine 4 hours."""
    ended(region.with_eastport)
    ended(region.world.agreement)
    with seeding():
        promise(region.world.harbor_fire, region.eastport)

    line = submitted(region, priority="urgent")

    assert minutes(first_rung(line)) == (7.5, 15)


def test_the_silent_are_reminded_once_at_half_time(region: Region) -> None:
    """RULE-MA-04."""
    line = submitted(region)
    time_passes(line, minutes=3)

    assert (remind_due(), remind_due()) == (1, 0)

    shown = in_inbox(ask(line, region.eastport))
    assert shown
    assert shown["reminded"]
    assert kinds_told(region).count("mutualaid.agency_reminded") == 2


def test_nobody_is_moved_before_their_time(region: Region) -> None:
    line = submitted(region)
    rung = first_rung(line)

    assert (climb_due(), remind_due()) == (0, 0)
    with pytest.raises(NotDueYet):
        writes.climb(CLOCK, rung.pk)


def test_a_rung_is_climbed_once_only(region: Region) -> None:
    line = submitted(region)
    rung = first_rung(line)
    lapse(line)

    with pytest.raises(AlreadySettled):
        writes.climb(CLOCK, rung.pk)


def test_only_the_clock_climbs(region: Region) -> None:
    line = submitted(region)
    rung = first_rung(line)
    time_passes(line, minutes=6)

    with pytest.raises(NotAllowed):
        writes.climb(region.dora, rung.pk)
    with pytest.raises(NotFound):
        writes.climb(region.world.ivy, rung.pk)


def test_who_was_skipped_past_still_runs_out_of_time(region: Region) -> None:
    line = submitted(region)
    writes.skip_to_rung(region.dora, Rung.objects.get(line=line, tier=3).pk, reason="life threat")

    lapse(line)

    assert set(statuses(line).values()) == {"expired"}
    assert fresh(line).status == "unable_to_fill"


def test_on_hold_no_time_passes(region: Region) -> None:
    """RULE-MA-04: a human hold stops the clock, and the time left remains."""
    line = submitted(region)
    time_passes(line, minutes=1)
    left = due(first_rung(line))
    writes.hold_request(region.dora, line.request_id, reason="wind has turned")

    time_passes(line, minutes=30)

    assert climb_due() == 0
    shown = in_inbox(ask(line, region.eastport)) or {}
    assert shown["on_hold"]
    assert shown["due_at"] is None
    with seeding():
        Rung.objects.filter(line=line, position=1).update(due_at=left)
    writes.resume_request(region.dora, line.request_id)
    rung = first_rung(line)
    assert rung.status == "asked"
    assert due(rung) > left + timedelta(minutes=29)
