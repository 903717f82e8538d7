from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from audit import streams
from audit.facts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyFact(Fact):
    """Base of what an agency's own ledger tells."""

    agency: UUID

    @property
    def streams(self) -> tuple[str, ...]:
        return (streams.of_agency(self.agency),)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyFounded(AgencyFact, kind="agencies.agency_founded"):
    """An agency was entered in the directory."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyEdited(AgencyFact, kind="agencies.agency_edited"):
    """An agency changed what the directory says of it."""

    name: str
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondFactorRequired(AgencyFact, kind="agencies.second_factor_required"):
    """From the next sign-in on, a password alone lets nobody of the agency in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondFactorWaived(AgencyFact, kind="agencies.second_factor_waived"):
    """A password alone lets members in again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsListed(AgencyFact, kind="agencies.contacts_listed"):
    """An agency said anew whom to call."""

    purposes: tuple[str, ...]
