"""Taking what was offered, and never more than was wanted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.models import Entry, Image
from audit.refusals import NotAllowed, NotFound
from audit.streams import of_incident
from incidents.models import Deployment, Participation
from mutualaid import writes
from mutualaid.writes.cancelling import TooManyCancelled
from mutualaid.writes.inputs import ReasonMissing
from mutualaid.writes.lines import NobodyToAsk, NotGivenUp, NothingToCancel
from mutualaid.writes.offers import MoreThanWanted, NotInTheOffer, OfferNotOpen, RequestOnHold
from mutualaid.writes.requests import AlreadyOver
from tests.mutualaid.region import (
    Region,
    accepted,
    ask,
    ended,
    fresh,
    in_inbox,
    ladder_of,
    lapse,
    named,
    offered,
    statuses,
    submitted,
)

pytestmark = pytest.mark.django_db


def deployments(region: Region) -> list[tuple[str, str, str]]:
    rows = Deployment.objects.filter(incident=region.world.fire).order_by("order_number")
    return list(rows.values_list("resource__call_sign", "state", "order_number"))


def test_accepted_resources_are_committed_to_the_incident(region: Region) -> None:
    line = submitted(region)

    one = accepted(region, line, region.dev, region.world.ambulances[:2])

    assert (one.status, one.accepted_quantity) == ("accepted", 2)
    assert fresh(line).status == fresh(line).request.status == "filled"
    letter = line.number
    assert deployments(region) == [
        ("M21", "committed", f"{letter}.1"),
        ("M22", "committed", f"{letter}.2"),
    ]
    told = Entry.objects.filter(stream=of_incident(region.world.fire.pk))
    assert told.filter(kind="incidents.resource_committed").count() == 2


def test_the_provider_comes_to_the_incident_with_its_offer(region: Region) -> None:
    line = submitted(region, quantity=1)
    assert not Participation.objects.filter(agency=region.eastport).exists()

    accepted(region, line, region.eli, region.eastport_ambulances[:1])

    place = Participation.objects.get(agency=region.eastport)
    assert (place.role, place.status) == ("assisting", "accepted")
    assert Entry.objects.filter(kind="incidents.invitation_accepted").exists()


def test_surplus_offers_are_returned_at_once(region: Region) -> None:
    """RULE-MA-05."""
    line = submitted(region)
    surplus = offered(region.eli, line, region.eastport_ambulances)

    accepted(region, line, region.dev, region.world.ambulances[:2])

    assert statuses(line) == {"Bay City EMS": "accepted", "Eastport Fire": "not_selected"}
    assert ladder_of(line) == [(2, "answered"), (3, "stopped")]
    assert in_inbox(surplus) is None


def test_never_more_is_accepted_than_is_wanted(region: Region) -> None:
    """RULE-MA-05."""
    line = submitted(region, quantity=3)
    accepted(region, line, region.dev, region.world.ambulances[:2])
    two = offered(region.eli, line, region.eastport_ambulances)

    with pytest.raises(MoreThanWanted, match="1 are still wanted"):
        writes.accept_offer(region.dora, two.pk, quantity=2)
    writes.accept_offer(region.dora, two.pk)

    assert fresh(line).accepted == 3
    assert len(named(two)) == 1


def test_some_of_an_offer_is_taken_by_name(region: Region) -> None:
    line = submitted(region)
    one = offered(region.dev, line, region.world.ambulances[:2])

    with pytest.raises(NotInTheOffer):
        writes.accept_offer(region.dora, one.pk, resources=[region.eastport_ambulances[0].pk])
    writes.accept_offer(region.dora, one.pk, resources=[region.world.ambulances[1].pk])

    assert deployments(region) == [("M22", "committed", f"{line.number}.1")]
    assert fresh(line).status == "partially_filled"


def test_an_offer_is_taken_once(region: Region) -> None:
    """RULE-SM-01: the second dispatcher hears a sentence."""
    line = submitted(region)
    one = accepted(region, line, region.dev, region.world.ambulances[:2])

    with pytest.raises(OfferNotOpen, match="accepted"):
        writes.accept_offer(region.dora, one.pk)


def test_only_the_requester_takes_an_offer(region: Region) -> None:
    line = submitted(region)
    one = offered(region.eli, line, region.eastport_ambulances)

    with pytest.raises(NotAllowed):
        writes.accept_offer(region.dev, one.pk)  # at the incident, but not the requester
    with pytest.raises(NotFound):
        writes.accept_offer(region.world.ivy, one.pk)
    writes.accept_offer(region.dora, one.pk)


def test_a_rejected_offer_lets_the_search_go_on(region: Region) -> None:
    line = submitted(region)
    one = offered(region.dev, line, region.world.ambulances[:2])
    lapse(line)

    with pytest.raises(ReasonMissing):
        writes.reject_offer(region.dora, one.pk, reason="")
    writes.reject_offer(region.dora, one.pk, reason="too far")

    assert ladder_of(line) == [(2, "lapsed"), (3, "asked")]
    assert fresh(line).status == "soliciting"


def test_an_agreement_that_ends_does_not_end_what_was_accepted(region: Region) -> None:
    """RULE-MOU-04."""
    line = submitted(region)
    accepted(region, line, region.dev, region.world.ambulances[:2])

    ended(region.world.agreement)

    assert [state for _sign, state, _number in deployments(region)] == ["committed"] * 2
    assert fresh(line).status == "filled"


def test_an_agreement_that_ends_does_not_end_an_offer_that_stands(region: Region) -> None:
    """RULE-MOU-06: decided by the clause as it was when it was asked."""
    line = submitted(region)
    one = offered(region.dev, line, region.world.ambulances[:2])
    ended(region.world.agreement)

    writes.accept_offer(region.dora, one.pk)

    assert fresh(line).status == "filled"


def test_on_hold_nothing_is_accepted(region: Region) -> None:
    line = submitted(region)
    one = offered(region.dev, line, region.world.ambulances[:2])
    writes.hold_request(region.dora, line.request_id, reason="waiting for the wind")

    with pytest.raises(RequestOnHold):
        writes.accept_offer(region.dora, one.pk)
    writes.resume_request(region.dora, line.request_id)
    writes.accept_offer(region.dora, one.pk)


def test_a_cancelled_request_tells_everybody_and_turns_back_who_is_coming(region: Region) -> None:
    line = submitted(region, quantity=3)
    accepted(region, line, region.dev, region.world.ambulances[:2])

    writes.cancel_request(region.dora, line.request_id, reason="fire is out")

    assert statuses(line) == {
        "Bay City EMS": "cancelled",
        "Eastport Fire": "withdrawn_by_requester",
    }
    assert [state for _sign, state, _number in deployments(region)] == ["cancelled"] * 2
    assert fresh(line).status == fresh(line).request.status == "cancelled"
    with pytest.raises(AlreadyOver):
        writes.cancel_request(region.dora, line.request_id, reason="again")


def test_a_line_is_cancelled_in_part_first_where_nobody_promised(region: Region) -> None:
    line = submitted(region, quantity=3)
    accepted(region, line, region.dev, region.world.ambulances[:2])

    writes.cancel_line(region.dora, line.pk, quantity=1, reason="two will do")

    assert (fresh(line).status, fresh(line).cancelled) == ("filled", 1)
    assert statuses(line)["Eastport Fire"] == "withdrawn_by_requester"
    with pytest.raises(TooManyCancelled):
        writes.cancel_line(region.dora, line.pk, quantity=3, reason="too many")


def test_a_line_is_closed_short(region: Region) -> None:
    line = submitted(region, quantity=3)
    accepted(region, line, region.dev, region.world.ambulances[:2])

    writes.close_short(region.dora, line.pk)

    assert (fresh(line).status, fresh(line).request.status) == ("short_closed", "closed")
    with pytest.raises(NothingToCancel):
        writes.cancel_line(region.dora, line.pk, quantity=0, reason="nothing")


def test_only_what_was_given_up_is_retried(region: Region) -> None:
    line = submitted(region)

    with pytest.raises(NotGivenUp):
        writes.retry_line(region.dora, line.pk)


def test_a_retry_with_nobody_to_ask_says_so(region: Region) -> None:
    for agreement in (region.world.agreement, region.with_eastport, region.with_valley):
        ended(agreement)
    line = submitted(region)

    with pytest.raises(NobodyToAsk):
        writes.retry_line(region.dora, line.pk)


def test_every_status_stands_on_the_board_of_the_incident(region: Region) -> None:
    line = submitted(region)
    one = accepted(region, line, region.dev, region.world.ambulances[:2])

    images = Image.objects.filter(stream_key=of_incident(region.world.fire.pk))
    board = {image.key: image.row or {} for image in images}

    assert board[f"request:{line.request_id}"]["status"] == "filled"
    assert board[f"line:{line.pk}"]["accepted"] == 2
    assert board[f"solicitation:{one.pk}"]["status"] == "accepted"
    rungs = [row["status"] for key, row in board.items() if key.startswith("rung:")]
    assert rungs == ["stopped", "stopped"]


def test_a_need_lies_in_the_future(region: Region) -> None:
    with pytest.raises(Exception, match="still to come"):
        submitted(region, needed_by=timezone.now() - timedelta(hours=1))
    assert ask(submitted(region), region.world.bay_ems)
