"""The trail names the request, the line and the unit that it tells of."""

from __future__ import annotations

import pytest
from orjson import loads

from agencies.reads.sentences import sentence
from audit.facts import KINDS
from audit.models import Entry, Testimony
from incidents import writes as incidents
from incidents.models import Deployment
from mutualaid import reads, writes
from mutualaid.models import OrderLine
from tests.mutualaid.region import Region, accepted, ask, submitted

pytestmark = pytest.mark.django_db

KIND = "Ambulance Ground Team - Advanced Life Support (ALS)"
NAMELESS = (
    "mutualaid.line_unable_to_fill",
    "mutualaid.request_unable_to_fill",
    "mutualaid.resource_received",
)


def nobody_left(region: Region) -> OrderLine:
    """A line that all three declined."""
    line = submitted(region)
    writes.decline(region.eli, ask(line, region.eastport).pk, reason="weather")
    writes.decline(region.dev, ask(line, region.world.bay_ems).pk, reason="weather")
    writes.decline(region.vera, ask(line, region.valley).pk, reason="weather")
    return line


def arrived(region: Region, line: OrderLine) -> None:
    accepted(region, line, region.dev, region.world.ambulances[:1])
    deployment = Deployment.objects.get(order_line=line.pk)
    incidents.check_in(region.dora, deployment.pk, version=deployment.version)


def said(region: Region, line: OrderLine) -> list[str]:
    return [one.sentence for one in reads.history(region.dora, line.request_id)]


def test_nobody_left_is_said_of_the_line_and_of_its_request(region: Region) -> None:
    line = nobody_left(region)

    told, number = said(region, line), line.request.number
    why = "Everybody who may be asked has been asked."
    assert f"{number}, {line.number}: nobody is left to ask for 2 of 2 × {KIND}. {why}" in told
    assert f"{number}: nothing more can be obtained. {why}" in told


def test_an_arrival_is_said_of_the_unit_and_of_what_it_was_ordered_for(region: Region) -> None:
    line = submitted(region)

    arrived(region, line)

    it = f"{line.request.number}, {line.number}"
    assert f"M21 checked in for {it}: 1 of 2 × {KIND}." in said(region, line)


@pytest.mark.parametrize("kind", NAMELESS)
def test_who_may_not_see_of_what_reads_what_it_means(region: Region, kind: str) -> None:
    arrived(region, submitted(region))
    nobody_left(region)

    entry = Entry.objects.get(kind=kind)
    told = Testimony.objects.get(stream_key=entry.stream_id, seq=entry.seq)

    fact = KINDS[kind].retold(loads(told.body or "")["fact"])
    assert sentence(fact, {}) == fact.meaning()
