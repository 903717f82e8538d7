"""How those present stand is asked anew where something may have changed, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agencies import writes
from agencies.categories import Category
from agencies.models import Seat
from agencies.reads.frames import View, Want, frames
from agencies.reads.roll import Roll, heads_of
from audit import walls
from audit.actors import Actor
from audit.models import Entry
from audit.streams import of_access, of_incident
from incidents import writes as at_incidents
from tests.world import World, seeding

pytestmark = pytest.mark.django_db


def test_nobody_is_asked_about_again_while_their_agencys_ledger_stands_still(world: World) -> None:
    roll = called(world, world.cleo, world.dev)

    assert questions(roll, world, world.cleo, world.dev) == 1  # how far the ledger has come
    assert roll.changed == {pk_of(world.cleo), pk_of(world.dev)}  # until somebody acts on it


def test_who_is_suspended_is_missing_at_the_next_call(world: World) -> None:
    roll = called(world, world.cleo, world.dev)
    roll.changed.clear()

    writes.suspend_member(world.dev, pk_of(world.cleo), reason="Left.")
    call(roll, world, world.cleo, world.dev)

    assert set(roll.standing) == {pk_of(world.dev)}
    assert roll.changed == {pk_of(world.cleo)}


def test_who_comes_later_is_asked_about_alone(world: World) -> None:
    roll = called(world, world.dev)
    roll.changed.clear()

    call(roll, world, world.cleo, world.dev)

    assert roll.changed == {pk_of(world.cleo)}


def test_a_seat_that_ends_by_itself_needs_no_line_in_a_ledger(world: World) -> None:
    end = datetime.now(UTC) + timedelta(hours=1)
    with seeding():
        Seat.objects.filter(member=world.cleo.member_id).update(until=end)
    roll = called(world, world.cleo)
    assert roll.standing[pk_of(world.cleo)].until == end
    with seeding():
        Seat.objects.filter(member=world.cleo.member_id).update(until=datetime.now(UTC))

    call(roll, world, world.cleo, at=end)

    assert not roll.standing[pk_of(world.cleo)].seats


def test_it_is_called_after_all_rows_were_read_also_where_they_are_read_anew(world: World) -> None:
    """Whoever is suspended before something is told hears none of it."""
    stream = of_incident(world.fire.pk)
    under_others = Want(
        View.of(stream, world.cleo), 1, present=frozenset({pk_of(world.cleo)}), terms=b"others"
    )

    with CaptureQueriesContext(connection) as asked:
        frames(stream, [under_others])

    said = [one["sql"] for one in asked.captured_queries]
    rows = [place for place, sql in enumerate(said) if "JOIN audit_image" in sql]
    (stands,) = (place for place, sql in enumerate(said) if "a.sessions" in sql)
    assert len(rows) == 2
    assert stands > rows[-1]


def test_nothing_is_shown_where_nobody_who_is_present_stands_any_more(world: World) -> None:
    at_incidents.write_note(
        world.ana, world.fire.pk, category=Category.OPS, text="Wind turns.", occurred_at=None
    )
    assert shown(world, world.cleo)  # she is there, and sees it
    before = looks_at_harbor(world)

    writes.suspend_member(world.dev, pk_of(world.cleo), reason="Left.")

    assert not shown(world, world.cleo)
    assert looks_at_harbor(world) == before
    assert shown(world, world.cleo, world.dev)


def shown(world: World, *present: Actor) -> dict[str, Any] | None:
    """The rows of the fire that are drawn for Bay City EMS, while these are there."""
    stream = of_incident(world.fire.pk)
    view = View(stream, world.bay_ems.pk)
    (answer,) = frames(stream, [Want(view, 0, present=frozenset(map(pk_of, present)))]).answers
    return answer.rows


def looks_at_harbor(world: World) -> int:
    return Entry.objects.filter(stream=of_access(world.harbor_fire.pk)).count()


def called(world: World, *present: Actor) -> Roll:
    roll = Roll()
    call(roll, world, *present)
    return roll


def call(roll: Roll, world: World, *present: Actor, at: datetime | None = None) -> None:
    members = frozenset(map(pk_of, present))
    with walls.beyond("tests"):
        heads = heads_of([world.bay_ems.pk])()
        roll.call({world.bay_ems.pk: members}, at or datetime.now(UTC), heads)


def questions(roll: Roll, world: World, *present: Actor) -> int:
    with walls.beyond("tests"), CaptureQueriesContext(connection) as asked:
        call(roll, world, *present)
    return len(asked)


def pk_of(actor: Actor) -> UUID:
    assert actor.member_id is not None
    return actor.member_id
