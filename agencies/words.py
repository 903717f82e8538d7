"""The words that forms and other systems choose from."""

from agencies.categories import Category, ClearanceKind, Masking, Onward, Purpose, Tlp
from agencies.elements import Element
from agencies.hazards import Hazard
from agencies.lifecycle import AgreementStatus, Readiness
from agencies.models import (
    ArrestAuthority,
    AskingPosition,
    AttachmentKind,
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
    MotionKind,
    Priority,
    Scope,
    SeatKind,
    SignatureRule,
    Survival,
    Tier,
)
from agencies.models.attachment import LARGEST_FILE

__all__ = [
    "LARGEST_FILE",
    "AgreementStatus",
    "ArrestAuthority",
    "AskingPosition",
    "AttachmentKind",
    "Category",
    "ClauseKind",
    "ClearanceKind",
    "Commitment",
    "Control",
    "CountedFrom",
    "Declaration",
    "Discipline",
    "Effect",
    "Element",
    "Hazard",
    "Instrument",
    "InsuranceKind",
    "LiabilityModel",
    "Masking",
    "MotionKind",
    "Onward",
    "Priority",
    "Purpose",
    "Readiness",
    "Scope",
    "SeatKind",
    "SignatureRule",
    "Survival",
    "Tier",
    "Tlp",
]
