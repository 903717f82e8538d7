"""Several rungs run at once: a cancel, a hold and a skip concern each of them."""

from __future__ import annotations

import pytest

from mutualaid import writes
from mutualaid.models import Rung
from mutualaid.tasks import climb_due
from mutualaid.writes.holds import RequestOnHold
from mutualaid.writes.rungs import NobodyFurther
from tests.mutualaid.ladders import agreement_with, asked_for, steep
from tests.mutualaid.region import (
    Region,
    ask,
    ended,
    fresh,
    ladder_of,
    statuses,
    submitted,
    time_passes,
)

pytestmark = pytest.mark.django_db


def test_a_cancel_ends_every_rung_that_runs(region: Region) -> None:
    steep(region, 1, 3, 3)
    line = submitted(region, quantity=3)

    writes.cancel_request(region.dora, line.request_id, reason="fire is out")

    assert ladder_of(line) == [(2, "stopped"), (3, "stopped"), (4, "stopped")]
    assert set(statuses(line).values()) == {"withdrawn_by_requester"}


def test_a_hold_stops_every_rung_and_each_goes_on(region: Region) -> None:
    steep(region, 1, 3, 3)
    line = submitted(region, quantity=3)
    writes.hold_request(region.dora, line.request_id, reason="wind has turned")
    held = ladder_of(line)
    time_passes(line, minutes=30)

    writes.resume_request(region.dora, line.request_id)

    assert held == [(2, "held"), (3, "held"), (4, "waiting")]
    assert ladder_of(line) == [(2, "asked"), (3, "asked"), (4, "waiting")]
    assert climb_due() == 0


def test_what_is_declined_on_hold_is_asked_on_when_it_goes_on(region: Region) -> None:
    steep(region, 1, 2, 3)
    line = submitted(region, quantity=3)
    writes.hold_request(region.dora, line.request_id, reason="wind has turned")
    writes.decline(region.eli, ask(line, region.eastport).pk, reason="weather")
    assert ladder_of(line)[2] == (4, "waiting")

    writes.resume_request(region.dora, line.request_id)

    assert asked_for(line)["Bay City EMS"] == 1


def test_who_skips_on_waits_for_nobody_before(region: Region) -> None:
    """RULE-MA-01: who was skipped past may still answer, and runs out of time with the rest."""
    steep(region, 1, 3, 3)
    line = submitted(region, quantity=3)

    last = Rung.objects.get(line=line, position=3)
    writes.skip_to_rung(region.dora, last.pk, reason="life threat")

    assert ladder_of(line) == [(2, "stopped"), (3, "stopped"), (4, "asked")]
    assert asked_for(line)["Bay City EMS"] == 3
    time_passes(line, minutes=6)
    climb_due()
    assert set(statuses(line).values()) == {"expired"}


def test_a_rung_runs_on_for_those_skipped_past_though_its_own_have_answered(
    region: Region,
) -> None:
    """Else nobody's time would end theirs, and the line would wait for them for ever."""
    steep(region, 1, 3, 3)
    line = submitted(region, quantity=3)
    last = Rung.objects.get(line=line, position=3)
    writes.skip_to_rung(region.dora, last.pk, reason="life threat")

    writes.decline(region.dev, ask(line, region.world.bay_ems).pk, reason="weather")

    assert ladder_of(line)[2] == (4, "asked")
    time_passes(line, minutes=6)
    climb_due()
    assert fresh(line).status == "unable_to_fill"


def test_nobody_is_skipped_past_for_a_tier_that_nobody_may_ask_any_more(region: Region) -> None:
    """Their time would have run for nobody, and the line have waited for them for ever."""
    steep(region, 1, 3, 3)
    line = submitted(region, quantity=3)
    ended(agreement_with(region.world.bay_ems))

    last = Rung.objects.get(line=line, position=3)
    with pytest.raises(NobodyFurther):
        writes.skip_to_rung(region.dora, last.pk, reason="life threat")

    assert ladder_of(line) == [(2, "asked"), (3, "asked"), (4, "waiting")]


def test_a_request_on_hold_is_not_hurried(region: Region) -> None:
    steep(region, 1, 3, 3)
    line = submitted(region, quantity=3)
    writes.hold_request(region.dora, line.request_id, reason="wind has turned")

    last = Rung.objects.get(line=line, position=3)
    with pytest.raises(RequestOnHold):
        writes.skip_to_rung(region.dora, last.pk, reason="life threat")

    assert ladder_of(line) == [(2, "held"), (3, "held"), (4, "waiting")]
