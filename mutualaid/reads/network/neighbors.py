"""The agencies that one's own has anything in force with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies.models import Agency, Discipline
from mutualaid.matching import FARTHEST_KM, kilometers, point
from mutualaid.reads.images.words import tier_label
from mutualaid.reads.network.drawdown import Duty
from mutualaid.reads.network.promises import Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbor:
    """An agency that one's own may ask, or that may ask it, or both."""

    id: UUID
    code: str
    name: str
    discipline_label: str
    kilometers: float | None
    tier: int
    tier_label: str
    lends: int
    borrows: int
    ends_at: datetime | None


def neighbors(
    own: UUID, promises: Iterable[Promise], duties: Iterable[Duty]
) -> tuple[Neighbor, ...]:
    """The nearest tier first, and within it the nearest agency."""
    to_us, by_us = _by_agency(promises), _by_agency(duty.promise for duty in duties)
    known = Agency.objects.in_bulk([own, *to_us.keys(), *by_us.keys()])
    home = known.pop(own)
    found = [
        _neighbor(home, agency, to_us.get(pk, []), by_us.get(pk, []))
        for pk, agency in known.items()
    ]
    return tuple(sorted(found, key=_nearest_first))


def _by_agency(promises: Iterable[Promise]) -> Mapping[UUID, list[Promise]]:
    found: dict[UUID, list[Promise]] = {}
    for one in promises:
        found.setdefault(one.agency, []).append(one)
    return found


def _neighbor(home: Agency, agency: Agency, to_us: list[Promise], by_us: list[Promise]) -> Neighbor:
    either = to_us + by_us
    tier = min(one.tier for one in either)
    away = kilometers(
        point(home.latitude, home.longitude), point(agency.latitude, agency.longitude)
    )
    return Neighbor(
        id=agency.pk,
        code=agency.code,
        name=agency.name,
        discipline_label=str(Discipline(agency.discipline).label),
        kilometers=away,
        tier=tier,
        tier_label=tier_label(tier),
        lends=len({one.kind_code for one in to_us}),
        borrows=len({one.kind_code for one in by_us}),
        ends_at=min((one.ends_at for one in either if one.ends_at), default=None),
    )


def _nearest_first(one: Neighbor) -> tuple[int, float, str]:
    return one.tier, FARTHEST_KM if one.kilometers is None else one.kilometers, one.name
