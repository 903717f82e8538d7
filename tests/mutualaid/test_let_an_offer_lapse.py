"""An offer holds until somebody decides, or until a moment that its provider named."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.models import Entry
from mutualaid import writes
from mutualaid.models import OrderLine
from mutualaid.rules import CLOCK
from mutualaid.tasks import lapse_due
from mutualaid.writes.asks import HoldsNoLonger
from mutualaid.writes.holds import hold_request
from mutualaid.writes.offers import OfferRanOut
from mutualaid.writes.rungs import AlreadySettled, NotDueYet
from tests.mutualaid.region import (
    Region,
    ask,
    ended,
    fresh,
    in_inbox,
    ladder_of,
    named,
    offer_runs_out,
    offered,
    promise,
    statuses,
    submitted,
)
from tests.world import seeding

pytestmark = pytest.mark.django_db

IN_AN_HOUR = timedelta(hours=1)


def held(region: Region, line: OrderLine) -> None:
    """Bay City EMS offers both for an hour; Eastport has declined."""
    writes.decline(region.eli, ask(line, region.eastport).pk, reason="weather")
    ambulances = region.world.ambulances[:2]
    offered(region.dev, line, ambulances, valid_until=timezone.now() + IN_AN_HOUR)


def test_until_then_it_can_be_taken(region: Region) -> None:
    line = submitted(region)
    held(region, line)

    lapse_due()
    writes.accept_offer(region.dora, ask(line, region.world.bay_ems).pk)

    assert fresh(line).status == "filled"


def test_after_that_it_is_refused_with_the_moment(region: Region) -> None:
    line = submitted(region)
    held(region, line)
    one = ask(line, region.world.bay_ems)
    offer_runs_out(one)

    with pytest.raises(OfferRanOut, match=r"held until .* UTC\. Ask them to make it again"):
        writes.accept_offer(region.dora, one.pk)

    assert fresh(line).accepted == 0


def test_once_it_lapsed_the_next_tier_is_asked_by_itself(region: Region) -> None:
    """Chapter 4.6: an offer that expired is sought elsewhere (RULE-MA-04)."""
    line = submitted(region)
    held(region, line)
    offer_runs_out(ask(line, region.world.bay_ems))

    assert lapse_due() == 1

    assert statuses(line)["Bay City EMS"] == "expired"
    assert ladder_of(line) == [(2, "answered"), (3, "asked")]
    assert ask(line, region.valley).asked_quantity == 2
    assert Entry.objects.filter(kind="mutualaid.offer_lapsed").exists()


def test_with_nobody_left_the_line_is_unable_to_fill(region: Region) -> None:
    line = submitted(region)
    writes.decline(region.eli, ask(line, region.eastport).pk, reason="weather")
    writes.decline(region.dev, ask(line, region.world.bay_ems).pk, reason="weather")
    hour = timezone.now() + IN_AN_HOUR
    one = offered(region.vera, line, region.valley_ambulances[:2], valid_until=hour)
    offer_runs_out(one)

    lapse_due()

    assert fresh(line).status == "unable_to_fill"


def test_it_may_be_made_anew_with_other_units(region: Region) -> None:
    """RULE-SM-03: what comes late is kept and offered."""
    line = submitted(region)
    held(region, line)
    first, second, third = region.world.ambulances[:3]
    one = ask(line, region.world.bay_ems)
    offer_runs_out(one)
    lapse_due()
    shown = in_inbox(one)
    assert shown is not None
    assert shown["status_label"] == "Offer lapsed"

    again = offered(region.dev, line, [second, third])
    writes.accept_offer(region.dora, again.pk)

    assert again.late
    assert named(again) == {second.pk, third.pk}
    assert first.pk not in named(again)


def test_its_units_are_free_for_others_once_it_lapsed(region: Region) -> None:
    one_line, other = submitted(region), submitted(region)
    held(region, one_line)
    offer_runs_out(ask(one_line, region.world.bay_ems))

    lapse_due()
    offered(region.dev, other, region.world.ambulances[:2])

    assert statuses(other)["Bay City EMS"] == "offered"


def test_a_hold_does_not_lengthen_it_and_asks_nobody(region: Region) -> None:
    line = submitted(region)
    held(region, line)
    hold_request(region.dora, line.request_id, reason="Weather.")
    offer_runs_out(ask(line, region.world.bay_ems))

    assert lapse_due() == 1

    assert ladder_of(line)[1] == (3, "waiting")
    writes.resume_request(region.dora, line.request_id)
    assert ladder_of(line)[1] == (3, "asked")


def test_it_must_hold_until_a_moment_to_come(region: Region) -> None:
    line = submitted(region)

    just_now = timezone.now() - timedelta(minutes=1)
    with pytest.raises(HoldsNoLonger):
        offered(region.dev, line, region.world.ambulances[:1], valid_until=just_now)

    assert statuses(line)["Bay City EMS"] == "requested"


def test_the_clock_ends_nothing_early_and_nothing_twice(region: Region) -> None:
    line = submitted(region)
    held(region, line)
    one = ask(line, region.world.bay_ems)

    with pytest.raises(NotDueYet):
        writes.lapse_offer(CLOCK, one.pk)
    offer_runs_out(one)
    writes.lapse_offer(CLOCK, one.pk)
    with pytest.raises(AlreadySettled):
        writes.lapse_offer(CLOCK, one.pk)


def test_both_sides_see_until_when(region: Region) -> None:
    line = submitted(region)
    held(region, line)
    one = ask(line, region.world.bay_ems)

    shown = in_inbox(one)

    assert shown is not None
    assert one.valid_until is not None
    assert shown["valid_until"].startswith(one.valid_until.strftime("%Y-%m-%dT%H:%M"))


def test_what_it_would_have_brought_is_sought_while_others_may_still_answer(
    region: Region,
) -> None:
    """Eastport has not answered and may be asked for one; the other one goes on at once."""
    ended(region.with_eastport)
    with seeding():
        promise(region.world.harbor_fire, region.eastport, most=1)
    line = submitted(region)
    hour = timezone.now() + IN_AN_HOUR
    one = offered(region.dev, line, region.world.ambulances[:2], valid_until=hour)
    offer_runs_out(one)

    lapse_due()

    assert ladder_of(line) == [(2, "asked"), (3, "asked")]
    assert ask(line, region.valley).asked_quantity == 1
