"""Guests whose time is up, reviews that wait. A sweep is a door like any other: it calls writes."""

from __future__ import annotations

import time
from collections.abc import Callable
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
# By what is due: the rows that wait, and when.
GUESTS: Final = "FROM incidents_guest WHERE ended_at IS NULL AND due_at"
REVIEWS: Final = "FROM incidents_glass WHERE reviewed_at IS NULL AND remind_at"
NEXT: Final = f"""
    SELECT extract(epoch FROM least(
        (SELECT min(due_at) {GUESTS} IS NOT NULL),
        (SELECT min(remind_at) {REVIEWS} IS NOT NULL)) - clock_timestamp())
"""
CLAIM: Final = """
    SELECT id {waiting} <= statement_timestamp() AND id <> ALL(%s)
    LIMIT 1 FOR UPDATE SKIP LOCKED
"""


def next_due_in() -> float | None:
    """In how many seconds the next guest's time is up, or the next review is asked for."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT)
        found = cursor.fetchone()[0]
    return None if found is None else float(found)


@sweeps(next_due_in=next_due_in)
def tell_guests_over() -> int:
    """Tell of each guest whose time is up. Nothing waits for it: the clock ended their stay."""
    return _sweep(GUESTS, lambda guest: writes.tell_guest_time_up(CLOCK, guest))


@sweeps(next_due_in=next_due_in)
def remind_of_reviews() -> int:
    """Tell owners of emergency looks that wait for their review."""
    return _sweep(REVIEWS, lambda glass: writes.remind_of_review(CLOCK, glass))


def _sweep(waiting: str, carry_out: Callable[[UUID], object]) -> int:
    passed: list[UUID] = []
    done = 0
    until = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < until and (told := _next(waiting, carry_out, passed)) is not None:
        done += told
    return done


def _next(waiting: str, carry_out: Callable[[UUID], object], passed: list[UUID]) -> bool | None:
    due: UUID | None = None
    try:
        with claiming():
            due = _claim(waiting, passed)
            if due is None:
                return None
            carry_out(due)
    except (Refusal, DatabaseError) as wrong:
        if due is None:
            raise
        log.warning("due and not told", pk=str(due), why=str(wrong))
        passed.append(due)
        return False
    return True


def _claim(waiting: str, passed: list[UUID]) -> UUID | None:
    with connection.cursor() as cursor:
        cursor.execute(CLAIM.format(waiting=waiting), [passed])
        found = cursor.fetchone()
    return found[0] if found else None
