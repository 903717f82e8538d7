"""Rows whose moment has come: claimed one by one, each carried out in its own transaction."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import structlog
from django.db import DatabaseError, connection

from audit import metrics
from audit.claims import claiming
from audit.refusals import Refusal

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Due:
    """A row whose moment has come, and how late it is now."""

    pk: UUID
    seconds_late: float


Claim = Callable[[list[UUID]], Due | None]


def carry_out(
    sweep: str, claim: Claim, act: Callable[[UUID], object], *, seconds: float = 1.0
) -> int:
    """Do what is due, whatever ``claim`` finds first, until nothing is or the time is used up.

    A sweeper that is killed leaves its one claim to the next; one bad row is
    passed over, and does not hold up the rest.
    """
    passed: list[UUID] = []
    done = 0
    until = time.monotonic() + seconds
    while time.monotonic() < until and (one := _next(sweep, claim, act, passed)) is not None:
        done += one
    return done


def claimed_by(question: str) -> Claim:
    """By a question that locks one row and says how late it is; it skips those it is given."""

    def claim(passed: list[UUID]) -> Due | None:
        with connection.cursor() as cursor:
            cursor.execute(question, [passed])
            found = cursor.fetchone()
        return Due(found[0], float(found[1])) if found else None

    return claim


def next_in(question: str) -> Callable[[], float | None]:
    """In how many seconds the moment comes that a question finds, if it finds one."""

    def wait() -> float | None:
        with connection.cursor() as cursor:
            cursor.execute(question)
            found = cursor.fetchone()[0]
        return None if found is None else float(found)

    return wait


def _next(
    sweep: str, claim: Claim, act: Callable[[UUID], object], passed: list[UUID]
) -> bool | None:
    """Whether the next one was done; nothing where none is left to do."""
    due: Due | None = None
    try:
        with claiming():
            due = claim(passed)
            if due is None:
                return None
            act(due.pk)
    except (Refusal, DatabaseError) as wrong:
        if due is None:
            raise
        log.warning("due and not done", sweep=sweep, pk=str(due.pk), why=str(wrong))
        passed.append(due.pk)
        return False
    metrics.lateness.labels(sweep).observe(due.seconds_late)
    return True
