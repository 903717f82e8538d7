"""Proving that nobody rewrote the ledger: the same sums as the database's, done again here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

import orjson
from django.db import connection

from audit.facts import KINDS

START = bytes(32)

LINES = """
    SELECT e.seq, e.kind, (extract(epoch FROM e.recorded_at) * 1000000)::bigint,
           e.digest, e.hash, t.salt, t.body, t.images
    FROM audit_entry e LEFT JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
    WHERE e.stream_id = %s AND e.seq > %s ORDER BY e.seq LIMIT %s
"""
COPIED = f"COPY ({LINES}) TO STDOUT (FORMAT binary)"
TYPES = ("int8", "text", "int8", "bytea", "bytea", "bytea", "text", "text")
BATCH = 10_000
UNSAID = "what it said was erased, and no line says so"


@dataclass(frozen=True, slots=True)
class Broken:
    """The first line of a stream that does not follow from the one before, and why."""

    stream: str
    seq: int
    why: str

    def __str__(self) -> str:
        return f"{self.stream} line {self.seq}: {self.why}"


@dataclass(frozen=True, slots=True)
class Proven:
    """How far a stream holds."""

    seq: int
    hash: bytes
    broken: Broken | None = None


def verify(stream: str, *, after: int = 0, previous: bytes = START) -> Proven:
    """Follow a stream's chain from a line that is known to hold to its head."""
    seq, unsaid, erasers = after, set[int](), _erasers()
    for line in _lines(stream, after):
        if why := _fault(stream, seq + 1, previous, line):
            return Proven(seq, previous, Broken(stream, seq + 1, why))
        seq, previous = line[0], bytes(line[4])
        if line[6] is None:
            unsaid.add(seq)
        elif line[1] in erasers:
            unsaid -= set(orjson.loads(line[6])["fact"]["erased"])
    if unsaid:
        return Proven(seq, previous, Broken(stream, min(unsaid), UNSAID))
    return Proven(seq, previous, _fault_at_head(stream, seq, previous))


def _erasers() -> frozenset[str]:
    return frozenset(kind for kind, fact in KINDS.items() if fact.erases)


def chain(previous: bytes, stream: str, seq: int, kind: str, micros: int, digest: bytes) -> bytes:
    """The hash of a line: where it stands, when it was recorded, what it says, what came before."""
    head = f"{stream}\n{seq}\n{kind}\n{micros}\n".encode()
    return sha256(previous + head + digest).digest()


def digest(salt: bytes, body: str, images: str) -> bytes:
    """What an entry says, hashed with its salt, so that erased words cannot be guessed at."""
    return sha256(salt + body.encode() + b"\n" + images.encode()).digest()


def _fault(stream: str, expected: int, previous: bytes, line: tuple) -> str | None:  # type: ignore[type-arg]
    seq, kind, micros, claimed, hashed, salt, body, images = line
    if seq != expected:
        return f"the line is missing; the next one there is {seq}"
    if salt is None:
        return "what it said is gone"
    if body is not None and digest(bytes(salt), body, images) != bytes(claimed):
        return "what it says was changed"
    if chain(previous, stream, seq, kind, micros, bytes(claimed)) != bytes(hashed):
        return "it does not follow from the line before"
    return None


def _fault_at_head(stream: str, seq: int, hashed: bytes) -> Broken | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT head_seq, head_hash FROM audit_stream WHERE key = %s", [stream])
        head = cursor.fetchone()
    # Lines that were appended while we read are the next round's.
    if head is None or head[0] < seq or (head[0] == seq and bytes(head[1]) != hashed):
        return Broken(stream, seq, "the stream's head does not agree with its last line")
    if head[0] > seq and not _lines_follow(stream, seq):
        return Broken(stream, seq + 1, "the line is missing")
    return None


def _lines_follow(stream: str, seq: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM audit_entry WHERE stream_id = %s AND seq = %s",
            [stream, seq + 1],
        )
        return cursor.fetchone() is not None


def _lines(stream: str, after: int) -> Iterator[tuple]:  # type: ignore[type-arg]
    """The lines after this one, copied out whole batches at a time, which is the quickest way."""
    at: int | None = after
    while at is not None:
        with connection.cursor() as cursor, cursor.copy(COPIED, [stream, at, BATCH]) as copied:
            copied.set_types(TYPES)
            batch = list(copied.rows())
        yield from batch
        at = batch[-1][0] if len(batch) == BATCH else None


def checkpoint_hash(previous: bytes, heads: dict[str, tuple[int, str]]) -> bytes:
    """The hash of a checkpoint: the one before, and every stream that moved since."""
    lines = "".join(f"{key} {seq} {hashed}\n" for key, (seq, hashed) in sorted(heads.items()))
    return sha256(previous + lines.encode()).digest()
