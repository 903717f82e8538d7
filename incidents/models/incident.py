from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.hazards import Hazard
from agencies.models import Agency
from audit.rows import Row, sane_place, sane_time
from incidents.lifecycle import IncidentStatus


class Mode(TextChoices):
    """Whether it is real. Set when an incident is opened and never changed (chapter 8.4)."""

    REAL_WORLD = "real_world", _("Real world")
    EXERCISE = "exercise", _("Exercise")
    TEST = "test", _("Test")
    TRAINING = "training", _("Training")


class Structure(TextChoices):
    SINGLE = "single", _("Single command")
    UNIFIED = "unified", _("Unified command")


class Incident(Row):
    """An occurrence that agencies respond to, run under ICS."""

    number = models.CharField(max_length=24, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=Hazard)
    complexity = models.PositiveSmallIntegerField(null=True)
    place = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    mode = models.CharField(max_length=12, choices=Mode)
    structure = models.CharField(max_length=8, choices=Structure, default=Structure.SINGLE)
    status = models.CharField(max_length=8, choices=IncidentStatus, default=IncidentStatus.ACTIVE)
    time_zone = models.CharField(max_length=40, default="UTC")
    opened_by = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-opened_at"]
        constraints = [
            CheckConstraint(
                name="incident_closed_when_closed_at",
                condition=Q(status=IncidentStatus.CLOSED, closed_at__isnull=False)
                | Q(status=IncidentStatus.ACTIVE, closed_at__isnull=True),
            ),
            CheckConstraint(
                name="incident_closes_after_opening",
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
            ),
            CheckConstraint(
                name="incident_complexity_is_one_to_five",
                condition=Q(complexity__isnull=True) | Q(complexity__range=(1, 5)),
                violation_error_message="Complexity is a type from 1 (most complex) to 5.",
            ),
            sane_place("incident_is_somewhere"),
            sane_time("incident_at_sane_times", "opened_at", "closed_at"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class NumberSeries(Row):
    """The last incident number that a lead agency gave in a year, apart for each mode."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    mode = models.CharField(max_length=12, choices=Mode)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            UniqueConstraint(name="series_once", fields=["agency", "year", "mode"]),
        ]

    def __str__(self) -> str:
        return f"{self.agency} {self.year}: {self.last}"
