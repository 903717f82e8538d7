"""What happens to a text between the draft and the first signature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from agencies.facts.agreement import AgreementFact


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFact(AgreementFact):
    """Base of what is said of one version of a text."""

    text_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SentForReview(VersionFact, kind="agencies.agreement_sent_for_review"):
    """The text was frozen as a version and sent to every party's counsel."""

    text_hash: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack(VersionFact, kind="agencies.agreement_taken_back"):
    """The text that was out for review was taken back to the draft."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextApproved(VersionFact, kind="agencies.text_approved"):
    """A party said that this version may be signed."""

    agency: UUID
    party: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesAsked(VersionFact, kind="agencies.text_changes_asked"):
    """A party asked that the text be changed before it is signed."""

    agency: UUID
    party: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedForSignature(VersionFact, kind="agencies.agreement_approved_for_signature"):
    """Every party has approved the same version."""

    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NegotiationReopened(VersionFact, kind="agencies.agreement_negotiation_reopened"):
    """A party wants a text changed that all had approved."""

    agency: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLeft(AgreementFact, kind="agencies.party_left_the_table"):
    """A party goes no further with a text; the others may."""

    agency: UUID
    party: UUID
    reason: str
    void_signatures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarked(VersionFact, kind="agencies.text_remarked"):
    """A party said something about a version, or about one clause or section of it."""

    agency: UUID
    party: UUID
    remark: UUID
    number: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineFact(VersionFact):
    """Base of what happens to other words that a party proposed for a clause."""

    agency: UUID
    party: UUID
    redline: UUID
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineProposed(RedlineFact, kind="agencies.redline_proposed"):
    """A party proposed other words for a clause, or to strike it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineTaken(RedlineFact, kind="agencies.redline_taken"):
    """Proposed words were taken into the next version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineDeclined(RedlineFact, kind="agencies.redline_declined"):
    """Proposed words were declined, for a reason."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineWithdrawn(RedlineFact, kind="agencies.redline_withdrawn"):
    """A party proposes those words no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyNamed(AgreementFact, kind="agencies.governing_body_named"):
    """A party said which body must approve before it may sign; none, where none must."""

    agency: UUID
    party: UUID
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionRecorded(VersionFact, kind="agencies.resolution_recorded"):
    """A party's governing body approved a version, by a numbered resolution."""

    agency: UUID
    party: UUID
    body: str
    resolution: str
    adopted_on: date
