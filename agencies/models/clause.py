from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models import CheckConstraint, F, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.models.agreement import Agreement, Party
from audit.rows import Row, sane_time


class ClauseKind(TextChoices):
    REQUEST_RIGHT = "request_right", _("Right to request")
    SUPPLY_DUTY = "supply_duty", _("Duty to supply")
    RESPONSE_TARGET = "response_target", _("Time to answer")
    DATA_SHARE = "data_share", _("Information sharing")
    COST = "cost", _("Cost")


class Priority(TextChoices):
    EMERGENCY = "emergency", _("Emergency")
    URGENT = "urgent", _("Urgent")
    ROUTINE = "routine", _("Routine")


class Clause(Row):
    """One numbered clause: its text, and whom it binds to whom.

    ``giver`` supplies, answers or discloses; ``receiver`` asks or is shown. No
    giver or receiver means every party. The coded terms hang on it as rows.

    A clause's words and terms never change: a new wording is a new row, and the
    old one is marked with ``removed_at``. So a clause's id means one wording for
    ever, and what was decided under it can be read again (RULE-MOU-06, -07).
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="clauses")
    number = models.CharField(max_length=12)
    kind = models.CharField(max_length=16, choices=ClauseKind)
    heading = models.CharField(max_length=120)
    text = models.TextField()
    giver = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+")
    receiver = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["agreement", "number"]
        constraints = [
            UniqueConstraint(
                name="clause_number_once",
                fields=["agreement", "number"],
                condition=Q(removed_at__isnull=True),
                violation_error_message="There is a clause with this number.",
            ),
            sane_time("clause_removed_at_a_sane_time", "removed_at"),
            CheckConstraint(
                name="clause_binds_two_parties",
                condition=Q(giver__isnull=True)
                | Q(receiver__isnull=True)
                | ~Q(giver=F("receiver")),
                violation_error_message="A clause binds two different parties.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}, {self.number}"


class RequestTerm(Row):
    """The receiver may ask, at this priority or a more pressing one."""

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="request_term")
    lowest_priority = models.CharField(max_length=12, choices=Priority, default=Priority.ROUTINE)

    def __str__(self) -> str:
        return f"from {self.lowest_priority}"


class SupplyTerm(Row):
    """The giver supplies this kind, up to a number, and never below its own draw-down floor."""

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="supply_terms")
    kind = models.CharField(max_length=24)
    type = models.PositiveSmallIntegerField(null=True)
    max_quantity = models.PositiveSmallIntegerField()
    drawdown_floor = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            UniqueConstraint(
                name="supply_term_once_per_kind_and_type",
                fields=["clause", "kind", "type"],
                nulls_distinct=False,
                violation_error_message="This clause names that kind and type already.",
            ),
            CheckConstraint(
                name="supply_term_promises_something",
                condition=Q(max_quantity__range=(1, 999)),
                violation_error_message="Promise between 1 and 999.",
            ),
            CheckConstraint(
                name="supply_type_is_one_to_seven",
                condition=Q(type__isnull=True) | Q(type__range=(1, 7)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.max_quantity} × {self.kind}"


class ResponseTerm(Row):
    """The giver answers a request of this priority within this time."""

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="response_terms")
    priority = models.CharField(max_length=12, choices=Priority)
    answer_within = models.DurationField()

    class Meta:
        constraints = [
            UniqueConstraint(
                name="response_term_once_per_priority",
                fields=["clause", "priority"],
                violation_error_message="This clause has a target for that priority.",
            ),
            CheckConstraint(
                name="response_term_leaves_time",
                condition=Q(
                    answer_within__gt=timedelta(0),
                    answer_within__lte=timedelta(days=30),
                ),
                violation_error_message="Allow between a second and thirty days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.priority}: {self.answer_within}"


class CostTerm(Row):
    """What help costs: nothing for the first hours, then a rate for each."""

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="cost_term")
    free_hours = models.DecimalField(max_digits=5, decimal_places=2, default=0)
    rate_per_hour = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, default="USD")
    counted = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="cost_term_is_not_negative",
                condition=Q(free_hours__gte=0)
                & (Q(rate_per_hour__isnull=True) | Q(rate_per_hour__gte=0)),
                violation_error_message="Hours and rates are zero or more.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.free_hours} h free, then {self.rate_per_hour}"
