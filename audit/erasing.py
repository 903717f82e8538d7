"""Erasing what lines of a ledger say, while the chain over them holds.

A line's place, kind, time and hash stay, and whose line it was. That it was erased is told by
a line after it in the same ledger (`Fact.erases`); where none does, verification raises an alarm.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

ERASE = """
CREATE FUNCTION audit_erase(stream text, keys text[]) RETURNS SETOF bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF coalesce(current_setting('app.write', true), '') = '' THEN
        RAISE EXCEPTION 'erasing in % outside a write', stream USING ERRCODE = 'AU001';
    END IF;
    RETURN QUERY UPDATE audit_testimony t SET body = NULL, images = NULL
        WHERE t.stream_key = stream AND t.images::jsonb ?| keys
            AND keys @> ARRAY(SELECT jsonb_object_keys(t.images::jsonb))
        RETURNING t.seq;
END $$;
"""


def erase(stream: str, keys: Iterable[str]) -> tuple[int, ...]:
    """Erase the lines that tell of these rows and of no others. Returns which those were.

    Part of a write, which tells them in a fact that erases.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_erase(%s, %s)", [stream, list(keys)])
        return tuple(sorted(seq for (seq,) in cursor.fetchall()))
