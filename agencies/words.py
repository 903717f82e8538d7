"""The words that forms and other systems choose from."""

from agencies.categories import Category, ClearanceKind, Masking, Onward, Purpose, Tlp
from agencies.hazards import Hazard
from agencies.lifecycle import AgreementStatus, Readiness
from agencies.models import (
    ArrestAuthority,
    AskingPosition,
    ClauseKind,
    Commitment,
    Control,
    CountedFrom,
    Declaration,
    Discipline,
    Effect,
    Instrument,
    InsuranceKind,
    LiabilityModel,
    Priority,
    SeatKind,
    SignatureRule,
    Survival,
    Tier,
)

__all__ = [
    "AgreementStatus",
    "ArrestAuthority",
    "AskingPosition",
    "Category",
    "ClauseKind",
    "ClearanceKind",
    "Commitment",
    "Control",
    "CountedFrom",
    "Declaration",
    "Discipline",
    "Effect",
    "Hazard",
    "Instrument",
    "InsuranceKind",
    "LiabilityModel",
    "Masking",
    "Onward",
    "Priority",
    "Purpose",
    "Readiness",
    "SeatKind",
    "SignatureRule",
    "Survival",
    "Tier",
    "Tlp",
]
