from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F

from audit.images import Row, paints
from incidents.models import Note, Objective


@paints(Note, on="incident")
def notes(pks: frozenset[UUID]) -> Iterable[tuple[str, Row]]:
    found = Note.objects.filter(pk__in=pks).values(
        "id",
        "version",
        "author",
        "category",
        "text",
        "at",
        "recorded_at",
        owner=F("agency_id"),
        agency_name=F("agency__name"),
    )
    for row in found:
        yield f"note:{row.pop('id')}", row


@paints(Objective, on="incident")
def objectives(pks: frozenset[UUID]) -> Iterable[tuple[str, Row]]:
    found = Objective.objects.filter(pk__in=pks).values(
        "id", "version", "number", "text", "status", owner=F("agency_id")
    )
    for row in found:
        yield f"objective:{row.pop('id')}", row
