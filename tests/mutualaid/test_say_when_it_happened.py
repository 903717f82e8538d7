"""What was asked and answered by voice is recorded later, and both times stand (RULE-SM-04)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from audit.constraints import Contradiction
from audit.refusals import Refusal
from incidents.lifecycle import ParticipationStatus
from incidents.models import Deployment, Participation
from incidents.writes.times import BeforeTheIncident, BeforeWhatIsKnown, InTheFuture
from mutualaid import reads, writes
from mutualaid.facts import AskDeclined, OfferAccepted, OfferMade
from mutualaid.lifecycle import DeclineReason
from mutualaid.models import OrderLine, ResourceRequest, Solicitation
from mutualaid.tasks import climb_due
from tests.mutualaid.doors import Visitor
from tests.mutualaid.region import (
    Region,
    ask,
    due,
    first_rung,
    minutes,
    submitted,
    time_passes,
)
from tests.world import seeding

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


def accept(region: Region, at: datetime) -> Solicitation:
    """What was offered fifteen minutes ago is taken."""
    one = answer(region, ago(15))
    told = writes.accept_offer(region.dora, one.pk, occurred_at=at)
    assert isinstance(told[0], OfferAccepted)
    assert told[0].occurred_at == at
    return one


def accept_of_an_invited_agency(region: Region, at: datetime) -> Solicitation:
    """Bay City is not at the incident yet; it was invited ten minutes ago."""
    with seeding():
        Participation.objects.filter(agency=region.world.bay_ems).update(
            status=ParticipationStatus.INVITED, invited_at=ago(10), joined_at=None
        )
    return accept(region, at)


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
    ("deed", "minutes_ago", "refusal"),
    [
        (submit, -5, InTheFuture),
        (submit, 50, BeforeTheIncident),
        (answer, -5, InTheFuture),
        (answer, 30, BeforeWhatIsKnown),
        (decline, 30, BeforeWhatIsKnown),
        (accept, -5, InTheFuture),
        (accept, 18, BeforeWhatIsKnown),
        (accept_of_an_invited_agency, 13, BeforeWhatIsKnown),
    ],
)
def test_what_cannot_have_been_then_is_refused(
    region: Region, deed: Deed, minutes_ago: float, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        deed(region, ago(minutes_ago))


@pytest.mark.parametrize("deed", [accept, accept_of_an_invited_agency])
def test_a_taking_is_as_old_as_people_say(region: Region, deed: Deed) -> None:
    at = ago(5)

    deed(region, at)

    stay = Deployment.objects.get(resource=region.world.ambulances[0])
    place = Participation.objects.get(agency=region.world.bay_ems)
    assert stay.since == at
    assert place.status == "accepted"
    assert place.joined_at == at or deed is accept


@pytest.mark.parametrize(("minutes_ago", "late"), [(4, False), (2, True), (None, True)])
def test_what_was_answered_in_time_is_not_late_although_it_is_written_late(
    region: Region, minutes_ago: float | None, late: bool
) -> None:
    """RULE-SM-03: asked eight minutes ago, with five to answer, and nobody wrote it down."""
    line = submitted(region, occurred_at=ago(8))
    time_passes(line, minutes=8)
    climb_due()
    one = ask(line, region.world.bay_ems)
    assert one.status == "expired"
    at = None if minutes_ago is None else ago(minutes_ago)

    writes.decline(region.dev, one.pk, reason=DeclineReason.WEATHER, occurred_at=at)

    one.refresh_from_db()
    assert one.late is late


def test_what_was_asked_earlier_may_be_overdue_by_now_and_is_sought_all_the_same(
    region: Region,
) -> None:
    line = submitted(region, occurred_at=ago(20), needed_by=ago(5))

    assert line.request.needed_by < timezone.now()
    assert ask(line, region.world.bay_ems).status == "requested"


def test_nothing_is_needed_before_it_was_asked_for(region: Region) -> None:
    with pytest.raises(Contradiction, match="still to come"):
        submitted(region, occurred_at=ago(20), needed_by=ago(25))

    assert not ResourceRequest.objects.exists()


def test_what_happened_is_told_with_both_times(region: Region) -> None:
    one = answer(region, ago(15))

    request = one.line.request_id
    told = {each.sentence: each for each in reads.history(region.dora, request)}
    page = Visitor(region.dora).get(f"/requests/{request}/").content.decode()

    offered = told["Bay City EMS offered 1 of 2: M21."]
    assert offered.at == one.answered_at
    assert offered.recorded_at
    assert offered.recorded_at > offered.at
    assert told["Asked Bay City EMS for 2."].recorded_at is None
    assert f"recorded {offered.recorded_at:%Y-%m-%d %H:%M:%S} UTC" in page


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
