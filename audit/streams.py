"""Waking whoever follows a stream. A nudge says where to look, never what is there."""

from __future__ import annotations

import time
from functools import cache
from uuid import UUID

import redis
import structlog
from django.conf import settings

from audit import metrics

PATIENCE_SECONDS = 0.25
REST_SECONDS = 2.0
ACCESS = "access:"
OF_INCIDENT = "incident:"

log = structlog.get_logger(__name__)


class Bell:
    """Publishes nudges to Redis, and rests for a while when Redis does not answer.

    Losing a nudge costs seconds: whoever follows a stream also looks by itself.
    So a write never waits for Redis longer than a moment, and never fails by it.
    """

    def __init__(self, url: str) -> None:
        self.redis = redis.Redis.from_url(
            url,
            socket_timeout=PATIENCE_SECONDS,
            socket_connect_timeout=PATIENCE_SECONDS,
        )
        self.rests_until = 0.0

    def ring(self, *keys: str) -> None:
        if time.monotonic() < self.rests_until:
            metrics.nudges_lost.inc(len(keys))
            return
        try:
            self.redis.publish(settings.NUDGES, " ".join(keys))
        except redis.RedisError as wrong:
            self.rests_until = time.monotonic() + REST_SECONDS
            metrics.nudges_lost.inc(len(keys))
            log.warning("nudge lost", streams=keys, why=str(wrong))


@cache
def bell() -> Bell:
    return Bell(settings.REDIS_URL)


def nudge(*keys: str) -> None:
    """Say that streams have moved. Nobody waits for who looked: that would make looking slow."""
    if followed := [key for key in keys if not key.startswith(ACCESS)]:
        bell().ring(*followed)


def of_incident(pk: UUID) -> str:
    """Everything that happens at an incident, requests and offers included."""
    return f"{OF_INCIDENT}{pk}"


def of_agency(pk: UUID) -> str:
    """An agency's members, resources and agreements, what it is asked, where it is invited."""
    return f"agency:{pk}"


def of_installation() -> str:
    """What its operator did to the whole installation."""
    return "installation"


def of_access(owner: UUID) -> str:
    """Who looked at an agency's data. No board follows it, so looking makes nothing to look at."""
    return f"{ACCESS}{owner}"
