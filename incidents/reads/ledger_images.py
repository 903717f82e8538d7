"""The rows of an incident as its ledger tells them: the newest, or as they stood at a line."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from agencies.reads.frames import Images
from audit import walls
from audit.images import of as painted
from audit.rows import Row as Model
from audit.streams import of_incident

WHOLE = "a row is drawn whole, as the ledger tells it, before any sheet is laid over it"
NEWEST = """
    SELECT s.head_seq, i.key, i.row, i.seq FROM audit_stream s
    LEFT JOIN audit_image i ON i.stream_key = s.key AND i.row IS NOT NULL
    WHERE s.key = %s
"""

AS_OF = """
    SELECT DISTINCT ON (i.key) t.seq, i.key, i.value, t.seq
    FROM audit_testimony t CROSS JOIN LATERAL jsonb_each(t.images::jsonb) i
    WHERE t.stream_key = %s AND t.seq <= %s AND t.images IS NOT NULL
    ORDER BY i.key, t.seq DESC
"""


def newest(incident: UUID) -> tuple[int, Images]:
    """The ledger's head and the newest image of every row, as of one and the same moment."""
    found = _fetched(NEWEST, [of_incident(incident)])
    head: int = found[0][0] if found else 0
    return head, _images(found)


def as_of(incident: UUID, seq: int) -> Images:
    """Every row as it stood at a line: the same images, replayed up to there."""
    return _images(_fetched(AS_OF, [of_incident(incident), seq]))


def fresh(incident: UUID, *rows: Model) -> Images:
    """Rows drawn from the tables, as the ledger would tell them if they changed now."""
    with walls.beyond(WHOLE):
        drawn = painted(of_incident(incident), rows)
    return [(key, None if row is None else dict(row), 0) for key, row in drawn.items()]


def _fetched(sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _images(found: list[tuple[Any, ...]]) -> Images:
    return [
        (key, row, seq)
        for _head, key, text, seq in found
        if key is not None and (row := _plain(text)) is not None
    ]


def _plain(row: Any) -> Any:
    return orjson.loads(row) if isinstance(row, str) else row
