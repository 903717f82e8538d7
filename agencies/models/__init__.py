from agencies.lifecycle import Readiness
from agencies.models.agency import Agency, Contact, Directory, Discipline
from agencies.models.agreement import (
    Agreement,
    Effect,
    Instrument,
    Tier,
)
from agencies.models.aid_terms import (
    AskingPosition,
    Commitment,
    CountedFrom,
    Declaration,
    PreconditionTerm,
    RequestTerm,
    ResponseTerm,
    SupplyTerm,
)
from agencies.models.amendment import ClauseChange
from agencies.models.attachment import Attachment, AttachmentFile, AttachmentKind
from agencies.models.check import ClauseCheck
from agencies.models.checklist import CheckItem, ChecklistItem
from agencies.models.clause import Clause, ClauseKind, Priority
from agencies.models.clearance import Clearance
from agencies.models.conduct_terms import (
    ArrestAuthority,
    AutoAidTerm,
    CommandTerm,
    Control,
    PowersTerm,
)
from agencies.models.cost_terms import (
    CostTerm,
    InsuranceKind,
    InsuranceTerm,
    LiabilityModel,
    LiabilityTerm,
)
from agencies.models.device import ExemptGround, Exemption, Sitting
from agencies.models.ending import Consent, Motion, MotionKind, Suspension, Withdrawal
from agencies.models.in_force import (
    AnswerTarget,
    Bound,
    ShareGrant,
    SupplyRight,
    UncheckedShare,
)
from agencies.models.invitation import Invitation
from agencies.models.letter import Letter
from agencies.models.member import (
    Account,
    ApiToken,
    BoundTo,
    Member,
    Scope,
    Seat,
    SeatKind,
    TokenUse,
)
from agencies.models.milestone import Milestone, MilestoneKind
from agencies.models.party import Party, Signature
from agencies.models.resource import Resource
from agencies.models.review import Redline, Remark, Resolution, Review, TextVersion, Verdict
from agencies.models.section import Section
from agencies.models.share import ShareLimit, ShareTerm
from agencies.models.sign_on import Identity, SignOn
from agencies.models.standing_terms import (
    RenewalTerm,
    SignatureRule,
    SignatureTerm,
    Survival,
)

__all__ = [
    "Account",
    "Agency",
    "Agreement",
    "AnswerTarget",
    "ApiToken",
    "ArrestAuthority",
    "AskingPosition",
    "Attachment",
    "AttachmentFile",
    "AttachmentKind",
    "AutoAidTerm",
    "Bound",
    "BoundTo",
    "CheckItem",
    "ChecklistItem",
    "Clause",
    "ClauseChange",
    "ClauseCheck",
    "ClauseKind",
    "Clearance",
    "CommandTerm",
    "Commitment",
    "Consent",
    "Contact",
    "Control",
    "CostTerm",
    "CountedFrom",
    "Declaration",
    "Directory",
    "Discipline",
    "Effect",
    "ExemptGround",
    "Exemption",
    "Identity",
    "Instrument",
    "InsuranceKind",
    "InsuranceTerm",
    "Invitation",
    "Letter",
    "LiabilityModel",
    "LiabilityTerm",
    "Member",
    "Milestone",
    "MilestoneKind",
    "Motion",
    "MotionKind",
    "Party",
    "PowersTerm",
    "PreconditionTerm",
    "Priority",
    "Readiness",
    "Redline",
    "Remark",
    "RenewalTerm",
    "RequestTerm",
    "Resolution",
    "Resource",
    "ResponseTerm",
    "Review",
    "Scope",
    "Seat",
    "SeatKind",
    "Section",
    "ShareGrant",
    "ShareLimit",
    "ShareTerm",
    "SignOn",
    "Signature",
    "SignatureRule",
    "SignatureTerm",
    "Sitting",
    "SupplyRight",
    "SupplyTerm",
    "Survival",
    "Suspension",
    "TextVersion",
    "Tier",
    "TokenUse",
    "UncheckedShare",
    "Verdict",
    "Withdrawal",
]
