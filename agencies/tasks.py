"""Telling of dates that have come. A sweep is a door like any other: it only calls writes."""

from __future__ import annotations

from typing import Final

from agencies import idling, postman, writes  # noqa: F401
from agencies.rules import CLOCK
from audit import due
from audit.sweeps import sweeps

NEXT: Final = """
    SELECT extract(epoch FROM min(due_at) - clock_timestamp()) FROM agencies_milestone
    WHERE told_at IS NULL AND dropped_at IS NULL
"""
# The agreement is what writes lock first, so that claiming it keeps the same order.
CLAIM: Final = """
    SELECT m.id, extract(epoch FROM statement_timestamp() - m.due_at)
    FROM agencies_milestone m JOIN agencies_agreement a ON a.id = m.agreement_id
    WHERE m.told_at IS NULL AND m.dropped_at IS NULL AND m.due_at <= statement_timestamp()
      AND m.id <> ALL(%s)
    ORDER BY m.due_at LIMIT 1 FOR UPDATE OF a SKIP LOCKED
"""


@sweeps(next_due_in=due.next_in(NEXT))
def tell_due() -> int:
    """Tell every party of each date that has come."""
    return due.carry_out(
        "dates", due.claimed_by(CLAIM), lambda date: writes.tell_milestone(CLOCK, date)
    )
