from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from incidents.facts.base import IncidentFact


@dataclass(frozen=True, slots=True, kw_only=True)
class UnifiedCommandEstablished(IncidentFact, kind="incidents.unified_command_established"):
    """Command of an incident is shared by co-equal commanders of several agencies."""

    seat: UUID
    agency: UUID
    agency_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandSeatAdded(IncidentFact, kind="incidents.command_seat_added"):
    """One more agency takes part in unified command."""

    seat: UUID
    agency: UUID
    agency_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandSeatEnded(IncidentFact, kind="incidents.command_seat_ended"):
    """An agency no longer takes part in command."""

    seat: UUID
    agency: UUID
    agency_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandAssumed(IncidentFact, kind="incidents.command_assumed"):
    """Somebody took a command seat in which nobody sat."""

    seat: UUID
    agency: UUID
    holder: UUID
    holder_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandOffered(IncidentFact, kind="incidents.command_offered"):
    """A commander offered command to somebody, who has yet to accept."""

    seat: UUID
    handover: UUID
    offered_to: UUID
    offered_to_name: str
    board_seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandTransferred(IncidentFact, kind="incidents.command_transferred"):
    """Command changed hands after the whole briefing (RULE-ICS-12)."""

    seat: UUID
    handover: UUID
    relieved: UUID | None
    relieved_name: str
    holder: UUID
    holder_name: str
    agency: UUID
    heard: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandOfferDeclined(IncidentFact, kind="incidents.command_offer_declined"):
    """Somebody declined command that was offered; the commander remains."""

    seat: UUID
    handover: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandOfferWithdrawn(IncidentFact, kind="incidents.command_offer_withdrawn"):
    """An offer of command was taken back; the commander remains."""

    seat: UUID
    handover: UUID
