from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from agencies.categories import Category, ClearanceKind, Masking, Onward, Purpose
from agencies.models.clause import Clause
from agencies.models.member import SeatKind
from audit.rows import Row

LONGEST_RETENTION = 3650


class ShareTerm(Row):
    """The giver shows the receiver its data of this category, for this purpose."""

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="share_terms")
    category = models.CharField(max_length=8, choices=Category)
    purpose = models.CharField(max_length=16, choices=Purpose)
    masking = models.CharField(
        max_length=12, choices=Masking, default=Masking.WHOLE, db_default=Masking.WHOLE
    )

    class Meta:
        constraints = [
            UniqueConstraint(
                name="share_term_once",
                fields=["clause", "category", "purpose"],
                violation_error_message="This clause shares that already.",
            ),
            CheckConstraint(
                name="share_term_masks_as_known", condition=Q(masking__in=Masking.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category} for {self.purpose}"


class ShareLimit(Row):
    """To whom of the receiver, how long and how far the sharing of a clause goes.

    No seats means every seat. A clause without such a row shares with every seat, while
    both are at the incident and for as long as it is kept, and is not passed on.
    """

    clause = models.OneToOneField(Clause, models.PROTECT, related_name="share_limit")
    seats = ArrayField(models.CharField(max_length=12, choices=SeatKind), default=list)
    needs = ArrayField(models.CharField(max_length=12, choices=ClearanceKind), default=list)
    incident_only = models.BooleanField(default=True)
    onward = models.CharField(max_length=8, choices=Onward, default=Onward.NONE)
    onward_to = ArrayField(models.UUIDField(), default=list)
    retention_days = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="share_limit_names_seats_there_are",
                condition=Q(seats__contained_by=SeatKind.values),
            ),
            CheckConstraint(
                name="share_limit_needs_clearances_there_are",
                condition=Q(needs__contained_by=ClearanceKind.values),
            ),
            CheckConstraint(
                name="share_limit_names_agencies_to_pass_on_to",
                condition=Q(onward=Onward.NAMED, onward_to__len__gte=1)
                | Q(onward__in=[Onward.NONE, Onward.CONSENT], onward_to__len=0),
                violation_error_message="Name the agencies to which it may be passed on.",
            ),
            CheckConstraint(
                name="share_limit_keeps_for_some_days",
                condition=Q(retention_days__isnull=True)
                | Q(retention_days__range=(0, LONGEST_RETENTION)),
                violation_error_message="Keep it for ten years at most.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clause}: {self.onward}"
