"""Whose time is up: the next due rung or offer, claimed for one sweeper and nobody else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from django.db import connection
from django.db.models import Min, QuerySet

from mutualaid.lifecycle import RungStatus, SolicitationStatus
from mutualaid.matching import RANKS
from mutualaid.models import Rung, Solicitation

Moment = Literal["due_at", "remind_at", "valid_until"]


@dataclass(frozen=True, slots=True)
class Due:
    """A row whose moment has come, and how late it is now."""

    pk: UUID
    seconds_late: float


# Of each rank the first few, straight from its index, so that a claim costs as much with
# thousands due as with one; others who sweep hold at most as many. They are put in order
# before requests are looked up, so that only those are that somebody holds.
FIRST = """
    (SELECT id, line_id, rank, {moment} FROM mutualaid_rung
     WHERE rank = {rank} AND status = 'asked' AND {moment} <= statement_timestamp() {still}
     AND id <> ALL(%(passed)s) ORDER BY {moment} LIMIT 16)
"""
CLAIM = """
    SELECT r.id, extract(epoch FROM statement_timestamp() - r.{moment})
    FROM ({first} ORDER BY rank, {moment}) r
    JOIN mutualaid_orderline l ON l.id = r.line_id
    JOIN mutualaid_resourcerequest q ON q.id = l.request_id
    ORDER BY r.rank, r.{moment} LIMIT 1
    FOR UPDATE OF q SKIP LOCKED
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


def _claim(moment: str) -> str:
    firsts = (
        FIRST.format(moment=moment, rank=rank, still=STILL[moment])
        for rank in sorted(RANKS.values())
    )
    return CLAIM.format(moment=moment, first=" UNION ALL ".join(firsts))


CLAIMS: Final[dict[Moment, str]] = {
    "valid_until": CLAIM_OFFER,
    "due_at": _claim("due_at"),
    "remind_at": _claim("remind_at"),
}


def claim(moment: Moment, passed: Collection[UUID]) -> Due | None:
    """The most pressing due row that no other sweeper holds, its request locked until commit.

    The request is what writes lock first, so claiming it keeps the same order.
    """
    with connection.cursor() as cursor:
        cursor.execute(CLAIMS[moment], {"passed": list(passed)})
        found = cursor.fetchone()
    return Due(found[0], float(found[1])) if found else None


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
