"""Whose time is up: the next due rung, claimed for one sweeper and nobody else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db import connection
from django.db.models import Min
from django.db.models.functions import Now

from mutualaid.lifecycle import RungStatus
from mutualaid.models import Rung

Moment = Literal["due_at", "remind_at"]


@dataclass(frozen=True, slots=True)
class Due:
    """A rung whose moment has come, and how late it is now."""

    rung: UUID
    seconds_late: float


def claim(moment: Moment, passed: Collection[UUID]) -> Due | None:
    """The most pressing due rung that no other sweeper holds, its request locked until commit.

    The request is what writes lock first, so claiming it keeps the same order.
    """
    rows = (
        Rung.objects.filter(status=RungStatus.ASKED, **{f"{moment}__lte": Now()})
        .exclude(pk__in=passed)
        .select_related("line__request")
        .order_by("rank", moment)
        .select_for_update(of=("line__request",), skip_locked=True)
    )
    if moment == "remind_at":
        rows = rows.filter(reminded_at__isnull=True)
    rung = rows.first()
    return Due(rung.pk, _seconds_since(getattr(rung, moment))) if rung else None


def next_in(moment: Moment) -> float | None:
    """In how many seconds the next rung reaches this moment."""
    rows = Rung.objects.filter(status=RungStatus.ASKED)
    if moment == "remind_at":
        rows = rows.filter(reminded_at__isnull=True)
    first = rows.aggregate(first=Min(moment))["first"]
    return None if first is None else -_seconds_since(first)


def _seconds_since(moment: datetime) -> float:
    """By the database's clock, the only one (RULE-SM-03)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp() - %s)", [moment])
        return float(cursor.fetchone()[0])
