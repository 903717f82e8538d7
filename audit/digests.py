"""Who looked at whose data, added up by day for the page that its owner reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, tzinfo
from uuid import UUID

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


Clock = Callable[[UUID], tzinfo]

CLOCKS: list[Clock] = []


def counts_days(clock: Clock) -> Clock:
    """Register by which clock the days of an owner begin; without one, UTC."""
    CLOCKS[:] = [clock]
    return clock


@follow(Looked)
def add_up(entry: Heard) -> None:
    """Count a look for everybody it was shown to.

    The bookmark moves in the same transaction, so a look is counted once.
    """
    look: Looked = entry.fact
    who = entry.actor
    zone = CLOCKS[0](look.owner) if CLOCKS else UTC
    day = entry.recorded_at.astimezone(zone).date()
    with connection.cursor() as cursor:
        for viewer in look.members or (who["name"],):
            cursor.execute(
                ADD,
                [look.owner, day, who["agency_id"], who["agency"], viewer,
                 len(look.rows), entry.recorded_at],
            )  # fmt: skip
