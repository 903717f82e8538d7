"""Which form a clause of each kind is filled in with."""

from __future__ import annotations

from typing import Any

from agencies.details import Wording
from agencies.terms import CostTerms, RequestTerms, ResponseTerms, ShareTerms, SupplyTerms
from agencies.web.clause_forms import (
    MINUTE,
    ClauseForm,
    CostClauseForm,
    RequestClauseForm,
    ResponseClauseForm,
    SupplyClauseForm,
)
from agencies.web.share_forms import ShareClauseForm, as_shared
from agencies.words import ClauseKind

CLAUSE_FORMS: dict[ClauseKind, type[ClauseForm]] = {
    ClauseKind.REQUEST_RIGHT: RequestClauseForm,
    ClauseKind.SUPPLY_DUTY: SupplyClauseForm,
    ClauseKind.RESPONSE_TARGET: ResponseClauseForm,
    ClauseKind.DATA_SHARE: ShareClauseForm,
    ClauseKind.COST: CostClauseForm,
}


def as_filled_in(wording: Wording) -> dict[str, Any]:
    """A clause as its form would have been filled in."""
    filled: dict[str, Any] = {
        "number": wording.number,
        "heading": wording.heading,
        "text": wording.text,
        "giver": wording.giver,
        "receiver": wording.receiver,
    }
    match wording.terms:
        case RequestTerms(lowest_priority=priority):
            filled["lowest_priority"] = priority
        case SupplyTerms(supplies=supplies):
            for n, said in enumerate(supplies, 1):
                filled |= {f"kind_{n}": said.kind, f"type_{n}": said.type}
                filled |= {f"most_{n}": said.max_quantity, f"floor_{n}": said.drawdown_floor}
        case ResponseTerms(answers=answers):
            filled |= {f"minutes_{said.priority}": said.seconds / MINUTE for said in answers}
        case ShareTerms() as terms:
            filled |= as_shared(terms)
        case CostTerms() as cost:
            filled |= {name: getattr(cost, name) for name in CostTerms.__slots__}
    return filled
