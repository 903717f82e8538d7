"""What a sweep has claimed: the claim and its write are one transaction, and fall together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

# What is to be done when the claim under way is over, however it ends; nothing where none is.
_afterwards: ContextVar[list[Callable[[], None]] | None] = ContextVar("afterwards", default=None)


@contextmanager
def claiming() -> Iterator[None]:
    """One transaction for a claim and the one write that it is for.

    A write inside needs no savepoint of its own: where it fails, the claim has
    nothing left to hold either. So an exception must leave this block. Nor does it
    lock the row that writes lock first: that is the very row that a claim locks.
    """
    to_do: list[Callable[[], None]] = []
    before = _afterwards.set(to_do)
    try:
        with transaction.atomic():
            yield
    finally:
        _afterwards.reset(before)
        for act in to_do:
            act()


def claimed() -> bool:
    return _afterwards.get() is not None


def when_over(act: Callable[[], None]) -> None:
    """Do this now, or, inside a claim, when its transaction is over and may no longer undo it."""
    to_do = _afterwards.get()
    if to_do is None:
        act()
    else:
        to_do.append(act)
