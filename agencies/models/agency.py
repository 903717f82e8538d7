from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from audit.rows import Row, sane_place


class Discipline(TextChoices):
    LAW_ENFORCEMENT = "law_enforcement", _("Law enforcement")
    FIRE = "fire", _("Fire")
    EMS = "ems", _("EMS")
    EMERGENCY_MANAGEMENT = "emergency_management", _("Emergency management")
    PUBLIC_HEALTH = "public_health", _("Public health")
    PROSECUTOR = "prosecutor", _("Prosecutor")
    SOCIAL_SERVICES = "social_services", _("Social services")
    SCHOOL = "school", _("School")
    TRANSPORTATION = "transportation", _("Transportation")
    UTILITY = "utility", _("Utility")
    NGO_PRIVATE = "ngo_private", _("NGO or private")


class Directory(models.Model):
    """All agencies of this installation: what a new one is founded in.

    A view of one row, so that founding has a subject as every write does.
    """

    id = models.UUIDField(primary_key=True)

    class Meta:
        managed = False
        db_table = "agencies_directory"

    def __str__(self) -> str:
        return "The directory of agencies"


class Agency(Row):
    """An organization with authority or duties at incidents, and people who act for it."""

    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=120)
    discipline = models.CharField(max_length=24, choices=Discipline)
    jurisdiction = models.CharField(max_length=200)
    time_zone = models.CharField(max_length=40, default="UTC")
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    # Whether a password alone lets its members in.
    second_factor_required = models.BooleanField(default=False, db_default=False)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "agencies"
        constraints = [
            CheckConstraint(
                name="agency_code_is_short_and_plain",
                condition=Q(code__regex=r"^[A-Z][A-Z0-9-]{1,11}$"),
                violation_error_message="A code is 2 to 12 capital letters, digits or hyphens.",
            ),
            sane_place("agency_is_somewhere"),
        ]

    def __str__(self) -> str:
        return self.name


class Contact(Row):
    """Whom to call at an agency, and for what. One that is no longer listed stays on record."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="contacts")
    position = models.PositiveSmallIntegerField()
    purpose = models.CharField(max_length=80)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    listed = models.BooleanField(default=True)

    class Meta:
        ordering = ["agency", "position"]
        constraints = [
            UniqueConstraint(name="contact_position_once", fields=["agency", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.purpose}: {self.name}"
