"""Following a stream's chain from its first line to its head."""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from django.db import connection

from audit import proof, streams, walls
from bench import region
from bench.figures import Figure, Goal
from bench.sizes import Sizes

GOAL = Goal(must=4, aim=2.8)

# The very bytes that were hashed: what each line says, and what places it in the chain.
BYTES = """
    SELECT t.salt, t.body, t.images, e.digest, e.hash,
           e.stream_id || E'\\n' || e.seq || E'\\n' || e.kind || E'\\n1700000000000000\\n'
    FROM audit_entry e JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
    WHERE e.stream_id = %s AND e.seq BETWEEN %s AND %s ORDER BY e.seq
"""
BATCH = 5000


def measure(sizes: Sizes) -> Iterator[Figure]:
    stream = streams.of_incident(uuid.uuid4())
    region.fill_ledger(stream, sizes.entries)
    with tempfile.NamedTemporaryFile() as file, walls.at_work(walls.CHECKER):
        _write_out(stream, sizes.entries, Path(file.name))
        ours, limit = [], []
        for _ in range(max(3, sizes.rounds)):
            ours.append(_verified(stream, sizes.entries))
            limit.append(_summed(file.name))
    what = f"verify {sizes.entries:,} entries"
    times = statistics.median(ours) * 1000, statistics.median(limit) * 1000
    yield Figure(what, "ms", times[0], "sha256sum", times[1], GOAL)


def _verified(stream: str, entries: int) -> float:
    began = time.perf_counter()
    proven = proof.verify(stream)
    took = time.perf_counter() - began
    if proven.broken or proven.seq != entries:
        raise RuntimeError(f"the ledger does not hold: {proven}")
    return took


def _summed(name: str) -> float:
    began = time.perf_counter()
    subprocess.run(["sha256sum", name], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def _write_out(stream: str, entries: int, file: Path) -> None:
    with file.open("wb") as out, connection.cursor() as cursor:
        for first in range(1, entries + 1, BATCH):
            cursor.execute(BYTES, [stream, first, first + BATCH - 1])
            for salt, body, images, digest, hashed, head in cursor.fetchall():
                out.write(b"".join((salt, body.encode(), b"\n", images.encode())))
                out.write(b"".join((hashed, head.encode(), digest)))
