from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from audit.images import Row, paints
from incidents.models import Note, Objective

AS_WRITTEN: Final = ("version", "author", "category", "text", "at", "recorded_at")
AS_SET: Final = ("version", "number", "text", "status", "since", "recorded_at")


@paints(Note, on="incident")
def notes(pks: frozenset[UUID]) -> Iterable[tuple[str, Row]]:
    for note in Note.objects.filter(pk__in=pks).select_related("agency"):
        row = {name: getattr(note, name) for name in AS_WRITTEN}
        yield f"note:{note.pk}", row | {"owner": note.agency_id, "agency_name": note.agency.name}


@paints(Objective, on="incident")
def objectives(pks: frozenset[UUID]) -> Iterable[tuple[str, Row]]:
    for objective in Objective.objects.filter(pk__in=pks):
        row = {name: getattr(objective, name) for name in AS_SET}
        yield f"objective:{objective.pk}", row | {"owner": objective.agency_id}
