"""Signs of life of the processes that answer no requests."""

from __future__ import annotations

from django.db import connection, transaction

PULSE = 5
STAMP = """
    INSERT INTO config_heartbeat (name, at) VALUES (%s, clock_timestamp())
    ON CONFLICT (name) DO UPDATE SET at = excluded.at
"""
# Rows that outgrow their memory go to a file beside the tables, and leave nothing behind.
ROOM = """
    WITH kept AS MATERIALIZED (SELECT repeat('x', 8192) FROM generate_series(1, 64))
    SELECT current_setting('transaction_read_only') = 'off' AND count(*) > 0 FROM kept
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


def keeps() -> bool:
    """Whether the database takes changes and has room; a full disk answers questions still."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '64kB'")
        cursor.execute(ROOM)
        return bool(cursor.fetchone()[0])
