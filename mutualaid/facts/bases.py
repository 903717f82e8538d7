"""What facts of mutual aid are about, and in which ledgers they are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from audit import streams
from audit.actors import Actor, machine
from audit.facts import Fact

LADDER: Final = machine("the ladder", via="ladder")


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFact(Fact):
    """Something about a request. Told at its incident."""

    incident: UUID
    request: UUID

    @property
    def streams(self) -> tuple[str, ...]:
        return (streams.of_incident(self.incident),)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFact(RequestFact):
    """Something about one line of a request."""

    line: UUID


def by_the_ladder(actor: Actor, *unless: UUID | None) -> Actor:
    """The ladder, in place of a person of any agency but these. A machine says what it is."""
    return LADDER if actor.is_person and actor.agency_id not in unless else actor


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowsRequest(RequestFact):
    """Something that follows by itself from what somebody did, whose own fact says who."""

    def told_by(self, actor: Actor) -> Actor:
        return by_the_ladder(actor)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowsLine(LineFact):
    """Such a thing about one line of a request."""

    def told_by(self, actor: Actor) -> Actor:
        return by_the_ladder(actor)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFact(LineFact):
    """Something between a request and one agency that is asked. Told to both.

    What it touches is painted in the asked agency's stream too, so it touches
    no other agency's solicitation.
    """

    solicitation: UUID
    agency: UUID
    requester: UUID | None = None

    @property
    def streams(self) -> tuple[str, ...]:
        return streams.of_incident(self.incident), streams.of_agency(self.agency)

    def told_by(self, actor: Actor) -> Actor:
        """An agency is told of its requester and of itself; of what others answered, nothing."""
        return by_the_ladder(actor, self.agency, self.requester)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequesterFact(AskFact):
    """Something that an agency is told in the requester's name, and never in its own."""

    def told_by(self, actor: Actor) -> Actor:
        return by_the_ladder(actor, self.requester)
