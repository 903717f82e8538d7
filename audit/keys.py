"""Idempotency keys are kept for thirty days, for a tablet may be out of reach that long.

How long is the database's own business: the application may ask it to forget
old keys, and cannot make it forget a new one, which would let an act happen twice.
"""

from __future__ import annotations

from django.db import connection

from audit import walls

FORGET = """
CREATE FUNCTION audit_forget_keys() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
        DELETE FROM audit_usedkey WHERE used_at < clock_timestamp() - interval '30 days' RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
"""


@walls.at_work(walls.CHECKER)
def forget() -> int:
    """Forget the keys that nobody will repeat any more. Returns how many those were."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_forget_keys()")
        forgotten: int = cursor.fetchone()[0]
        return forgotten
