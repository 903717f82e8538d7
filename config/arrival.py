"""Waiting until a server that was just started is well."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable

IMPATIENT_AFTER = 20.0
ASK_EVERY = 0.25


def wait_until_well(
    address: str, meanwhile: Callable[[], None], say: Callable[[str], None]
) -> None:
    """Ask until everything is up; now and then say what is not yet.

    A sign of life from before we began to wait is an earlier run's and tells nothing.
    """
    begun = time.monotonic()
    say_next = begun + IMPATIENT_AFTER
    while lacking := _lacking(address, lambda: time.monotonic() - begun):
        meanwhile()
        if time.monotonic() > say_next:
            say(f"Still waiting for: {', '.join(lacking)}")
            say_next += IMPATIENT_AFTER
        time.sleep(ASK_EVERY)


def _lacking(address: str, waited: Callable[[], float]) -> list[str]:
    """What `/healthz` calls down; the server itself, while nothing answers."""
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=3) as answer:
            told = json.load(answer)
    except urllib.error.HTTPError as unwell:
        told = json.loads(unwell.read() or b"{}") if unwell.code == 503 else {"server": {}}
    except (OSError, ValueError):
        return ["server"]
    checks = {name: each for name, each in told.items() if isinstance(each, dict)}
    longest = waited()
    return [
        name for name, each in checks.items() if not each.get("up") or each.get("age", 0) > longest
    ]
