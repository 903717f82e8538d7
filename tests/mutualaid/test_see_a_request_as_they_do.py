"""A request's page as a partner sees it: read only, recorded, and no more than both may see."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from agencies import reads as agencies
from audit.refusals import NotFound
from audit.trail import Sought
from incidents.reads import Eyes
from mutualaid import reads
from tests.agencies.browsers import as_
from tests.agencies.systems import System
from tests.incidents.arrange import joined
from tests.mutualaid.region import Region, submitted


@pytest.fixture
def request_of_harbor(region: Region) -> UUID:
    return UUID(str(submitted(region).request_id))


def looking(region: Region, request: UUID, by: Any = None, **eyes: Any) -> reads.RequestSeenAs:
    through = Eyes(**{"partner": region.world.bay_ems.pk} | eyes)
    return reads.request_seen_as(by or region.world.dora, request, eyes=through)


def test_what_a_partner_is_not_told_is_withheld_through_their_eyes(
    region: Region, request_of_harbor: UUID
) -> None:
    """The plan of a ladder is its requester's own: whom its agreements let it ask."""
    joined(region.world.fire, region.world.ana, region.world.ivy)
    ours = reads.request(region.world.dora, request_of_harbor)
    theirs = looking(region, request_of_harbor, partner=region.world.northfield.pk).it

    plans = [step.rung["plan"] for shown in theirs.lines for step in shown.ladder]
    assert all(plan == {"withheld": "OWN"} for plan in plans)
    assert ours.lines[0].ladder[0].rung["plan"] != plans[0]
    assert theirs.lines[0].line == ours.lines[0].line


def test_nothing_can_be_done_through_others_eyes(region: Region, request_of_harbor: UUID) -> None:
    assert reads.request(region.world.dora, request_of_harbor).may_order

    theirs = looking(region, request_of_harbor).it

    assert (theirs.may_order, theirs.may_steer) == (False, False)
    assert not any(shown.may_cancel for shown in theirs.lines)


def test_it_leaves_a_line_in_ones_own_log(region: Region, request_of_harbor: UUID) -> None:
    looking(region, request_of_harbor)

    lines = agencies.who_looked(region.world.dora, Sought(person="Dora")).lines
    assert f"seen_as:{region.world.bay_ems.pk}" in lines[0].fact["rows"]


def test_a_request_elsewhere_and_a_partner_that_is_not_there_are_not_found(
    region: Region, request_of_harbor: UUID
) -> None:
    assert looking(region, request_of_harbor)

    with pytest.raises(NotFound):
        looking(region, request_of_harbor, partner=region.world.northfield.pk)
    with pytest.raises(NotFound):
        looking(region, request_of_harbor, by=region.world.ivy)


def test_the_page_leads_there_and_back(region: Region, request_of_harbor: UUID) -> None:
    dora = as_(region.world.dora)
    choose = dora.get(reverse("mutualaid:request-eyes", args=[request_of_harbor]))
    there = reverse("mutualaid:request-seen-as", args=[request_of_harbor, region.world.bay_ems.pk])

    shown = dora.get(there).content.decode()

    assert there in choose.content.decode()
    assert "As Bay City EMS sees it" in shown
    assert reverse("mutualaid:request", args=[request_of_harbor]) in shown
    assert reverse("mutualaid:cancel", args=[request_of_harbor]) not in shown


def test_other_systems_see_it_so_too(region: Region, request_of_harbor: UUID) -> None:
    dora = System(region.world.dora)
    there, bay = f"requests/{request_of_harbor}/seen-as/", str(region.world.bay_ems.pk)

    shown = dora.look(there, partner=bay)

    assert shown.status_code == 200, shown.content
    assert shown.json()["partner_name"] == "Bay City EMS"
    assert shown.json()["it"]["id"] == str(request_of_harbor)
    assert dora.look(there, partner="nobody").status_code == 400
    assert dora.look(there, partner=str(region.world.northfield.pk)).status_code == 404
    assert System(region.world.ivy).look(there, partner=bay).status_code == 404
