"""A first board: everything at an incident as one agency may see it, and what a row costs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

import orjson
from django.db import connection

from agencies.reads import frames
from agencies.reads.frames import View, Want
from agencies.sharing import GRANTORS, drawn
from agencies.web.live import protocol
from audit import looks, streams, walls
from audit.looks import Looks
from bench import region
from bench.figures import Figure, Goal
from bench.region import Region
from bench.sizes import Sizes

GOAL = Goal(must=4, aim=2.5)
TIMES = 25

ONE_QUERY = """
    SELECT jsonb_build_object('rows', jsonb_object_agg(key, row))::text
    FROM audit_image WHERE stream_key = %s
"""


def measure(sizes: Sizes) -> Iterator[Figure]:
    there = region.build(6)
    stream = streams.of_incident(there.incident.pk)
    region.fill_board(there, there.incident, deployment=sizes.units, request=sizes.requests)
    region.fill_ledger(stream, sizes.history)
    view = View(stream, there.agencies[1].pk, there.agencies[1].name)
    ours, limit = _milliseconds(lambda: _snapshot(view), lambda: _one_query(stream))
    what = f"board of {sizes.units:,} units, {sizes.requests:,} requests, {sizes.history:,} entries"
    yield Figure(what, "ms", ours, "one SQL query", limit, GOAL)
    yield from _sheet(there, view)


def _snapshot(view: View) -> str:
    """What a socket that joins is sent, with its access record committed."""
    found = frames.frames(view.stream, [Want(view, 0, ("Member 1",))])
    return protocol.frame(found.answers[0], found.head, found.at)


def _one_query(stream: str) -> str:
    with walls.beyond("bench"), connection.cursor() as cursor:
        cursor.execute(ONE_QUERY, [stream])
        text: str = cursor.fetchone()[0]
        return text


def _sheet(there: Region, view: View) -> Iterator[Figure]:
    """A row through its sheet, beside reading the same row from its text."""
    rows = orjson.loads(_one_query(view.stream))["rows"]
    texts = [orjson.dumps(row) for row in rows.values()]
    with walls.beyond("bench"):
        held = GRANTORS[view.sort](frozenset({view.viewer}), view.subject)
    grants = held[view.viewer]

    def draw() -> None:
        with looks.gathered(Looks(viewer=view.agency, read="bench")):
            for key, row in rows.items():
                drawn(view.sort, key, row, grants)

    each = 1000 / len(rows)
    ours, limit = _milliseconds(draw, lambda: [orjson.loads(text) for text in texts])
    what = "a row through its sheet"
    yield Figure(what, "µs", ours * each, "orjson.loads of it", limit * each)


def _milliseconds(*works: Callable[[], object]) -> list[float]:
    """How long each takes, in turn: what else the machine does then slows down all of them."""
    took: list[list[float]] = [[] for _ in works]
    for turn in range(TIMES + 1):
        for work, times in zip(works, took, strict=True):
            began = time.perf_counter()
            work()
            if turn:  # the first pays for what it loads
                times.append((time.perf_counter() - began) * 1000)
    return [statistics.median(times) for times in took]
