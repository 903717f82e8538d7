from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from agencies.categories import Category, Tlp
from agencies.models import Agency
from audit.rows import Row, sane_time
from incidents.lifecycle import ObjectiveStatus
from incidents.models.incident import Incident


class Note(Row):
    """Something somebody wrote down at an incident, with what kind of information it is.

    ``tlp`` is how far its author wants it to go, and narrows what its category allows.
    ``recipients`` are the members who are named on a TLP:RED note, of whichever agency.
    What expired with its incident says nothing any more (RULE-28-02).
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="notes")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    author = models.CharField(max_length=120)
    category = models.CharField(max_length=8, choices=Category)  # RULE-PRIV-01
    text = models.TextField(max_length=4000)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    tlp = models.CharField(max_length=12, choices=Tlp, blank=True, default="", db_default="")
    recipients = ArrayField(models.UUIDField(), default=list, db_default=[])
    expired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["incident", "-at"]
        indexes = [
            Index(name="note_red", fields=["incident"], condition=Q(tlp=Tlp.RED)),
            Index(
                name="note_expires",
                fields=["incident"],
                condition=Q(category=Category.INTEL, expired_at__isnull=True),
            ),
        ]
        constraints = [
            CheckConstraint(
                name="note_says_something_until_it_expires",
                condition=Q(expired_at__isnull=True) & ~Q(text="")
                | Q(expired_at__isnull=False, text="", category=Category.INTEL),
            ),
            CheckConstraint(
                name="note_has_a_label_there_is", condition=Q(tlp__in=["", *Tlp.values])
            ),
            CheckConstraint(
                name="note_names_recipients_when_red",
                condition=Q(tlp=Tlp.RED, recipients__len__gte=1)
                | (~Q(tlp=Tlp.RED) & Q(recipients__len=0)),
                violation_error_message="Name those who may read it.",
            ),
            sane_time("note_at_sane_times", "at", "recorded_at"),
            sane_time("note_expired_at_a_sane_time", "expired_at"),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Objective(Row):
    """A measurable result that command wants, numbered and carried until met or dropped.

    ``since`` is when it came to its status, ``recorded_at`` when that was told, if later.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="objectives")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=400)
    status = models.CharField(max_length=8, choices=ObjectiveStatus, default=ObjectiveStatus.OPEN)
    reason = models.CharField(max_length=200, blank=True)
    since = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["incident", "number"]
        constraints = [
            UniqueConstraint(name="objective_number_once", fields=["incident", "number"]),
            CheckConstraint(
                name="objective_dropped_for_a_reason",  # RULE-PLAN-03
                condition=~Q(status=ObjectiveStatus.DROPPED) | ~Q(reason=""),
                violation_error_message="Say why the objective is dropped.",
            ),
            sane_time("objective_at_sane_times", "since", "recorded_at"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"
