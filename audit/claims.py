"""What a sweep has claimed: the claim and its write are one transaction, and fall together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

_claimed: ContextVar[bool] = ContextVar("claimed", default=False)


@contextmanager
def claiming() -> Iterator[None]:
    """One transaction for a claim and the one write that it is for.

    A write inside needs no savepoint of its own: where it fails, the claim has
    nothing left to hold either. So an exception must leave this block. Nor does it
    lock the row that writes lock first: that is the very row that a claim locks.
    """
    before = _claimed.set(True)
    try:
        with transaction.atomic():
            yield
    finally:
        _claimed.reset(before)


def claimed() -> bool:
    return _claimed.get()
