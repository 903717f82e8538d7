"""Whom Harbor County Fire may ask for Basic Life Support: one after the other, in three tiers."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from agencies.models import (
    Agency,
    Agreement,
    Clause,
    ClauseKind,
    Instrument,
    Party,
    RequestTerm,
    Resource,
    ResponseTerm,
    SeatKind,
    SupplyTerm,
    Tier,
)
from tests.world import World, member, sealed

BLS = "3-508-1293"
SOON = timedelta(seconds=4)
LATER = timedelta(hours=1)


def build(world: World) -> None:
    """Eastport has seconds to answer and nobody at its desk; Bay City and Valley have an hour."""
    eastport = Agency.objects.create(
        code="EPF", name="Eastport Fire", discipline="fire", jurisdiction="Eastport"
    )
    valley = Agency.objects.create(
        code="VCE", name="Valley County EMS", discipline="ems", jurisdiction="Valley County"
    )
    member(valley, "Vera Quist", SeatKind.DISPATCHER)
    for giver, signs in ((eastport, "EM"), (world.bay_ems, "BM"), (valley, "VM")):
        for number in range(1, 10):
            _ambulance(giver, f"{signs}{number}")
    _promise(world.harbor_fire, eastport, Tier.LOCAL, SOON)
    _promise(world.harbor_fire, world.bay_ems, Tier.REGIONAL, LATER)
    _promise(world.harbor_fire, valley, Tier.STATEWIDE, LATER)


def _ambulance(of: Agency, sign: str) -> None:
    leader = f"Lead of {sign}"
    Resource.objects.create(agency=of, call_sign=sign, kind=BLS, personnel=2, leader=leader)


def _promise(requester: Agency, giver: Agency, tier: Tier, answer_within: timedelta) -> None:
    agreement = Agreement.objects.create(
        title=f"Ambulances of {giver.name}",
        instrument=Instrument.MUTUAL_AID,
        tier=tier,
        led_by=requester,
        purpose="Ambulances.",
        scope="EMS.",
        effective_at=timezone.now() - timedelta(days=100),
    )
    for agency in (requester, giver):
        Party.objects.create(agreement=agreement, agency=agency, signatory_title="Chief")
    asking, supplying, answering = (
        Clause.objects.create(
            agreement=agreement, number=str(number), kind=kind, heading=kind.label, text=f"{kind}."
        )
        for number, kind in enumerate(
            (ClauseKind.REQUEST_RIGHT, ClauseKind.SUPPLY_DUTY, ClauseKind.RESPONSE_TARGET), start=1
        )
    )
    RequestTerm.objects.create(clause=asking)
    SupplyTerm.objects.create(clause=supplying, kind=BLS, max_quantity=3)
    ResponseTerm.objects.create(clause=answering, priority="urgent", answer_within=answer_within)
    sealed(agreement, signed=True)
