"""The newest images of some kinds of rows in a stream."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from agencies.reads.frames import Images

NEWEST = """
    SELECT key, row::text, seq FROM audit_image
    WHERE stream_key = %s AND row IS NOT NULL AND split_part(key, ':', 1) = ANY(%s)
"""


def newest(connection: Any, stream: str, kinds: Sequence[str]) -> Images:
    with connection.cursor() as cursor:
        cursor.execute(NEWEST, [stream, list(kinds)])
        return [(key, orjson.loads(row), seq) for key, row, seq in cursor.fetchall()]
