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
from agencies.models.checklist import CheckItem, ChecklistItem
from agencies.models.clause import (
    Clause,
    ClauseKind,
    CostTerm,
    Priority,
    RequestTerm,
    ResponseTerm,
    SupplyTerm,
)
from agencies.models.clearance import Clearance
from agencies.models.in_force import AnswerTarget, Bound, ShareGrant, SupplyRight
from agencies.models.member import Account, ApiToken, Member, Seat, SeatKind
from agencies.models.resource import Resource
from agencies.models.share import ShareLimit, ShareTerm

__all__ = [
    "Account",
    "Agency",
    "Agreement",
    "AnswerTarget",
    "ApiToken",
    "Bound",
    "CheckItem",
    "ChecklistItem",
    "Clause",
    "ClauseKind",
    "Clearance",
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
    "ShareLimit",
    "ShareTerm",
    "Signature",
    "SupplyRight",
    "SupplyTerm",
    "Tier",
]
