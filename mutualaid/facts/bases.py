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
        if not actor.is_person or actor.agency_id in (self.agency, self.requester):
            return actor
        return LADDER
