"""Agreements on ambulances whose right to ask is narrowed in some way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from agencies.models import (
    Agency,
    Agreement,
    Clause,
    ClauseKind,
    Instrument,
    InsuranceTerm,
    Party,
    PreconditionTerm,
    RequestTerm,
    SupplyTerm,
)
from tests.agreements import sealed
from tests.world import AMBULANCE, seeding


def agreed(
    requester: Agency,
    giver: Agency,
    *,
    instrument: Instrument = Instrument.MUTUAL_AID,
    supply: dict[str, Any] | None = None,
    condition: dict[str, Any] | None = None,
    insurance: dict[str, Any] | None = None,
    **asking: Any,
) -> Agreement:
    """An agreement on ambulances whose right to ask is narrowed in some way."""
    with seeding():
        agreement = Agreement.objects.create(
            title="Ambulance aid",
            instrument=instrument,
            led_by=requester,
            purpose="Ambulances.",
            scope="EMS.",
            effective_at=timezone.now() - timedelta(days=100),
        )
        for agency in (requester, giver):
            Party.objects.create(agreement=agreement, agency=agency, signatory_title="Chief")
        RequestTerm.objects.create(clause=_clause(agreement, "1", "request_right"), **asking)
        SupplyTerm.objects.create(
            clause=_clause(agreement, "2", "supply_duty"),
            **{"kind": AMBULANCE, "max_quantity": 3, **(supply or {})},
        )
        if condition:
            PreconditionTerm.objects.create(
                clause=_clause(agreement, "3", "precondition"), **condition
            )
        if insurance:
            InsuranceTerm.objects.create(clause=_clause(agreement, "4", "insurance"), **insurance)
        return sealed(agreement, signed=True)


def _clause(agreement: Agreement, number: str, kind: str) -> Clause:
    return Clause.objects.create(
        agreement=agreement,
        number=number,
        kind=kind,
        heading=str(ClauseKind(kind).label),
        text="As agreed.",
    )
