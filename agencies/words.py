"""The words that forms and other systems choose from."""

from agencies.categories import Category, ClearanceKind, Masking, Onward, Purpose
from agencies.lifecycle import AgreementStatus, Readiness
from agencies.models import (
    ClauseKind,
    Discipline,
    Effect,
    Instrument,
    Priority,
    SeatKind,
    Tier,
)

__all__ = [
    "AgreementStatus",
    "Category",
    "ClauseKind",
    "ClearanceKind",
    "Discipline",
    "Effect",
    "Instrument",
    "Masking",
    "Onward",
    "Priority",
    "Purpose",
    "Readiness",
    "SeatKind",
    "Tier",
]
