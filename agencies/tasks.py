"""Telling of dates that have come. A sweep is a door like any other: it only calls writes."""

from __future__ import annotations

import time
from typing import Final
from uuid import UUID

import structlog
from django.db import DatabaseError, connection

from agencies import idling, postman, writes  # noqa: F401
from agencies.rules import CLOCK
from audit.claims import claiming
from audit.refusals import Refusal
from audit.sweeps import sweeps

log = structlog.get_logger(__name__)

LONGEST_SECONDS: Final = 1.0
NEXT: Final = """
    SELECT extract(epoch FROM min(due_at) - clock_timestamp()) FROM agencies_milestone
    WHERE told_at IS NULL AND dropped_at IS NULL
"""
# The agreement is what writes lock first, so that claiming it keeps the same order.
CLAIM: Final = """
    SELECT m.id FROM agencies_milestone m JOIN agencies_agreement a ON a.id = m.agreement_id
    WHERE m.told_at IS NULL AND m.dropped_at IS NULL AND m.due_at <= statement_timestamp()
      AND m.id <> ALL(%s)
    ORDER BY m.due_at LIMIT 1 FOR UPDATE OF a SKIP LOCKED
"""


def next_due_in() -> float | None:
    """In how many seconds the next date comes."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT)
        found = cursor.fetchone()[0]
    return None if found is None else float(found)


@sweeps(next_due_in=next_due_in)
def tell_due() -> int:
    """Tell every party of each date that has come, each in a transaction of its own."""
    passed: list[UUID] = []
    done = 0
    until = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < until and (told := _next(passed)) is not None:
        done += told
    return done


def _next(passed: list[UUID]) -> bool | None:
    """Tell of the one that is due longest; nothing where none is left."""
    due: UUID | None = None
    try:
        with claiming():
            due = _claim(passed)
            if due is None:
                return None
            writes.tell_milestone(CLOCK, due)
    except (Refusal, DatabaseError) as wrong:
        if due is None:
            raise
        log.warning("due and not told", pk=str(due), why=str(wrong))
        passed.append(due)
        return False
    return True


def _claim(passed: list[UUID]) -> UUID | None:
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, [passed])
        found = cursor.fetchone()
    return found[0] if found else None
