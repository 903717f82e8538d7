"""The one clock: the database's, as of the transaction that is under way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """The moment of the write or read that is under way. Nothing else tells time."""
    moment = _moment.get()
    if moment is None:
        raise RuntimeError("time is told inside a write or a read only")
    return moment


@contextmanager
def stands_at(moment: datetime) -> Iterator[None]:
    """Hold the clock at one moment for the length of a transaction."""
    before = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(before)
