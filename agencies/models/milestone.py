from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.models.agreement import Agreement
from agencies.models.party import Party
from audit.rows import Row, sane_time


class MilestoneKind(TextChoices):
    """What becomes true by itself at a date, and should be heard of."""

    BEGINS = "begins", _("It takes effect")
    ENDS_SOON = "ends_soon", _("It ends soon")
    EXPIRES = "expires", _("Its term ends")
    GRACE_OVER = "grace_over", _("Its days of grace end")
    RENEWS = "renews", _("It renews itself")
    LEAVES = "leaves", _("A party leaves")
    RESUMES = "resumes", _("A suspension ends")
    LAPSES = "lapses", _("The time to sign is over")
    INSURED_SOON = "insured_soon", _("A certificate of insurance runs out soon")
    INSURED_NOT = "insured_not", _("A certificate of insurance runs out")
    TERMINATES = "terminates", _("It is terminated")


class Milestone(Row):
    """A date at which something about an agreement comes true by itself, and is then told.

    Telling changes nothing: what is in force follows from the dates themselves, and
    would be the same if nobody ever told it.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="milestones")
    party = models.ForeignKey(Party, models.PROTECT, null=True, related_name="milestones")
    kind = models.CharField(max_length=12, choices=MilestoneKind)
    days = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                name="milestone_once",
                fields=["agreement", "party", "kind", "days", "due_at"],
                condition=Q(dropped_at__isnull=True),
                nulls_distinct=False,
            ),
            CheckConstraint(
                name="milestone_told_or_dropped",
                condition=Q(told_at__isnull=True) | Q(dropped_at__isnull=True),
            ),
            sane_time("milestone_at_sane_times", "due_at", "told_at", "dropped_at"),
        ]
        indexes = [
            Index(
                name="milestone_due",
                fields=["due_at"],
                condition=Q(told_at__isnull=True, dropped_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} at {self.due_at}"
