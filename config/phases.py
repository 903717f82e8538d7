"""How long each step of a start took, by the clock and by the processor.

On a busy machine the clock tells about the neighbors; the processor's time is our own.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

import psutil


class Phases:
    """The steps of one start, written to a log as each ends."""

    def __init__(self, log: Path) -> None:
        self.log = log
        self.began = self.latest = (time.monotonic(), spent())
        log.write_text("", encoding="utf-8")

    def over(self, step: str) -> None:
        """Write down what this step took."""
        before, self.latest = self.latest, (time.monotonic(), spent())
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"{_between(before, self.latest)}  {step}\n")

    def __str__(self) -> str:
        return _between(self.began, (time.monotonic(), spent()))


def spent() -> float:
    """Seconds of the processor that this process and all below it have used."""
    return sum(os.times()[:4]) + sum(_used(each) for each in psutil.Process().children(True))


def _used(process: psutil.Process) -> float:
    with suppress(psutil.Error):
        return float(sum(process.cpu_times()[:4]))
    return 0.0


def _between(since: tuple[float, float], until: tuple[float, float]) -> str:
    clock, processor = (late - early for early, late in zip(since, until, strict=True))
    return f"{clock:.1f} s, {processor:.1f} s of the processor"
