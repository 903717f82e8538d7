from __future__ import annotations

from django.db import models
from django.db.models import TextChoices, UniqueConstraint
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency
from audit.rows import Row
from incidents.models.incident import Incident


class DivisionKind(TextChoices):
    DIVISION = "division", _("Division")
    GROUP = "group", _("Group")
    STAGING_AREA = "staging_area", _("Staging area")


class Division(Row):
    """A part of the incident that resources work in: geographic, functional, or where they wait."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="divisions")
    made_by = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=DivisionKind)
    name = models.CharField(max_length=60)
    supervisor = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["incident", "kind", "name"]
        constraints = [
            UniqueConstraint(
                "incident",
                Upper("name"),
                name="division_name_once_per_incident",
                violation_error_message="There is one with this name at the incident.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """Its whole name: ``Division A``, ``Medical Group``, ``Staging Area North``."""
        said = str(self.get_kind_display())
        return self.name if said.lower() in self.name.lower() else f"{said} {self.name}"
