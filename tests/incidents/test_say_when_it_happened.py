"""People record later what happened earlier, and both times stand (RULE-SM-04)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from audit.refusals import Refusal
from incidents import reads, writes
from incidents.facts import IncidentFact
from incidents.lifecycle import DeploymentState, ObjectiveStatus
from incidents.models import CommandSeat, Deployment
from incidents.writes.times import BeforeTheIncident, BeforeWhatIsKnown, InTheFuture
from tests.incidents import arrange
from tests.world import World, seeding

Deed = Callable[[World, datetime], IncidentFact]


def ago(minutes: float) -> datetime:
    return timezone.now() - timedelta(minutes=minutes)


def committed(world: World, at: datetime) -> Deployment:
    fact = writes.commit_resource(
        world.dora, world.fire.pk, resource=world.engines[0].pk, occurred_at=at
    )
    return Deployment.objects.get(pk=fact.deployment)


def empty(world: World) -> CommandSeat:
    with seeding():
        CommandSeat.objects.filter(pk=world.seat.pk).update(holder=None)
    return world.seat


def commit(world: World, at: datetime) -> IncidentFact:
    return writes.commit_resource(
        world.dora, world.fire.pk, resource=world.engines[0].pk, occurred_at=at
    )


def come_unasked(world: World, at: datetime) -> IncidentFact:
    return writes.check_in_unordered(
        world.dora, world.fire.pk, resource=world.engines[0].pk, occurred_at=at
    )


def check_in(world: World, at: datetime) -> IncidentFact:
    stay = committed(world, ago(39))
    return writes.check_in(world.ana, stay.pk, version=stay.version, occurred_at=at)


def move(world: World, at: datetime) -> IncidentFact:
    stay = committed(world, ago(39))
    return writes.move_deployment(
        world.dora, stay.pk, to=DeploymentState.EN_ROUTE, version=stay.version, occurred_at=at
    )


def invite(world: World, at: datetime) -> IncidentFact:
    return writes.invite_agency(
        world.ana, world.fire.pk, agency=world.northfield.pk, occurred_at=at
    )


def accept_invitation(world: World, at: datetime) -> IncidentFact:
    writes.invite_agency(world.ana, world.fire.pk, agency=world.northfield.pk, occurred_at=ago(39))
    return writes.accept_invitation(world.ivy, world.fire.pk, occurred_at=at)


def assume(world: World, at: datetime) -> IncidentFact:
    return writes.assume_command(world.ben, empty(world).pk, occurred_at=at)


def transfer(world: World, at: datetime) -> IncidentFact:
    return writes.accept_command(
        world.ben, world.offer_to_ben.pk, heard=arrange.WHOLE_BRIEFING, occurred_at=at
    )


def unify(world: World, at: datetime) -> IncidentFact:
    return writes.establish_unified_command(
        world.ana, world.fire.pk, agency=world.bay_ems.pk, occurred_at=at
    )


def set_objective(world: World, at: datetime) -> IncidentFact:
    return writes.set_objective(world.ana, world.fire.pk, text="Save the pier", occurred_at=at)


def settle_objective(world: World, at: datetime) -> IncidentFact:
    goal = writes.set_objective(
        world.ana, world.fire.pk, text="Save the boats", occurred_at=ago(39)
    )
    return writes.settle_objective(
        world.ana, goal.objective, to=ObjectiveStatus.MET, version=1, occurred_at=at
    )


DEEDS: list[Deed] = [
    *(commit, come_unasked, check_in, move, invite, accept_invitation),
    *(assume, transfer, unify, set_objective, settle_objective),
]
each_deed = pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)


@each_deed
def test_what_is_recorded_later_tells_both_times(world: World, deed: Deed) -> None:
    earlier = ago(25)

    fact = deed(world, earlier)

    assert fact.occurred_at == earlier
    line = reads.timeline(world.ana, world.fire.pk).lines[0]
    assert line.occurred_at == earlier
    assert line.recorded_at - earlier >= timedelta(minutes=25)


@each_deed
def test_nothing_has_happened_before_its_incident_began(world: World, deed: Deed) -> None:
    with pytest.raises(BeforeTheIncident, match=r"This incident began at .* Write what happened"):
        deed(world, ago(90))


@each_deed
def test_nothing_has_happened_that_lies_in_the_future(world: World, deed: Deed) -> None:
    with pytest.raises(InTheFuture):
        deed(world, ago(-10))


@each_deed
def test_a_year_that_no_clock_shows_is_refused(world: World, deed: Deed) -> None:
    with pytest.raises(Refusal):
        deed(world, datetime.fromisoformat("0001-01-01T00:00:00+00:00"))


def test_a_unit_is_as_old_in_its_state_as_people_say(world: World) -> None:
    stay = committed(world, ago(30))

    writes.check_in(world.ana, stay.pk, version=stay.version, occurred_at=ago(25))

    stay.refresh_from_db()
    assert timedelta(minutes=25) <= timezone.now() - stay.since < timedelta(minutes=26)
    assert stay.checked_in_at == stay.since
    assert stay.recorded_at is not None
    assert stay.recorded_at > ago(1)
    shown = arrange.image(world.fire.pk, f"deployment:{stay.pk}")
    assert shown is not None
    assert datetime.fromisoformat(shown["since"]) == stay.since
    assert datetime.fromisoformat(shown["recorded_at"]) == stay.recorded_at


def test_what_is_recorded_as_it_happens_has_one_time(world: World) -> None:
    stay = committed(world, ago(30))

    writes.check_in(world.ana, stay.pk, version=stay.version)

    stay.refresh_from_db()
    assert stay.recorded_at is None
    assert stay.since > ago(1)


def test_an_older_report_does_not_overwrite_what_is_known(world: World) -> None:
    stay = committed(world, ago(30))
    writes.check_in(world.ana, stay.pk, version=stay.version, occurred_at=ago(10))
    stay.refresh_from_db()

    with pytest.raises(BeforeWhatIsKnown, match="It is known how this stood at"):
        writes.move_deployment(
            world.ana,
            stay.pk,
            to=DeploymentState.ASSIGNED,
            division=world.division.pk,
            version=stay.version,
            occurred_at=ago(20),
        )

    was = stay.since
    stay.refresh_from_db()
    assert (stay.state, stay.since) == (DeploymentState.CHECKED_IN, was)


def test_a_minute_that_was_begun_already_is_not_too_early(world: World) -> None:
    """People say 14:05 of what is known to have been at 14:05:40."""
    stay = committed(world, ago(5))
    said = stay.since - timedelta(seconds=40)

    writes.move_deployment(
        world.dora, stay.pk, to=DeploymentState.EN_ROUTE, version=stay.version, occurred_at=said
    )

    was = stay.since
    stay.refresh_from_db()
    assert stay.since == was


def test_nothing_happened_at_an_incident_before_it_was_there(world: World) -> None:
    """Said in the minute in which the incident began, it was there since that began."""
    said = world.fire.opened_at - timedelta(seconds=40)

    stay = committed(world, said)

    assert stay.since == world.fire.opened_at


def test_a_clock_that_is_a_little_fast_makes_nothing_younger_than_now(world: World) -> None:
    stay = committed(world, timezone.now() + timedelta(seconds=30))

    assert stay.since <= timezone.now()


def test_the_times_of_people_do_not_change_the_order_of_the_ledger(world: World) -> None:
    writes.set_objective(world.ana, world.fire.pk, text="First told", occurred_at=ago(5))
    writes.set_objective(world.ana, world.fire.pk, text="Told later", occurred_at=ago(30))

    newest, before = reads.timeline(world.ana, world.fire.pk).lines[:2]
    assert "Told later" in newest.what
    assert "First told" in before.what
