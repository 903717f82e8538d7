"""What the database shows whom, whatever a query forgot to ask (P11, M18-M20)."""

from __future__ import annotations

import pytest
from django.db import Error, connection, transaction
from django.db.models import Model

from agencies.models import Agreement, Member, Resource
from audit import walls
from audit.actors import Actor, machine
from audit.models import Entry, Image, Stream, Testimony
from incidents import writes
from incidents.models import Alert, Deployment, Incident, Note
from mutualaid.models import ResourceRequest, Solicitation
from tests.foreign import pk_of
from tests.stage import set_up
from tests.world import World

pytestmark = pytest.mark.django_db

TABLES: list[type[Model]] = [Member, Resource, Agreement, Incident, Note, Deployment, Alert]
TABLES += [ResourceRequest, Solicitation, Stream, Entry, Testimony, Image]


def seen_by(actor: Actor | None, model: type[Model]) -> int:
    """How many rows a query without any rule brings, asked by the application in their name."""
    there = walls.place_of(actor) if actor else walls.Place()
    with transaction.atomic(), walls.looking_from(there):
        return model._default_manager.count()


@pytest.mark.parametrize("model", TABLES)
def test_a_query_without_any_rule_shows_a_stranger_nothing_of_others(
    world: World, model: type[Model]
) -> None:
    set_up(world)
    writes.write_note(world.ana, world.fire.pk, category="OPS", text="Wind turns.")

    assert model._default_manager.exists()  # a test sees all
    own = 1 if model is Member else 0
    assert seen_by(world.ivy, model) == own


@pytest.mark.parametrize("model", TABLES)
def test_who_told_nothing_sees_nothing(world: World, model: type[Model]) -> None:
    set_up(world)

    assert seen_by(None, model) == 0
    assert seen_by(machine("made up", via="page"), model) == 0


def test_an_agency_sees_its_own_and_what_it_takes_part_in(world: World) -> None:
    rows = set_up(world)

    assert seen_by(world.dev, Deployment) == 2  # also Harbor's, at the fire where Bay is
    assert seen_by(world.dev, Note) == 0  # Harbor's: the board shows it, through a sheet
    assert seen_by(world.dora, Note) == 1
    assert seen_by(world.dev, Alert) == 0  # Harbor's own
    assert seen_by(world.dora, Alert) == 1
    for who, sees in ((world.dora, True), (world.dev, False)):
        with transaction.atomic(), walls.looking_from(walls.place_of(who)):
            assert Agreement.objects.filter(pk=rows["draft"].pk).exists() is sees


def test_what_one_was_told_ends_with_the_transaction(world: World) -> None:
    """A pooled connection must not show the next one what the one before might see (M18)."""
    with connection.cursor() as cursor:
        with transaction.atomic(), walls.looking_from(walls.place_of(world.dora)):
            cursor.execute("SELECT current_setting('app.agency')")
            assert cursor.fetchone() == (str(world.dora.agency_id),)
        for setting in ("app.agency", "app.actor", "app.reach"):
            cursor.execute(
                "SELECT setting FROM pg_settings WHERE name = %s AND source = 'session'"
                " AND setting NOT IN ('', 'tests')",
                [setting],
            )
            assert cursor.fetchall() == []


def test_a_row_for_what_cannot_be_seen_is_not_taken(world: World) -> None:
    """Or whoever tries would learn that it is there (M19)."""
    set_up(world)
    foreign = Note(
        incident=world.fire, agency=world.harbor_fire, author="Ivy", category="OPS", text="Here",
        at=world.fire.opened_at, recorded_at=world.fire.opened_at,
    )  # fmt: skip

    with pytest.raises(Error, match="row-level security"):
        left(world.ivy, foreign)


def left(actor: Actor, row: Model) -> None:
    with transaction.atomic(), walls.looking_from(walls.place_of(actor)):
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('app.write', 'tests', true)")
        row.save()


def test_a_view_shows_no_more_than_its_tables(world: World) -> None:
    """Views ask as whoever looks, not as their owner (M20)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM agencies_supplyright")
        assert cursor.fetchone() != (0,)
        with transaction.atomic(), walls.looking_from(walls.place_of(world.ivy)):
            cursor.execute("SELECT count(*) FROM agencies_supplyright")
            assert cursor.fetchone() == (0,)


def test_what_looked_beyond_is_back_behind_the_wall_whatever_happened(world: World) -> None:
    with transaction.atomic(), walls.looking_from(walls.place_of(world.ivy)):
        with pytest.raises(KeyError):
            stumbled_beyond()
        assert not Incident.objects.exists()


def stumbled_beyond() -> None:
    with walls.beyond("tests"):
        assert Incident.objects.exists()
        raise KeyError


def test_each_audience_of_a_frame_is_let_through_by_itself(world: World) -> None:
    writes.write_note(world.ana, world.fire.pk, category="OPS", text="Wind turns.")
    agencies = {world.harbor_fire.pk, world.bay_ems.pk, world.northfield.pk}

    with transaction.atomic(), walls.looking_from(walls.Place(reach="tests")):
        through = walls.seen_by(f"incident:{world.fire.pk}", agencies, "")()
        own = walls.seen_by(f"access:{world.bay_ems.pk}", agencies, "")()

    assert through == agencies - {world.northfield.pk}
    assert own <= agencies
    assert pk_of(world.ivy)
