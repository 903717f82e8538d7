"""Checking every stream in the background, and raising an alarm at the first broken line."""

from __future__ import annotations

import structlog
from django.db import connection

from audit import checkpoints, proof, walls
from audit.models import Entry

log = structlog.get_logger(__name__)

READER = "verification"


def verify_on() -> list[proof.Broken]:
    """Check what every stream has gained since it was last checked."""
    return [broken for stream, seq in _moved() if (broken := _verify_on(stream, seq))]


def verify_all() -> list[proof.Broken]:
    """Check every stream from its first line, and every checkpoint."""
    found = [broken for stream, _ in _moved(everything=True) if (broken := _whole(stream))]
    if contradiction := checkpoints.first_contradiction():
        found.append(contradiction)
    return found


@walls.at_work(walls.CHECKER)
def raise_alarm(broken: proof.Broken) -> None:
    """Tell auditors, once for each line."""
    log.critical("the ledger does not hold", stream=broken.stream, seq=broken.seq, why=broken.why)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT audit_raise_alarm(%s, %s, %s)",
            [broken.stream, broken.seq, str(broken)],
        )


@walls.at_work(walls.CHECKER)
def _whole(stream: str) -> proof.Broken | None:
    return proof.verify(stream).broken


@walls.at_work(walls.CHECKER)
def _verify_on(stream: str, after: int) -> proof.Broken | None:
    known = Entry.objects.filter(stream=stream, seq=after).values_list("hash", flat=True).first()
    if after and known is None:
        broken = proof.Broken(stream, after, "the line is missing")
        raise_alarm(broken)
        return broken
    proven = proof.verify(stream, after=after, previous=bytes(known) if known else proof.START)
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_bookmark_to(%s, %s, %s)", [READER, stream, proven.seq])
    if proven.broken:
        raise_alarm(proven.broken)
    return proven.broken


@walls.at_work(walls.CHECKER)
def _moved(*, everything: bool = False) -> list[tuple[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT s.key, coalesce(b.seq, 0) FROM audit_stream s
            LEFT JOIN audit_bookmark b ON b.follower = %s AND b.stream_key = s.key
            WHERE %s OR s.head_seq <> coalesce(b.seq, 0) ORDER BY s.key
            """,
            [READER, everything],
        )
        moved: list[tuple[str, int]] = cursor.fetchall()
        return moved
