"""What a clause says in a form that the system can follow: its coded terms, as plain values.

The names and the order of their parts go into the hash that parties sign. A part
that is added later must be left out of ``coded`` where it says nothing, or every
text signed before would seem to have changed.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from agencies.categories import Category, ClearanceKind, Masking, Onward, Purpose
from agencies.models import ClauseKind, Priority, SeatKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestTerms:
    """The receiver may ask, at this priority or a more pressing one."""

    kind: ClassVar[ClauseKind] = ClauseKind.REQUEST_RIGHT

    lowest_priority: Priority = Priority.ROUTINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """One kind and type that the giver supplies, how many, and what stays at home."""

    kind: str
    type: int | None = None
    max_quantity: int
    drawdown_floor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyTerms:
    """What the giver supplies."""

    kind: ClassVar[ClauseKind] = ClauseKind.SUPPLY_DUTY

    supplies: tuple[Supply, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Within how many seconds a request of this priority is answered."""

    priority: Priority
    seconds: int


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
    masking: Masking = Masking.WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareTerms:
    """What the giver shows of its data."""

    kind: ClassVar[ClauseKind] = ClauseKind.DATA_SHARE

    shares: tuple[Share, ...]
    seats: tuple[SeatKind, ...] = ()
    needs: tuple[ClearanceKind, ...] = ()
    incident_only: bool = True
    onward: Onward = Onward.NONE
    onward_to: tuple[UUID, ...] = ()
    retention_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CostTerms:
    """What help costs: nothing for the first hours, then a rate for each."""

    kind: ClassVar[ClauseKind] = ClauseKind.COST

    free_hours: Decimal = Decimal(0)
    rate_per_hour: Decimal | None = None
    currency: str = "USD"
    counted: str = ""


Terms = RequestTerms | SupplyTerms | ResponseTerms | ShareTerms | CostTerms


def coded(terms: Terms) -> dict[str, Any]:
    """The terms as they are hashed."""
    said = asdict(terms)
    if isinstance(terms, ShareTerms):
        said["shares"] = tuple(_said_only(share, Share) for share in said["shares"])
        return _said_only(said, ShareTerms)
    return said


def _said_only(said: dict[str, Any], shape: type[Any]) -> dict[str, Any]:
    """Without the parts that say no more than if they were not there."""
    silent = {part.name: part.default for part in fields(shape)}
    return {name: value for name, value in said.items() if value != silent[name]}
