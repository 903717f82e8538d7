"""What those who are asked cannot bring is asked of the next tier at once (decision 7)."""

from __future__ import annotations

import pytest

from audit.models import Entry
from mutualaid import reads, writes
from mutualaid.models import Rung
from mutualaid.tasks import climb_due, remind_due
from tests.mutualaid.ladders import agreement_with, asked_for, steep
from tests.mutualaid.region import (
    Region,
    accepted,
    ask,
    ended,
    first_rung,
    fresh,
    in_inbox,
    ladder_of,
    offered,
    promise,
    statuses,
    submitted,
    time_passes,
)
from tests.world import AMBULANCE, seeding

pytestmark = pytest.mark.django_db


def told(kind: str) -> int:
    return Entry.objects.filter(
        kind=f"mutualaid.{kind}", stream__key__startswith="incident:"
    ).count()


def test_a_tier_that_may_be_asked_for_some_only_sends_the_rest_on_at_once(region: Region) -> None:
    steep(region, 1, 3, 3)

    line = submitted(region, quantity=3)

    assert ladder_of(line) == [(2, "asked"), (3, "asked"), (4, "waiting")]
    assert asked_for(line) == {"Eastport Fire": 1, "Valley County EMS": 2}
    assert fresh(line).tier == 3


def test_the_further_rung_says_why_it_is_asked_already(region: Region) -> None:
    steep(region, 1, 3, 3)

    line = submitted(region, quantity=3)

    notes = list(Rung.objects.filter(line=line).values_list("note", flat=True))
    why = "At once, as those asked before can send 1 of 3 at most."
    assert notes == ["", why, ""]
    assert why in reads.history(region.dora, line.request_id)[1].sentence


def test_a_tier_that_may_be_asked_for_all_of_it_is_waited_for(region: Region) -> None:
    steep(region, 3, 3, 3)

    line = submitted(region, quantity=3)

    assert ladder_of(line) == [(2, "asked"), (3, "waiting"), (4, "waiting")]


def test_each_rung_has_its_own_time(region: Region) -> None:
    """RULE-MA-04: what the one lacks then the other is asked for, before anybody farther is."""
    steep(region, 1, 3, 3, minutes=3)
    line = submitted(region, quantity=3)
    time_passes(line, minutes=4)

    assert (climb_due(), remind_due()) == (1, 1)

    assert ladder_of(line) == [(2, "lapsed"), (3, "asked"), (4, "waiting")]
    assert statuses(line) == {"Eastport Fire": "expired", "Valley County EMS": "requested"}
    assert asked_for(line)["Valley County EMS"] == 3
    assert told("agency_reminded") == 1


def test_both_out_of_time_at_one_moment_ask_the_next_for_everything(region: Region) -> None:
    steep(region, 1, 3, 3)
    line = submitted(region, quantity=3)
    time_passes(line, minutes=6)

    assert climb_due() == 2

    assert ladder_of(line) == [(2, "lapsed"), (3, "lapsed"), (4, "asked")]
    assert asked_for(line)["Bay City EMS"] == 3
    assert (told("rung_lapsed"), told("rung_asked")) == (2, 3)


def test_who_has_not_answered_is_asked_for_what_a_nearer_one_declined(region: Region) -> None:
    """RULE-MA-01: the nearer before the farther."""
    steep(region, 1, 3, 3)
    line = submitted(region, quantity=3)

    writes.decline(region.eli, ask(line, region.eastport).pk, reason="weather")

    assert ladder_of(line) == [(2, "answered"), (3, "asked"), (4, "waiting")]
    assert (in_inbox(ask(line, region.valley)) or {})["quantity"] == 3
    assert "Asked Valley County EMS for more, 3 in all." in [
        one.sentence for one in reads.history(region.dora, line.request_id)
    ]


def test_nobody_is_asked_for_more_than_the_clause_says(region: Region) -> None:
    steep(region, 1, 2, 3)
    line = submitted(region, quantity=3)

    writes.decline(region.eli, ask(line, region.eastport).pk, reason="weather")

    assert asked_for(line) == {"Eastport Fire": 1, "Valley County EMS": 2, "Bay City EMS": 1}


def test_nobody_is_asked_for_more_under_a_clause_that_has_ended(region: Region) -> None:
    """RULE-MA-02: what was asked under it before stays; the rest is asked of the next."""
    steep(region, 1, 3, 3)
    line = submitted(region, quantity=3)
    ended(agreement_with(region.valley))

    writes.decline(region.eli, ask(line, region.eastport).pk, reason="weather")

    assert asked_for(line) == {"Eastport Fire": 1, "Valley County EMS": 2, "Bay City EMS": 1}


def test_who_has_offered_what_it_was_asked_for_is_not_asked_for_more(region: Region) -> None:
    steep(region, 1, 3, 3)
    line = submitted(region, quantity=3)
    offered(region.vera, line, region.valley_ambulances[:2])

    writes.decline(region.eli, ask(line, region.eastport).pk, reason="weather")

    assert ladder_of(line) == [(2, "answered"), (3, "answered"), (4, "asked")]
    assert asked_for(line)["Bay City EMS"] == 1


def test_the_rest_of_a_partial_offer_goes_on_beyond_what_others_can_still_bring(
    region: Region,
) -> None:
    ended(region.with_eastport)
    with seeding():
        promise(region.world.harbor_fire, region.eastport, most=1)
    line = submitted(region, quantity=4)
    assert ladder_of(line) == [(2, "asked"), (3, "waiting")]

    offered(region.dev, line, region.world.ambulances[:1])

    assert ladder_of(line) == [(2, "asked"), (3, "asked")]
    assert asked_for(line)["Valley County EMS"] == 2


def test_an_offer_that_lapses_is_sought_while_others_may_still_answer(region: Region) -> None:
    ended(region.with_eastport)
    with seeding():
        promise(region.world.harbor_fire, region.eastport, most=1)
    line = submitted(region, quantity=2)
    one = offered(region.dev, line, region.world.ambulances[:2])

    writes.reject_offer(region.dora, one.pk, reason="too far")

    assert ladder_of(line) == [(2, "asked"), (3, "asked")]
    assert asked_for(line)["Valley County EMS"] == 1


def test_a_ladder_that_cannot_bring_it_all_says_so_and_goes_on(region: Region) -> None:
    """Nobody is left for one of the four; the three who are asked may still come."""
    steep(region, 1, 1, 1)

    line = submitted(region, quantity=4)

    assert ladder_of(line) == [(2, "asked"), (3, "asked"), (4, "asked")]
    assert fresh(line).status == "soliciting"
    shown = reads.request(region.dora, line.request_id)
    assert shown.lines[0].short == 1
    writes.decline(region.vera, ask(line, region.valley).pk, reason="weather")
    assert reads.request(region.dora, line.request_id).lines[0].short == 2


def test_a_ladder_that_may_bring_it_all_is_not_said_to_be_short(region: Region) -> None:
    steep(region, 1, 1, 1)
    line = submitted(region, quantity=3)
    offered(region.eli, line, region.eastport_ambulances[:1])
    accepted(region, line, region.vera, region.valley_ambulances[:1])

    assert reads.request(region.dora, line.request_id).lines[0].short == 0


def test_when_all_have_answered_the_rest_is_unable_to_fill(region: Region) -> None:
    steep(region, 1, 1, 1)
    line = submitted(region, quantity=4)
    accepted(region, line, region.eli, region.eastport_ambulances[:1])
    accepted(region, line, region.vera, region.valley_ambulances[:1])
    assert fresh(line).status == "partially_filled"

    accepted(region, line, region.dev, region.world.ambulances[:1])

    assert (fresh(line).status, fresh(line).accepted) == ("unable_to_fill", 3)


def test_a_late_answer_competes_and_the_surplus_is_returned(region: Region) -> None:
    """RULE-MA-05, RULE-SM-03."""
    steep(region, 1, 3, 3, minutes=3)
    line = submitted(region, quantity=3)
    time_passes(line, minutes=4)
    climb_due()
    late = offered(region.eli, line, region.eastport_ambulances[:1])

    accepted(region, line, region.vera, region.valley_ambulances)

    late.refresh_from_db()
    assert (late.late, late.status) == (True, "not_selected")
    assert (fresh(line).status, fresh(line).accepted) == ("filled", 3)
    assert ladder_of(line) == [(2, "lapsed"), (3, "answered"), (4, "stopped")]


def test_a_loss_on_the_way_is_asked_of_who_has_not_answered(region: Region) -> None:
    steep(region, 1, 3, 3)
    line = submitted(region, quantity=3)
    one = accepted(region, line, region.eli, region.eastport_ambulances[:1])

    writes.withdraw_offer(region.eli, one.pk, reason="fire at home")

    assert asked_for(line)["Valley County EMS"] == 3
    assert first_rung(line).status == "answered"


def test_who_was_silent_is_not_asked_again_while_others_may_still_answer(region: Region) -> None:
    steep(region, 1, 1, 1, minutes=3)
    line = submitted(region, quantity=2)
    time_passes(line, minutes=4)
    climb_due()
    one = accepted(region, line, region.vera, region.valley_ambulances[:1])

    writes.withdraw_offer(region.vera, one.pk, reason="fire at home")

    assert ladder_of(line) == [(2, "lapsed"), (3, "answered"), (4, "asked")]
    assert statuses(line)["Eastport Fire"] == "expired"


def test_the_preview_says_who_would_be_asked_at_once_and_for_how_many(region: Region) -> None:
    steep(region, 1, 2, 3)

    fire = region.world.fire.pk
    four = reads.preview(region.dora, fire, kind=AMBULANCE, quantity=4)
    nine = reads.preview(region.dora, fire, kind=AMBULANCE, quantity=9)

    assert [step.at_once for step in four] == [4, 3, 1]
    assert [step.short for step in four] == [3, 1, 0]
    assert nine[-1].short == 3
