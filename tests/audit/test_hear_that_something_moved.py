"""Whoever follows a stream is woken by a nudge through the real Redis; looking wakes nobody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from redis import Redis
from redis.client import PubSub

from audit.streams import nudge, of_access, of_incident
from tests.audit import deeds
from tests.world import World

PATIENCE_SECONDS = 60.0


@pytest.fixture
def bell() -> Iterator[PubSub]:
    with Redis.from_url(settings.REDIS_URL) as client, client.pubsub() as heard:
        heard.subscribe(settings.NUDGES)
        assert heard.get_message(timeout=PATIENCE_SECONDS)
        yield heard


def test_a_write_wakes_who_follows_its_stream_once_it_is_committed(
    world: World, bell: PubSub, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        deeds.scribble(world.ana, world.fire.pk, text="Ours.")

    assert heard(bell) == of_incident(world.fire.pk)


def test_a_write_that_is_taken_back_wakes_nobody(world: World, bell: PubSub) -> None:
    with transaction.atomic():
        deeds.scribble(world.ana, world.fire.pk, text="Ours.")
        transaction.set_rollback(True)
    nudge("the next one")

    assert heard(bell) == "the next one"


def test_looking_wakes_nobody(world: World, bell: PubSub) -> None:
    nudge(of_access(world.harbor_fire.pk), of_incident(world.fire.pk))

    assert heard(bell) == of_incident(world.fire.pk)


def heard(bell: PubSub) -> str:
    message = bell.get_message(ignore_subscribe_messages=True, timeout=PATIENCE_SECONDS)
    assert message is not None
    return str(message["data"].decode())
