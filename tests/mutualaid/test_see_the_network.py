"""An agency sees whom it may ask, who may ask it, what that would leave, and where nobody comes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from agencies.models import Account, Resource, Tier
from incidents.models import Deployment
from mutualaid import reads
from mutualaid.reads.network import Network
from tests.agreements import mutual_aid
from tests.mutualaid.region import Region, build, ended
from tests.world import AMBULANCE, ENGINE, World, seeding

PAGE = "/agreements/network/"


@pytest.fixture
def region(world: World) -> Region:
    return build(world)


def seen(region: Region) -> Network:
    return reads.network(region.dora)


def signed_in(actor_id: object) -> Client:
    client = Client()
    client.force_login(Account.objects.get(member=actor_id))
    return client


def test_everybody_who_may_be_asked_is_there_nearest_tier_first(region: Region) -> None:
    found = [(one.code, one.tier_label, one.lends) for one in seen(region).neighbors]

    assert found == [
        ("BCE", "Local mutual aid", 2),
        ("EPF", "Local mutual aid", 2),
        ("VCE", "Regional", 2),
    ]


def test_a_promise_names_its_clause_and_how_fast_they_answer(region: Region) -> None:
    promise = next(
        one for one in seen(region).promises if (one.code, one.kind_code) == ("BCE", AMBULANCE)
    )

    assert (promise.agreement, promise.number) == (region.world.agreement.pk, "2")
    assert (promise.most, promise.floor, promise.lowest_priority) == (3, 1, "Routine")
    assert promise.answers["Emergency"] == "5 minutes"


def test_what_lending_would_leave_at_home_stands_beside_each_duty(region: Region) -> None:
    """RULE-MA-06: nobody is asked below the floor that they keep."""
    ready = Resource.objects.filter(agency=region.world.harbor_fire, kind=ENGINE, type=1)
    free = ready.exclude(pk__in=Deployment.objects.values("resource")).count()
    duty = next(one for one in seen(region).duties if one.promise.kind_code == ENGINE)

    assert duty.at_home == free > 1
    assert (duty.spare, duty.left) == (min(2, free - 1), free - min(2, free - 1))


def test_what_is_promised_to_more_than_could_be_served_at_once_is_said(region: Region) -> None:
    engines = [one for one in seen(region).duties if one.promise.kind_code == ENGINE]

    assert {one.in_all for one in engines} == {6}
    assert all(one.overpromised for one in engines)


def test_a_kind_that_we_have_and_nobody_owes_us_is_a_gap(region: Region) -> None:
    assert AMBULANCE not in {gap.kind_code for gap in seen(region).gaps}
    for agreement in (region.world.agreement, region.with_eastport, region.with_valley):
        ended(agreement)

    engines = next(gap for gap in seen(region).gaps if gap.kind_code == ENGINE)

    assert engines.ours > 0
    assert engines.exposed


def test_what_is_owed_from_farther_out_only_is_a_gap_nearby(region: Region) -> None:
    for agreement in (region.world.agreement, region.with_eastport):
        ended(agreement)

    found = reads.network(region.dora, kind=AMBULANCE, reach=Tier.LOCAL).gaps

    assert [(gap.kind_code, gap.farther) for gap in found] == [(AMBULANCE, "Regional")]
    assert reads.network(region.dora, kind=AMBULANCE, reach=Tier.REGIONAL).gaps == ()


def test_what_is_in_force_no_longer_is_gone_at_once(region: Region) -> None:
    assert "VCE" in {one.code for one in seen(region).neighbors}

    ended(region.with_valley)

    assert "VCE" not in {one.code for one in seen(region).neighbors}


def test_what_ends_within_half_a_year_is_pointed_out(region: Region) -> None:
    """RULE-MOU-03, at a glance."""
    with seeding():
        short = mutual_aid(
            region.world.harbor_fire, region.world.northfield, lasts=timedelta(days=100)
        )

    found = seen(region)

    assert [one.id for one in found.ending] == [short.pk]
    assert next(one.ends_at for one in found.neighbors if one.code == "NPC") == short.expires_at


def test_the_neighbors_of_others_are_not_ours(region: Region) -> None:
    assert reads.network(region.world.ivy).neighbors == ()
    assert [one.code for one in reads.network(region.vera).neighbors] == ["HCF"]


def test_the_page_says_in_tables_what_its_picture_shows(region: Region) -> None:
    shown = signed_in(region.dora.member_id).get(PAGE)

    assert shown.status_code == 200
    for said in ("Bay City EMS", "Valley County EMS", "5 minutes", "6 promised in all", "<svg"):
        assert said in shown.content.decode()


@pytest.mark.parametrize("asked", ["kind=nonsense", "reach=9", "reach=far", "kind=%F0%9F%9A%92"])
def test_what_the_filter_does_not_know_filters_nothing(region: Region, asked: str) -> None:
    shown = signed_in(region.dora.member_id).get(f"{PAGE}?{asked}")

    assert shown.status_code == 200
    assert "Bay City EMS" in shown.content.decode()


def test_the_api_tells_the_same_and_names_what_it_does_not_know(region: Region) -> None:
    client = signed_in(region.dora.member_id)

    told = client.get("/api/v1/network/", {"kind": AMBULANCE}).json()
    refused = client.get("/api/v1/network/", {"reach": "far"})

    assert {one["kind_code"] for one in told["promises"]} == {AMBULANCE}
    assert (refused.status_code, "reach" in refused.content.decode()) == (400, True)
