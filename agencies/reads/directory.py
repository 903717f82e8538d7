"""The directory of agencies: what everybody may know of everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db.models import Q

from agencies.models import Agency, Discipline
from audit.actors import Actor
from audit.reads import read
from audit.refusals import NotFound

DIRECTORY: Final = UUID(int=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyEntry:
    """An agency's public fields."""

    id: UUID
    version: int
    code: str
    name: str
    discipline: str
    discipline_label: str
    jurisdiction: str
    time_zone: str
    phone: str
    email: str
    latitude: float | None
    longitude: float | None


@read
def agencies(actor: Actor, *, sought: str = "", discipline: str = "") -> list[AgencyEntry]:
    """The directory, or those of it whose name, code or jurisdiction holds what is sought."""
    found = Agency.objects.all()
    if sought:
        found = found.filter(
            Q(name__icontains=sought) | Q(code__iexact=sought) | Q(jurisdiction__icontains=sought)
        )
    if discipline:
        found = found.filter(discipline=discipline)
    return [entry_of(agency) for agency in found]


@read
def agency(actor: Actor, pk: UUID) -> AgencyEntry:
    """One agency's entry."""
    found = Agency.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return entry_of(found)


def entry_of(agency: Agency) -> AgencyEntry:
    return AgencyEntry(
        id=agency.pk,
        version=agency.version,
        code=agency.code,
        name=agency.name,
        discipline=agency.discipline,
        discipline_label=str(Discipline(agency.discipline).label),
        jurisdiction=agency.jurisdiction,
        time_zone=agency.time_zone,
        phone=agency.phone,
        email=agency.email,
        latitude=agency.latitude,
        longitude=agency.longitude,
    )
