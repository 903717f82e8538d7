"""What agencies settle between them: it stays painted when it is over.

Of a row that is gone, everybody is told that its key is gone; of these, only the two
whom it concerns may know that there ever was one.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from audit.images import Row, paints
from incidents.models import Disclosure, Withdrawal


@paints(Disclosure, on="incident")
@paints(Disclosure, on="agency")
def disclosures(pks: frozenset[UUID]) -> Iterable[tuple[str, Row]]:
    found = Disclosure.objects.filter(pk__in=pks)
    for row in found.select_related("owner", "to", "via", "incident"):
        yield f"disclosure:{row.pk}", _disclosure(row)


def _disclosure(row: Disclosure) -> Row:
    return {
        "owner": row.owner_id,
        "version": row.version,
        "owner_name": row.owner.name,
        "to": row.to_id,
        "to_name": row.to.name,
        "via_name": row.via.name if row.via else "",
        "category": row.category,
        "status": row.status,
        "reason": row.reason,
        "asked_by": row.asked_by,
        "asked_at": row.asked_at,
        "decided_at": row.decided_at,
        "until": row.until,
        "incident": row.incident_id,
        "incident_name": row.incident.name,
        "mode": row.incident.mode,
    }


@paints(Withdrawal, on="incident")
def withdrawals(pks: frozenset[UUID]) -> Iterable[tuple[str, Row]]:
    for row in Withdrawal.objects.filter(pk__in=pks).select_related("owner", "partner"):
        yield f"withdrawal:{row.pk}", _withdrawal(row)


def _withdrawal(row: Withdrawal) -> Row:
    return {
        "owner": row.owner_id,
        "version": row.version,
        "owner_name": row.owner.name,
        "partner": row.partner_id,
        "partner_name": row.partner.name if row.partner else "",
        "category": row.category,
        "note": row.note_id,
        "made_by": row.made_by,
        "made_at": row.made_at,
        "lifted_at": row.lifted_at,
    }
