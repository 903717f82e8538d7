"""Who answers too late is heard: kept, offered where it is still needed, known to have said no."""

from __future__ import annotations

import pytest

from audit.models import Entry
from mutualaid import writes
from tests.mutualaid.region import (
    Region,
    accepted,
    ask,
    fresh,
    in_inbox,
    ladder_of,
    lapse,
    offered,
    statuses,
    submitted,
)

pytestmark = pytest.mark.django_db


def test_a_late_answer_is_kept_and_offered(region: Region) -> None:
    """RULE-SM-03."""
    line = submitted(region)
    lapse(line)

    late = offered(region.dev, line, region.world.ambulances[:2])

    assert (late.status, late.late) == ("offered", True)
    writes.accept_offer(region.dora, late.pk)
    assert fresh(line).status == "filled"
    assert statuses(line)["Valley County EMS"] == "withdrawn_by_requester"


def test_a_late_answer_after_all_was_given_up_is_offered_too(region: Region) -> None:
    """RULE-SM-03."""
    line = submitted(region)
    lapse(line)
    lapse(line)

    offered(region.dev, line, region.world.ambulances[:2])

    assert fresh(line).status == "offered"
    assert fresh(line).request.status == "in_process"


def test_a_late_answer_that_nobody_needs_is_kept_as_such(region: Region) -> None:
    """RULE-SM-03: never dropped."""
    line = submitted(region)
    lapse(line)
    accepted(region, line, region.vera, region.valley_ambulances[:2])

    late = offered(region.dev, line, region.world.ambulances[:1])

    assert (late.status, late.late) == ("not_selected", True)
    assert Entry.objects.filter(kind="mutualaid.offer_made").exists()


def test_an_expired_ask_leaves_the_inbox_once_the_line_is_filled(region: Region) -> None:
    line = submitted(region)
    lapse(line)
    assert in_inbox(ask(line, region.eastport))

    accepted(region, line, region.vera, region.valley_ambulances[:2])

    assert in_inbox(ask(line, region.eastport)) is None


def test_who_said_no_too_late_is_known_to_have_said_no(region: Region) -> None:
    """RULE-SM-03: a late no is an answer too; the search goes on where it is."""
    line = submitted(region)
    lapse(line)
    one = ask(line, region.world.bay_ems)

    writes.decline(region.dev, one.pk, reason="weather")

    one.refresh_from_db()
    assert (one.status, one.late, one.decline_reason) == ("declined", True, "weather")
    assert ladder_of(line) == [(2, "lapsed"), (3, "asked")]
    assert in_inbox(one) is None


def test_an_answer_in_time_is_not_late(region: Region) -> None:
    line = submitted(region)

    one = offered(region.dev, line, region.world.ambulances[:2])

    assert not one.late
