"""Who and what has been founded so far, by the names that the region's tables use."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from audit.actors import Actor


@dataclass(frozen=True, slots=True)
class Peopled:
    """Agencies by code, people by sign-in, resources by ``"PEFD Engine 1"``."""

    now: datetime
    names: dict[str, str]
    agencies: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, Actor] = field(default_factory=dict)
    resources: dict[str, UUID] = field(default_factory=dict)

    def seated(self, code: str, seat: str) -> Actor:
        """The one who sits there for an agency."""
        agency = self.agencies[code]
        found = next(
            one for one in self.people.values() if one.agency_id == agency and seat in one.seats
        )
        return replace(found, proved_at=timezone.now())
