"""What a clause says in a form that the system can follow: its coded terms, as plain values.

The names and the order of their parts go into the hash that parties sign. A part
that is added ``later`` is left out of ``coded`` where it says nothing, or every
text signed before would seem to have changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from agencies.areas import Place
from agencies.categories import Category, ClearanceKind, Masking, Onward, Purpose
from agencies.hazards import Hazard
from agencies.models import (
    AskingPosition,
    ClauseKind,
    Commitment,
    CountedFrom,
    Declaration,
    Priority,
    SeatKind,
)
from agencies.standing_terms import (
    LATER,
    AutoAidTerms,
    CommandTerms,
    InsuranceTerms,
    LiabilityTerms,
    PowersTerms,
    RenewalTerms,
    SignatureTerms,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestTerms:
    """The receiver may ask, at this priority or a more pressing one.

    None of a list means all of it: every position, every kind of incident, everywhere.
    """

    kind: ClassVar[ClauseKind] = ClauseKind.REQUEST_RIGHT

    lowest_priority: Priority = Priority.ROUTINE
    positions: tuple[AskingPosition, ...] = field(default=(), metadata=LATER)
    event_types: tuple[Hazard, ...] = field(default=(), metadata=LATER)
    area: tuple[Place, ...] = field(default=(), metadata=LATER)
    declaration_required: bool = field(default=False, metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreconditionTerms:
    """What must be declared, or how far its operations center activated, before anybody asks."""

    kind: ClassVar[ClauseKind] = ClauseKind.PRECONDITION

    declaration: Declaration | None = None
    eoc_level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """One kind and type that the giver supplies, how many, and what stays at home."""

    kind: str
    type: int | None = None
    max_quantity: int
    drawdown_floor: int = 0
    max_hours: int | None = field(default=None, metadata=LATER)
    commitment: Commitment = field(default=Commitment.BEST_EFFORT, metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyTerms:
    """What the giver supplies."""

    kind: ClassVar[ClauseKind] = ClauseKind.SUPPLY_DUTY

    supplies: tuple[Supply, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Within how many seconds a request of this priority is seen, answered, and on scene."""

    priority: Priority
    seconds: int
    acknowledge_seconds: int | None = field(default=None, metadata=LATER)
    arrival_seconds: int | None = field(default=None, metadata=LATER)
    arrival_counted_from: CountedFrom = field(default=CountedFrom.ASKED, metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseTerms:
    """How fast the giver answers."""

    kind: ClassVar[ClauseKind] = ClauseKind.RESPONSE_TARGET

    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A category of data, the purpose for which it is shown, and how much of it."""

    category: Category
    purpose: Purpose
    masking: Masking = field(default=Masking.WHOLE, metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareTerms:
    """What the giver shows of its data."""

    kind: ClassVar[ClauseKind] = ClauseKind.DATA_SHARE

    shares: tuple[Share, ...]
    seats: tuple[SeatKind, ...] = field(default=(), metadata=LATER)
    needs: tuple[ClearanceKind, ...] = field(default=(), metadata=LATER)
    incident_only: bool = field(default=True, metadata=LATER)
    onward: Onward = field(default=Onward.NONE, metadata=LATER)
    onward_to: tuple[UUID, ...] = field(default=(), metadata=LATER)
    retention_days: int | None = field(default=None, metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class CostTerms:
    """What help costs: nothing for the first hours, then a rate for each."""

    kind: ClassVar[ClauseKind] = ClauseKind.COST

    free_hours: Decimal = Decimal(0)
    rate_per_hour: Decimal | None = None
    currency: str = "USD"
    counted: str = ""
    rate_card: str = field(default="", metadata=LATER)
    share_percent: int | None = field(default=None, metadata=LATER)
    bill_within_days: int | None = field(default=None, metadata=LATER)
    waivable: bool = field(default=False, metadata=LATER)


Terms = (
    RequestTerms
    | SupplyTerms
    | ResponseTerms
    | ShareTerms
    | CostTerms
    | AutoAidTerms
    | CommandTerms
    | PowersTerms
    | InsuranceTerms
    | LiabilityTerms
    | RenewalTerms
    | SignatureTerms
    | PreconditionTerms
)


def coded(terms: Terms) -> dict[str, Any]:
    """The terms as they are hashed."""
    return _said(terms)


def _said(part: Any) -> dict[str, Any]:
    return {
        one.name: _plain(getattr(part, one.name))
        for one in fields(part)
        if not (one.metadata == LATER and getattr(part, one.name) == one.default)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_plain(each) for each in value)
    return _said(value) if is_dataclass(value) else value
