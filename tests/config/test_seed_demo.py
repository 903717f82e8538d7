"""The demo region as it stands once it is seeded: whole, proven, and at rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection, transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from agencies import reads as in_agencies
from agencies.models import Agency, Agreement, Bound, Invitation, Member, Resource
from audit.models import Entry, Testimony
from audit.verification import verify_all
from config.demo.region import REGION
from config.demo.seeding import seed
from config.demo.seeding.peopled import Peopled
from config.demo.signins import (
    FIRE_COMMAND,
    FIRE_RELIEF,
    HEALTH_COMMAND,
    PASSWORD,
    POLICE_COMMAND,
)
from incidents import reads
from incidents.lifecycle import ParticipationStatus
from incidents.models import CommandSeat, Deployment, Handover, Incident, Mode, Note, Participation
from mutualaid.models import OrderLine, Rung, Solicitation

EXPIRED = "Tamarack Evacuation Bus Agreement"
UNSIGNED = "Gas and Electric Emergency Understanding"
# What whoever runs the installation does; all else is done by people of the agencies.
BY_MACHINE = {
    "agencies.agency_founded",
    "agencies.member_added",
    "agencies.seat_given",
    "agencies.agreement_recorded",
}


@pytest.fixture(scope="module")
def region(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Peopled]:
    """Seeded once for all of these tests, and rolled back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield seed(REGION, timezone.now())
        transaction.set_rollback(True)


def test_everything_of_the_tables_is_there(region: Peopled) -> None:
    counts = [model.objects.count() for model in (Agency, Member, Resource, Agreement, Incident)]

    amendments = 2
    papers = len(REGION.agreements) + len(REGION.under_way) + amendments
    assert counts == [18, 91, len(REGION.resources), papers, 2]


def test_everybody_signs_in_with_the_one_password_that_was_hashed_once(region: Peopled) -> None:
    [encoded] = set(Member.objects.values_list("account__password", flat=True))

    assert check_password(PASSWORD, encoded)


def test_somebody_is_invited_and_one_agency_asks_more_than_a_password(region: Peopled) -> None:
    assert Invitation.objects.get().name == "Owen Brandt"
    assert [one.code for one in Agency.objects.filter(second_factor_required=True)] == ["TCPA"]


def test_agreements_in_force_are_those_that_run_and_are_signed_by_all(region: Peopled) -> None:
    """RULE-MOU-01, RULE-MOU-02."""
    of_tables = [one.title for one in REGION.agreements]
    rows = Bound.objects.filter(agreement__title__in=of_tables)
    bound = Counter(rows.values_list("agreement__title", flat=True))

    assert bound == {
        one.title: len(one.parties)
        for one in REGION.agreements
        if one.title not in {EXPIRED, UNSIGNED}
    }


def test_the_expired_agreement_held_until_it_ended(region: Peopled) -> None:
    assert _bound_to(EXPIRED, timezone.now() - timedelta(days=60)) == 2
    assert _bound_to(EXPIRED, timezone.now()) == 0


def test_papers_have_come_as_far_as_their_stage_says(region: Peopled) -> None:
    led = [(one.agreement.led_by, one.agreement.title) for one in REGION.under_way]
    states = []
    for code, title in led:
        listed = in_agencies.agreements(region.seated(code, "admin"), sought=title)
        states += [one.state for one in listed if one.title == title]

    assert states == [
        *("legal_review", "in_force", "suspended", "in_force"),
        *("in_force", "in_force", "in_force", "terminated"),
    ]


def test_the_gas_agreement_waits_for_its_signatories(region: Peopled) -> None:
    agreement = Agreement.objects.get(title=UNSIGNED)

    assert agreement.status == "signing"
    assert not agreement.parties.filter(signatures__isnull=False).exists()


def test_every_line_of_the_ledger_holds(region: Peopled) -> None:
    assert Testimony.objects.count() > 500
    assert verify_all() == []


def test_people_of_the_agencies_did_everything_but_the_founding(region: Peopled) -> None:
    lines = Testimony.objects.filter(member_id=None).values_list("stream_key", "seq")
    by_nobody = set(lines)
    entries = Entry.objects.values_list("stream", "seq", "kind")

    assert {kind for stream, seq, kind in entries if (stream, seq) in by_nobody} == BY_MACHINE


def test_both_incidents_are_commanded_and_one_is_an_exercise(region: Peopled) -> None:
    held = CommandSeat.objects.filter(ended_at__isnull=True, holder__isnull=False)
    modes = set(Incident.objects.values_list("mode", flat=True))
    commands = Counter(held.values_list("incident__structure", flat=True))

    assert modes == {Mode.REAL_WORLD, Mode.EXERCISE}
    assert commands == {"unified": 3, "single": 1}
    assert not CommandSeat.objects.filter(holder__isnull=True).exists()


def test_nothing_lapses_by_sitting_overnight(region: Peopled) -> None:
    assert [line.status for line in OrderLine.objects.all()] == ["received"]
    assert {one.status for one in Solicitation.objects.all()} == {"accepted"}
    assert not Rung.objects.filter(status__in=("asked", "waiting", "held")).exists()
    assert not Handover.objects.filter(settled_at__isnull=True).exists()
    assert not Participation.objects.filter(status=ParticipationStatus.INVITED).exists()


def test_notes_keep_when_it_happened_beside_when_it_was_recorded(region: Peopled) -> None:
    """RULE-SM-04."""
    told = REGION.stories[0].steps[0].minutes_ago
    train = Incident.objects.get(mode=Mode.REAL_WORLD)

    assert train.opened_at == region.now - timedelta(minutes=told)
    assert all(note.at < region.now <= note.recorded_at for note in Note.objects.all())


def test_units_have_been_where_they_are_for_as_long_as_the_story_says(region: Peopled) -> None:
    """Engine 1 was assigned 145 minutes ago, and so it says; not a moment ago."""
    steps = [(step.minutes_ago, step.act) for story in REGION.stories for step in story.steps]
    newest = {
        key: region.now - timedelta(minutes=minutes)
        for minutes, act in steps
        for key in getattr(act, "resources", ())
    }
    stays = {stay.resource_id: stay for stay in Deployment.objects.all()}

    assert {key: stays[region.resources[key]].since for key in newest} == newest
    assert all(stay.recorded_at for stay in stays.values())


def test_what_was_asked_for_and_offered_is_as_old_as_the_story_says(region: Peopled) -> None:
    """Tenders were asked for 118 minutes ago, needed within 45, and offered a minute later."""
    line = OrderLine.objects.select_related("request").get()
    one = Solicitation.objects.get(line=line)

    at = [line.request.requested_at, line.request.needed_by, one.asked_at, one.answered_at]
    assert [region.now - timedelta(minutes=minutes) for minutes in (118, 73, 118, 117)] == at
    assert not one.late


def test_command_was_taken_when_the_story_says(region: Peopled) -> None:
    since = {seat.since for seat in CommandSeat.objects.all()}

    assert since == {region.now - timedelta(minutes=minutes) for minutes in (163, 132, 94)}


def test_command_at_the_derailment_can_be_handed_over(region: Peopled) -> None:
    """RULE-ICS-12: it takes somebody else of the agency who is seated for it."""
    fire = region.people[FIRE_COMMAND]
    seat = CommandSeat.objects.get(holder=fire.member_id, incident__mode=Mode.REAL_WORLD)

    takers = reads.possible_commanders(fire, seat.pk)

    assert [one.id for one in takers] == [region.people[FIRE_RELIEF].member_id]


def test_two_boards_of_the_school_differ_by_exactly_what_its_narrow_clause_shows(
    region: Peopled,
) -> None:
    school = str(region.agencies["PESD"])
    police, health = (_rows_of(region, email, school) for email in (POLICE_COMMAND, HEALTH_COMMAND))
    [note] = [key for key in police if police[key] != health[key]]

    assert police.keys() == health.keys()
    assert "312 students" in police[note]["text"]
    assert health[note]["text"] == {"withheld": "EDU"}
    assert police[note] | {"text": ""} == health[note] | {"text": ""}


def _rows_of(region: Peopled, email: str, owner: str) -> dict[str, Any]:
    train = Incident.objects.get(mode=Mode.REAL_WORLD)
    rows = reads.board(region.people[email], train.pk).rows
    return {key: row for key, row in rows.items() if str(row["owner"]) == owner}


def _bound_to(title: str, at: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM agencies_bound_at(%s) b"
            " JOIN agencies_agreement a ON a.id = b.agreement_id WHERE a.title = %s",
            [at, title],
        )
        return int(cursor.fetchone()[0])
