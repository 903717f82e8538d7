"""How agreements rest and end, for one party or for all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from agencies.facts.agreement import AgreementFact


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendedByParty(AgreementFact, kind="agencies.agreement_suspended_by_party"):
    """A party suspended an agreement for itself; it binds the others as before."""

    agency: UUID
    party: UUID
    suspension: UUID
    reason: str
    authority: str
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumedByParty(AgreementFact, kind="agencies.agreement_resumed_by_party"):
    """A party that had suspended an agreement for itself is bound by it again."""

    agency: UUID
    party: UUID
    suspension: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGiven(AgreementFact, kind="agencies.withdrawal_notice_given"):
    """A party gave notice that it leaves, and when."""

    agency: UUID
    party: UUID
    withdrawal: UUID
    leaves_at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRescinded(AgreementFact, kind="agencies.withdrawal_notice_rescinded"):
    """A party took its notice back before it left."""

    agency: UUID
    party: UUID
    withdrawal: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionFact(AgreementFact):
    """Base of what only all parties together may do."""

    motion: UUID
    motion_kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionMade(MotionFact, kind="agencies.motion_made"):
    """A party asks all others to suspend, resume or terminate an agreement."""

    agency: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionConsented(MotionFact, kind="agencies.motion_consented"):
    """A party consented to a motion."""

    agency: UUID
    party: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionCarried(MotionFact, kind="agencies.motion_carried"):
    """Every party has consented, and so it is done."""

    takes_effect_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionDropped(MotionFact, kind="agencies.motion_dropped"):
    """The party that made a motion asks for it no more."""

    agency: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminatedForCause(AgreementFact, kind="agencies.agreement_terminated_for_cause"):
    """One of two parties ended an agreement because the other has broken a clause of it."""

    agency: UUID
    party: UUID
    number: str
    reason: str
    ends_at: datetime
    clause: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneReached(AgreementFact, kind="agencies.agreement_milestone_reached"):
    """A date came at which something about an agreement came true by itself."""

    milestone: UUID
    milestone_kind: str
    due_at: datetime
    days: int = 0
    agency: UUID | None = None
