"""The incidents that an agency is at, by name, where an agency's own page lets one choose."""

from __future__ import annotations

from uuid import UUID

from agencies.grants import Grants
from agencies.reads.receipts import OCCASIONS
from agencies.sharing import drawn
from audit import bounds
from incidents.lifecycle import ParticipationStatus
from incidents.models import Incident, Participation
from incidents.reads.lists import LISTED_FOR

MOST = 100


def incidents_of(agency: UUID) -> list[tuple[UUID, str]]:
    """Those it is at, newest first."""
    there = Participation.objects.filter(agency=agency, status=ParticipationStatus.ACCEPTED)
    found = Incident.objects.filter(pk__in=there.values("incident"))
    newest = bounds.narrowed_here(found).order_by("-opened_at")
    held = Grants(viewer=agency, default=LISTED_FOR, of_owner={})
    return [(row.pk, _called(row, held)) for row in newest[:MOST]]


def _called(row: Incident, held: Grants) -> str:
    said = {"owner": row.opened_by_id, "version": row.version, "number": row.number}
    shown = drawn("agency", f"incident:{row.pk}", said | {"name": row.name}, held) or {}
    return f"{shown['number']} {shown['name']}"


OCCASIONS.append(incidents_of)
