"""What time does to a ladder. A sweep is a door like any other: it only calls writes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from audit import due
from audit.sweeps import sweeps
from mutualaid import clock, matching, writes
from mutualaid.clock import Moment
from mutualaid.rules import CLOCK


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
    """Carry out what is due, most pressing first."""
    with matching.remembered():
        return due.carry_out(moment, partial(clock.claim, moment), act)
