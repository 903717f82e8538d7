from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from audit.compiled import Compiled
from audit.images import Row, paints
from incidents.models import Note, Objective

AS_WRITTEN: Final = (
    "version", "author", "category", "text", "at", "recorded_at", "tlp", "recipients",
    "expired_at",
)  # fmt: skip
NOTES: Final = Compiled(Note, "id", "agency_id", "agency__name", *AS_WRITTEN)
AS_SET: Final = ("version", "number", "text", "status", "since", "recorded_at")


@paints(Note, on="incident")
def notes(pks: frozenset[UUID]) -> Iterable[tuple[str, Row]]:
    for row in NOTES(pks):
        pk, owner, agency_name = row.pop("id"), row.pop("agency_id"), row.pop("agency__name")
        yield f"note:{pk}", row | {"owner": owner, "agency_name": agency_name}


@paints(Objective, on="incident")
def objectives(pks: frozenset[UUID]) -> Iterable[tuple[str, Row]]:
    for objective in Objective.objects.filter(pk__in=pks):
        row = {name: getattr(objective, name) for name in AS_SET}
        yield f"objective:{objective.pk}", row | {"owner": objective.agency_id}
