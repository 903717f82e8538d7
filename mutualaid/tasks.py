"""What time does to a ladder. A sweep is a door like any other: it only calls writes."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from uuid import UUID

import structlog
from django.db import DatabaseError

from audit import metrics
from audit.claims import claiming
from audit.refusals import Refusal
from audit.sweeps import sweeps
from mutualaid import clock, matching, writes
from mutualaid.clock import Moment
from mutualaid.rules import CLOCK

log = structlog.get_logger(__name__)

LONGEST_SECONDS = 1.0


@sweeps(next_due_in=partial(clock.next_in, "due_at"))
def climb_due() -> int:
    """Move every ladder on whose rung has run out of time."""
    return _sweep("due_at", lambda rung: writes.climb(CLOCK, rung))


@sweeps(next_due_in=partial(clock.next_in, "remind_at"))
def remind_due() -> int:
    """Remind everybody who has used up half of their time."""
    return _sweep("remind_at", lambda rung: writes.remind(CLOCK, rung))


@sweeps(next_due_in=partial(clock.next_in, "valid_until"))
def lapse_due() -> int:
    """End every offer that held until a moment that has passed."""
    return _sweep("valid_until", lambda solicitation: writes.lapse_offer(CLOCK, solicitation))


def _sweep(moment: Moment, act: Callable[[UUID], object]) -> int:
    """Carry out what is due, each in a transaction of its own, most pressing first.

    A sweeper that is killed leaves its one claim to the next; one bad row is
    passed over, and does not hold up the rest.
    """
    passed: list[UUID] = []
    done = 0
    until = time.monotonic() + LONGEST_SECONDS
    with matching.remembered():
        while time.monotonic() < until and (moved := _next(moment, act, passed)) is not None:
            done += moved
    return done


def _next(moment: Moment, act: Callable[[UUID], object], passed: list[UUID]) -> bool | None:
    """Carry out the most pressing one; nothing where none is left to carry out."""
    due = None
    try:
        with claiming():
            due = clock.claim(moment, passed)
            if due is None:
                return None
            act(due.pk)
    except (Refusal, DatabaseError) as wrong:
        if due is None:
            raise
        log.warning("due and not moved", pk=str(due.pk), why=str(wrong))
        passed.append(due.pk)
        return False
    metrics.lateness.labels(moment).observe(due.seconds_late)
    return True
