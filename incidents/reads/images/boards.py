from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from audit.images import Row, paints
from incidents.models import Division, DivisionKind, Hazard, Incident, Participation

AS_THEY_ARE: Final = (
    "version",
    "number",
    "name",
    "kind",
    "complexity",
    "place",
    "latitude",
    "longitude",
    "mode",
    "status",
    "structure",
    "opened_at",
    "closed_at",
    "time_zone",
)


@paints(Incident, on="incident")
def incidents(pks: frozenset[UUID]) -> Iterable[tuple[str, Row]]:
    for incident in Incident.objects.filter(pk__in=pks):
        row = {name: getattr(incident, name) for name in AS_THEY_ARE}
        row |= {"owner": incident.opened_by_id, "kind_label": str(Hazard(incident.kind).label)}
        yield f"incident:{incident.pk}", row


@paints(Participation, on="incident")
def participations(pks: frozenset[UUID]) -> Iterable[tuple[str, Row]]:
    found = Participation.objects.filter(pk__in=pks).select_related("agency")
    for place in found:
        yield (
            f"participation:{place.pk}",
            {
                "owner": place.agency_id,
                "version": place.version,
                "agency": place.agency_id,
                "agency_name": place.agency.name,
                "agency_code": place.agency.code,
                "discipline": place.agency.discipline,
                "role": place.role,
                "status": place.status,
                "since": place.left_at or place.joined_at or place.invited_at,
                "recorded_at": place.recorded_at,
                "purposes": place.purposes,
            },
        )


@paints(Division, on="incident")
def divisions(pks: frozenset[UUID]) -> Iterable[tuple[str, Row | None]]:
    for division in Division.objects.filter(pk__in=pks):
        yield f"division:{division.pk}", None if division.closed_at else _division(division)


def _division(division: Division) -> Row:
    return {
        "owner": division.made_by_id,
        "version": division.version,
        "kind": DivisionKind(division.kind),
        "name": division.name,
        "title": division.title,
        "supervisor": division.supervisor,
        "place": division.place,
    }
