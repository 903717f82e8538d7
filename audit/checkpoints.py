"""Saying, each minute, where every stream stands, also outside of this database."""

from __future__ import annotations

import structlog
from django.db import connection

from audit import proof, walls
from audit.canonical import dumps
from audit.models import Checkpoint

log = structlog.get_logger(__name__)

LOCK = 0x4D55_5354

MOVED = """
    SELECT s.key, s.head_seq, encode(s.head_hash, 'hex') FROM audit_stream s
    LEFT JOIN LATERAL (
        SELECT (c.heads->s.key->>0)::bigint AS seq FROM audit_checkpoint c
        WHERE c.heads ? s.key ORDER BY c.id DESC LIMIT 1
    ) before ON true
    WHERE s.head_seq > coalesce(before.seq, 0)
"""


@walls.at_work(walls.CHECKER)
def publish() -> int | None:
    """Write down the heads that moved since the last checkpoint, and log them.

    The log leaves this machine (an operator ships it), so somebody who rewrote a
    stream and all its hashes would still have to rewrite what others hold.
    Returns the checkpoint's number, or nothing when no stream moved.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute(MOVED)
        heads = {key: (seq, hashed) for key, seq, hashed in cursor.fetchall()}
        if not heads:
            return None
        last = Checkpoint.objects.order_by("-id").first()
        hashed = proof.checkpoint_hash(bytes(last.hash) if last else proof.START, heads)
        cursor.execute(
            "SELECT number FROM audit_publish(%s::jsonb, %s)",
            [dumps(heads).decode(), hashed],
        )
        number: int = cursor.fetchone()[0]
    log.info("checkpoint", number=number, hash=hashed.hex(), streams=len(heads))
    return number


@walls.at_work(walls.CHECKER)
def first_contradiction() -> proof.Broken | None:
    """The first place where the ledger no longer says what a checkpoint said it did."""
    previous = proof.START
    for point in Checkpoint.objects.order_by("id").iterator():
        heads = {key: (seq, hashed) for key, (seq, hashed) in point.heads.items()}
        if proof.checkpoint_hash(previous, heads) != bytes(point.hash):
            return proof.Broken("checkpoints", point.pk, "it does not follow from the one before")
        if broken := _contradicted(point.pk, heads):
            return broken
        previous = bytes(point.hash)
    return None


def _contradicted(number: int, heads: dict[str, tuple[int, str]]) -> proof.Broken | None:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT said.key, (said.value->>0)::bigint FROM jsonb_each(%s::jsonb) said
            LEFT JOIN audit_entry e ON e.stream_id = said.key
                AND e.seq = (said.value->>0)::bigint
                AND encode(e.hash, 'hex') = said.value->>1
            WHERE e.seq IS NULL ORDER BY 1 LIMIT 1
            """,
            [dumps(heads).decode()],
        )
        found = cursor.fetchone()
    if found is None:
        return None
    stream, seq = found
    return proof.Broken(stream, seq, f"checkpoint {number} knew it otherwise")
