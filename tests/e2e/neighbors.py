"""Whom Harbor County Fire may ask for Basic Life Support: one after the other, in three tiers."""

from __future__ import annotations

from datetime import timedelta

from agencies.models import (
    Agency,
    Priority,
    Resource,
    SeatKind,
    Tier,
)
from tests.agreements import about
from tests.world import World, member

BLS = "3-508-1293"
SOON = (Priority.URGENT, timedelta(seconds=4))
LATER = (Priority.URGENT, timedelta(hours=1))


def build(world: World) -> None:
    """Eastport has seconds to answer and nobody at its desk; Bay City and Valley have an hour."""
    eastport = Agency.objects.create(
        code="EPF", name="Eastport Fire", discipline="fire", jurisdiction="Eastport"
    )
    valley = Agency.objects.create(
        code="VCE", name="Valley County EMS", discipline="ems", jurisdiction="Valley County"
    )
    member(world.harbor_fire, "Nell Ward", SeatKind.AUDITOR, title="Inspector general")
    member(valley, "Vera Quist", SeatKind.DISPATCHER)
    member(valley, "Vito Hale", SeatKind.ADMIN, SeatKind.SIGNATORY, title="Director")
    member(valley, "Cora Finch", SeatKind.COUNSEL, title="General counsel")
    member(eastport, "Otto Lind", SeatKind.COUNSEL, title="Town counsel")
    member(eastport, "Elena Roy", SeatKind.SIGNATORY, title="Fire chief")
    for giver, signs in ((eastport, "EM"), (world.bay_ems, "BM"), (valley, "VM")):
        for number in range(1, 10):
            _ambulance(giver, f"{signs}{number}")
    about(BLS, world.harbor_fire, eastport, tier=Tier.LOCAL, within=SOON)
    about(BLS, world.harbor_fire, world.bay_ems, tier=Tier.REGIONAL, within=LATER)
    about(BLS, world.harbor_fire, valley, tier=Tier.STATEWIDE, within=LATER)


def _ambulance(of: Agency, sign: str) -> None:
    leader = f"Lead of {sign}"
    Resource.objects.create(agency=of, call_sign=sign, kind=BLS, personnel=2, leader=leader)
