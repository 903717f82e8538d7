"""Work that happens because something became true.

A follower reads the ledger from its own bookmark, so it never misses a fact and
never needs the writer to know about it. It may see a fact twice; handlers are
written so that the second time does nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db import connection

from audit import walls
from audit.facts import KINDS, Fact

BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """An entry, as its followers hear it."""

    stream: str
    seq: int
    recorded_at: datetime
    actor: dict[str, Any]
    because: str
    fact: Any


Handler = Callable[[Heard], None]


@dataclass(frozen=True, slots=True)
class Follower:
    name: str
    kinds: frozenset[str]
    handle: Handler


FOLLOWERS: dict[str, Follower] = {}


def follow(*facts: type[Fact]) -> Callable[[Handler], Handler]:
    """Call the function with every entry that records one of these facts."""

    def register(handle: Handler) -> Handler:
        name = f"{handle.__module__}.{handle.__name__}"
        FOLLOWERS[name] = Follower(name, frozenset(fact.kind for fact in facts), handle)
        return handle

    return register


def catch_up(follower: Follower) -> int:
    """Bring one follower up to date with every stream. Returns how many entries it handled."""
    return sum(_read_on(follower, key) for key in _behind(follower))


@walls.at_work(walls.FOLLOWER)
def _behind(follower: Follower) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT s.key FROM audit_stream s
            LEFT JOIN audit_bookmark b ON b.follower = %s AND b.stream_key = s.key
            WHERE s.head_seq > coalesce(b.seq, 0)
            """,
            [follower.name],
        )
        return [row[0] for row in cursor.fetchall()]


@walls.at_work(walls.FOLLOWER)
def _read_on(follower: Follower, stream: str) -> int:
    """Hear the next lines of one stream; another worker at the same line waits its turn."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"{follower.name} {stream}"],
        )
        lines = _next_lines(cursor, follower, stream)
        heard = [line for line in lines if line[1] in follower.kinds and line[3] is not None]
        for seq, kind, at, body in heard:
            follower.handle(_heard(stream, seq, kind, at, body))
        if lines:
            cursor.execute(
                "SELECT audit_bookmark_to(%s, %s, %s)",
                [follower.name, stream, lines[-1][0]],
            )
    return len(heard)


def _next_lines(cursor: Any, follower: Follower, stream: str) -> list[tuple[Any, ...]]:
    cursor.execute(
        """
        SELECT e.seq, e.kind, e.recorded_at, t.body
        FROM audit_entry e JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
        WHERE e.stream_id = %s AND e.seq > coalesce(
            (SELECT seq FROM audit_bookmark WHERE follower = %s AND stream_key = %s), 0)
        ORDER BY e.seq LIMIT %s
        """,
        [stream, follower.name, stream, BATCH],
    )
    lines: list[tuple[Any, ...]] = cursor.fetchall()
    return lines


def _heard(stream: str, seq: int, kind: str, at: datetime, body: str) -> Heard:
    said = orjson.loads(body)
    return Heard(
        stream=stream,
        seq=seq,
        recorded_at=at,
        actor=said["actor"],
        because=said["because"],
        fact=KINDS[kind].retold(said["fact"]),
    )
