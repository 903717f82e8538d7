from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from audit import streams
from incidents.facts.base import IncidentFact


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureFact(IncidentFact):
    """Base of what is told to the owner, to the receiver, and to whoever passes it on."""

    disclosure: UUID
    owner: UUID
    owner_name: str
    to: UUID
    to_name: str
    via: UUID | None = None
    via_name: str = ""
    category: str
    reason: str

    @property
    def streams(self) -> tuple[str, ...]:
        told = dict.fromkeys(one for one in (self.owner, self.to, self.via) if one)
        agencies = (streams.of_agency(agency) for agency in told)
        return (streams.of_incident(self.incident), *agencies)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureAsked(DisclosureFact, kind="incidents.disclosure_asked"):
    """An agency asked the owner of some data to be shown it at an incident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureMade(DisclosureFact, kind="incidents.disclosure_made"):
    """Data was shared at one incident outside any agreement, or passed on under a clause."""

    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureDeclined(DisclosureFact, kind="incidents.disclosure_declined"):
    """The owner of some data declined to show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureEnded(DisclosureFact, kind="incidents.disclosure_ended"):
    """What was shared at one incident is shown no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalFact(IncidentFact):
    """Base of what an owner withdrew from one partner, or from every one."""

    withdrawal: UUID
    owner: UUID
    owner_name: str
    partner: UUID | None = None
    partner_name: str = ""
    category: str = ""
    note: UUID | None = None

    @property
    def streams(self) -> tuple[str, ...]:
        told = (one for one in (self.owner, self.partner) if one)
        agencies = (streams.of_agency(agency) for agency in told)
        return (streams.of_incident(self.incident), *agencies)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingWithdrawn(WithdrawalFact, kind="incidents.sharing_withdrawn"):
    """An agency shows partners at an incident less of its data than agreements would allow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingRestored(WithdrawalFact, kind="incidents.sharing_restored"):
    """An agency lets its agreements hold again for what it had withdrawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRelabeled(IncidentFact, kind="incidents.note_relabeled"):
    """The agency whose note it is gave it another TLP label."""

    note: UUID
    before: str
    after: str
