"""Who looked at whose data, added up by day for the page that its owner reads."""

from __future__ import annotations

from django.db import connection

from audit.followers import Heard, follow
from audit.looks import Looked

ADD = """
    INSERT INTO audit_lookday AS d
        (owner_id, day, viewer_agency_id, viewer_agency, viewer, looks, rows, last_at)
    VALUES (%s, %s, %s, %s, %s, 1, %s, %s)
    ON CONFLICT (owner_id, day, viewer_agency_id, viewer) DO UPDATE
    SET looks = d.looks + 1, rows = d.rows + excluded.rows, last_at = excluded.last_at
"""


@follow(Looked)
def add_up(entry: Heard) -> None:
    """Count a look for everybody it was shown to.

    The bookmark moves in the same transaction, so a look is counted once.
    """
    look: Looked = entry.fact
    who = entry.actor
    with connection.cursor() as cursor:
        for viewer in look.members or (who["name"],):
            cursor.execute(
                ADD,
                [look.owner, entry.recorded_at.date(), who["agency_id"], who["agency"], viewer,
                 len(look.rows), entry.recorded_at],
            )  # fmt: skip
