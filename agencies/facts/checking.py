"""What counsel says of the coded form of clauses (RULE-MOU-08)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from agencies.facts.agreement import AgreementFact


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFact(AgreementFact):
    """Base of what is said of the coded form of some clauses, by one party."""

    agency: UUID
    party: UUID
    clauses: tuple[UUID, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausesChecked(CheckFact, kind="agencies.clauses_checked"):
    """Counsel of a party found that the coded form of these clauses says what their text says."""

    by_counsel: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksWithdrawn(CheckFact, kind="agencies.clause_checks_withdrawn"):
    """A party doubts the coded form of clauses that it had checked."""

    doubt: str
