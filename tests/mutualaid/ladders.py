"""Ladders of several rungs, and how many each of them is asked for."""

from __future__ import annotations

from agencies.lifecycle import AgreementStatus
from agencies.models import Agency, Agreement, Tier
from mutualaid.models import OrderLine, Solicitation
from tests.mutualaid.region import (
    Region,
    ended,
    promise,
)
from tests.world import seeding


def steep(region: Region, *most: int, minutes: int = 5) -> None:
    """A ladder of three: Eastport nearby, Valley farther out, Bay City under the State's plan."""
    givers = (region.eastport, region.valley, region.world.bay_ems)
    tiers = (Tier.LOCAL, Tier.REGIONAL, Tier.STATEWIDE)
    for agreement in (region.world.agreement, region.with_eastport, region.with_valley):
        ended(agreement)
    with seeding():
        for giver, tier, many in zip(givers, tiers, most, strict=True):
            promise(region.world.harbor_fire, giver, tier=tier, most=many, minutes=minutes)
            minutes = 5


def asked_for(line: OrderLine) -> dict[str, int]:
    """How many each agency is asked for, by its name."""
    rows = Solicitation.objects.filter(line=line)
    return dict(rows.values_list("agency__name", "asked_quantity"))


def agreement_with(giver: Agency) -> Agreement:
    """The agreement under which a giver of the steep ladder is asked."""
    found = Agreement.objects.filter(parties__agency=giver, terminated_at__isnull=True)
    return found.get(status=AgreementStatus.EXECUTED)
