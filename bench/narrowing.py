"""From the moment an owner narrows what it shares to the last open board that drops it."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from agencies.categories import Category
from bench import region
from bench.crowd import Crowd, Opening, spread
from bench.fanout import PADDING, broadcast
from bench.figures import Figure, Goal
from bench.region import AGENCIES, Region, seeding
from bench.serving import serve, uvicorn
from bench.sizes import Sizes
from incidents import writes
from tests.agreements import mutual_aid

NO_REDIS = "redis://127.0.0.1:1/0"
LATE = 2  # what is written once it was narrowed
MARKED = 1  # what every board shows before and after: a board that is drawn anew says it again
WITHIN = Goal(must=5, aim=3)
SHARED = Category.PII


def measure(sizes: Sizes) -> Iterator[Figure]:
    sockets = max(sizes.sockets)
    up, limit = _measured(sockets, sizes.rounds, settings.REDIS_URL)
    down, _limit = _measured(sockets, sizes.rounds, NO_REDIS)
    what = f"narrowed → dropped by the last of {sockets:,} sockets"
    yield Figure(what, "ms", statistics.median(up), "websockets.broadcast", limit)
    yield Figure(f"{what}, the slowest", "s", max(up) / 1000, goal=WITHIN)
    yield Figure(f"{what}, the slowest, no Redis", "s", max(down) / 1000, goal=WITHIN)


@dataclass(frozen=True, slots=True)
class Boards:
    """Open boards of an owner, and of the partners to whom a clause shows its data."""

    there: Region
    crowd: Crowd
    partners: int

    def narrowed(self) -> float:
        """How many milliseconds until all partners dropped it; none is shown it after that."""
        done = _withdrawn(self.there)
        _note(self.there, SHARED, LATE)
        dropped = spread(self.crowd.wait("partners", MARKED, self.partners), done)
        self.crowd.wait("owner", LATE, 1)
        if shown := self.crowd.wait("partners", LATE, 0):
            raise RuntimeError(f"{len(shown)} boards were shown what had been withdrawn")
        return dropped

    def broadcast(self, sockets: int) -> float:
        began = asyncio.run(broadcast(MARKED))
        return spread(self.crowd.wait("bare", MARKED, sockets), began)


def _measured(sockets: int, rounds: int, redis_url: str) -> tuple[list[float], float]:
    """Each narrowing, and the median of what the bare library takes for as many sockets.

    Each on boards of its own: one that was narrowed before would be drawn anew for that, too.
    """
    ours, bare = [], []
    for _round in range(rounds):
        with _open_boards(sockets, redis_url) as boards:
            ours.append(boards.narrowed())
            bare.append(boards.broadcast(sockets))
    return ours, statistics.median(bare)


@contextmanager
def _open_boards(sockets: int, redis_url: str) -> Iterator[Boards]:
    there = region.build(sockets)
    with seeding():
        mutual_aid(*there.agencies)
    owner, partners = there.cookies[::AGENCIES], _but_every(AGENCIES, there.cookies)
    path = f"/live/incidents/{there.incident.pk}/"
    with ExitStack() as stack:
        server = serve(*uvicorn("config.asgi:application"), REDIS_URL=redis_url)
        port = stack.enter_context(server).port
        bare = stack.enter_context(serve("bench.bare", "{port}", settings.REDIS_URL)).port
        crowd = stack.enter_context(Crowd())
        for name, cookies in (("owner", owner), ("partners", partners)):
            crowd.open(Opening(name, port, path, cookies))
        crowd.open(Opening("bare", bare, path, ("X-Tablet: bench",) * sockets))
        _note(there, Category.OPS, MARKED)
        crowd.wait("partners", MARKED, len(partners))
        yield Boards(there, crowd, len(partners))


def _but_every(nth: int, those: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for place, one in enumerate(those) if place % nth)


def _withdrawn(there: Region) -> float:
    """All partners are shown no more of it: when that was committed."""
    committed: list[float] = []
    with transaction.atomic():
        transaction.on_commit(lambda: committed.append(time.monotonic()))
        writes.withdraw(there.writer, there.incident.pk, category=SHARED)
    return committed[0]


def _note(there: Region, category: Category, number: int) -> None:
    text = f"change-{number} {PADDING}"
    writes.write_note(there.writer, there.incident.pk, category=category, text=text)
