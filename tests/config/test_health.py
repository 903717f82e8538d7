"""`/healthz` tells what is up, and never makes anybody wait."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import closing
from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from config import heartbeats

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def silent_port() -> Iterator[int]:
    """Something that takes connections and never says a word."""
    with closing(socket.create_server(("127.0.0.1", 0))) as deaf:
        yield deaf.getsockname()[1]


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

    assert time.monotonic() - begun < 2
    assert not answer.json()["redis"]["up"]
    assert answer.json()["database"]["up"]


def test_requests_are_counted_by_route(client: Client) -> None:
    client.get("/healthz?of=redis")

    counted = client.get("/metrics").content.decode()

    assert 'muster_request_seconds_count{method="GET",route="healthz",status="200"}' in counted
