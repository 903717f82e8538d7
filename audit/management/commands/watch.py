"""``manage.py watch``: the second sweeper, outside of Celery."""

from __future__ import annotations

import signal
import threading
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection, connections

from audit import followers, sweeps

ROUND_SECONDS = 5.0
APART_SECONDS = 1.0
LAST_SECONDS = 6.0


class Command(BaseCommand):
    help = "Carries out due work beside the Celery worker, so that neither can silence it."

    stopped = False

    def handle(self, *args: Any, **options: Any) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        apart = threading.Thread(target=self.sweep_apart, name="apart", daemon=True)
        apart.start()
        while not self.stopped:
            sweeps.sweep_until(time.monotonic() + ROUND_SECONDS, stopped=lambda: self.stopped)
            self.follow()
        apart.join(LAST_SECONDS)

    def sweep_apart(self) -> None:
        """What talks to the outside, in a thread of its own: rungs never wait for a mail server."""
        while not self.stopped:
            sweeps.sweep_once(stopped=lambda: self.stopped, apart=True)
            time.sleep(0 if self.stopped else APART_SECONDS)
        connections.close_all()

    def follow(self) -> None:
        """Let followers catch up here too; a database that is down is tried again next round."""
        try:
            for follower in followers.FOLLOWERS.values():
                followers.catch_up(follower)
        except DatabaseError:
            connection.close()

    def stop(self, *_: Any) -> None:
        self.stopped = True
