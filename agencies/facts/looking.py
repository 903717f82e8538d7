from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from agencies.facts.agency import AgencyFact


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLogExported(AgencyFact, kind="agencies.access_log_exported"):
    """An auditor took a copy of who looked at the agency's data, up to a line."""

    upto: int
    sought: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailExported(AgencyFact, kind="agencies.trail_exported"):
    """An auditor took a copy of the agency's own ledger, up to a line."""

    upto: int
    sought: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPrinted(AgencyFact, kind="agencies.agreement_printed"):
    """A copy of an agreement left the system as a file, which is known by its hash."""

    agreement: UUID
    text_hash: str
    file_hash: str
