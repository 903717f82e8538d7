"""Sending letters. A sweep is a door like any other: it only calls writes.

A letter is locked while it is handed over, so that of any number of senders one does it. Who is
killed between the server's yes and the commit leaves a letter that is sent once more, under the
same number: SMTP gives no other choice but to lose some.
"""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.conf import settings

from agencies import letters, writes
from agencies.models import Letter
from agencies.models.letter import LeftBy
from agencies.rules import CLOCK
from audit import due
from audit.sweeps import sweeps

LONGEST_SECONDS: Final = 4.0
CLAIM: Final = """
    SELECT id, extract(epoch FROM statement_timestamp() - due_at) FROM agencies_letter
    WHERE sent_at IS NULL AND parked_at IS NULL AND dropped_at IS NULL
      AND due_at <= statement_timestamp() AND id <> ALL(%s)
    ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
"""


@sweeps(next_due_in=lambda: None, apart=True)
def send_due() -> int:
    """Try every letter that is due; nothing leaves where no way out is set up."""
    if not settings.LETTERS_LEAVE_BY:
        return 0
    claim = due.claimed_by(CLAIM)
    return due.carry_out("letters", claim, _hand_over, seconds=LONGEST_SECONDS)


def _hand_over(pk: UUID) -> None:
    if trouble := letters.put(Letter.objects.get(pk=pk)):
        writes.letter_failed(CLOCK, pk, trouble=trouble)
    else:
        writes.letter_sent(CLOCK, pk, means=LeftBy(settings.LETTERS_LEAVE_BY))
