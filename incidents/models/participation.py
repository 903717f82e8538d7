from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.categories import Purpose
from agencies.models import Agency
from audit.rows import Row, sane_time
from incidents.lifecycle import ParticipationStatus
from incidents.models.incident import Incident


class Role(TextChoices):
    LEAD = "lead", _("Lead")
    ASSISTING = "assisting", _("Assisting")
    COOPERATING = "cooperating", _("Cooperating")


def running_it_together() -> list[str]:
    return [Purpose.INCIDENT.value]


class Participation(Row):
    """An agency's place at an incident: what every right at that incident starts from.

    ``purposes`` are what it says it is there for: a clause shares for a purpose, and holds
    for those who state it (RULE-PRIV-02). Running the incident together goes without saying.

    ``recorded_at`` is when the last of its other times was told, where that was later.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="participations")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="participations")
    role = models.CharField(max_length=12, choices=Role)
    status = models.CharField(max_length=8, choices=ParticipationStatus)
    invited_at = models.DateTimeField()
    joined_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField(null=True)
    purposes = ArrayField(
        models.CharField(max_length=16, choices=Purpose),
        default=running_it_together,
        db_default=[Purpose.INCIDENT],
    )

    class Meta:
        ordering = ["incident", "invited_at"]
        constraints = [
            CheckConstraint(
                name="participation_for_purposes_there_are",
                condition=Q(
                    purposes__contained_by=Purpose.values, purposes__contains=[Purpose.INCIDENT]
                ),
            ),
            UniqueConstraint(
                name="participation_once_per_agency",
                fields=["incident", "agency"],
                violation_error_message="This agency is at the incident already, or invited.",
            ),
            UniqueConstraint(
                name="participation_one_lead",
                fields=["incident"],
                condition=Q(role="lead"),
                violation_error_message="An incident has one lead agency.",
            ),
            sane_time(
                "participation_at_sane_times", "invited_at", "joined_at", "left_at", "recorded_at"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} at {self.incident}"
