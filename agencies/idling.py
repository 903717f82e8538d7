"""Suspending who has not signed in for ninety days (AC-2). It only calls writes."""

from __future__ import annotations

from typing import Final
from uuid import UUID

import structlog
from django.db import connection

from agencies import writes
from agencies.models.member import IDLE_AFTER
from agencies.rules import CLOCK
from audit import walls
from audit.refusals import Refusal
from audit.sweeps import sweeps

log = structlog.get_logger(__name__)

# Who is the last admin stays, and is passed by: else every sweep would find them again.
IDLE: Final = """
    SELECT m.id FROM agencies_member m
    WHERE m.suspended_at IS NULL AND m.seen_at < statement_timestamp() - make_interval(days => %s)
      AND EXISTS (
        SELECT FROM agencies_member o JOIN agencies_seat s ON s.member_id = o.id
        JOIN agencies_account a ON a.id = o.account_id
        WHERE o.agency_id = m.agency_id AND o.id <> m.id AND o.suspended_at IS NULL
          AND a.is_active AND s.kind = 'admin' AND s.until IS NULL)
    ORDER BY m.seen_at LIMIT 20
"""


@sweeps(next_due_in=lambda: None, every=60.0)
def suspend_idle() -> int:
    """Suspend everybody who is due, each in a transaction of its own."""
    return sum(_suspended(pk) for pk in _idle())


def _idle() -> list[UUID]:
    with walls.at_work(walls.CLOCK), connection.cursor() as cursor:
        cursor.execute(IDLE, [IDLE_AFTER.days])
        return [pk for (pk,) in cursor.fetchall()]


def _suspended(pk: UUID) -> bool:
    try:
        writes.suspend_idle_member(CLOCK, pk)
    except Refusal as wrong:
        log.warning("idle and not suspended", pk=str(pk), why=str(wrong))
        return False
    return True
