"""Automatic aid as a hint where help is asked for: who is due at once, by which clause."""

from __future__ import annotations

from uuid import UUID

import pytest

from agencies import writes
from agencies.first_due import FirstDue
from agencies.hazards import Hazard
from audit.models import Testimony
from audit.refusals import NotFound
from audit.streams import of_access
from incidents.models import Incident
from mutualaid import reads
from tests.agencies.acts import due_at_once, party
from tests.mutualaid.doors import Visitor
from tests.world import World, seeding

PIER = (44.95, -93.1)
AROUND_THE_PIER = ((44.9, -93.2), (44.9, -93.0), (45.1, -93.1))


def to_dev(world: World) -> tuple[FirstDue, ...]:
    """What Bay City EMS is told at the fire."""
    return reads.first_due(world.dev, world.fire.pk)


def at(world: World, place: tuple[float, float]) -> None:
    with seeding():
        Incident.objects.filter(pk=world.fire.pk).update(latitude=place[0], longitude=place[1])


def test_who_is_owed_automatic_aid_reads_who_is_due_and_in_which_order(world: World) -> None:
    due_at_once(world, event_types=(Hazard.FIRE,))

    (one,) = to_dev(world)

    assert (one.code, one.units) == ("HCF", ("HCF E1", "HCF E2"))
    assert one.reference == "Harbor goes at once, 3"
    assert one.text == "Harbor sends E1, then E2."
    assert one.warnings == ()


def test_whoever_sends_is_not_due_to_itself(world: World) -> None:
    due_at_once(world)

    assert reads.first_due(world.dora, world.fire.pk) == ()


def test_it_is_for_the_kinds_of_incident_that_the_clause_names(world: World) -> None:
    due_at_once(world, event_types=(Hazard.FLOOD,))

    assert to_dev(world) == ()


def test_it_is_for_the_area_that_the_clause_draws(world: World) -> None:
    due_at_once(world, area=AROUND_THE_PIER)
    at(world, PIER)
    assert [one.warnings for one in to_dev(world)] == [()]

    at(world, (40.0, -93.1))

    assert to_dev(world) == ()


def test_where_nobody_knows_the_place_it_is_said_with_a_warning(world: World) -> None:
    due_at_once(world, area=AROUND_THE_PIER)

    (one,) = to_dev(world)

    assert one.warnings == ("It holds inside an area, and the incident has no place on the map.",)


def test_what_counsel_has_not_checked_only_warns(world: World) -> None:
    """RULE-MOU-08."""
    due_at_once(world, check=False)

    (one,) = to_dev(world)

    assert one.warnings == (
        "Counsel of whoever sends has not checked its coded form (see the text).",
    )


def test_nobody_is_due_by_what_binds_no_more(world: World) -> None:
    """RULE-MOU-01."""
    pk = due_at_once(world)
    assert len(to_dev(world)) == 1

    writes.suspend_for_us(
        world.dora, party(pk, world.harbor_fire), reason="Both engines burnt.", authority="Chief"
    )

    assert to_dev(world) == ()


def test_who_is_not_at_the_incident_is_told_nothing(world: World) -> None:
    due_at_once(world)
    assert len(to_dev(world)) == 1

    with pytest.raises(NotFound):
        reads.first_due(world.ivy, world.fire.pk)


def test_whose_clause_it_is_finds_that_it_was_looked_at(world: World) -> None:
    due_at_once(world)

    (one,) = to_dev(world)

    log = Testimony.objects.filter(stream_key=of_access(world.harbor_fire.pk)).order_by("seq")
    assert f"clause:{one.clause}" in (log.last() or Testimony()).body


def test_it_stands_where_help_is_asked_for_and_in_the_api(world: World) -> None:
    due_at_once(world)
    dev = Visitor(world.dev)

    page = dev.dialog(f"/incidents/{world.fire.pk}/request/").content.decode()
    (told,) = dev.seen(f"/requests/first-due/?incident={world.fire.pk}").json()

    assert "HCF E1, HCF E2" in page
    assert "Muster sends nobody by itself" in page
    assert (told["code"], told["units"]) == ("HCF", ["HCF E1", "HCF E2"])
    assert dev.seen("/requests/first-due/?incident=x").status_code == 400
    assert dev.seen(f"/requests/first-due/?incident={UUID(int=7)}").status_code == 404
