"""What all facts of incidents have in common: in whose ledgers they are told."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from audit import streams
from audit.facts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFact(Fact):
    """Something became true at an incident."""

    incident: UUID

    @property
    def streams(self) -> tuple[str, ...]:
        return (streams.of_incident(self.incident),)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyAtIncidentFact(IncidentFact):
    """Something became true at an incident that one agency must also find in its own ledger."""

    agency: UUID

    @property
    def streams(self) -> tuple[str, ...]:
        return (streams.of_incident(self.incident), streams.of_agency(self.agency))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyFact(Fact):
    """Something became true inside an agency that is nobody else's business."""

    agency: UUID

    @property
    def streams(self) -> tuple[str, ...]:
        return (streams.of_agency(self.agency),)
