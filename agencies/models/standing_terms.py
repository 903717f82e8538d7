"""The coded terms of clauses on how an agreement itself goes on, ends and comes into force.

When it begins and ends, and whom a signature binds, is said once, in the agreement's
own columns. These clauses code what is written about it; a draft whose clauses
contradict the columns is not sent (``agencies.missing``).
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from agencies.models.aid_terms import known
from agencies.models.clause import Clause
from audit.rows import Row


class Survival(TextChoices):
    """What goes on to bind when the rest has ended."""

    CONFIDENTIALITY = "confidentiality", _("Confidentiality")
    LIABILITY = "liability", _("Liability")
    REIMBURSEMENT = "reimbursement", _("Reimbursement")
    RECORDS = "records", _("Keeping of records")


class SignatureRule(TextChoices):
    """How many must sign before it binds."""

    ALL = "all", _("Every party")
    QUORUM = "quorum", _("So many of them")
    PER_PARTY = "per_party", _("Each for itself")


class RenewalTerm(Row):
    """For how long it is renewed, how soon somebody may leave, and what survives its end.

    In its days of ``grace`` it binds on after its term, so that a renewal may be signed late.
    """

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="renewal_term")
    renews_for_months = models.PositiveSmallIntegerField(null=True)
    notice_days = models.PositiveSmallIntegerField(null=True)
    grace_days = models.PositiveSmallIntegerField(null=True)
    survives = ArrayField(models.CharField(max_length=16, choices=Survival), default=list)

    class Meta:
        constraints = [
            CheckConstraint(
                name="renewal_term_is_at_most_a_decade",
                condition=Q(renews_for_months__isnull=True) | Q(renews_for_months__range=(1, 120)),
                violation_error_message="Renew for between 1 and 120 months.",
            ),
            CheckConstraint(
                name="renewal_term_notice_is_a_year_at_most",
                condition=Q(notice_days__isnull=True) | Q(notice_days__range=(0, 366)),
                violation_error_message="Give between 0 and 366 days of notice.",
            ),
            CheckConstraint(
                name="renewal_term_grace_is_a_year_at_most",
                condition=Q(grace_days__isnull=True) | Q(grace_days__range=(1, 366)),
                violation_error_message="Give between 1 and 366 days of grace.",
            ),
            known("renewal_term_survival_is_known", "survives", Survival),
        ]

    def __str__(self) -> str:
        return f"{self.renews_for_months} months"


class SignatureTerm(Row):
    """How many must sign before it binds."""

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="signature_term")
    rule = models.CharField(max_length=12, choices=SignatureRule)
    quorum = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="signature_term_counts_where_a_quorum_binds",
                condition=Q(rule=SignatureRule.QUORUM, quorum__isnull=False, quorum__range=(2, 200))
                | (
                    Q(rule__in=[SignatureRule.ALL, SignatureRule.PER_PARTY])
                    & Q(quorum__isnull=True)
                ),
                violation_error_message="Say how many make a quorum: 2 at least.",
            ),
        ]

    def __str__(self) -> str:
        return self.rule if self.quorum is None else f"{self.rule} of {self.quorum}"
