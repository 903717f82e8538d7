"""Telling that a guest's time is over. A sweep is a door like any other: it only calls writes."""

from __future__ import annotations

import time
from typing import Final
from uuid import UUID

import structlog
from django.db import DatabaseError, connection

from agencies.rules import CLOCK
from audit.claims import claiming
from audit.refusals import Refusal
from audit.sweeps import sweeps
from incidents import writes

log = structlog.get_logger(__name__)

LONGEST_SECONDS: Final = 1.0
NEXT: Final = """
    SELECT extract(epoch FROM min(due_at) - clock_timestamp())
    FROM incidents_guest WHERE ended_at IS NULL
"""
CLAIM: Final = """
    SELECT id FROM incidents_guest
    WHERE ended_at IS NULL AND due_at <= statement_timestamp() AND id <> ALL(%s)
    ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
"""


def next_due_in() -> float | None:
    """In how many seconds the next guest's time is up."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT)
        found = cursor.fetchone()[0]
    return None if found is None else float(found)


@sweeps(next_due_in=next_due_in)
def tell_guests_over() -> int:
    """Tell of each guest whose time is up. Nothing waits for it: the clock ended their stay."""
    passed: list[UUID] = []
    done = 0
    until = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < until and (told := _next(passed)) is not None:
        done += told
    return done


def _next(passed: list[UUID]) -> bool | None:
    due: UUID | None = None
    try:
        with claiming():
            due = _claim(passed)
            if due is None:
                return None
            writes.tell_guest_time_up(CLOCK, due)
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
