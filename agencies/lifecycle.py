"""The states of an agreement's paper, and the roads between them.

Whether it is *in force* is not one of them: that follows from term, seal and
signatures, for each party, at a moment (RULE-MOU-01).
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
    TERMINATED = "terminated", _("Terminated")


ROADS: Final[Roads] = {
    AgreementStatus.DRAFT: frozenset({AgreementStatus.SIGNING, AgreementStatus.ABANDONED}),
    AgreementStatus.SIGNING: frozenset(
        {AgreementStatus.DRAFT, AgreementStatus.EXECUTED, AgreementStatus.ABANDONED}
    ),
    AgreementStatus.EXECUTED: frozenset({AgreementStatus.TERMINATED}),
    AgreementStatus.ABANDONED: frozenset(),
    AgreementStatus.TERMINATED: frozenset(),
}


def move(agreement: HasStatus, to: AgreementStatus) -> None:
    """Take an agreement's paper to its next state."""
    move_along(ROADS, agreement, to)
