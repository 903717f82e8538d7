"""The lines of an incident's ledger, and which of them an agency may know of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from agencies.categories import Category
from agencies.grants import Grants
from agencies.reads.frames import View, rows_for
from agencies.sharing import known
from audit import looks
from audit.streams import of_incident
from audit.trail import FITTING, Sought

BATCH = 200

TOLD = "e.seq, e.kind, e.recorded_at, t.agency_id, t.body, t.images"

LINES = f"SELECT {TOLD} {FITTING}"

NEWEST_OF_EACH_KIND = f"""
    SELECT {TOLD}
    FROM (SELECT DISTINCT ON (kind) * FROM audit_entry
          WHERE stream_id = %s ORDER BY kind, seq DESC) e
    JOIN audit_testimony t ON t.stream_key = e.stream_id AND t.seq = e.seq
    ORDER BY e.kind
"""


@dataclass(frozen=True, slots=True)
class Told:
    """One line as it was told. What was erased has no body any more."""

    seq: int
    kind: str
    recorded_at: datetime
    agency: UUID | None
    body: dict[str, Any] | None
    images: dict[str, dict[str, Any] | None]


def lines(pk: UUID, sought: Sought) -> Iterator[Told]:
    """The lines that fit, newest first, as many as are taken."""
    before = 2**62
    while True:
        place = {"stream": of_incident(pk), "before": before, "limit": BATCH}
        found = fetched(LINES, sought.filters() | place)
        yield from found
        if len(found) < BATCH:
            return
        before = found[-1].seq


def newest_of_each_kind(pk: UUID) -> list[Told]:
    return fetched(NEWEST_OF_EACH_KIND, [of_incident(pk)])


def fetched(sql: str, given: Any) -> list[Told]:
    """Lines that a query for ``TOLD`` finds."""
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return [
            Told(seq, kind, at, agency, body and orjson.loads(body), orjson.loads(images or "{}"))
            for seq, kind, at, agency, body, images in cursor.fetchall()
        ]


def known_to(held: Grants, told: Told) -> bool:
    """Whether the viewer may know of a line.

    Not of one that touched a row of which they may not even know: that somebody wrote
    a restricted note is itself restricted. What an erased line touched is known no
    more, so that only the agency that told it sees where it stood.
    """
    if told.body is None:
        return told.agency == held.viewer
    touched = ((key, row) for key, row in told.images.items() if row)
    return all(known("incident", key, row, held) for key, row in touched)


def look_at(held: Grants, pk: UUID, told: Told) -> dict[str, Any]:
    """A line's rows through the sheets. Who acted is shown too, so their agency hears of it."""
    if told.agency is not None:
        by = held.of(told.agency).opened(frozenset({Category.OPS.value}))
        looks.current().shown(told.agency, f"trail:{pk}", by)
    images = [(key, row, 0) for key, row in told.images.items() if row]
    return rows_for(View(of_incident(pk), held.viewer), held, images)
