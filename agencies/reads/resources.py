"""One's own resources: what they are, whether they could be sent, and where they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from agencies import rules
from agencies.lifecycle import Readiness
from agencies.models import Resource
from agencies.speaking import kind_and_type
from agencies.typing import catalogue
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound

# Sought: whatever is at an incident or on the way to one.
COMMITTED: Final = "committed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """The incident to which a resource is committed, its page, and its status there.

    ``ics`` is one of the three statuses of form ICS 210; on the way it has none yet.
    """

    said: str
    address: str = ""
    state_label: str = ""
    ics: str = ""


# An upper app that knows of deployments answers for the ids given; the last one to say wins.
WHEREABOUTS: list[Callable[[Sequence[UUID]], Mapping[UUID, Whereabouts]]] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceEntry:
    """A resource as its own agency sees it."""

    id: UUID
    version: int
    call_sign: str
    kind_code: str
    kind: str
    kind_and_type: str
    card: str
    type: int | None
    personnel: int
    leader: str
    home_base: str
    latitude: float | None
    longitude: float | None
    status: str
    status_label: str
    reason: str
    back_at: datetime | None
    where: Whereabouts | None

    @property
    def standing(self) -> str:
        """What is true of it now: its status at the incident, at home whether it could be sent."""
        return (self.where.ics or COMMITTED) if self.where else self.status

    @property
    def standing_label(self) -> str:
        return self.where.state_label if self.where else self.status_label


@read
def resources(
    actor: Actor, *, kind: str = "", status: str = "", sought: str = ""
) -> list[ResourceEntry]:
    """One's own agency's resources. Those that are no longer its own are left out unless sought.

    What is committed to an incident is available to nobody else, whatever it is at home.
    """
    found = rules.belongs.scope(Resource.objects.order_by("kind", "call_sign"), actor)
    if kind:
        found = found.filter(kind=kind)
    if sought:
        found = found.filter(call_sign__icontains=sought)
    if status in Readiness.values:
        found = found.filter(status=status)
    else:
        found = found.exclude(status=Readiness.RETIRED)
    entries = _entries(list(found))
    if not status:
        return entries
    return [entry for entry in entries if (entry.where is not None) == (status == COMMITTED)]


@read
def resource(actor: Actor, pk: UUID) -> ResourceEntry:
    """One of them."""
    found = rules.belongs.scope(Resource.objects.filter(pk=pk), actor)
    for entry in _entries(list(found)):
        return entry
    raise NotFound


@read
def kinds_in_use(actor: Actor) -> list[tuple[str, str]]:
    """The kinds of which one's agency has something: code and name."""
    found = rules.belongs.scope(Resource.objects.exclude(status=Readiness.RETIRED), actor)
    codes = found.order_by("kind").values_list("kind", flat=True).distinct()
    return [(code, catalogue.kind(code).name) for code in codes]


def _entries(rows: Sequence[Resource]) -> list[ResourceEntry]:
    where: dict[UUID, Whereabouts] = {}
    for ask in WHEREABOUTS:
        where |= ask([row.pk for row in rows])
    return [_entry(row, where.get(row.pk)) for row in rows]


def _entry(row: Resource, where: Whereabouts | None) -> ResourceEntry:
    kind = catalogue.kind(row.kind)
    return ResourceEntry(
        id=row.pk,
        version=row.version,
        call_sign=row.call_sign,
        kind_code=row.kind,
        kind=kind.name,
        kind_and_type=kind_and_type(row.kind, row.type),
        card=kind.card,
        type=row.type,
        personnel=row.personnel,
        leader=row.leader,
        home_base=row.home_base,
        latitude=row.latitude,
        longitude=row.longitude,
        status=row.status,
        status_label=str(Readiness(row.status).label),
        reason=row.reason,
        back_at=row.back_at,
        where=where,
    )
