from __future__ import annotations

import uuid

from django.db import models
from django.db.models import CheckConstraint, F, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.models.agency import Agency
from agencies.models.member import Member
from audit.rows import Row, sane_time


class Sitting(models.Model):
    """One session at one device: when somebody last touched it. A signal, not a fact.

    Its id stands in the session. Whether the device is locked follows from these times at every
    request (`agencies.sittings`), so that nothing must run for it to lock. ``locked_at`` is set
    where somebody locked it by hand.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    device = models.CharField(max_length=40, blank=True, default="")
    begun_at = models.DateTimeField()
    active_at = models.DateTimeField()
    locked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"a sitting since {self.begun_at}"


class ExemptGround(TextChoices):
    """Where CJIS AC-11 lets a device stay open."""

    DISPATCH_ROOM = "dispatch_room", _("Dispatch room in a secure place")
    VEHICLE = "vehicle", _("Part of a police, fire or EMS vehicle")
    RECEIVE_ONLY = "receive_only", _("Receives only, in a secure place")


class Exemption(Row):
    """A device that an agency lets stay open: asked for at the device, granted by an admin.

    ``device`` is a mark of the name that only the device's own cookie says.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="exemptions")
    name = models.CharField(max_length=60)
    ground = models.CharField(max_length=16, choices=ExemptGround)
    device = models.CharField(max_length=40)
    asked_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    granted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name", "asked_at"]
        constraints = [
            UniqueConstraint(
                name="exemption_once_for_a_device",
                fields=["agency", "device"],
                condition=Q(ended_at__isnull=True),
                violation_error_message="That was asked for this device before.",
            ),
            CheckConstraint(
                name="exemption_names_its_device",
                condition=~Q(name="") & Q(device__regex=r"^[0-9a-f]{40}$"),
            ),
            CheckConstraint(
                name="exemption_granted_after_it_was_asked_for",
                condition=Q(granted_at__isnull=True) | Q(granted_at__gte=F("asked_at")),
            ),
            sane_time("exemption_at_sane_times", "asked_at", "granted_at", "ended_at"),
        ]

    def __str__(self) -> str:
        return self.name
