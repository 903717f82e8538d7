"""Looks at one agency's data, added up: by whose people, by category, by what opened it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection

from audit.trail import FITTING, Sought

# Looks by the owner's own people at the log itself are in the log, and are nobody's receipts.
FOUND: Final = f"""
    WITH found AS MATERIALIZED (
        SELECT t.body::jsonb AS said, t.agency_id, e.recorded_at {FITTING}),
    theirs AS (SELECT * FROM found WHERE agency_id IS DISTINCT FROM %(owner)s)
"""

PARTNERS: Final = """
    SELECT 'partner', coalesce(t.agency_id::text, ''), max(t.said #>> '{actor,agency}'),
        NULL::integer, '', count(*), sum(jsonb_array_length(t.said #> '{fact,rows}')), (
            SELECT count(DISTINCT p.name) FROM theirs u
            CROSS JOIN LATERAL jsonb_array_elements_text(
                jsonb_build_array(u.said #> '{actor,name}') || (u.said #> '{fact,members}')) p(name)
            WHERE u.agency_id = t.agency_id
              AND (p.name <> u.said #>> '{actor,name}' OR u.said #> '{fact,members}' = '[]')),
        max(t.recorded_at)
    FROM theirs t GROUP BY t.agency_id
"""

CATEGORIES: Final = """
    SELECT 'category', c.category, '', NULL, '', count(*), NULL::bigint, NULL::bigint,
        max(t.recorded_at)
    FROM theirs t
    CROSS JOIN LATERAL jsonb_array_elements_text(t.said #> '{fact,categories}') AS c(category)
    GROUP BY c.category
"""

OPENINGS: Final = """
    SELECT 'opening', coalesce(o.one ->> 'clause', ''), o.one ->> 'said',
        (o.one ->> 'version')::integer, o.one ->> 'sort', count(*),
        sum((o.one ->> 'shown')::integer), NULL, max(t.recorded_at)
    FROM theirs t
    CROSS JOIN LATERAL jsonb_array_elements(coalesce(t.said #> '{fact,opens}', '[]')) AS o(one)
    GROUP BY 2, 3, 4, 5
"""

SUMS: Final = f"{FOUND} {PARTNERS} UNION ALL {CATEGORIES} UNION ALL {OPENINGS} ORDER BY 6 DESC, 2"
COLUMNS: Final = ("key", "said", "version", "sort", "looks", "rows", "people", "last_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How many looks, at how many rows, of one partner, category, or ground.

    ``key`` is the partner's or the clause's id, or the category; ``people`` how many of a
    partner looked. Rows are counted at each look, and not of categories.
    """

    key: str
    said: str
    sort: str
    version: int | None
    looks: int
    rows: int | None
    people: int | None
    last_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    partners: tuple[Total, ...]
    categories: tuple[Total, ...]
    openings: tuple[Total, ...]


def totals(stream: str, sought: Sought, owner: UUID) -> Totals:
    """Everything that fits, added up three ways."""
    with connection.cursor() as cursor:
        place = {"stream": stream, "before": 2**62, "limit": None, "owner": owner}
        cursor.execute(SUMS, sought.filters() | place)
        found = [
            (what, Total(**dict(zip(COLUMNS, row, strict=True))))
            for what, *row in cursor.fetchall()
        ]
    return Totals(
        partners=tuple(total for what, total in found if what == "partner"),
        categories=tuple(total for what, total in found if what == "category"),
        openings=tuple(total for what, total in found if what == "opening"),
    )
