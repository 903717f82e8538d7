"""``manage.py watch``: the second sweeper, outside of Celery."""

from __future__ import annotations

import signal
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from audit import followers, sweeps

ROUND_SECONDS = 5.0


class Command(BaseCommand):
    help = "Carries out due work beside the Celery worker, so that neither can silence it."

    stopped = False

    def handle(self, *args: Any, **options: Any) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        while not self.stopped:
            sweeps.sweep_until(time.monotonic() + ROUND_SECONDS, stopped=lambda: self.stopped)
            self.follow()

    def follow(self) -> None:
        """Let followers catch up here too; a database that is down is tried again next round."""
        try:
            for follower in followers.FOLLOWERS.values():
                followers.catch_up(follower)
        except DatabaseError:
            connection.close()

    def stop(self, *_: Any) -> None:
        self.stopped = True
