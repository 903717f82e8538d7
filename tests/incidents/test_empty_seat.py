"""RULE-ICS-12: command is never empty, and whoever sees an empty seat can reach who may take it."""

from __future__ import annotations

import pytest

from audit.actors import Actor
from audit.refusals import NotFound
from incidents import reads, writes
from incidents.models import Incident
from tests.incidents import arrange
from tests.incidents.test_incident_pages import signed_in
from tests.world import World, seeding


def named(actor: Actor, incident: Incident) -> list[str]:
    return [one.name for one in reads.possible_fillers(actor, incident.pk)]


def test_where_nobody_commands_a_dispatcher_may_call_every_commander_there(world: World) -> None:
    incident = arrange.opened(world.dora)
    arrange.joined(incident, world.dora, world.cleo)

    assert named(world.dora, incident) == ["Cleo Marsh", "Ana Lopes", "Ben Okafor"]


def test_beside_a_commander_a_seat_waits_for_its_own_agency(world: World) -> None:
    writes.establish_unified_command(world.ana, world.fire.pk, agency=world.bay_ems.pk)

    assert named(world.dora, world.fire) == ["Cleo Marsh"]


def test_where_no_seat_is_empty_nobody_may_take_one(world: World) -> None:
    assert named(world.dora, world.fire) == []


def test_the_commanders_of_an_agency_that_only_is_invited_are_not_named(world: World) -> None:
    incident = arrange.opened(world.dora)
    writes.invite_agency(world.dora, incident.pk, agency=world.bay_ems.pk)

    assert named(world.dora, incident) == ["Ana Lopes", "Ben Okafor"]


def test_a_stranger_is_told_of_nobody(world: World) -> None:
    incident = arrange.opened(world.dora)
    assert named(world.dora, incident)

    with pytest.raises(NotFound):
        reads.possible_fillers(world.ivy, incident.pk)


def test_the_page_names_them_beside_their_agencys_telephone(world: World) -> None:
    incident = arrange.opened(world.dora)
    with seeding():
        type(world.harbor_fire).objects.filter(pk=world.harbor_fire.pk).update(phone="555 0100")

    page = signed_in(world.dora).get(f"/incidents/{incident.pk}/who-may-take-command/")

    assert b"Battalion chief" in page.content
    assert b'href="tel:5550100"' in page.content
