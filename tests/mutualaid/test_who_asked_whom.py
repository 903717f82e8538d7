"""An agency that is asked learns who asks, and not what others answered."""

from __future__ import annotations

import pytest

from audit.models import Testimony
from audit.streams import of_agency
from mutualaid import reads, writes
from mutualaid.models import OrderLine
from tests.mutualaid.region import Region, ask, lapse, offered, submitted


def told_to(region: Region) -> str:
    """Everything that the ledger of the agency in the further tier says, word for word."""
    lines = Testimony.objects.filter(stream_key=of_agency(region.valley.pk))
    return "\n".join(line.body or "" for line in lines.order_by("seq"))


@pytest.fixture
def declined(region: Region) -> Region:
    """Both neighbors declined, the second of them Bay City EMS, and so Valley was asked."""
    line = submitted(region)
    writes.decline(region.eli, ask(line, region.eastport).pk, reason="not_available")
    writes.decline(region.dev, ask(line, region.world.bay_ems).pk, reason="not_available")
    assert ask(line, region.valley)
    return region


def test_whose_no_brought_the_ask_to_the_next_agency_stays_unsaid(declined: Region) -> None:
    told = told_to(declined)
    assert '"name":"the ladder"' in told
    for unsaid in ("Dev Rao", "Bay City EMS", str(declined.dev.member_id), "dispatcher"):
        assert unsaid not in told


def test_who_was_asked_first_hears_in_whose_name(region: Region) -> None:
    line = submitted(region)

    asked = Testimony.objects.filter(stream_key=of_agency(region.world.bay_ems.pk)).earliest("seq")

    assert ask(line, region.world.bay_ems)
    assert '"name":"Dora Weiss"' in (asked.body or "")


def test_an_answer_is_told_in_the_name_of_who_gave_it(region: Region) -> None:
    line = submitted(region)
    lapse(line)
    offered(region.vera, line, region.valley_ambulances[:2])

    assert '"name":"Vera Quist"' in told_to(region)


def test_what_an_answer_led_to_is_told_by_the_ladder(declined: Region) -> None:
    line = OrderLine.objects.get()
    writes.decline(declined.vera, ask(line, declined.valley).pk, reason="weather")

    told = reads.history(declined.dora, line.request_id)

    who = {one.sentence.split(":")[0]: one.who for one in told}
    assert who["Regional"] == "the ladder"
    assert who["R-1"] == who["R-1, E-1"] == "the ladder"
    assert who["Local mutual aid"] == "Dora Weiss"
    assert who["Valley County EMS declined"] == "Vera Quist"
