"""Work that is due at a time: rows with ``due_at``, carried out by whoever gets there first.

The Celery worker and ``manage.py watch`` both sweep, any number of either. A
sweep locks what it takes with ``SKIP LOCKED``, so that sweepers share the work
and the death of one costs the others nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from django.db import DatabaseError, connection

from audit import walls

log = structlog.get_logger(__name__)

LONGEST_NAP_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Sweep:
    """One kind of due work. Both functions take nothing and may run anywhere, at once.

    ``carry_out`` does what is due now and returns how many rows it did;
    ``next_due_in`` says in how many seconds the next row is due, if any is. What talks
    to the outside is swept ``apart``: nobody in need waits for a stranger's server. What
    may be a little late is looked for ``every`` so many seconds in each process.
    """

    name: str
    carry_out: Callable[[], int]
    next_due_in: Callable[[], float | None]
    apart: bool = False
    every: float = 0.0


SWEEPS: dict[str, Sweep] = {}
_looked: dict[str, float] = {}


def sweeps(
    next_due_in: Callable[[], float | None], *, apart: bool = False, every: float = 0.0
) -> Callable[[Callable[[], int]], Callable[[], int]]:
    """Register due work with the function that says when the next of it is due."""

    def register(carry_out: Callable[[], int]) -> Callable[[], int]:
        name = f"{carry_out.__module__}.{carry_out.__name__}"
        SWEEPS[name] = Sweep(name, carry_out, next_due_in, apart, every)
        return carry_out

    return register


def sweep_once(stopped: Callable[[], bool] = lambda: False, *, apart: bool = False) -> int:
    """Carry out everything that is due. A sweep that fails does not hold up the others."""
    due = [sweep for sweep in SWEEPS.values() if sweep.apart == apart and _is_its_turn(sweep)]
    return sum(_carried_out(sweep) for sweep in due if not stopped())


def sweep_until(deadline: float, stopped: Callable[[], bool] = lambda: False) -> None:
    """Sweep, and sleep until the next row is due, until ``time.monotonic()`` reaches a deadline."""
    while not stopped() and time.monotonic() < deadline:
        sweep_once(stopped)
        time.sleep(0 if stopped() else nap())


def nap() -> float:
    """How long one may sleep and still be in time for the next due row."""
    try:
        with walls.at_work(walls.CLOCK):
            asked = [sweep.next_due_in() for sweep in SWEEPS.values() if not sweep.apart]
    except DatabaseError:
        return LONGEST_NAP_SECONDS
    waits = [wait for wait in asked if wait is not None]
    return max(0.01, min([LONGEST_NAP_SECONDS, *waits]))


def _is_its_turn(sweep: Sweep) -> bool:
    if sweep.every and time.monotonic() < _looked.get(sweep.name, -sweep.every) + sweep.every:
        return False
    _looked[sweep.name] = time.monotonic()
    return True


def _carried_out(sweep: Sweep) -> int:
    """What it did. Whatever is wrong with one, a letter or a bug, the others do not wait."""
    try:
        return sweep.carry_out()
    except DatabaseError as wrong:
        log.error("sweep failed", sweep=sweep.name, why=str(wrong))
        connection.close_if_unusable_or_obsolete()
        return 0
    except Exception:
        log.exception("sweep failed", sweep=sweep.name)
        return 0
