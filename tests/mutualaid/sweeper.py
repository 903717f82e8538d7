"""A sweeper that is a process of its own, so that tests may kill it."""

from __future__ import annotations

import os

import django


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    from audit import walls
    from mutualaid import clock, tasks

    def due() -> bool:
        with walls.at_work(walls.CLOCK):
            wait = clock.next_in("due_at")
        return wait is not None and wait <= 0

    while due():
        tasks.climb_due()


if __name__ == "__main__":
    main()
