"""What happens to the documents that change, join and renew an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from agencies.facts.agreement import AgreementFact, DraftFact


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentDrafted(DraftFact, kind="agencies.amendment_drafted"):
    """An agency began to write an amendment of an agreement that it leads."""

    amends: UUID
    amendment: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseReplaced(DraftFact, kind="agencies.clause_replaced"):
    """An amendment is to put a clause in the place of one that was signed."""

    clause: UUID
    replaced: UUID
    number: str
    clause_kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseStruck(DraftFact, kind="agencies.clause_struck"):
    """An amendment is to strike out a clause that was signed."""

    clause: UUID
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseKept(DraftFact, kind="agencies.clause_kept"):
    """An amendment is to leave a clause as it was signed after all."""

    clause: UUID
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementAmended(AgreementFact, kind="agencies.agreement_amended"):
    """All have signed an amendment, and from its day on the agreement reads otherwise."""

    document: UUID
    amendment: int
