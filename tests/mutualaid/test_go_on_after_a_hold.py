"""What falls open while a request is on hold is asked for once it goes on, and not given up."""

from __future__ import annotations

import pytest

from mutualaid import reads, writes
from mutualaid.models import OrderLine
from mutualaid.writes import LineWanted
from mutualaid.writes.holds import RequestOnHold
from tests.mutualaid.region import (
    Region,
    accepted,
    ended,
    fresh,
    kinds_told,
    ladder_of,
    lapse,
    statuses,
    submitted,
)
from tests.world import AMBULANCE

pytestmark = pytest.mark.django_db

ONE = LineWanted(kind=AMBULANCE, quantity=1)


def on_hold(region: Region, line: OrderLine) -> None:
    writes.hold_request(region.dora, line.request_id, reason="wind has turned")


def ordered_besides(region: Region, line: OrderLine) -> OrderLine:
    """A second line of the request, by a change of it."""
    request = fresh(line).request
    writes.change_request(
        region.dora,
        request.pk,
        needed_by=request.needed_by,
        deliver_to=request.deliver_to,
        lines=(ONE, LineWanted(kind=AMBULANCE, type=1, quantity=1)),
    )
    return OrderLine.objects.get(request=request, number="E-2")


def test_what_is_lost_is_asked_of_those_who_were_not_needed_before(region: Region) -> None:
    line = submitted(region, lines=(ONE, ONE))
    lost = accepted(region, line, region.eli, region.eastport_ambulances[:1])
    on_hold(region, line)

    writes.withdraw_offer(region.eli, lost.pk, reason="fire at home")

    assert ladder_of(line)[2:] == [(2, "waiting"), (3, "waiting")]
    assert "mutualaid.line_unable_to_fill" not in kinds_told(region)
    writes.resume_request(region.dora, line.request_id)
    assert ladder_of(line)[2:] == [(2, "asked"), (3, "waiting")]
    assert statuses(line)["Bay City EMS"] == "requested"


def test_a_line_that_comes_in_waits_until_it_goes_on(region: Region) -> None:
    line = submitted(region, lines=(ONE,))
    on_hold(region, line)

    new = ordered_besides(region, line)

    assert (new.status, ladder_of(new)) == ("soliciting", [(2, "waiting"), (3, "waiting")])
    assert "mutualaid.line_unable_to_fill" not in kinds_told(region)
    writes.resume_request(region.dora, line.request_id)
    assert ladder_of(new) == [(2, "asked"), (3, "waiting")]


def test_what_nobody_may_be_asked_for_is_said_at_once(region: Region) -> None:
    line = submitted(region, lines=(ONE,))
    on_hold(region, line)
    for agreement in (region.world.agreement, region.with_eastport, region.with_valley):
        ended(agreement)

    assert ordered_besides(region, line).status == "unable_to_fill"


def test_a_line_that_was_given_up_is_not_tried_again_before(region: Region) -> None:
    line = submitted(region, lines=(ONE,))
    lapse(line)
    lapse(line)
    assert fresh(line).status == "unable_to_fill"
    on_hold(region, line)

    with pytest.raises(RequestOnHold):
        writes.retry_line(region.dora, line.pk)


def test_nobody_is_offered_to_ask_further_while_it_is_on_hold(region: Region) -> None:
    line = submitted(region, lines=(ONE,))

    def offered() -> set[bool]:
        shown = reads.request(region.dora, line.request_id)
        return {step.may_skip_to for each in shown.lines for step in each.ladder}

    assert offered() == {True, False}
    on_hold(region, line)
    assert offered() == {False}
