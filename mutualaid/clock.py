"""Whose time is up: the next due rung or offer, claimed for one sweeper and nobody else."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import Min, QuerySet

from audit.due import Due
from mutualaid.lifecycle import RungStatus, SolicitationStatus
from mutualaid.models import Rung, Solicitation
from mutualaid.wanted import RANKS

Moment = Literal["due_at", "remind_at", "valid_until"]

# Of each rank the first few, straight from its index, so that a claim costs as much with
# thousands due as with one. Behind the last of a full rank there may be more of it, so those
# less pressing wait. They are put in order before requests are looked up, so that only those
# are that somebody holds.
WINDOW: Final = 16
FIRST = """
    (SELECT id, line_id, rank, {moment} AS moment FROM mutualaid_rung
     WHERE rank = {rank} AND status = 'asked' AND {moment} <= statement_timestamp() {still}
     AND id <> ALL(%(passed)s) {others} ORDER BY {moment} LIMIT {window})
"""
OTHERS = """
    AND line_id NOT IN (SELECT id FROM mutualaid_orderline WHERE request_id = ANY(%(blocked)s))
"""
PRESSING = """
    WITH first AS MATERIALIZED ({first}), filled AS MATERIALIZED (
        SELECT rank FROM first GROUP BY rank HAVING count(*) = {window} ORDER BY rank LIMIT 1
    ), pressing AS (
        SELECT * FROM first WHERE rank <= coalesce((SELECT rank FROM filled), {last})
        ORDER BY rank, moment
    )
"""
CLAIM = """
    {pressing}
    SELECT r.id, extract(epoch FROM statement_timestamp() - r.moment)
    FROM pressing r
    JOIN mutualaid_orderline l ON l.id = r.line_id
    JOIN mutualaid_resourcerequest q ON q.id = l.request_id
    ORDER BY r.rank, r.moment LIMIT 1
    FOR UPDATE OF q SKIP LOCKED
"""
IN_THE_WAY = """
    {pressing}
    SELECT DISTINCT l.request_id FROM pressing r JOIN mutualaid_orderline l ON l.id = r.line_id
"""
CLAIM_OFFER = """
    SELECT s.id, extract(epoch FROM statement_timestamp() - s.valid_until)
    FROM mutualaid_solicitation s
    JOIN mutualaid_orderline l ON l.id = s.line_id
    JOIN mutualaid_resourcerequest q ON q.id = l.request_id
    WHERE s.status = 'offered' AND s.valid_until <= statement_timestamp()
    AND s.id <> ALL(%(passed)s)
    ORDER BY s.valid_until LIMIT 1
    FOR UPDATE OF q SKIP LOCKED
"""
STILL: Final = {"due_at": "", "remind_at": "AND reminded_at IS NULL"}


def _pressing(moment: str, others: str = "") -> str:
    """The rungs whose time is up, most pressing first, as far as they can be told apart."""
    ranks = sorted(RANKS.values())
    firsts = (
        FIRST.format(moment=moment, rank=rank, still=STILL[moment], others=others, window=WINDOW)
        for rank in ranks
    )
    return PRESSING.format(first=" UNION ALL ".join(firsts), window=WINDOW, last=ranks[-1])


CLAIMS: Final[dict[Moment, str]] = {
    "valid_until": CLAIM_OFFER,
    "due_at": CLAIM.format(pressing=_pressing("due_at")),
    "remind_at": CLAIM.format(pressing=_pressing("remind_at")),
}
CLAIMS_OF_OTHERS: Final[dict[Moment, str]] = {
    "due_at": CLAIM.format(pressing=_pressing("due_at", OTHERS)),
    "remind_at": CLAIM.format(pressing=_pressing("remind_at", OTHERS)),
}
BLOCKING: Final[dict[Moment, str]] = {
    "due_at": IN_THE_WAY.format(pressing=_pressing("due_at", OTHERS)),
    "remind_at": IN_THE_WAY.format(pressing=_pressing("remind_at", OTHERS)),
}


def claim(moment: Moment, passed: Collection[UUID]) -> Due | None:
    """The most pressing due row that no other sweeper holds, its request locked until commit.

    The request is what writes lock first, so claiming it keeps the same order. One
    that somebody holds is passed by with all that is due of it, however much that is.
    """
    seen: dict[str, list[UUID]] = {"passed": list(passed), "blocked": []}
    with connection.cursor() as cursor:
        cursor.execute(CLAIMS[moment], seen)
        while (found := cursor.fetchone()) is None and (
            blocking := _blocking(cursor, moment, seen)
        ):
            seen["blocked"] += blocking
            cursor.execute(CLAIMS_OF_OTHERS[moment], seen)
    return Due(found[0], float(found[1])) if found else None


def _blocking(cursor: CursorWrapper, moment: Moment, seen: dict[str, list[UUID]]) -> list[UUID]:
    """The requests that stand before others and could not be claimed, beside those seen before."""
    if moment not in BLOCKING:
        return []
    cursor.execute(BLOCKING[moment], seen)
    return [request for (request,) in cursor.fetchall()]


def next_in(moment: Moment) -> float | None:
    """In how many seconds the next row reaches this moment."""
    first = _running(moment).aggregate(first=Min(moment))["first"]
    return None if first is None else -_seconds_since(first)


def _running(moment: Moment) -> QuerySet[Rung] | QuerySet[Solicitation]:
    if moment == "valid_until":
        return Solicitation.objects.filter(status=SolicitationStatus.OFFERED)
    rows = Rung.objects.filter(status=RungStatus.ASKED)
    return rows.filter(reminded_at__isnull=True) if moment == "remind_at" else rows


def _seconds_since(moment: datetime) -> float:
    """By the database's clock, the only one (RULE-SM-03)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp() - %s)", [moment])
        return float(cursor.fetchone()[0])
