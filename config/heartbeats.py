"""Signs of life of the processes that answer no requests."""

from __future__ import annotations

from django.db import connection

PULSE = 5
STAMP = """
    INSERT INTO config_heartbeat (name, at) VALUES (%s, clock_timestamp())
    ON CONFLICT (name) DO UPDATE SET at = excluded.at
"""
AGES = "SELECT name, extract(epoch FROM clock_timestamp() - at)::float FROM config_heartbeat"


def beat(*names: str) -> None:
    """Say, by the database's clock, that these are alive now."""
    with connection.cursor() as cursor:
        cursor.executemany(STAMP, [(name,) for name in names])


def ages() -> dict[str, float]:
    """How many seconds ago each was last alive."""
    with connection.cursor() as cursor:
        cursor.execute(AGES)
        return dict(cursor.fetchall())
