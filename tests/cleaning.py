"""Emptying the database after a test that truly commits.

The application's role has no TRUNCATE, so the owner does it, and Django's own flush
stays out of it.
"""

from __future__ import annotations

import os
from functools import cache

import psycopg
from psycopg import sql

# Reference rows that migrations wrote and that no test changes.
KEPT = ("django_migrations", "django_content_type", "auth_permission")
TABLES = """
    SELECT relname FROM pg_class
    WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> ALL(%s)
"""


@cache
def _owner() -> psycopg.Connection:
    """One connection for the session; a lock that a test forgot is an error, not a wait."""
    return psycopg.connect(
        os.environ["DATABASE_OWNER_URL"], autocommit=True, options="-c lock_timeout=10s"
    )


@cache
def _tables() -> list[str]:
    return [name for (name,) in _owner().execute(TABLES, [list(KEPT)])]


def empty_tables() -> None:
    """Empty every table that holds rows, in one statement."""
    asked = sql.SQL(" UNION ALL ").join(
        sql.SQL("(SELECT {} FROM {} LIMIT 1)").format(sql.Literal(name), sql.Identifier(name))
        for name in _tables()
    )
    if not _tables():
        return
    filled = [sql.Identifier(name) for (name,) in _owner().execute(asked)]
    if filled:
        _owner().execute(
            sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(sql.SQL(", ").join(filled))
        )
