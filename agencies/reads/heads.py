"""How far streams have come."""

from __future__ import annotations

from django.db import connection


def of(streams: list[str]) -> dict[str, int]:
    """The number of each stream's last line."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, head_seq FROM audit_stream WHERE key = ANY(%s)", [streams]
        )
        return dict(cursor.fetchall())
