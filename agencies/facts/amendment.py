"""What happens to the documents that change, join and renew an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
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


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinderFact(AgreementFact):
    """Base of what happens to a late party."""

    agency: UUID
    party: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedToJoin(JoinderFact, kind="agencies.invited_to_join"):
    """An agency was asked to join an agreement in force."""

    counts_from: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinderSigned(JoinderFact, kind="agencies.joinder_signed"):
    """An agency joined an agreement: its signatory signed a joinder with this hash."""

    signature: UUID
    joinder_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinInvitationEnded(JoinderFact, kind="agencies.join_invitation_ended"):
    """An agency that was asked to join an agreement does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalDrafted(DraftFact, kind="agencies.renewal_drafted"):
    """An agency began to write what is to follow an agreement that it leads."""

    follows: UUID
    title: str
    left_out: tuple[str, ...] = ()  # clauses that name a party that has left
