"""Notes do not wait for one another, and pass by nobody who waits to change their incident."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from uuid import UUID

import psycopg
import pytest
from django.db import OperationalError, connection

from agencies.categories import Category
from incidents import writes
from incidents.models import Note
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE_SECONDS = 60
TURN = "SELECT audit_take_turn(%s, %s)"
# In this database: others of the same server are other tests'.
WAITING = """
    SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def turn_at(incident: UUID) -> str:
    return f"incidents.incident:{incident}"


@contextmanager
def somebody() -> Iterator[psycopg.Connection]:
    """Another connection, whose transaction ends with the block."""
    given = connection.get_connection_params()
    names = ("dbname", "host", "port", "user", "password")
    with psycopg.connect(**{name: given[name] for name in names if name in given}) as other:
        yield other
        other.rollback()


@contextmanager
def note_under_way(incident: UUID) -> Iterator[None]:
    """Somebody has begun a note, and has not finished."""
    with somebody() as other:
        other.execute(TURN, [turn_at(incident), True])
        other.execute("SELECT FROM incidents_incident WHERE id = %s FOR SHARE", [incident])
        yield


@contextmanager
def impatient() -> Iterator[None]:
    """Whoever would have to wait hears so instead."""
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '200ms'")
        try:
            yield
        finally:
            cursor.execute("RESET lock_timeout")


def write_note(world: World) -> None:
    writes.write_note(world.ana, world.fire.pk, category=Category.OPS, text="Roof is holding.")


def test_a_note_does_not_wait_for_another_note(world: World) -> None:
    with note_under_way(world.fire.pk), impatient():
        write_note(world)

    assert Note.objects.count() == 1


def test_nobody_changes_the_incident_while_a_note_is_under_way(world: World) -> None:
    with (
        note_under_way(world.fire.pk),
        impatient(),
        pytest.raises(OperationalError, match="lock timeout"),
    ):
        writes.close_incident(world.ana, world.fire.pk)

    world.fire.refresh_from_db()
    assert world.fire.closed_at is None


def test_a_note_does_not_pass_by_whoever_waits_to_change_the_incident(world: World) -> None:
    pk = world.fire.pk
    with ThreadPoolExecutor(1) as pool, somebody() as waiting:
        with note_under_way(pk):
            waiter = pool.submit(waiting.execute, TURN, [turn_at(pk), False])
            wait_until_somebody_waits()

            with impatient(), pytest.raises(OperationalError, match="lock timeout"):
                write_note(world)

        waiter.result(timeout=PATIENCE_SECONDS)


def wait_until_somebody_waits() -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        while cursor.fetchone() == (0,):
            assert time.monotonic() < deadline, "nobody waits"
            cursor.execute(WAITING)
