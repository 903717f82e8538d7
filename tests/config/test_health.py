"""`/healthz` tells what is up, and never makes anybody wait."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from contextlib import closing
from http import HTTPStatus

import psycopg
import pytest
from django.db import connection
from django.test import Client
from psycopg import sql
from pytest_django.fixtures import Settings

from config import health, heartbeats
from tests.throwaway import SUPERUSER_URL

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def silent_port() -> Iterator[int]:
    """Something that takes connections and never says a word."""
    with closing(socket.create_server(("127.0.0.1", 0))) as deaf:
        yield deaf.getsockname()[1]


@pytest.fixture
def closed_to_changes() -> Iterator[None]:
    """As a database is that became a standby: it answers, and takes nothing in."""
    ours = sql.Identifier(connection.settings_dict["NAME"])
    closed = "ALTER DATABASE {} SET default_transaction_read_only = on"
    with psycopg.connect(os.environ[SUPERUSER_URL], autocommit=True) as superuser:
        superuser.execute(sql.SQL(closed).format(ours))
        yield
        superuser.execute(
            sql.SQL("ALTER DATABASE {} RESET default_transaction_read_only").format(ours)
        )


def test_all_is_well_when_everybody_was_alive_a_moment_ago(client: Client) -> None:
    heartbeats.beat("worker", "beat", "watch")

    answer = client.get("/healthz")

    assert answer.status_code == HTTPStatus.OK
    assert answer.json()["worker"]["up"]
    assert answer.json()["worker"]["age"] < 5


def test_a_worker_that_was_never_heard_of_is_down(client: Client) -> None:
    heartbeats.beat("beat", "watch")

    answer = client.get("/healthz")

    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert answer.json()["worker"] == {"up": False, "age": None}
    assert answer.json()["beat"]["up"]


def test_a_sign_of_life_from_before_the_clock_was_set_back_tells_nothing(client: Client) -> None:
    heartbeats.beat("worker", "beat", "watch")
    with connection.cursor() as cursor:
        an_hour_ahead = "UPDATE config_heartbeat SET at = at + interval '1 hour' WHERE name = %s"
        cursor.execute(an_hour_ahead, ["worker"])

    answer = client.get("/healthz")

    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert not answer.json()["worker"]["up"]
    assert answer.json()["watch"]["up"]


def test_a_database_that_takes_no_changes_is_down(client: Client, closed_to_changes: None) -> None:
    answer = client.get("/healthz?of=database,redis")

    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert not answer.json()["database"]["up"]


def test_a_server_is_well_by_itself_without_the_worker(client: Client) -> None:
    answer = client.get("/healthz?of=database,redis")

    assert answer.status_code == HTTPStatus.OK
    assert set(answer.json()) == {"well", "database", "redis"}


def test_a_redis_that_hangs_is_down_within_two_seconds(
    client: Client, settings: Settings, silent_port: int
) -> None:
    settings.REDIS_URL = f"redis://127.0.0.1:{silent_port}/0"
    begun = time.monotonic()

    answer = client.get("/healthz?of=database,redis")

    assert health.PATIENCE < 2
    assert time.monotonic() - begun < 2 * health.PATIENCE  # a busy machine takes its pauses
    assert not answer.json()["redis"]["up"]
    assert answer.json()["database"]["up"]


def test_requests_are_counted_by_route(client: Client) -> None:
    client.get("/healthz?of=redis")

    counted = client.get("/metrics").content.decode()

    assert 'muster_request_seconds_count{method="GET",route="healthz",status="200"}' in counted
