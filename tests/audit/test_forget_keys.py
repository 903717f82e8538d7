"""A key is good for thirty days, and then forgotten: the table does not grow for ever (P2, P17)."""

from __future__ import annotations

import os
from dataclasses import replace

import psycopg
import pytest
from django.db import DatabaseError, connection

from audit.models import UsedKey
from audit.tasks import forget_keys
from incidents.models import Note
from tests.audit import deeds
from tests.world import World, build


@pytest.fixture
def world(transactional_db: None) -> World:
    return build()


def used_days_ago(key: str, days: int) -> None:
    """Only the owner of the tables can write another time than now."""
    beyond = "-c app.reach=tests"
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], options=beyond) as owner:
        owner.execute(
            "UPDATE audit_usedkey SET used_at = used_at - make_interval(days => %s) WHERE key = %s",
            [days, key],
        )


def test_only_keys_of_more_than_thirty_days_ago_are_forgotten(world: World) -> None:
    for key in ("old", "late", "new"):
        deeds.scribble(replace(world.cleo, key=key), world.fire.pk, text=key)
    used_days_ago("old", 31)
    used_days_ago("late", 29)

    forgotten = forget_keys()

    assert forgotten == 1
    assert set(UsedKey.objects.values_list("key", flat=True)) == {"late", "new"}
    deeds.scribble(replace(world.cleo, key="late"), world.fire.pk, text="late")
    assert Note.objects.count() == 3  # still the first answer


def test_the_application_makes_nobody_forget_a_key_that_is_new(world: World) -> None:
    deeds.scribble(replace(world.cleo, key="new"), world.fire.pk, text="new")

    with (
        pytest.raises(DatabaseError, match="permission denied"),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM audit_usedkey")

    assert UsedKey.objects.exists()
