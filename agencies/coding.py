"""A clause's coded terms, read from the rows that hang on it.

Each list is in one order, so that the same terms hash the same.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from agencies import coding_standing
from agencies.categories import Category, ClearanceKind, Masking, Onward, Purpose
from agencies.hazards import Hazard
from agencies.listed import in_order, ring
from agencies.models import (
    AskingPosition,
    Clause,
    ClauseKind,
    Commitment,
    CountedFrom,
    Declaration,
    Priority,
    SeatKind,
)
from agencies.terms import (
    Answer,
    CostTerms,
    PreconditionTerms,
    RequestTerms,
    ResponseTerms,
    Share,
    ShareTerms,
    Supply,
    SupplyTerms,
    Terms,
)


def terms_of(row: Clause) -> Terms:
    """The terms of one clause."""
    return TERMS_OF[ClauseKind(row.kind)](row)


def _request_terms(row: Clause) -> RequestTerms:
    kept = row.request_term
    return RequestTerms(
        lowest_priority=Priority(kept.lowest_priority),
        positions=in_order(AskingPosition, kept.positions),
        event_types=in_order(Hazard, kept.event_types),
        area=ring(kept.area),
        declaration_required=kept.declaration_required,
    )


def _precondition_terms(row: Clause) -> PreconditionTerms:
    kept = row.precondition_term
    return PreconditionTerms(
        declaration=Declaration(kept.declaration) if kept.declaration else None,
        eoc_level=kept.eoc_level,
    )


def _supply_terms(row: Clause) -> SupplyTerms:
    terms = [
        Supply(
            kind=term.kind,
            type=term.type,
            max_quantity=term.max_quantity,
            drawdown_floor=term.drawdown_floor,
            max_hours=term.max_hours,
            commitment=Commitment(term.commitment),
        )
        for term in row.supply_terms.all()
    ]
    return SupplyTerms(supplies=tuple(sorted(terms, key=lambda said: (said.kind, said.type or 0))))


def _response_terms(row: Clause) -> ResponseTerms:
    terms = [
        Answer(
            priority=Priority(term.priority),
            seconds=int(term.answer_within.total_seconds()),
            acknowledge_seconds=_seconds(term.acknowledge_within),
            arrival_seconds=_seconds(term.arrive_within),
            arrival_counted_from=CountedFrom(term.arrival_counted_from),
        )
        for term in row.response_terms.all()
    ]
    order = list(Priority)
    return ResponseTerms(answers=tuple(sorted(terms, key=lambda said: order.index(said.priority))))


def _seconds(length: timedelta | None) -> int | None:
    return None if length is None else int(length.total_seconds())


def _share_terms(row: Clause) -> ShareTerms:
    terms = [
        Share(
            category=Category(term.category),
            purpose=Purpose(term.purpose),
            masking=Masking(term.masking),
        )
        for term in row.share_terms.all()
    ]
    shares = tuple(sorted(terms, key=lambda said: (said.category, said.purpose)))
    limit = getattr(row, "share_limit", None)
    if limit is None:
        return ShareTerms(shares=shares)
    return ShareTerms(
        shares=shares,
        seats=tuple(SeatKind(kind) for kind in sorted(limit.seats)),
        needs=tuple(ClearanceKind(kind) for kind in sorted(limit.needs)),
        incident_only=limit.incident_only,
        onward=Onward(limit.onward),
        onward_to=tuple(sorted(limit.onward_to)),
        retention_days=limit.retention_days,
    )


def _cost_terms(row: Clause) -> CostTerms:
    cost = row.cost_term
    return CostTerms(
        free_hours=cost.free_hours,
        rate_per_hour=cost.rate_per_hour,
        currency=cost.currency,
        counted=cost.counted,
        rate_card=cost.rate_card,
        share_percent=cost.share_percent,
        bill_within_days=cost.bill_within_days,
        waivable=cost.waivable,
    )


TERMS_OF: Final[dict[ClauseKind, Callable[[Clause], Terms]]] = {
    ClauseKind.REQUEST_RIGHT: _request_terms,
    ClauseKind.SUPPLY_DUTY: _supply_terms,
    ClauseKind.RESPONSE_TARGET: _response_terms,
    ClauseKind.DATA_SHARE: _share_terms,
    ClauseKind.COST: _cost_terms,
    ClauseKind.AUTO_AID: coding_standing.auto_aid_terms,
    ClauseKind.COMMAND_MODEL: coding_standing.command_terms,
    ClauseKind.POWERS: coding_standing.powers_terms,
    ClauseKind.INSURANCE: coding_standing.insurance_terms,
    ClauseKind.LIABILITY: coding_standing.liability_terms,
    ClauseKind.TERM: coding_standing.renewal_terms,
    ClauseKind.SIGNATURE_RULE: coding_standing.signature_terms,
    ClauseKind.PRECONDITION: _precondition_terms,
}
