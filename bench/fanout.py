"""One change on every open board: Muster, the bare library and stock Channels in turn."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import orjson
import redis.asyncio
from django.conf import settings
from django.db import connections, transaction

from agencies.categories import Category
from bench import bare, region
from bench.crowd import Crowd, Opening, spread
from bench.figures import Figure, Goal
from bench.region import AGENCIES, Region
from bench.serving import Server, serve, uvicorn
from bench.sizes import Sizes

MANY = 1000
PADDING = "x" * 240
LAST = Goal(must=1.5, aim=1.2)
CPU = Goal(must=1.6, aim=1.1)
STOCK = Goal(must=1 / 8, aim=1 / 15)
MEMORY = Goal(must=3, aim=2)


@dataclass(slots=True)
class Runner:
    """One of those that hand out a change, and what each change cost it."""

    server: Server
    headers: tuple[str, ...]
    publish: Callable[[int], Awaitable[float]]
    milliseconds: list[float] = field(default_factory=list)
    microseconds: list[float] = field(default_factory=list)
    kibibytes: float = 0.0


def measure(sizes: Sizes) -> Iterator[Figure]:
    for sockets in sizes.sockets:
        yield from asyncio.run(_measured(sizes, sockets))


async def _measured(sizes: Sizes, sockets: int) -> list[Figure]:
    there = await asyncio.to_thread(region.build, sockets)
    cookies = await asyncio.to_thread(lambda: there.cookies)
    with ExitStack() as stack:
        runners = _runners(stack, there, cookies)
        await in_turn(stack, runners, there, sizes)
    return _figures(sockets, runners)


def _runners(stack: ExitStack, there: Region, cookies: tuple[str, ...]) -> dict[str, Runner]:
    nobody = tuple("X-Tablet: bench" for _ in cookies)
    redis_url = settings.REDIS_URL
    return {
        "muster": Runner(
            stack.enter_context(serve(*uvicorn("config.asgi:application"))),
            cookies,
            lambda change: asyncio.to_thread(_write, there, change),
        ),
        "bare": Runner(
            stack.enter_context(serve("bench.bare", "{port}", redis_url)), nobody, broadcast
        ),
        "stock": Runner(
            stack.enter_context(serve(*uvicorn("bench.stock:application"))),
            cookies,
            lambda change: _group_send(there, change),
        ),
    }


async def in_turn(
    stack: ExitStack, runners: dict[str, Runner], there: Region, sizes: Sizes
) -> None:
    """Each change by each runner in turn, so that all have the same minutes of the machine."""
    crowd = stack.enter_context(Crowd())
    for name, runner in runners.items():
        await asyncio.to_thread(_opened, crowd, name, runner, there)
    for change in range(1, sizes.changes + 1):
        for name, runner in runners.items():
            await _one_change(crowd, name, runner, change)
    await asyncio.to_thread(connections.close_all)


def _opened(crowd: Crowd, name: str, runner: Runner, there: Region) -> None:
    before = runner.server.memory_bytes()
    path = f"/live/incidents/{there.incident.pk}/"
    crowd.open(Opening(name, runner.server.port, path, runner.headers))
    grown = runner.server.memory_bytes() - before
    runner.kibibytes = grown / 1024 / len(runner.headers)


async def _one_change(crowd: Crowd, name: str, runner: Runner, change: int) -> None:
    tablets = len(runner.headers)
    before = runner.server.cpu_seconds()
    began = await runner.publish(change)
    heard = await asyncio.to_thread(crowd.wait, name, change, tablets)
    runner.milliseconds.append(spread(heard, began))
    await asyncio.to_thread(runner.server.settle)
    spent = runner.server.cpu_seconds() - before
    runner.microseconds.append(spent * 1e6 / tablets)


def _write(there: Region, change: int) -> float:
    """A real write; the moment at which it was committed."""
    from incidents import writes

    committed: list[float] = []
    with transaction.atomic():
        transaction.on_commit(lambda: committed.append(time.monotonic()))
        writes.write_note(
            there.writer,
            there.incident.pk,
            category=Category.OPS,
            text=f"change-{change} {PADDING}",
        )
    return committed[0]


async def broadcast(change: int) -> float:
    text = orjson.dumps(_said(change))
    async with redis.asyncio.Redis.from_url(settings.REDIS_URL) as client:
        await client.ping()
        began = time.monotonic()
        await client.publish(bare.CHANNEL, text)
    return began


async def _group_send(there: Region, change: int) -> float:
    from channels_redis.pubsub import RedisPubSubChannelLayer

    layer: Any = RedisPubSubChannelLayer(hosts=[settings.REDIS_URL])
    group = f"incident-{there.incident.pk}"
    began = time.monotonic()
    await layer.group_send(group, {"type": "change", "said": _said(change)})
    return began


def _said(change: int) -> dict[str, Any]:
    """A frame as long as Muster's own."""
    row = {
        "agency_name": "Agency 0 ABCDEFGH",
        "at": "2026-01-01T00:00:00.000000+00:00",
        "author": "Member 0",
        "category": "OPS",
        "owner": "00000000-0000-0000-0000-000000000000",
        "recorded_at": "2026-01-01T00:00:00.000000+00:00",
        "text": f"change-{change} {PADDING}",
        "version": 1,
    }
    key = "note:00000000-0000-0000-0000-000000000000"
    return {"at": row["at"], "cursor": "x" * 48, "rows": {key: row}}


def _figures(sockets: int, runners: dict[str, Runner]) -> list[Figure]:
    """With few sockets, what a look costs once is not spread over many: goals begin at 1,000."""
    last, cpu_goal, stock_goal, memory = (
        goal if sockets >= MANY else None for goal in (LAST, CPU, STOCK, MEMORY)
    )
    muster, limit, stock = runners["muster"], runners["bare"], runners["stock"]
    name = f"change → last of {sockets:,} sockets, {AGENCIES} views"
    times = (muster.milliseconds, limit.milliseconds, stock.milliseconds)
    ours, theirs, stocks = (statistics.median(one) for one in times)
    late, their_late, stock_late = (p95(one) for one in times)
    cpu, their_cpu, stock_cpu = (
        statistics.median(one.microseconds) for one in (muster, limit, stock)
    )
    library, group = "websockets.broadcast", "stock group_send"
    return [
        Figure(f"{name}, p50", "ms", ours, library, theirs, last),
        Figure(f"{name}, p95", "ms", late, library, their_late),
        Figure(f"{name}, p50", "ms", ours, group, stocks),
        Figure(f"{name}, p95", "ms", late, group, stock_late),
        Figure(
            f"server CPU a delivery, {sockets:,} sockets", "µs", cpu, library, their_cpu, cpu_goal
        ),
        Figure(
            f"server CPU a delivery, {sockets:,} sockets", "µs", cpu, group, stock_cpu, stock_goal
        ),
        Figure(
            f"memory an open socket, {sockets:,} sockets",
            "KiB",
            muster.kibibytes,
            "websockets",
            limit.kibibytes,
            memory,
        ),
    ]


def p95(times: list[float]) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
