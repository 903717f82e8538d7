"""Guests, reviews and notes whose time has come. A sweep is a door like any other: it writes."""

from __future__ import annotations

from typing import Final

from agencies.rules import CLOCK
from audit import due
from audit.sweeps import sweeps
from incidents import writes

# By what is due: which rows wait, and the moment for which they do.
GUESTS: Final = ("incidents_guest WHERE ended_at IS NULL", "due_at")
REVIEWS: Final = ("incidents_glass WHERE reviewed_at IS NULL", "remind_at")
EXPIRING: Final = (
    """incidents_incident WHERE closed_at IS NOT NULL AND EXISTS (
        SELECT FROM incidents_note n WHERE n.incident_id = incidents_incident.id
        AND n.category = 'INTEL' AND n.expired_at IS NULL)""",
    "closed_at",
)
NEXT: Final = "SELECT extract(epoch FROM min({1}) - clock_timestamp()) FROM {0}"
CLAIM: Final = """
    SELECT id, extract(epoch FROM statement_timestamp() - {1}) FROM {0}
    AND {1} <= statement_timestamp() AND id <> ALL(%s)
    ORDER BY {1} LIMIT 1 FOR UPDATE SKIP LOCKED
"""


@sweeps(next_due_in=due.next_in(NEXT.format(*GUESTS)))
def tell_guests_over() -> int:
    """Tell of each guest whose time is up. Nothing waits for it: the clock ended their stay."""
    claim = due.claimed_by(CLAIM.format(*GUESTS))
    return due.carry_out("guests", claim, lambda guest: writes.tell_guest_time_up(CLOCK, guest))


@sweeps(next_due_in=due.next_in(NEXT.format(*REVIEWS)))
def remind_of_reviews() -> int:
    """Tell owners of emergency looks that wait for their review."""
    claim = due.claimed_by(CLAIM.format(*REVIEWS))
    return due.carry_out("reviews", claim, lambda glass: writes.remind_of_review(CLOCK, glass))


@sweeps(next_due_in=due.next_in(NEXT.format(*EXPIRING)), every=60)
def expire_notes() -> int:
    """Of incidents that were closed before notes expired with them; closing does it otherwise."""
    claim = due.claimed_by(CLAIM.format(*EXPIRING))
    return due.carry_out("expiring", claim, lambda one: writes.expire_notes(CLOCK, one))
