"""How often one's data was opened in an emergency, and what came of it: numbers to publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth, TruncQuarter

from audit import clock
from audit.actors import Actor
from audit.reads import read
from incidents import rules
from incidents.models import Glass, Outcome

# Fewer than this might tell who it was (chapter 6.7).
SMALLEST: Final = 5
PERIODS: Final = {"month": TruncMonth, "quarter": TruncQuarter}
OUTCOMES: Final = {
    "justified": Q(outcome=Outcome.JUSTIFIED),
    "not_justified": Q(outcome=Outcome.NOT_JUSTIFIED),
    "referred": Q(outcome=Outcome.REFERRED),
    "not_reviewed": Q(reviewed_at__isnull=True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassCount:
    """Emergency looks of one month or quarter. Nothing stands where they are too few to say.

    Where one outcome is too rare, none is told: the others would give it away.
    """

    begins: date
    opened: int | None
    justified: int | None
    not_justified: int | None
    referred: int | None
    not_reviewed: int | None
    overdue: int | None


@read
def glass_counts(actor: Actor, *, by: str = "month") -> list[GlassCount]:
    """Looks at the actor's agency's data, by month or quarter, the last first."""
    overdue = Q(reviewed_at__isnull=True, review_due_at__lte=clock.now())
    counted = {name: Count("pk", filter=when) for name, when in OUTCOMES.items()}
    found = (
        rules.discloses.scope(Glass.objects.order_by(), actor)
        .annotate(begins=PERIODS[by]("opened_at"))
        .values("begins")
        .annotate(opened=Count("pk"), overdue=Count("pk", filter=overdue), **counted)
        .order_by("-begins")
    )
    return [_publishable(row["begins"].date(), dict(row)) for row in found]


def _publishable(begins: date, counts: Mapping[str, Any]) -> GlassCount:
    parts = {name: counts[name] for name in (*OUTCOMES, "overdue")}
    rare = any(0 < count < SMALLEST for count in parts.values())
    told = {name: None if rare else count for name, count in parts.items()}
    opened = counts["opened"]
    return GlassCount(begins=begins, opened=opened if opened >= SMALLEST else None, **told)
