"""Signs of life. Whoever sweeps says so; beat is alive when what it sends arrives."""

from __future__ import annotations

import sys
import time

from celery import current_task, shared_task
from celery.signals import beat_init
from django.contrib.sessions.models import Session
from django.utils import timezone

from audit.sweeps import sweeps
from config.heartbeats import PULSE, beat

last_said = 0.0


@shared_task(ignore_result=True)
def pulse() -> None:
    """Sent by beat and run by a worker, so both live."""
    beat("beat", "worker")


@beat_init.connect
def pulse_at_once(**_: object) -> None:
    """A new schedule would wait out the first interval before it sends anything."""
    pulse.apply_async(expires=2 * PULSE)


def _until_next() -> float | None:
    return max(0.0, last_said + PULSE - time.monotonic()) if _who() else None


@sweeps(next_due_in=_until_next)
def say_alive() -> int:
    """Stamp the sweeping process; it carries out no rows, so it returns none."""
    global last_said
    who = _who()
    if who and _until_next() == 0:
        beat(who)
        last_said = time.monotonic()
    return 0


@sweeps(next_due_in=lambda: None, every=30.0)
def forget_ended_sessions() -> int:
    """Delete sessions that are over, so that asking at the entrance leaves nothing behind."""
    return Session.objects.filter(expire_date__lte=timezone.now()).delete()[0]


def _who() -> str | None:
    if current_task:
        return "worker"
    return "watch" if sys.argv[1:2] == ["watch"] else None
