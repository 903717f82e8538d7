"""Is everything there that people lean on? Answered within two seconds, whatever hangs."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from typing import Any, TypeVar

from django.conf import settings
from django.core.management import get_commands
from django.db import DatabaseError, connections
from redis import Redis, RedisError

from config import heartbeats

PATIENCE = 1.5
LONGEST_SILENCE = 4 * heartbeats.PULSE
ALL = ("database", "redis", "worker", "beat", "watch")

# A check that hangs keeps its thread; the next one then finds none free and counts as down.
checks = ThreadPoolExecutor(max_workers=6, thread_name_prefix="health")


@dataclass(frozen=True)
class Health:
    """One dependency: whether it is up, and how many seconds ago it last showed it."""

    up: bool
    age: float | None


DOWN = Health(up=False, age=None)

T = TypeVar("T")


def health(wanted: tuple[str, ...] = ALL) -> dict[str, Health]:
    """Each dependency that is wanted and that this installation has."""
    needed = [name for name in wanted if name != "watch" or "watch" in get_commands()]
    deadline = time.monotonic() + PATIENCE
    ages = checks.submit(_and_hang_up, heartbeats.ages)
    keeps = checks.submit(_and_hang_up, heartbeats.keeps) if "database" in needed else None
    redis = checks.submit(_ping) if "redis" in needed else None
    stamped = _by(deadline, ages)
    found = {name: _alive(name, stamped) for name in needed if name not in ("database", "redis")}
    if keeps:
        found["database"] = Health(up=True, age=0.0) if _by(deadline, keeps) else DOWN
    if redis:
        found["redis"] = _by(deadline, redis) or DOWN
    return {name: found[name] for name in ALL if name in found}


def _alive(name: str, ages: dict[str, float] | None) -> Health:
    """A sign of life from the future was given before a clock was set back: it tells nothing."""
    age = (ages or {}).get(name)
    return Health(up=age is not None and abs(age) < LONGEST_SILENCE, age=age)


def _by(deadline: float, answer: Future[Any]) -> Any:
    try:
        return answer.result(max(0.0, deadline - time.monotonic()))
    except (TookTooLong, DatabaseError, RedisError):
        answer.cancel()
        return None


def _and_hang_up(ask: Callable[[], T]) -> T:
    try:
        return ask()
    finally:
        connections.close_all()


def _ping() -> Health:
    with Redis.from_url(settings.REDIS_URL, socket_timeout=1, socket_connect_timeout=1) as asked:
        return Health(up=bool(asked.ping()), age=0.0)
