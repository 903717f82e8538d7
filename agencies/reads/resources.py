"""One's own resources: what they are, whether they could be sent, and where they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies import rules
from agencies.lifecycle import Readiness
from agencies.meaning import kind_and_type
from agencies.models import Resource
from agencies.typing import catalogue
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where a resource is committed, in words, and the address of that page."""

    said: str
    address: str = ""


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


@read
def resources(
    actor: Actor, *, kind: str = "", status: str = "", sought: str = ""
) -> list[ResourceEntry]:
    """One's own agency's resources. Those that are no longer its own are left out unless sought."""
    found = rules.belongs.scope(Resource.objects.order_by("kind", "call_sign"), actor)
    if kind:
        found = found.filter(kind=kind)
    if sought:
        found = found.filter(call_sign__icontains=sought)
    found = found.filter(status=status) if status else found.exclude(status=Readiness.RETIRED)
    return _entries(list(found))


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
