"""What becomes true between a request and one agency that is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from audit import streams
from mutualaid.facts.bases import AskFact, RequesterFact


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyAsked(RequesterFact, kind="mutualaid.agency_asked"):
    """An agency was asked for resources, under a clause that is in force."""

    clause: UUID
    quantity: int
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRaised(RequesterFact, kind="mutualaid.ask_raised"):
    """An agency that has not answered is asked for more than at first."""

    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyReminded(AskFact, kind="mutualaid.agency_reminded"):
    """An agency that has not answered was reminded."""

    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAcknowledged(AskFact, kind="mutualaid.ask_acknowledged"):
    """Somebody at the agency that is asked has seen it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskExpired(AskFact, kind="mutualaid.ask_expired"):
    """An agency did not answer in time. It may still answer late.

    At the incident the rung's own fact says so, for all who were silent at once.
    """

    @property
    def streams(self) -> tuple[str, ...]:
        return (streams.of_agency(self.agency),)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWithdrawn(RequesterFact, kind="mutualaid.ask_withdrawn"):
    """The requester needs no answer from an agency any more."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskChanged(AskFact, kind="mutualaid.ask_changed"):
    """The requester says anew by when or where what an agency is asked for is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPaused(AskFact, kind="mutualaid.ask_paused"):
    """The request behind an ask is on hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskResumed(AskFact, kind="mutualaid.ask_resumed"):
    """The request behind an ask goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDeclined(AskFact, kind="mutualaid.ask_declined"):
    """An agency is unable to fill, for a coded reason."""

    reason: str
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferMade(AskFact, kind="mutualaid.offer_made"):
    """An agency offered named resources."""

    resources: tuple[UUID, ...]
    late: bool = False
    valid_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferLapsed(AskFact, kind="mutualaid.offer_lapsed"):
    """An offer held until a moment that has passed, and nobody took it."""

    valid_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAccepted(AskFact, kind="mutualaid.offer_accepted"):
    """An offer was accepted, whole or in part, and its resources are committed."""

    resources: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferNotSelected(RequesterFact, kind="mutualaid.offer_not_selected"):
    """An offer is not needed after all, and was returned at once."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferWithdrawn(AskFact, kind="mutualaid.offer_withdrawn"):
    """An agency took back what it had offered or promised."""

    reason: str
    resources: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCancelled(AskFact, kind="mutualaid.order_cancelled"):
    """Accepted resources that had not arrived were told to turn back, or to stay."""

    reason: str
    resources: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCompleted(AskFact, kind="mutualaid.order_completed"):
    """Everything that an agency sent for a line is home again."""
