from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from audit.images import Row, paints
from incidents.models import Guest

AS_INVITED: Final = (
    *("version", "name", "agency_name", "seat", "tier", "reason", "invited_by"),
    *("invited_at", "came_at", "due_at", "ended_at"),
)


@paints(Guest, on="incident")
def guests(pks: frozenset[UUID]) -> Iterable[tuple[str, Row]]:
    """Everybody there sees who looks on as somebody's guest, until when, and why."""
    for guest in Guest.objects.filter(pk__in=pks).select_related("host"):
        row = {name: getattr(guest, name) for name in AS_INVITED}
        yield f"guest:{guest.pk}", row | {"owner": guest.host_id, "host_name": guest.host.name}
