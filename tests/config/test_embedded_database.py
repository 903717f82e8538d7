"""The database that tests and `make run` use: who may do what in it."""

from __future__ import annotations

import os

import psycopg
import pytest
from django.db import connection

from config import heartbeats
from config.embedded import roles

POWERS = """
    SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls
    FROM pg_roles WHERE rolname = %s
"""
OWNED = "SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = %s"


@pytest.mark.django_db
@pytest.mark.parametrize("role", [roles.APPLICATION, roles.OWNER])
def test_neither_role_has_powers_over_the_cluster(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(POWERS, [role])

        assert cursor.fetchone() == (False,)


@pytest.mark.django_db
def test_the_application_owns_nothing() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (roles.APPLICATION,)

        cursor.execute(OWNED, [roles.APPLICATION])

        assert cursor.fetchone() == (0,)


def test_a_wrong_password_does_not_get_in() -> None:
    right = os.environ["DATABASE_URL"]
    psycopg.connect(right).close()

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(right, password="guessed")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_what_one_test_commits_the_next_does_not_find(time: str) -> None:
    assert heartbeats.ages() == {}

    heartbeats.beat(time)

    assert set(heartbeats.ages()) == {time}
