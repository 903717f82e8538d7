"""What a sweep has claimed: the claim and its write are one transaction, and fall together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar

from audit import walls

# What is to be done when the claim under way is over, however it ends; nothing where none is.
_afterwards: ContextVar[ExitStack | None] = ContextVar("afterwards", default=None)


@contextmanager
def claiming() -> Iterator[None]:
    """One transaction for a claim and the one write that it is for.

    A write inside needs no savepoint of its own: where it fails, the claim has
    nothing left to hold either. So an exception must leave this block. Nor does it
    lock the row that writes lock first: that is the very row that a claim locks.
    """
    with ExitStack() as afterwards:
        before = _afterwards.set(afterwards)
        try:
            with walls.at_work(walls.CLOCK):
                yield
        finally:
            _afterwards.reset(before)


def claimed() -> bool:
    return _afterwards.get() is not None


def when_over(act: Callable[[], None]) -> None:
    """Do this now, or, inside a claim, when its transaction is over and may no longer undo it."""
    if afterwards := _afterwards.get():
        afterwards.callback(act)
    else:
        act()
