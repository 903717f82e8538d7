"""Emptying the database after a test that truly commits.

The application's role has no TRUNCATE, and the ledger's tables refuse it even to their
owner, so the superuser does it with triggers off. Django's own flush stays out of it.
"""

from __future__ import annotations

import os
import time
from functools import cache
from threading import Event
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import errors, sql

# Reference rows that migrations wrote and that no test changes.
KEPT = ("django_migrations", "django_content_type", "auth_permission")
TABLES = """
    SELECT relname FROM pg_class
    WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> ALL(%s)
"""

PATIENCE_SECONDS = 3.0
LOOK_EVERY = 0.02
WRITING = """
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL
"""
STRAGGLERS = """
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
"""


@cache
def _superuser() -> psycopg.Connection:
    """One connection for the session; nobody is waited for long."""
    name = urlsplit(os.environ["DATABASE_URL"]).path
    url = urlunsplit(urlsplit(os.environ["MUSTER_TEST_SUPERUSER_URL"])._replace(path=name))
    options = "-c lock_timeout=3s -c session_replication_role=replica"
    return psycopg.connect(url, autocommit=True, options=options)


@cache
def _tables() -> list[str]:
    return [name for (name,) in _superuser().execute(TABLES, [list(KEPT)])]


def empty_tables() -> None:
    """Empty every table that holds rows, in one statement.

    What somebody has written and not committed yet shows no rows, so it would outlive this.
    """
    _until_nobody_writes()
    asked = sql.SQL(" UNION ALL ").join(
        sql.SQL("(SELECT {} FROM {} LIMIT 1)").format(sql.Literal(name), sql.Identifier(name))
        for name in _tables()
    )
    if not _tables():
        return
    filled = [sql.Identifier(name) for (name,) in _superuser().execute(asked)]
    if filled:
        statement = sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE")
        _insist(statement.format(sql.SQL(", ").join(filled)))


def _until_nobody_writes() -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while _superuser().execute(WRITING).fetchone() and time.monotonic() < deadline:
        Event().wait(LOOK_EVERY)
    if _superuser().execute(WRITING).fetchone():
        _superuser().execute(STRAGGLERS)


def _insist(statement: sql.Composed) -> None:
    """What somebody still holds is wrested from them: rows that stay would fail the next tests."""
    try:
        _superuser().execute(statement)
    except (errors.LockNotAvailable, errors.DeadlockDetected):
        _superuser().execute(STRAGGLERS)
        _superuser().execute(statement)
