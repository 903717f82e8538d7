"""Sending letters. A sweep is a door like any other: it only calls writes.

A letter is locked while it is handed over, so that of any number of senders one does it. Who is
killed between the server's yes and the commit leaves a letter that is sent once more, under the
same number: SMTP gives no other choice but to lose some.
"""

from __future__ import annotations

import time
from typing import Final
from uuid import UUID

import structlog
from django.conf import settings
from django.db import DatabaseError, connection

from agencies import letters, writes
from agencies.models import Letter
from agencies.models.letter import LeftBy
from agencies.rules import CLOCK
from audit.claims import claiming
from audit.refusals import Refusal
from audit.sweeps import sweeps

log = structlog.get_logger(__name__)

LONGEST_SECONDS: Final = 4.0
CLAIM: Final = """
    SELECT id FROM agencies_letter
    WHERE sent_at IS NULL AND parked_at IS NULL AND dropped_at IS NULL
      AND due_at <= statement_timestamp() AND id <> ALL(%s)
    ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
"""


@sweeps(next_due_in=lambda: None, apart=True)
def send_due() -> int:
    """Send every letter that is due, each in a transaction of its own."""
    if not settings.LETTERS_LEAVE_BY:
        return 0
    passed: list[UUID] = []
    done = 0
    until = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < until and (sent := _send_next(passed)) is not None:
        done += sent
    return done


def _send_next(passed: list[UUID]) -> bool | None:
    """Whether the one that waits longest has left; nothing where none is due."""
    due: UUID | None = None
    try:
        with claiming():
            due = _claim(passed)
            return None if due is None else _handed_over(due)
    except (Refusal, DatabaseError) as wrong:
        if due is None:
            raise
        log.warning("letter not sent", pk=str(due), why=str(wrong))
        passed.append(due)
        return False


def _handed_over(pk: UUID) -> bool:
    trouble = letters.put(Letter.objects.get(pk=pk))
    if trouble:
        writes.letter_failed(CLOCK, pk, trouble=trouble)
        return False
    writes.letter_sent(CLOCK, pk, means=LeftBy(settings.LETTERS_LEAVE_BY))
    return True


def _claim(passed: list[UUID]) -> UUID | None:
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, [passed])
        found = cursor.fetchone()
    return found[0] if found else None
