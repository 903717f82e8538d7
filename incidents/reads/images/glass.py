from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from audit.images import Row, paints
from incidents.models import Glass


@paints(Glass, on="incident")
@paints(Glass, on="agency")
def glasses(pks: frozenset[UUID]) -> Iterable[tuple[str, Row]]:
    """It stays painted when it is over, for the reason that all sharing does."""
    for row in Glass.objects.filter(pk__in=pks).select_related("owner", "agency", "incident"):
        yield (
            f"glass:{row.pk}",
            {
                "owner": row.owner_id,
                "version": row.version,
                "owner_name": row.owner.name,
                "agency": row.agency_id,
                "agency_name": row.agency.name,
                "member": row.member_id,
                "member_name": row.member_name,
                "ground": row.ground,
                "reason": row.reason,
                "categories": row.categories,
                "opened_at": row.opened_at,
                "until": row.until,
                "ended_at": row.ended_at,
                "review_due_at": row.review_due_at,
                "reviewed_at": row.reviewed_at,
                "outcome": row.outcome,
                "incident": row.incident_id,
                "incident_name": row.incident.name,
                "mode": row.incident.mode,
            },
        )
