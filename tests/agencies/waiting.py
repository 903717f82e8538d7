"""Waiting for a condition, never for a time."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event

PATIENCE_SECONDS = 30.0


def until(condition: Callable[[], bool]) -> None:
    """Return once it holds; fail where it does not in half a minute."""
    given_up = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < given_up, "it did not come true"
        Event().wait(0.05)
