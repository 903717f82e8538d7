"""Which devices of one's own agency need not lock, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from agencies import rules
from agencies.models import ExemptGround, Exemption
from audit.actors import Actor
from audit.reads import read


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionEntry:
    """A device for which it was asked that it need not lock. How it is known is not shown."""

    id: UUID
    name: str
    ground: str
    ground_label: str
    asked_by: str
    asked_at: datetime
    granted_at: datetime | None


@read
def exemptions(actor: Actor) -> tuple[ExemptionEntry, ...]:
    """What stands at one's own agency: every colleague may see which devices stay open."""
    return tuple(_entry(row) for row in _standing(actor))


@read
def exemption_here(actor: Actor, device: str) -> ExemptionEntry | None:
    """What stands of the device at which somebody is."""
    found = _standing(actor).filter(device=device).first() if device else None
    return _entry(found) if found else None


def _standing(actor: Actor) -> QuerySet[Exemption]:
    rows = Exemption.objects.filter(ended_at__isnull=True).select_related("asked_by")
    return rules.belongs.scope(rows.order_by("name", "asked_at"), actor)


def _entry(row: Exemption) -> ExemptionEntry:
    return ExemptionEntry(
        id=row.pk,
        name=row.name,
        ground=row.ground,
        ground_label=str(ExemptGround(row.ground).label),
        asked_by=row.asked_by.name,
        asked_at=row.asked_at,
        granted_at=row.granted_at,
    )
