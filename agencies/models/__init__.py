from agencies.lifecycle import Readiness
from agencies.models.agency import Agency, Contact, Directory, Discipline
from agencies.models.agreement import (
    Agreement,
    Effect,
    Instrument,
    Party,
    Signature,
    Tier,
)
from agencies.models.clause import (
    Clause,
    ClauseKind,
    CostTerm,
    Priority,
    RequestTerm,
    ResponseTerm,
    ShareTerm,
    SupplyTerm,
)
from agencies.models.in_force import AnswerTarget, Bound, ShareGrant, SupplyRight
from agencies.models.member import Account, ApiToken, Member, Seat, SeatKind
from agencies.models.resource import Resource

__all__ = [
    "Account",
    "Agency",
    "Agreement",
    "AnswerTarget",
    "ApiToken",
    "Bound",
    "Clause",
    "ClauseKind",
    "Contact",
    "CostTerm",
    "Directory",
    "Discipline",
    "Effect",
    "Instrument",
    "Member",
    "Party",
    "Priority",
    "Readiness",
    "RequestTerm",
    "Resource",
    "ResponseTerm",
    "Seat",
    "SeatKind",
    "ShareGrant",
    "ShareTerm",
    "Signature",
    "SupplyRight",
    "SupplyTerm",
    "Tier",
]
