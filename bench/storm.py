"""Every tablet comes back at once, and wants the whole board."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from bench import region
from bench.crowd import Crowd, Opening, spread
from bench.figures import Figure, Goal
from bench.region import Region
from bench.serving import serve, uvicorn
from bench.sizes import Sizes

GOAL = Goal(must=0.25, aim=0.12)
SETTLE_SECONDS = 0.5


def measure(sizes: Sizes) -> Iterator[Figure]:
    for sockets in sizes.sockets:
        there = region.build(sockets)
        region.fill_board(there, there.incident, deployment=sizes.storm_rows)
        with Crowd() as crowd:
            ours = _storms(crowd, there, "config.asgi:application", sizes.rounds)
            stock = _storms(crowd, there, "bench.stock:application", 1)
        what = f"{sockets:,} tablets come back at once, whole board"
        yield Figure(what, "ms", statistics.median(ours), "stock consumer", stock[0], GOAL)


def _storms(crowd: Crowd, there: Region, application: str, rounds: int) -> list[float]:
    """How long until the last tablet has its board, each time."""
    with serve(*uvicorn(application)) as server:
        path = f"/live/incidents/{there.incident.pk}/"
        one = Opening("first", server.port, path, there.cookies[:1])
        crowd.open(one)  # the first socket of a process pays for what it loads
        everybody = Opening("storm", server.port, path, there.cookies)
        return [_storm(crowd, everybody) for _ in range(rounds)]


def _storm(crowd: Crowd, everybody: Opening) -> float:
    began, heard = crowd.open(everybody)
    crowd.leave(everybody.crowd)
    time.sleep(SETTLE_SECONDS)
    return spread(heard, began)
