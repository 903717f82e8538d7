"""What facts of mutual aid are about, and in which ledgers they are told."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from audit import streams
from audit.facts import Fact


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

    @property
    def streams(self) -> tuple[str, ...]:
        return streams.of_incident(self.incident), streams.of_agency(self.agency)
