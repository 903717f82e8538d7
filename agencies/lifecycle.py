"""The states of an agreement's paper, of redlines and of resources, and the roads between them.

Whether an agreement is *in force* is not one of them, nor is suspended, expired or
terminated: those follow from term, signatures, notices and suspensions, for each
party, at a moment (RULE-MOU-01). So the paper ends its way when all have signed.
"""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from audit.roads import HasStatus, Roads, move_along


class AgreementStatus(TextChoices):
    """How far the paper has come (chapter 5.3)."""

    DRAFT = "draft", _("Draft")
    LEGAL_REVIEW = "legal_review", _("In legal review")
    NEGOTIATION = "negotiation", _("Being negotiated")
    APPROVED = "approved", _("Approved for signature")
    SIGNING = "signing", _("Being signed")
    EXECUTED = "executed", _("Signed by all")
    ABANDONED = "abandoned", _("Abandoned")


# The lead may change the text in these, and in no other.
OPEN: Final = frozenset({AgreementStatus.DRAFT, AgreementStatus.NEGOTIATION})
# Other parties know it as it was last sent out in these: what changed since is its leader's own.
AS_SENT: Final = OPEN | {AgreementStatus.ABANDONED}
# Before anybody can be bound.
BEFORE_SIGNING: Final = OPEN | {AgreementStatus.LEGAL_REVIEW, AgreementStatus.APPROVED}


class RedlineStatus(TextChoices):
    """What became of other words that a party proposed."""

    OPEN = "open", _("Not answered")
    TAKEN = "taken", _("Taken")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Readiness(TextChoices):
    """Whether a resource could be sent, as far as its agency is concerned."""

    AVAILABLE = "available", _("Available")
    OUT_OF_SERVICE = "out_of_service", _("Out of service")
    RETIRED = "retired", _("No longer ours")


ROADS: Final[dict[type[TextChoices], Roads]] = {
    AgreementStatus: {
        # Straight to signing only where no party has counsel who would review it.
        AgreementStatus.DRAFT: frozenset(
            {AgreementStatus.LEGAL_REVIEW, AgreementStatus.SIGNING, AgreementStatus.ABANDONED}
        ),
        AgreementStatus.LEGAL_REVIEW: frozenset(
            {
                AgreementStatus.DRAFT,
                AgreementStatus.NEGOTIATION,
                AgreementStatus.APPROVED,
                AgreementStatus.ABANDONED,
            }
        ),
        AgreementStatus.NEGOTIATION: frozenset(
            {AgreementStatus.LEGAL_REVIEW, AgreementStatus.SIGNING, AgreementStatus.ABANDONED}
        ),
        AgreementStatus.APPROVED: frozenset(
            {AgreementStatus.SIGNING, AgreementStatus.NEGOTIATION, AgreementStatus.ABANDONED}
        ),
        AgreementStatus.SIGNING: frozenset(
            {AgreementStatus.NEGOTIATION, AgreementStatus.EXECUTED, AgreementStatus.ABANDONED}
        ),
        AgreementStatus.EXECUTED: frozenset(),
        AgreementStatus.ABANDONED: frozenset(),
    },
    RedlineStatus: {
        RedlineStatus.OPEN: frozenset(
            {RedlineStatus.TAKEN, RedlineStatus.DECLINED, RedlineStatus.WITHDRAWN}
        ),
        RedlineStatus.TAKEN: frozenset(),
        RedlineStatus.DECLINED: frozenset(),
        RedlineStatus.WITHDRAWN: frozenset(),
    },
    Readiness: {
        Readiness.AVAILABLE: frozenset({Readiness.OUT_OF_SERVICE, Readiness.RETIRED}),
        # From out of service to out of service: another reason, or another time.
        Readiness.OUT_OF_SERVICE: frozenset(
            {Readiness.AVAILABLE, Readiness.OUT_OF_SERVICE, Readiness.RETIRED}
        ),
        Readiness.RETIRED: frozenset(),
    },
}


def move(row: HasStatus, to: TextChoices) -> None:
    """Take an agreement's paper, a redline or a resource to its next state."""
    move_along(ROADS[type(to)], row, to)
