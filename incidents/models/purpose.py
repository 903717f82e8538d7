from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from agencies.categories import Purpose
from agencies.models import Agency, Member
from audit.rows import Row, sane_time
from incidents.models.incident import Incident


class StatedPurpose(Row):
    """What somebody says they are at an incident for, once, until they say otherwise.

    One of those that their agency states there. It stands on the record of every look of theirs.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=16, choices=Purpose)
    stated_at = models.DateTimeField()

    class Meta:
        ordering = ["incident", "stated_at"]
        constraints = [
            UniqueConstraint(
                name="purpose_stated_once_by_each",
                fields=["incident", "member"],
                violation_error_message="You have said already what you are here for.",
            ),
            CheckConstraint(
                name="purpose_is_one_there_is", condition=Q(purpose__in=Purpose.values)
            ),
            sane_time("purpose_stated_at_a_sane_time", "stated_at"),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.purpose}"
