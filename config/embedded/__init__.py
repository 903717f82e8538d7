"""PostgreSQL and Redis of our own, for a machine that has neither.

    with services(folder, durable=True) as running:
        running.database_url

``DATABASE_URL``, ``DATABASE_OWNER_URL`` and ``REDIS_URL`` win where they are set, and
nothing is started for that part.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.embedded import roles
from config.embedded.home import Home, InUse, announce, claim
from config.embedded.postgres import Cluster
from config.embedded.redis import Redis
from config.embedded.troubles import CannotStart

__all__ = [
    "CannotStart",
    "Home",
    "InUse",
    "Running",
    "announce",
    "claim",
    "parts",
    "services",
    "stop_left_over",
]


@dataclass(frozen=True)
class Running:
    """Where the parts are, and the key that signs this installation's cookies."""

    database_url: str
    owner_url: str
    superuser_url: str | None
    redis_url: str
    secret_key: str
    folder: Path
    parts: tuple[Cluster | Redis, ...]

    def environment(self) -> dict[str, str]:
        """What a process of Muster needs to know to find the parts."""
        return {
            "DATABASE_URL": self.database_url,
            "DATABASE_OWNER_URL": self.owner_url,
            "REDIS_URL": self.redis_url,
            "MUSTER_SECRET_KEY": self.secret_key,
        }


@contextmanager
def services(
    folder: Path, *, durable: bool = True, environment: Mapping[str, str] = os.environ
) -> Iterator[Running]:
    """Hold a folder and run in it what the environment does not already provide."""
    with (
        claim(folder) as home,
        parts(home, durable=durable, environment=environment) as running,
    ):
        yield running


@contextmanager
def parts(home: Home, *, durable: bool, environment: Mapping[str, str]) -> Iterator[Running]:
    """Run the parts in a folder that is already held."""
    cluster = None if environment.get("DATABASE_URL") else Cluster(home, durable=durable)
    queue = None if environment.get("REDIS_URL") else Redis(home)
    with ExitStack() as stack:
        for part in (cluster, queue):
            if part:
                stack.callback(part.stop)
                part.clear()
                part.start()
        yield Running(
            *_database_urls(cluster, environment),
            redis_url=queue.url if queue else environment["REDIS_URL"],
            secret_key=environment.get("MUSTER_SECRET_KEY") or home.secrets["secret_key"],
            folder=home.folder,
            parts=tuple(part for part in (cluster, queue) if part),
        )


def stop_left_over(folder: Path) -> None:
    """Stop what a killed process left running in a folder; refuse if somebody holds it."""
    with claim(folder) as home:
        Cluster(home, durable=False).clear()
        Redis(home).clear()


def _database_urls(
    cluster: Cluster | None, environment: Mapping[str, str]
) -> tuple[str, str, str | None]:
    if cluster is None:
        given = environment["DATABASE_URL"]
        return given, environment.get("DATABASE_OWNER_URL") or given, None
    return (
        cluster.url(roles.APPLICATION, "application"),
        cluster.url(roles.OWNER, "owner"),
        cluster.superuser_url,
    )
