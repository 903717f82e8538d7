"""What an asked agency does: see it, offer all or some, decline, take back, answer late."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agencies.models import Resource
from audit import walls
from audit.refusals import NotAllowed, NotFound
from audit.roads import NoSuchRoad
from mutualaid import writes
from mutualaid.models import Rung, Solicitation
from mutualaid.reads.images.asks import ask_rows
from mutualaid.writes.asks import (
    AnswerNotAwaited,
    MoreThanAsked,
    NoSuchReason,
    NothingToWithdraw,
)
from mutualaid.writes.fitness import CannotBeSent, NothingOffered, NotYoursToOffer
from mutualaid.writes.inputs import ReasonMissing
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
from tests.world import seeding

pytestmark = pytest.mark.django_db


def test_seen_by_a_person_is_told(region: Region) -> None:
    line = submitted(region)
    one = ask(line, region.world.bay_ems)

    writes.acknowledge(region.dev, one.pk)

    assert statuses(line)["Bay City EMS"] == "acknowledged"
    with pytest.raises(NoSuchRoad):
        writes.acknowledge(region.dev, one.pk)


def test_a_full_offer_waits_for_the_requester(region: Region) -> None:
    line = submitted(region)

    one = offered(region.dev, line, region.world.ambulances[:2])

    assert (one.status, one.offered_quantity) == ("offered", 2)
    assert fresh(line).status == "offered"
    assert ladder_of(line) == [(2, "asked"), (3, "waiting")]  # Eastport may still answer


def test_the_rest_of_a_partial_offer_goes_on_at_once_when_nobody_else_can_answer(
    region: Region,
) -> None:
    line = submitted(region)
    writes.decline(region.eli, ask(line, region.eastport).pk, reason="weather")

    offered(region.dev, line, region.world.ambulances[:1])

    assert ladder_of(line) == [(2, "answered"), (3, "asked")]
    assert ask(line, region.valley).asked_quantity == 1


def test_the_rest_of_a_partial_offer_waits_for_those_who_can_still_answer(region: Region) -> None:
    line = submitted(region)

    offered(region.dev, line, region.world.ambulances[:1])

    assert ladder_of(line) == [(2, "asked"), (3, "waiting")]


def test_once_all_have_declined_the_next_tier_is_asked_at_once(region: Region) -> None:
    """RULE-MA-03: nobody is compelled."""
    line = submitted(region)

    writes.decline(region.dev, ask(line, region.world.bay_ems).pk, reason="drawdown")
    writes.decline(region.eli, ask(line, region.eastport).pk, reason="weather")

    assert ladder_of(line) == [(2, "answered"), (3, "asked")]
    assert in_inbox(ask(line, region.eastport)) is None


def test_a_decline_has_a_reason_from_the_list(region: Region) -> None:
    line = submitted(region)

    with pytest.raises(NoSuchReason):
        writes.decline(region.dev, ask(line, region.world.bay_ems).pk, reason="tired")


@pytest.mark.parametrize("trouble", ["kind", "broken", "engaged", "promised"])
def test_only_what_can_be_sent_is_offered(region: Region, trouble: str) -> None:
    """RULE-RES-01: what is committed, or offered elsewhere, is not free."""
    line, other = submitted(region), submitted(region)
    free, it = region.world.ambulances[:2]
    offered(region.dev, other, [it]) if trouble == "promised" else None
    accepted(region, other, region.dev, [it]) if trouble == "engaged" else None
    changes = {"kind": {"kind": "4-508-1276"}, "broken": {"status": "out_of_service"}}
    with seeding():
        Resource.objects.filter(pk=it.pk).update(reason="pump", **changes.get(trouble, {}))
    one = ask(line, region.world.bay_ems)

    with pytest.raises(CannotBeSent, match="M22"):
        writes.offer(region.dev, one.pk, resources=[free.pk, it.pk])
    writes.offer(region.dev, one.pk, resources=[free.pk])


def test_an_offer_names_ones_own_resources_and_no_more_than_was_asked(region: Region) -> None:
    line = submitted(region, quantity=1)
    one = ask(line, region.world.bay_ems)

    with pytest.raises(NotYoursToOffer):
        writes.offer(region.dev, one.pk, resources=[region.eastport_ambulances[0].pk])
    with pytest.raises(MoreThanAsked):
        writes.offer(region.dev, one.pk, resources=[r.pk for r in region.world.ambulances[:2]])
    with pytest.raises(NothingOffered):
        writes.offer(region.dev, one.pk, resources=[])


def test_the_draw_down_floor_binds_nobody_here(region: Region) -> None:
    """RULE-MA-06: shown, not enforced; all three may go although one should stay."""
    line = submitted(region, quantity=3)

    one = offered(region.dev, line, region.world.ambulances)

    assert one.clause["floor"] == 1
    assert one.offered_quantity == 3


def test_only_the_asked_agency_answers(region: Region) -> None:
    line = submitted(region)
    one = ask(line, region.world.bay_ems)

    with pytest.raises(NotAllowed):
        writes.decline(region.dora, one.pk, reason="other")
    with pytest.raises(NotFound):
        writes.decline(region.world.ivy, one.pk, reason="other")
    with pytest.raises(NotFound):
        writes.decline(region.eli, one.pk, reason="other")


def test_an_offer_is_taken_back_and_the_search_goes_on(region: Region) -> None:
    line = submitted(region)
    one = offered(region.dev, line, region.world.ambulances[:2])
    lapse(line)

    writes.withdraw_offer(region.dev, one.pk, reason="fire at home")

    assert ladder_of(line) == [(2, "lapsed"), (3, "asked")]
    assert fresh(line).status == "soliciting"
    assert in_inbox(one) is None


def test_an_offer_is_taken_back_for_a_reason_and_once(region: Region) -> None:
    line = submitted(region)
    one = offered(region.dev, line, region.world.ambulances[:2])

    with pytest.raises(ReasonMissing):
        writes.withdraw_offer(region.dev, one.pk, reason="")
    writes.withdraw_offer(region.dev, one.pk, reason="fire at home")
    with pytest.raises(NothingToWithdraw):
        writes.withdraw_offer(region.dev, one.pk, reason="again")


def test_nothing_is_answered_twice(region: Region) -> None:
    line = submitted(region)
    one = offered(region.dev, line, region.world.ambulances[:2])

    with pytest.raises(AnswerNotAwaited):
        writes.decline(region.dev, one.pk, reason="other")


def test_what_was_accepted_is_taken_back_and_sought_again(region: Region) -> None:
    """RULE-RES-01: its deployments are released; who withdrew is not asked again."""
    line = submitted(region)
    one = accepted(region, line, region.dev, region.world.ambulances[:2])

    writes.withdraw_offer(region.dev, one.pk, reason="fire at home")

    assert fresh(line).accepted == 0
    assert fresh(line).status == "soliciting"
    newest = Rung.objects.filter(line=line).latest("position")
    again = Solicitation.objects.filter(line=line, rung__round=newest.round)
    assert [each.agency for each in again] == [region.eastport]


def test_what_several_asks_would_leave_at_home_is_asked_once_for_all(region: Region) -> None:
    """The painter's number of questions does not grow with the asks it paints."""
    lines = [submitted(region) for _each in range(3)]
    asks = frozenset(Solicitation.objects.filter(line__in=lines).values_list("pk", flat=True))

    with walls.beyond("tests"), CaptureQueriesContext(connection) as asked:
        rows = dict(ask_rows(asks))

    assert len(asks) == 6
    assert len(asked) == 2
    bay = rows[ask(lines[0], region.world.bay_ems).pk]["keeps"]
    eastport = rows[ask(lines[0], region.eastport).pk]["keeps"]
    assert (bay["now"], bay["floor"], eastport["now"]) == (3, 1, 2)


def test_an_agency_with_nothing_at_home_is_told_so(region: Region) -> None:
    with seeding():
        Resource.objects.filter(agency=region.eastport).update(
            status="out_of_service", reason="pump"
        )

    shown = in_inbox(ask(submitted(region), region.eastport)) or {}

    assert shown["keeps"]["now"] == 0
