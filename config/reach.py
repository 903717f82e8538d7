"""Servers of one's own are tried before anything leans on them: whoever named one hears why not."""

from __future__ import annotations

from collections.abc import Mapping

import psycopg
from django.core.exceptions import ImproperlyConfigured
from redis import Redis, RedisError

from config import env
from config.embedded import CannotStart

PATIENCE_SECONDS = 5
DATABASES = ("DATABASE_URL", "DATABASE_OWNER_URL")


def refuse_what_cannot_be_reached(environment: Mapping[str, str]) -> None:
    """Try what the environment names; what it does not name is started here."""
    for name in DATABASES:
        if url := environment.get(name):
            _try_database(name, url)
    if url := environment.get("REDIS_URL"):
        _try_redis(url)


def _try_database(name: str, url: str) -> None:
    try:
        env.database(url, name)
        psycopg.connect(url, connect_timeout=PATIENCE_SECONDS).close()
    except (ImproperlyConfigured, ValueError, psycopg.Error) as wrong:
        raise _unusable(name, wrong) from wrong


def _try_redis(url: str) -> None:
    try:
        with Redis.from_url(
            url, socket_timeout=PATIENCE_SECONDS, socket_connect_timeout=PATIENCE_SECONDS
        ) as queue:
            queue.ping()
    except (ValueError, RedisError) as wrong:
        raise _unusable("REDIS_URL", wrong) from wrong


def _unusable(name: str, wrong: Exception) -> CannotStart:
    why = str(wrong).strip().replace("\n", "\n  ")
    return CannotStart(
        f"{name} cannot be used: {why}", f"mend it, or unset {name} and one is started here."
    )
