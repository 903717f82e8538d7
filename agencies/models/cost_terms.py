"""The coded terms of clauses on money and on who answers for damage."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import CheckConstraint, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from agencies.models.clause import Clause
from audit.rows import Row

A_DECADE = 3660


class InsuranceKind(TextChoices):
    GENERAL = "general", _("General liability")
    VEHICLE = "vehicle", _("Vehicle liability")
    PROFESSIONAL = "professional", _("Professional or law enforcement liability")
    WORKERS = "workers", _("Workers' compensation")
    AVIATION = "aviation", _("Aviation")
    SELF_INSURED = "self_insured", _("Self-insurance")


class LiabilityModel(TextChoices):
    """Who answers for damage (chapter 5.2, element 15). It is shown and decides nothing."""

    OWN = "own", _("Each party answers for its own people")
    REQUESTER = "requester", _("The requesting party answers for those it called")
    MUTUAL = "mutual", _("The parties hold each other harmless")


class CostTerm(Row):
    """What help costs: nothing for the first hours, then a rate or a share of the cost."""

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="cost_term")
    free_hours = models.DecimalField(max_digits=5, decimal_places=2, default=0)
    rate_per_hour = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, default="USD")
    counted = models.CharField(max_length=120, blank=True)
    rate_card = models.CharField(max_length=120, blank=True)
    share_percent = models.PositiveSmallIntegerField(null=True)
    bill_within_days = models.PositiveSmallIntegerField(null=True)
    waivable = models.BooleanField(default=False)

    class Meta:
        constraints = [
            CheckConstraint(
                name="cost_term_is_not_negative",
                condition=Q(free_hours__gte=0)
                & (Q(rate_per_hour__isnull=True) | Q(rate_per_hour__gte=0)),
                violation_error_message="Hours and rates are zero or more.",
            ),
            CheckConstraint(
                name="cost_term_shares_up_to_all",
                condition=Q(share_percent__isnull=True) | Q(share_percent__range=(0, 100)),
                violation_error_message="A share is between 0 and 100 percent.",
            ),
            CheckConstraint(
                name="cost_term_is_billed_in_time",
                condition=Q(bill_within_days__isnull=True)
                | Q(bill_within_days__range=(1, A_DECADE)),
                violation_error_message="Bill within 1 to 3660 days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.free_hours} h free, then {self.rate_per_hour}"


class InsuranceTerm(Row):
    """What the giver is insured for, and until when its certificate is good."""

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="insurance_term")
    insurance = models.CharField(max_length=12, choices=InsuranceKind)
    minimum = models.DecimalField(max_digits=14, decimal_places=2)
    currency = models.CharField(max_length=3, default="USD")
    certificate_until = models.DateField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="insurance_kind_is_known", condition=Q(insurance__in=InsuranceKind.values)
            ),
            CheckConstraint(
                name="insurance_minimum_is_not_negative",
                condition=Q(minimum__gte=0),
                violation_error_message="A minimum is zero or more.",
            ),
            CheckConstraint(
                name="insurance_certificate_at_a_sane_date",
                condition=Q(certificate_until__isnull=True)
                | Q(certificate_until__range=(date(1970, 1, 1), date(2100, 1, 1))),
                violation_error_message="Give a date between the years 1970 and 2100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.insurance}: {self.minimum}"


class LiabilityTerm(Row):
    """Who answers for damage."""

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="liability_term")
    model = models.CharField(max_length=12, choices=LiabilityModel)

    class Meta:
        constraints = [
            CheckConstraint(
                name="liability_model_is_known", condition=Q(model__in=LiabilityModel.values)
            )
        ]

    def __str__(self) -> str:
        return self.model
