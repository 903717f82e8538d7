"""The states of an agreement's paper and of a resource, and the roads between them.

Whether an agreement is *in force* is not one of them: that follows from term,
seal and signatures, for each party, at a moment (RULE-MOU-01).
"""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from audit.roads import HasStatus, Roads, move_along


class AgreementStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    SIGNING = "signing", _("Being signed")
    EXECUTED = "executed", _("Signed by all")
    ABANDONED = "abandoned", _("Abandoned")


class Readiness(TextChoices):
    """Whether a resource could be sent, as far as its agency is concerned."""

    AVAILABLE = "available", _("Available")
    OUT_OF_SERVICE = "out_of_service", _("Out of service")
    RETIRED = "retired", _("No longer ours")


ROADS: Final[dict[type[TextChoices], Roads]] = {
    AgreementStatus: {
        AgreementStatus.DRAFT: frozenset({AgreementStatus.SIGNING, AgreementStatus.ABANDONED}),
        AgreementStatus.SIGNING: frozenset(
            {AgreementStatus.DRAFT, AgreementStatus.EXECUTED, AgreementStatus.ABANDONED}
        ),
        AgreementStatus.EXECUTED: frozenset(),
        AgreementStatus.ABANDONED: frozenset(),
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
    """Take an agreement's paper or a resource to its next state."""
    move_along(ROADS[type(to)], row, to)
