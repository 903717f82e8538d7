"""Clients of the API in a process of their own, each posting its next note as soon as it may."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection

import uvloop

WELL = (b" 200 ", b" 201 ")


@dataclass(frozen=True, slots=True)
class Posting:
    """Who posts where: one line of headers and one path for each client, paths taken in turn."""

    port: int
    headers: tuple[str, ...]
    paths: tuple[str, ...]
    seconds: float


def per_second(posting: Posting) -> float:
    """How many notes were written each second."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_run, args=(theirs, posting), daemon=True)
    process.start()
    answer: float | str = ours.recv()
    process.join()
    if isinstance(answer, str):
        raise RuntimeError(answer)
    return answer


def _run(driver: Connection, posting: Posting) -> None:
    try:
        driver.send(uvloop.run(_all(posting)))
    except Exception as wrong:
        driver.send(repr(wrong))


async def _all(posting: Posting) -> float:
    began = time.monotonic()
    ends = began + posting.seconds
    counts = await asyncio.gather(
        *(_client(posting, place, ends) for place in range(len(posting.headers)))
    )
    return sum(counts) / (time.monotonic() - began)


async def _client(posting: Posting, place: int, ends: float) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", posting.port)
    paths: Sequence[str] = posting.paths[place:] + posting.paths[:place]
    done = 0
    while time.monotonic() < ends:
        writer.write(_request(posting, posting.headers[place], paths[done % len(paths)]))
        head = await reader.readuntil(b"\r\n\r\n")
        if not any(answer in head[:16] for answer in WELL):
            raise RuntimeError(f"not written: {head!r}")
        await reader.readexactly(_length(head))
        done += 1
    writer.close()
    return done


def _request(posting: Posting, header: str, path: str) -> bytes:
    body = b'{"category":"OPS","text":"Two lines in, roof is holding."}'
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{posting.port}\r\n{header}\r\n"
        f"Idempotency-Key: {uuid.uuid4()}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode() + body


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    raise RuntimeError(f"no length: {head!r}")
