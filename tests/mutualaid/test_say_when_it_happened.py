"""What was asked and answered by voice is recorded later, and both times stand (RULE-SM-04)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from audit.refusals import Refusal
from incidents.writes.times import BeforeTheIncident, BeforeWhatIsKnown, InTheFuture
from mutualaid import writes
from mutualaid.facts import AskDeclined, OfferMade
from mutualaid.lifecycle import DeclineReason
from mutualaid.models import OrderLine, ResourceRequest, Solicitation
from mutualaid.writes.requests import NeededAlready
from tests.mutualaid.doors import Visitor
from tests.mutualaid.region import Region, ask, due, first_rung, minutes, submitted

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.mutualaid.addresses")]

Deed = Callable[[Region, datetime], object]


def ago(minutes: float) -> datetime:
    return timezone.now() - timedelta(minutes=minutes)


def submit(region: Region, at: datetime) -> OrderLine:
    return submitted(region, occurred_at=at)


def answer(region: Region, at: datetime) -> Solicitation:
    """An offer to what was asked twenty minutes ago."""
    one = ask(submit(region, ago(20)), region.world.bay_ems)
    named = [region.world.ambulances[0].pk]
    told = writes.offer(region.dev, one.pk, resources=named, occurred_at=at)
    assert isinstance(told[0], OfferMade)
    assert told[0].occurred_at == at
    one.refresh_from_db()
    return one


def decline(region: Region, at: datetime) -> Solicitation:
    one = ask(submit(region, ago(20)), region.world.bay_ems)
    why = DeclineReason.WEATHER
    told = writes.decline(region.dev, one.pk, reason=why, occurred_at=at)
    assert isinstance(told[0], AskDeclined)
    assert told[0].occurred_at == at
    one.refresh_from_db()
    return one


def test_a_request_is_as_old_as_people_say(region: Region) -> None:
    at = ago(20)

    line = submit(region, at)

    assert line.request.requested_at == at
    assert ask(line, region.world.bay_ems).asked_at == first_rung(line).asked_at == at


def test_the_time_to_answer_runs_from_when_it_can_be_answered_here(region: Region) -> None:
    at_once = minutes(first_rung(submitted(region)))[1]

    line = submit(region, ago(20))

    left = due(first_rung(line)) - timezone.now()
    assert at_once * 60 - 5 < left.total_seconds() <= at_once * 60
    assert ask(line, region.world.bay_ems).due_at <= due(first_rung(line))


@pytest.mark.parametrize("deed", [answer, decline])
def test_an_answer_is_as_old_as_people_say(
    region: Region, deed: Callable[[Region, datetime], Solicitation]
) -> None:
    at = ago(15)

    one = deed(region, at)

    assert one.answered_at == at
    assert not one.late


@pytest.mark.parametrize(
    ("deed", "when", "refusal"),
    [
        (submit, ago(-5), InTheFuture),
        (submit, ago(50), BeforeTheIncident),
        (answer, ago(-5), InTheFuture),
        (answer, ago(30), BeforeWhatIsKnown),
        (decline, ago(30), BeforeWhatIsKnown),
    ],
)
def test_what_cannot_have_been_then_is_refused(
    region: Region, deed: Deed, when: datetime, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        deed(region, when)


def test_what_was_asked_earlier_must_still_be_needed(region: Region) -> None:
    with pytest.raises(NeededAlready):
        submitted(region, occurred_at=ago(20), needed_by=ago(5))

    assert not ResourceRequest.objects.exists()


def test_both_are_told_through_the_forms(region: Region) -> None:
    """The forms are asked in UTC, the incident's clock."""
    dora, dev = Visitor(region.dora), Visitor(region.dev)
    line = submit(region, ago(20))
    one = ask(line, region.world.bay_ems)
    at = ago(10).replace(second=0, microsecond=0)
    path = f"/asks/{one.pk}/answer/?answer=decline"

    asking = dora.dialog(f"/incidents/{region.world.fire.pk}/request/").content.decode()
    answering = dev.dialog(path).content.decode()
    dev.dialog(path, {"reason": "weather", "occurred_at": f"{at:%Y-%m-%dT%H:%M}"})

    one.refresh_from_db()
    assert "It happened earlier" in asking
    assert "It happened earlier" in answering
    assert (one.status, one.answered_at) == ("declined", at)
