"""When beat sent what, which a clock that is set back must not turn into silence."""

from __future__ import annotations

from typing import Any

from celery.beat import PersistentScheduler


class Scheduler(PersistentScheduler):
    """Counts from now on again once the clock was set back.

    What was last sent at a time still to come would not be due before that time, and
    everything else would wait behind it.
    """

    def tick(self, *args: Any, **given: Any) -> float:
        for entry in self.schedule.values():
            if entry.last_run_at > (now := entry.default_now()):
                entry.last_run_at = now
                self._heap = None
        return float(super().tick(*args, **given))
