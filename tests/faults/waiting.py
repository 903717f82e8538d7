"""Waiting for something to become true, with a deadline."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event
from typing import TypeVar

LOOK_EVERY = 0.05

T = TypeVar("T")


def until(found: Callable[[], T], what: str, patience: float = 120.0) -> T:
    """What was waited for, once it is there; the test fails when it does not come."""
    deadline = time.monotonic() + patience
    while not (here := found()):
        assert time.monotonic() < deadline, f"not within {patience:g} s: {what}"
        Event().wait(LOOK_EVERY)
    return here
