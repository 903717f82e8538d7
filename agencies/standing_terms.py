"""Coded terms of clauses that hold while help is given, and of the agreement itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar, Final

from agencies.areas import Place
from agencies.hazards import Hazard
from agencies.models import (
    ArrestAuthority,
    ClauseKind,
    Control,
    InsuranceKind,
    LiabilityModel,
    SignatureRule,
    Survival,
)

# Marks a part that its kind of clause did not have from the beginning.
LATER: Final = {"later": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoAidTerms:
    """Who goes at once when something happens in an area."""

    kind: ClassVar[ClauseKind] = ClauseKind.AUTO_AID

    area: tuple[Place, ...] = ()
    event_types: tuple[Hazard, ...] = ()
    first_due: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandTerms:
    """Who leads those who were sent, and how soon they may be recalled."""

    kind: ClassVar[ClauseKind] = ClauseKind.COMMAND_MODEL

    operational: Control
    administrative: Control
    recall_notice_hours: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PowersTerms:
    """What those who are sent may do away from home."""

    kind: ClassVar[ClauseKind] = ClauseKind.POWERS

    peace_officer: bool = False
    arrest: ArrestAuthority = ArrestAuthority.NONE
    limits: str = ""
    policy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuranceTerms:
    """What the giver is insured for."""

    kind: ClassVar[ClauseKind] = ClauseKind.INSURANCE

    insurance: InsuranceKind
    minimum: Decimal
    currency: str = "USD"
    certificate_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiabilityTerms:
    """Who answers for damage."""

    kind: ClassVar[ClauseKind] = ClauseKind.LIABILITY

    model: LiabilityModel


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalTerms:
    """For how long it is renewed, how soon somebody may leave, and what survives."""

    kind: ClassVar[ClauseKind] = ClauseKind.TERM

    renews_for_months: int | None = None
    notice_days: int | None = None
    survives: tuple[Survival, ...] = ()
    grace_days: int | None = field(default=None, metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureTerms:
    """How many must sign before it binds."""

    kind: ClassVar[ClauseKind] = ClauseKind.SIGNATURE_RULE

    rule: SignatureRule
    quorum: int | None = None
