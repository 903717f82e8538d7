"""Everybody at an incident reads its own clock, everywhere else their agency's (decision 9)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from agencies.details import AgencyDetails
from agencies.models import Account, Agency
from agencies.web.moments import Moment
from agencies.writes import edit_agency
from agencies.writes.changes import NoSuchTimeZone
from audit.actors import Actor
from incidents import reads, writes
from incidents.models import Incident, Note
from tests.incidents import arrange
from tests.world import World, seeding

CHICAGO = ZoneInfo("America/Chicago")
PACIFIC = ZoneInfo("America/Los_Angeles")
SKIPPED = "2026-03-08T02:30"
TWICE = "2026-11-01T01:30"


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(Account.objects.get(member=actor.member_id))
    return client


@pytest.fixture
def abroad(world: World) -> World:
    """The fire burns in Chicago's time; Bay City EMS comes from the coast."""
    with seeding():
        Incident.objects.filter(pk=world.fire.pk).update(time_zone=CHICAGO.key)
        Agency.objects.filter(pk=world.bay_ems.pk).update(time_zone=PACIFIC.key)
        Agency.objects.filter(pk=world.harbor_fire.pk).update(time_zone=CHICAGO.key)
    return world


def told(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M:%S %Z}"


def note(world: World, at: str, **more: str) -> Any:
    said = {"text": "Smoke seen", "category": "OPS", "occurred_at": at, **more}
    return signed_in(world.cleo).post(f"/incidents/{world.fire.pk}/note/", said)


def test_two_agencies_are_told_the_same_time_at_one_incident(abroad: World) -> None:
    arrange.on_the_way(abroad)
    recorded = reads.timeline(abroad.ana, abroad.fire.pk).lines[0].recorded_at

    for actor in (abroad.ana, abroad.cleo):
        page = signed_in(actor).get(f"/incidents/{abroad.fire.pk}/trail/").content.decode()
        assert told(recorded, CHICAGO) in page
        assert "told in America/Chicago to everybody" in page


def test_what_happened_earlier_stands_beside_when_it_was_recorded(abroad: World) -> None:
    """RULE-SM-04."""
    earlier = timezone.now() - timedelta(minutes=25)
    writes.set_objective(abroad.ana, abroad.fire.pk, text="Save the pier", occurred_at=earlier)
    line = reads.timeline(abroad.ana, abroad.fire.pk).lines[0]

    page = signed_in(abroad.cleo).get(f"/incidents/{abroad.fire.pk}/trail/").content.decode()

    assert f"{earlier.astimezone(CHICAGO):%Y-%m-%d %H:%M %Z}" in page
    assert f"recorded {told(line.recorded_at, CHICAGO)}" in page


def test_a_copy_of_the_trail_keeps_offsets(abroad: World) -> None:
    arrange.on_the_way(abroad)
    recorded = reads.timeline(abroad.ana, abroad.fire.pk).lines[0].recorded_at

    answer = signed_in(abroad.cleo).post(f"/incidents/{abroad.fire.pk}/trail/export/")

    assert recorded.astimezone(UTC).isoformat() in b"".join(answer).decode()


def test_elsewhere_an_agency_reads_its_own_clock(abroad: World) -> None:
    page = signed_in(abroad.cleo).get("/incidents/").content.decode()

    opened = abroad.fire.opened_at.astimezone(PACIFIC)
    assert f"{opened:%Y-%m-%d %H:%M %Z}" in page


def test_the_api_stays_with_utc(abroad: World) -> None:
    shown = signed_in(abroad.cleo).get(f"/api/v1/incidents/{abroad.fire.pk}/").json()

    assert shown["opened_at"].endswith(("Z", "+00:00"))
    assert shown["time_zone"] == CHICAGO.key


def test_a_form_at_the_incident_takes_the_incidents_clock(abroad: World) -> None:
    there = timezone.now().astimezone(CHICAGO) - timedelta(minutes=30)

    answer = note(abroad, f"{there:%Y-%m-%dT%H:%M}")

    assert answer.status_code == HTTPStatus.FOUND
    assert Note.objects.get().at == there.replace(second=0, microsecond=0)


def test_the_form_says_whose_clock_it_takes(abroad: World) -> None:
    page = signed_in(abroad.cleo).get(f"/incidents/{abroad.fire.pk}/note/").content.decode()

    assert "in America/Chicago, now C" in page
    assert "It happened earlier" in page


def test_an_hour_that_clocks_skipped_is_refused(abroad: World) -> None:
    answer = note(abroad, SKIPPED)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Clocks went forward over 02:30 on that day" in answer.content.decode()
    assert "<details" in answer.content.decode()


def test_an_hour_that_clocks_passed_twice_is_asked_back(abroad: World) -> None:
    answer = note(abroad, TWICE)

    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "showed 01:30 twice" in page
    assert "The first, 01:30 CDT" in page
    assert "The second, 01:30 CST" in page


@pytest.mark.parametrize(("which", "hour"), [("0", 6), ("1", 7)])
def test_whoever_says_which_of_the_two_is_understood(abroad: World, which: str, hour: int) -> None:
    note(abroad, TWICE, occurred_at_which=which)

    assert Note.objects.get().at == datetime(2026, 11, 1, hour, 30, tzinfo=UTC)


@pytest.mark.parametrize("said", ["soon", "2026-13-01T10:00", "9999-12-31T23:59"])
def test_what_is_no_time_is_refused(said: str) -> None:
    with timezone.override(CHICAGO), pytest.raises(ValidationError):
        Moment().clean(said)


@pytest.mark.parametrize(
    "said",
    ["2026-07-01T14:05", "2026-07-01 14:05", "2026-07-01T19:05:00Z", "2026-07-01T14:05-05:00"],
)
def test_a_time_is_taken_however_it_is_written(said: str) -> None:
    with timezone.override(CHICAGO):
        assert Moment().clean(said) == datetime(2026, 7, 1, 19, 5, tzinfo=UTC)


def test_a_new_incident_proposes_the_agencys_time_zone(abroad: World) -> None:
    page = signed_in(abroad.ana).get("/incidents/open/").content.decode()

    assert f'value="{CHICAGO.key}"' in page


def test_an_agency_has_a_clock_that_everybody_can_read(world: World) -> None:
    details = details_of(world.harbor_fire, time_zone="Fire Station Time")

    with pytest.raises(NoSuchTimeZone):
        edit_agency(world.dora, world.harbor_fire.pk, details=details, version=1)


def test_a_clock_that_nobody_can_read_does_not_stop_a_page(world: World) -> None:
    with seeding():
        Agency.objects.filter(pk=world.harbor_fire.pk).update(time_zone="Fire Station Time")

    page = signed_in(world.ana).get("/incidents/").content.decode()

    assert f"{world.fire.opened_at:%Y-%m-%d %H:%M} UTC" in page


def details_of(agency: Agency, **changes: str) -> Any:
    said = {name: getattr(agency, name) for name in AgencyDetails.__dataclass_fields__}
    return AgencyDetails(**said | changes)


def test_a_unit_tells_since_when_and_when_that_was_recorded(abroad: World) -> None:
    earlier = timezone.now() - timedelta(minutes=25)
    fact = writes.commit_resource(
        abroad.dora, abroad.fire.pk, resource=abroad.engines[0].pk, occurred_at=earlier
    )

    page = signed_in(abroad.ana).get(f"/incidents/deployments/{fact.deployment}/").content.decode()

    assert f"{earlier.astimezone(CHICAGO):%Y-%m-%d %H:%M %Z}, recorded" in page
    assert "It happened earlier" in page
