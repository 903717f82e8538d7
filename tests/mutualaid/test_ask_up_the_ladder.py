"""Asking tier by tier, until somebody answers or nobody is left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agencies.models import Agency, Agreement, Tier
from audit.models import Image
from audit.refusals import NotFound
from audit.streams import of_agency
from mutualaid import writes
from mutualaid.models import Rung, Solicitation
from mutualaid.writes import LineWanted
from mutualaid.writes.inputs import ReasonMissing
from mutualaid.writes.orders import IncidentIsClosed, NoSuchKind
from mutualaid.writes.rungs import NotToBeSkippedTo
from tests.mutualaid.region import (
    Region,
    ask,
    ended,
    first_rung,
    fresh,
    in_inbox,
    kinds_told,
    ladder_of,
    lapse,
    offered,
    promise,
    statuses,
    submitted,
)
from tests.world import AMBULANCE, ENGINE, seeding

pytestmark = pytest.mark.django_db


def test_a_request_asks_the_nearest_tier_at_once(region: Region) -> None:
    """RULE-MA-01: from the nearest authority outwards; the further tier waits."""
    line = submitted(region)

    assert statuses(line) == {"Bay City EMS": "requested", "Eastport Fire": "requested"}
    assert ladder_of(line) == [(2, "asked"), (3, "waiting")]
    assert fresh(line).status == "soliciting"
    assert fresh(line).request.verbal  # RULE-MA-08


def test_a_request_and_its_lines_are_numbered_and_numbers_never_return(region: Region) -> None:
    engines = LineWanted(kind=ENGINE, quantity=1)
    first = submitted(region, lines=(LineWanted(kind=AMBULANCE, quantity=1), engines))
    writes.cancel_request(region.dora, first.request_id, reason="a mistake")
    second = submitted(region, lines=(engines,))

    numbers = [line.number for line in first.request.lines.order_by("number")]
    assert first.request.number == "R-1"
    assert second.request.number == "R-2"
    assert second.number not in numbers


def test_the_clause_is_kept_as_it_read_when_the_agency_was_asked(region: Region) -> None:
    """RULE-MOU-06."""
    line = submitted(region)

    ended(region.world.agreement)

    assert ask(line, region.world.bay_ems).clause["text"] == "supply_duty."
    assert ask(line, region.world.bay_ems).clause["agreement_title"].startswith("Harbor")


def test_who_is_asked_hears_of_it_in_its_own_ledger_and_of_nobody_elses_ask(
    region: Region,
) -> None:
    line = submitted(region)

    images = Image.objects.filter(stream_key=of_agency(region.eastport.pk), key__startswith="ask:")
    mine = ask(line, region.eastport)
    assert [image.key for image in images] == [f"ask:{mine.pk}"]
    shown = in_inbox(mine) or {}
    assert shown["deliver_to"] == "North lot"
    assert shown["clause"] == "supply_duty."


def test_the_requester_is_told_each_step(region: Region) -> None:
    """RULE-MA-04."""
    line = submitted(region)
    lapse(line)
    lapse(line)

    told = kinds_told(region)
    assert told.count("mutualaid.rung_reminded") == 2
    assert told.count("mutualaid.rung_lapsed") == 2
    assert told[-2:] == ["mutualaid.line_unable_to_fill", "mutualaid.request_unable_to_fill"]


def test_the_top_of_the_ladder_exhausted_is_unable_to_fill(region: Region) -> None:
    line = submitted(region)
    lapse(line)

    lapse(line)

    assert fresh(line).status == "unable_to_fill"
    assert fresh(line).request.status == "unable_to_fill"


def test_with_nobody_to_ask_it_is_told_at_once(region: Region) -> None:
    """RULE-MA-02: no agreement in force, nobody asked."""
    for agreement in Agreement.objects.all():
        ended(agreement)

    line = submitted(region)

    assert fresh(line).status == "unable_to_fill"
    assert not Solicitation.objects.exists()
    assert kinds_told(region) == [
        "mutualaid.request_submitted",
        "mutualaid.line_unable_to_fill",
        "mutualaid.request_unable_to_fill",
    ]


def test_a_clause_that_lapsed_meanwhile_asks_nobody(region: Region) -> None:
    """RULE-MOU-01: coverage is looked at again when the rung is sent."""
    line = submitted(region)
    ended(region.with_valley)

    lapse(line)

    assert ladder_of(line) == [(2, "lapsed"), (3, "skipped")]
    assert "changed" in Rung.objects.get(line=line, position=2).note
    assert fresh(line).status == "unable_to_fill"


def test_a_clause_that_came_into_force_meanwhile_is_asked_under(region: Region) -> None:
    ended(region.with_valley)
    line = submitted(region)
    with seeding():
        promise(region.world.harbor_fire, region.valley, tier=Tier.STATEWIDE)

    lapse(line)

    assert ladder_of(line) == [(2, "lapsed"), (4, "asked")]


def test_who_came_in_nearer_is_asked_with_the_next_tier(region: Region) -> None:
    ended(region.with_eastport)
    line = submitted(region)
    with seeding():
        promise(region.world.harbor_fire, region.eastport)

    lapse(line)

    assert ladder_of(line) == [(2, "lapsed"), (3, "asked")]
    assert statuses(line)["Eastport Fire"] == "requested"


def test_a_tier_is_skipped_only_for_a_reason(region: Region) -> None:
    """RULE-MA-01."""
    line = submitted(region)
    regional = Rung.objects.get(line=line, tier=3)

    with pytest.raises(ReasonMissing):
        writes.skip_to_rung(region.dora, regional.pk, reason="")
    writes.skip_to_rung(region.dora, regional.pk, reason="life threat")

    assert ladder_of(line) == [(2, "stopped"), (3, "asked")]
    assert statuses(line)["Bay City EMS"] == "requested"  # may still answer
    with pytest.raises(NotToBeSkippedTo):
        writes.skip_to_rung(region.dora, regional.pk, reason="again")


def test_a_line_that_could_not_be_filled_is_tried_again_from_the_first_tier(
    region: Region,
) -> None:
    line = submitted(region)
    lapse(line)
    lapse(line)

    writes.retry_line(region.dora, line.pk)

    assert ladder_of(line)[2:] == [(2, "asked"), (3, "waiting")]
    assert statuses(line)["Bay City EMS"] == "requested"
    assert fresh(line).request.status == "in_process"


def test_a_type_is_satisfied_by_a_better_one_only_if_the_requester_allows_it(
    region: Region,
) -> None:
    """RULE-RES-05: the agreements promise Type 1 engines."""
    better = submitted(region, lines=(LineWanted(kind=ENGINE, type=3, quantity=1),))
    exact = submitted(region, lines=(LineWanted(kind=ENGINE, type=3, or_better=False, quantity=1),))

    assert fresh(better).status == "soliciting"
    assert fresh(exact).status == "unable_to_fill"


def test_an_order_names_a_kind_and_type_of_the_catalogue(region: Region) -> None:
    """RULE-RES-06."""
    with pytest.raises(NoSuchKind):
        submitted(region, lines=(LineWanted(kind="4-508-0000", quantity=1),))
    with pytest.raises(NoSuchKind):
        submitted(region, lines=(LineWanted(kind=ENGINE, type=7, quantity=1),))


def test_nothing_is_ordered_for_a_closed_incident(region: Region) -> None:
    with seeding():
        fire = region.world.fire
        fire.status, fire.closed_at = "closed", fire.opened_at + timedelta(hours=1)
        fire.save()

    with pytest.raises(IncidentIsClosed):
        submitted(region)


def test_a_stranger_cannot_ask_for_anything(region: Region) -> None:
    assert submitted(region)  # Dora can

    with pytest.raises(NotFound):
        writes.submit_request(
            region.world.ivy,
            region.world.fire.pk,
            priority="emergency",
            needed_by=region.world.fire.opened_at + timedelta(days=1),
            deliver_to="North lot",
            lines=(LineWanted(kind=AMBULANCE, quantity=1),),
        )


def test_the_nearest_of_a_tier_stands_first(region: Region) -> None:
    with seeding():
        region.world.fire.latitude, region.world.fire.longitude = 37.80, -122.40
        region.world.fire.save()
        Agency.objects.filter(pk=region.eastport.pk).update(latitude=37.81, longitude=-122.41)
    line = submitted(region)

    plan = first_rung(line).plan
    assert [one["name"] for one in plan] == ["Eastport Fire", "Bay City EMS"]
    assert plan[0]["kilometers"] == pytest.approx(1.4, abs=0.1)
    assert plan[1]["kilometers"] is None


def test_an_offer_that_covers_the_line_keeps_further_tiers_unasked(region: Region) -> None:
    line = submitted(region)
    offered(region.dev, line, region.world.ambulances[:2])

    lapse(line)

    assert ladder_of(line) == [(2, "lapsed"), (3, "waiting")]
    assert fresh(line).status == "offered"
