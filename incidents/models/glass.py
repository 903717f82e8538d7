from __future__ import annotations

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.categories import Category
from agencies.models import Agency, Member
from audit.rows import Row, sane_time
from incidents.models.incident import Incident

LONGEST = timedelta(hours=4)
REMINDED_AFTER = timedelta(hours=24)
REVIEWED_WITHIN = timedelta(hours=72)


class Ground(TextChoices):
    LIFE = "life", _("A life is in danger")
    DUTY = "duty", _("I have a duty to act")


class Outcome(TextChoices):
    JUSTIFIED = "justified", _("Justified")
    NOT_JUSTIFIED = "unjustified", _("Not justified")
    REFERRED = "referred", _("Referred")


class Glass(Row):
    """Somebody opened what another agency does not share with them, because it could not wait.

    One person, some categories of one owner, at one incident, for four hours at most. The
    owner is told at once, and reviews it within three days (chapter 6.5).
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="glasses")
    owner = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    member_name = models.CharField(max_length=120)
    ground = models.CharField(max_length=8, choices=Ground)
    reason = models.CharField(max_length=400)
    categories = ArrayField(models.CharField(max_length=8, choices=Category))
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    review_due_at = models.DateTimeField()
    # When its owner is told next that the review is waiting; nothing where that is over.
    remind_at = models.DateTimeField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewer = models.CharField(max_length=120, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    finding = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["incident", "-opened_at"]
        constraints = [
            UniqueConstraint(
                name="glass_broken_once_at_a_time",
                fields=["incident", "owner", "member"],
                condition=Q(ended_at__isnull=True),
                violation_error_message="You have opened this agency's data here already.",
            ),
            CheckConstraint(
                name="glass_of_another_agency",
                condition=~Q(owner=F("agency")),
                violation_error_message="Your own agency's data needs no breaking of glass.",
            ),
            CheckConstraint(
                name="glass_broken_for_a_reason",
                condition=~Q(reason="") & Q(categories__len__gte=1),
                violation_error_message="Say why, and what you must see.",
            ),
            CheckConstraint(
                name="glass_broken_for_hours",
                condition=Q(until__gt=F("opened_at"), until__lte=F("opened_at") + LONGEST),
                violation_error_message="Four hours at most.",
            ),
            CheckConstraint(
                name="glass_reviewed_with_an_outcome",
                condition=Q(reviewed_at__isnull=True, outcome="")
                | Q(Q(reviewed_at__isnull=False), ~Q(outcome=""), ~Q(finding="")),
                violation_error_message="Say what you found.",
            ),
            sane_time("glass_reminds_at_a_sane_time", "remind_at"),
            sane_time(
                "glass_at_sane_times",
                *("opened_at", "until", "ended_at", "review_due_at", "reviewed_at"),
            ),
        ]
        indexes = [
            Index(
                name="glass_open", fields=["incident", "until"], condition=Q(ended_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_name}: {self.owner}"
