"""What becomes true of requests, their lines and their ladders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from audit.actors import Actor
from mutualaid.facts.bases import (
    FollowsLine,
    FollowsRequest,
    LineFact,
    RequestFact,
    by_the_ladder,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSubmitted(RequestFact, kind="mutualaid.request_submitted"):
    """Somebody asked for resources."""

    number: str
    priority: str
    needed_by: datetime
    deliver_to: str
    lines: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestChanged(RequestFact, kind="mutualaid.request_changed"):
    """The requester changed a request: what, how many, by when or where."""

    needed_by: datetime
    deliver_to: str
    added: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestHeld(RequestFact, kind="mutualaid.request_held"):
    """A request was put on hold, and its timers stand still."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestResumed(RequestFact, kind="mutualaid.request_resumed"):
    """A request goes on, with the time that was left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCancelled(RequestFact, kind="mutualaid.request_cancelled"):
    """A request was withdrawn."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestUnableToFill(FollowsRequest, kind="mutualaid.request_unable_to_fill"):
    """Nothing more of a request can be obtained."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RungAsked(LineFact, kind="mutualaid.rung_asked"):
    """A tier was asked for what is still wanted."""

    rung: UUID
    tier: int
    agencies: tuple[UUID, ...]
    due_at: datetime
    note: str = ""
    requester: UUID | None = None

    def told_by(self, actor: Actor) -> Actor:
        """Whoever asked for it asks the next too; an answer that leads there asks nobody."""
        return by_the_ladder(actor, self.requester)


@dataclass(frozen=True, slots=True, kw_only=True)
class RungLapsed(FollowsLine, kind="mutualaid.rung_lapsed"):
    """A tier ran out of time."""

    rung: UUID
    tier: int
    silent: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RungReminded(FollowsLine, kind="mutualaid.rung_reminded"):
    """Half of a tier's time is over, and those who are silent were reminded."""

    rung: UUID
    tier: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RungPassedOver(FollowsLine, kind="mutualaid.rung_passed_over"):
    """A tier was not asked, because nobody in it may be asked any more."""

    rung: UUID
    tier: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TiersSkipped(LineFact, kind="mutualaid.tiers_skipped"):
    """Somebody went on to a further tier before its turn, for a reason."""

    tiers: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAdded(LineFact, kind="mutualaid.line_added"):
    """Something more was ordered with a request that was made before."""

    number: str
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineUnableToFill(FollowsLine, kind="mutualaid.line_unable_to_fill"):
    """Nobody is left to ask for a line."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRetried(LineFact, kind="mutualaid.line_retried"):
    """A line that could not be filled is asked for again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReopened(FollowsLine, kind="mutualaid.line_reopened"):
    """Something that was coming for a line will not come, and is sought again."""

    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineClosedShort(LineFact, kind="mutualaid.line_closed_short"):
    """The requester makes do with what has been accepted."""

    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCancelled(LineFact, kind="mutualaid.line_cancelled"):
    """Some or all of a line is not needed any more."""

    quantity: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceReceived(LineFact, kind="mutualaid.resource_received"):
    """A resource that a line ordered has checked in."""

    resource: UUID
    received: int
    deployment: UUID | None = None
