"""Trips to the database: what need not wait for an answer is sent along with what does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def together() -> Iterator[None]:
    """Carry out what is executed inside in its order, and wait once, at the end, for all of it.

    Answers are there to be fetched after the block, which is also where it fails.
    Nothing inside may ask how many rows it changed.
    """
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield


def commit() -> None:
    """Commit along with what was executed just before, while its locks are held anyway.

    For the last of a transaction's statements, inside `together`. Where one of those fails,
    the database does not come to the COMMIT. The block of the transaction finds it
    done, and does what is left to be done after one.
    """
    connection.connection.execute("COMMIT", prepare=False)
