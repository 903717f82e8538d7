"""What stands under a request in an address, or on its page, is that request's own."""

from __future__ import annotations

import pytest

from mutualaid import reads
from mutualaid.models import OrderLine
from tests.mutualaid.doors import Visitor
from tests.mutualaid.region import Region, fresh, ladder_of, offered, submitted

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.mutualaid.addresses")]

# Each under the request it belongs to, and what is sent there.
PARTS = {
    "lines/{line}/cancel/": {"reason": "two will do", "quantity": "1"},
    "lines/{line}/short/": {},
    "lines/{line}/retry/": {},
    "rungs/{rung}/skip/": {"reason": "life threat"},
    "offers/{offer}/accept/": {"resources": "{unit}"},
    "offers/{offer}/reject/": {"reason": "too far"},
}


def part_of(region: Region, line: OrderLine, part: str) -> str:
    offer = offered(region.dev, line, region.world.ambulances[:1])
    rung = line.rungs.get(tier=3)
    return part.format(line=line.pk, rung=rung.pk, offer=offer.pk)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_another_request_is_not_there(region: Region, part: str) -> None:
    mine, other = submitted(region), submitted(region)
    below, dora = part_of(region, mine, part), Visitor(region.dora)
    unit = str(region.world.ambulances[0].pk)
    said = {name: value.format(unit=unit) for name, value in PARTS[part].items()}

    at_its_own = dora.dialog(f"/requests/{mine.request_id}/{below}")
    opened = dora.dialog(f"/requests/{other.request_id}/{below}")
    before = (fresh(mine).status, fresh(mine).cancelled, ladder_of(mine))
    sent = dora.dialog(f"/requests/{other.request_id}/{below}", said)

    assert [at_its_own.status_code, opened.status_code, sent.status_code] == [200, 404, 404]
    assert (fresh(mine).status, fresh(mine).cancelled, ladder_of(mine)) == before


def test_each_request_of_a_list_shows_its_own_lines(region: Region) -> None:
    first, second = submitted(region), submitted(region, quantity=1)

    shown = {one.id: one for one in reads.requests(region.dora, region.world.fire.pk)}

    assert [one.line["id"] for one in shown[first.request_id].lines] == [first.pk]
    assert [one.line["id"] for one in shown[second.request_id].lines] == [second.pk]
    asked = [
        one["line"] for step in shown[first.request_id].lines[0].ladder for one in step.answers
    ]
    assert asked == [first.pk, first.pk]
