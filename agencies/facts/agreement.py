from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from audit import streams
from audit.facts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFact(Fact):
    """Base of what every party to an agreement is told."""

    agreement: UUID
    leader: UUID
    parties: tuple[UUID, ...] = ()

    @property
    def streams(self) -> tuple[str, ...]:
        told = dict.fromkeys((self.leader, *self.parties))
        return tuple(streams.of_agency(agency) for agency in told)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFact(Fact):
    """Base of what happens to a draft: nobody but the agency that leads it is told."""

    agreement: UUID
    leader: UUID

    @property
    def streams(self) -> tuple[str, ...]:
        return (streams.of_agency(self.leader),)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDrafted(DraftFact, kind="agencies.agreement_drafted"):
    """An agency began to write an agreement, as its first party."""

    title: str
    party: UUID
    start: str = ""  # the text it was started from, if it was
    clauses: tuple[UUID, ...] = ()
    sections: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEdited(DraftFact, kind="agencies.agreement_edited"):
    """The title, term or words of a draft changed."""

    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAdded(DraftFact, kind="agencies.party_added"):
    """An agency was written into a draft as a party."""

    party: UUID
    agency: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRemoved(DraftFact, kind="agencies.party_removed"):
    """An agency was taken out of a draft."""

    party: UUID
    agency: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseAdded(DraftFact, kind="agencies.clause_added"):
    """A clause was written into a draft."""

    clause: UUID
    number: str
    clause_kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseEdited(DraftFact, kind="agencies.clause_edited"):
    """A clause of a draft was worded anew, under a new id; the one before is kept on record."""

    clause: UUID
    replaced: UUID
    number: str
    clause_kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRemoved(DraftFact, kind="agencies.clause_removed"):
    """A clause was taken out of a draft; it is kept on record."""

    clause: UUID
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSealed(AgreementFact, kind="agencies.agreement_sealed"):
    """The text was sealed and sent to every party for signature."""

    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReopened(AgreementFact, kind="agencies.agreement_reopened"):
    """The text is being changed again; signatures given so far are void."""

    reason: str
    text_hash: str
    void_signatures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSigned(AgreementFact, kind="agencies.agreement_signed"):
    """A party's authorized signatory signed the text with this hash."""

    party: UUID
    agency: UUID
    signature: UUID
    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementExecuted(AgreementFact, kind="agencies.agreement_executed"):
    """Every party has signed the same text."""

    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRecorded(AgreementFact, kind="agencies.agreement_recorded"):
    """An agreement that was signed on paper, and has ended since, was entered for the record."""

    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementAbandoned(AgreementFact, kind="agencies.agreement_abandoned"):
    """The agency that leads it gave the agreement up before everybody had signed."""

    reason: str
