"""What runs beside the doors. A task is a door like any other."""

from __future__ import annotations

import mmap
import time

from celery import shared_task
from celery.signals import worker_shutting_down

from audit import checkpoints, digests, followers, keys, sweeps, verification  # noqa: F401

SWEEP_SECONDS = 5.0

# One byte that a worker shares with the processes it forks: only the worker itself is told.
leaving = mmap.mmap(-1, 1)


@worker_shutting_down.connect
def leave(**_: object) -> None:
    """Let sweeps end after the row in hand; the worker waits for what its processes run."""
    leaving[0] = 1


@shared_task(acks_late=True, ignore_result=True)
def sweep() -> None:
    """Carry out due work, sleeping until the next row is due, for a few seconds.

    Beat starts it again before it ends; two at once share the rows.
    """
    sweeps.sweep_until(time.monotonic() + SWEEP_SECONDS, stopped=lambda: leaving[0] == 1)


@shared_task(acks_late=True, ignore_result=True)
def sweep_apart() -> int:
    """Carry out what talks to the outside, one round of it."""
    return sweeps.sweep_once(stopped=lambda: leaving[0] == 1, apart=True)


@shared_task(acks_late=True, ignore_result=True)
def catch_up() -> int:
    """Let every follower hear what it has not heard yet."""
    return sum(followers.catch_up(follower) for follower in followers.FOLLOWERS.values())


@shared_task(acks_late=True, ignore_result=True)
def verify() -> int:
    """Check what streams gained since the last check. Returns how many do not hold."""
    return len(verification.verify_on())


@shared_task(acks_late=True, ignore_result=True)
def verify_everything() -> int:
    """Check every stream from its first line, so that old lines are looked at again too."""
    broken = verification.verify_all()
    for found in broken:
        verification.raise_alarm(found)
    return len(broken)


@shared_task(acks_late=True, ignore_result=True)
def publish_checkpoint() -> int | None:
    """Say where every stream stands."""
    return checkpoints.publish()


@shared_task(acks_late=True, ignore_result=True)
def forget_keys() -> int:
    """Forget idempotency keys of more than thirty days ago."""
    return keys.forget()
