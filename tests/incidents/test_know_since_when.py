"""Objectives, agencies and incidents know since when they are there."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from incidents import writes
from incidents.models import CommandSeat, Incident, Objective, Participation
from tests.world import World


def ago(minutes: float) -> datetime:
    return timezone.now() - timedelta(minutes=minutes)


def test_an_objective_and_an_agency_know_since_when(world: World) -> None:
    goal = writes.set_objective(
        world.ana, world.fire.pk, text="Save the pier", occurred_at=ago(30)
    ).objective
    writes.invite_agency(world.ana, world.fire.pk, agency=world.northfield.pk, occurred_at=ago(39))
    writes.accept_invitation(world.ivy, world.fire.pk, occurred_at=ago(20))

    assert Objective.objects.get(pk=goal).since < ago(29)
    place = Participation.objects.get(
        incident=world.fire.pk,
        agency=world.northfield.pk,
    )
    assert place.joined_at is not None
    assert place.joined_at < ago(19)
    assert place.recorded_at is not None


def test_who_opens_an_incident_late_was_there_since_it_began(world: World) -> None:
    assert world.ana.agency_id is not None
    fact = writes.open_incident(
        world.ana,
        world.ana.agency_id,
        name="Pier 9 fire",
        kind="fire",
        mode="real_world",
        occurred_at=ago(60),
    )

    began = Incident.objects.get(pk=fact.incident).opened_at
    seat = CommandSeat.objects.get(incident=fact.incident)
    assert seat.since == began
    assert seat.recorded_at is not None
