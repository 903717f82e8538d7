"""How late 3,000 ladders move whose time runs out in the same second (``-m bench.due_rungs``).

Two sweepers share the work, on a database of its own. Lateness is counted by
the database: from a rung's due time to the ledger's line about it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass

from tests import throwaway

RUNGS = 3_000
SWEEPERS = 2
INCIDENTS = 30
LIMIT_SECONDS = 15.0
PRIORITIES = ("emergency", "urgent", "routine")


@dataclass(frozen=True)
class Measured:
    moved: int
    twice: int
    p50: float
    p99: float
    worst: float
    emergency_p99: float


def main() -> int:
    running = throwaway.begin()
    try:
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        import django

        django.setup()
        from bench import many_rungs

        many_rungs.make(RUNGS, INCIDENTS, PRIORITIES)
        began = time.monotonic()
        many_rungs.fall_due()
        processes = [
            subprocess.Popen([sys.executable, "-m", "tests.mutualaid.sweeper"], env=os.environ)
            for _number in range(SWEEPERS)
        ]
        codes = [process.wait(300) for process in processes]
        took = time.monotonic() - began
        return _report(Measured(*many_rungs.measured()), took, codes)
    finally:
        running.close()


def _report(found: Measured, took: float, codes: list[int]) -> int:
    sys.stdout.write(
        f"{found.moved} of {RUNGS} due rungs moved by {SWEEPERS} sweepers in {took:.1f} s"
        f" (their start included), {found.twice} twice\n"
        f"late: p50 {found.p50:.1f} s, p99 {found.p99:.1f} s, worst {found.worst:.1f} s;"
        f" emergencies p99 {found.emergency_p99:.1f} s (limit {LIMIT_SECONDS:.0f} s)\n"
    )
    good = found.moved == RUNGS and not found.twice and not any(codes)
    return 0 if good and found.p99 <= LIMIT_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
