"""A clause's coded terms, read from the rows that hang on it."""

from __future__ import annotations

from agencies.categories import Category, ClearanceKind, Masking, Onward, Purpose
from agencies.models import Clause, ClauseKind, Priority, SeatKind
from agencies.terms import (
    Answer,
    CostTerms,
    RequestTerms,
    ResponseTerms,
    Share,
    ShareTerms,
    Supply,
    SupplyTerms,
    Terms,
)


def terms_of(row: Clause) -> Terms:
    """The terms, each list in one order, so that the same terms hash the same."""
    match ClauseKind(row.kind):
        case ClauseKind.REQUEST_RIGHT:
            return RequestTerms(lowest_priority=Priority(row.request_term.lowest_priority))
        case ClauseKind.SUPPLY_DUTY:
            return _supply_terms(row)
        case ClauseKind.RESPONSE_TARGET:
            return _response_terms(row)
        case ClauseKind.DATA_SHARE:
            return _share_terms(row)
        case ClauseKind.COST:
            cost = row.cost_term
            return CostTerms(
                free_hours=cost.free_hours,
                rate_per_hour=cost.rate_per_hour,
                currency=cost.currency,
                counted=cost.counted,
            )


def _supply_terms(row: Clause) -> SupplyTerms:
    terms = [
        Supply(
            kind=term.kind,
            type=term.type,
            max_quantity=term.max_quantity,
            drawdown_floor=term.drawdown_floor,
        )
        for term in row.supply_terms.all()
    ]
    return SupplyTerms(supplies=tuple(sorted(terms, key=lambda said: (said.kind, said.type or 0))))


def _response_terms(row: Clause) -> ResponseTerms:
    terms = [
        Answer(priority=Priority(term.priority), seconds=int(term.answer_within.total_seconds()))
        for term in row.response_terms.all()
    ]
    order = list(Priority)
    return ResponseTerms(answers=tuple(sorted(terms, key=lambda said: order.index(said.priority))))


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
