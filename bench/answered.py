"""From the moment a write is answered to the moment it stands on the last open board."""

from __future__ import annotations

import asyncio
import statistics
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection

import orjson
from django.conf import settings

from audit.streams import of_access
from bench import region
from bench.fanout import MANY, PADDING, Runner, broadcast, in_turn
from bench.figures import Figure, Goal
from bench.region import AGENCIES, Region
from bench.serving import Server, gunicorn, serve, uvicorn
from bench.sizes import Sizes

GOAL = Goal(must=2.0, aim=1.4)


def measure(sizes: Sizes) -> Iterator[Figure]:
    for sockets in sizes.sockets:
        ours, limit = asyncio.run(_measured(sizes, sockets))
        what = f"POST answered → last of {sockets:,} sockets, {AGENCIES} views"
        goal = GOAL if sockets >= MANY else None
        yield Figure(what, "ms", ours, "one commit and websockets.broadcast", limit, goal)


async def _measured(sizes: Sizes, sockets: int) -> tuple[float, float]:
    there = await asyncio.to_thread(region.build, sockets)
    cookies = await asyncio.to_thread(lambda: there.cookies)
    bearer = (await asyncio.to_thread(lambda: there.bearers))[0]
    with ExitStack() as stack:
        pages = stack.enter_context(serve(*gunicorn("config.wsgi:application")))
        runners = _runners(stack, there, cookies, (pages, bearer))
        await in_turn(stack, runners, there, sizes)
    ours, limit = (statistics.median(runner.milliseconds) for runner in runners.values())
    return ours, limit


def _runners(
    stack: ExitStack, there: Region, cookies: tuple[str, ...], api: tuple[Server, str]
) -> dict[str, Runner]:
    nobody = tuple("X-Tablet: bench" for _ in cookies)
    live = stack.enter_context(serve(*uvicorn("config.asgi:application")))
    bare = stack.enter_context(serve("bench.bare", "{port}", settings.REDIS_URL))
    return {
        "muster": Runner(
            live, cookies, lambda change: asyncio.to_thread(_post, *api, there, change)
        ),
        "bare": Runner(bare, nobody, lambda change: _committed_and_broadcast(there, change)),
    }


def _post(pages: Server, bearer: str, there: Region, change: int) -> float:
    """A note through the API of the pages' own server; the moment at which it was answered."""
    name, _colon, value = bearer.partition(": ")
    headers = {
        name: value,
        "Idempotency-Key": str(uuid.uuid4()),
        "Content-Type": "application/json",
    }
    body = orjson.dumps({"category": "OPS", "text": f"change-{change} {PADDING}"})
    client = HTTPConnection("127.0.0.1", pages.port)
    client.request("POST", f"/api/v1/incidents/{there.incident.pk}/notes/", body, headers)
    answer = client.getresponse()
    answered = time.monotonic()
    if answer.status != 200:
        raise RuntimeError(f"not written: {answer.status} {answer.read()!r}")
    client.close()
    return answered


async def _committed_and_broadcast(there: Region, change: int) -> float:
    """What nobody can go below who records a look before it is shown: one commit, one broadcast."""
    began = time.monotonic()
    await asyncio.to_thread(_commit, there)
    await broadcast(change)
    return began


def _commit(there: Region) -> None:
    region.append([region.line(of_access(there.agencies[0].pk), {})])
