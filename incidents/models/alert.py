from __future__ import annotations

from django.db import models
from django.db.models import TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency
from audit.rows import Row, sane_time
from incidents.lifecycle import AlertStatus
from incidents.models.incident import Incident, Mode


class SignatureState(TextChoices):
    NONE = "none", _("Not signed")
    UNVERIFIED = "present_unverified", _("Signed, not verified")
    VERIFIED = "verified", _("Signature verified")
    BROKEN = "broken", _("Signature does not match")


class Alert(Row):
    """A CAP message that an agency received: kept raw, proposed as an incident, never more.

    Keyed by sender, identifier and time sent, so the same message twice is one
    row. ``mode`` comes from its status: Test and Exercise never become real.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="alerts")
    sender = models.CharField(max_length=250)
    identifier = models.CharField(max_length=250)
    sent = models.DateTimeField()
    cap_status = models.CharField(max_length=12)
    message_type = models.CharField(max_length=12)
    mode = models.CharField(max_length=12, choices=Mode)
    event = models.CharField(max_length=200)
    headline = models.CharField(max_length=400, blank=True)
    description = models.TextField(blank=True)
    instruction = models.TextField(blank=True)
    place = models.CharField(max_length=400, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    hazard = models.CharField(max_length=16)
    urgency = models.CharField(max_length=12, blank=True)
    severity = models.CharField(max_length=12, blank=True)
    certainty = models.CharField(max_length=12, blank=True)
    begins_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    signature = models.CharField(max_length=20, choices=SignatureState)
    references = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    raw = models.BinaryField()
    raw_hash = models.CharField(max_length=64)
    received_at = models.DateTimeField()
    status = models.CharField(max_length=12, choices=AlertStatus)
    reason = models.CharField(max_length=200, blank=True)
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, related_name="alerts")

    class Meta:
        ordering = ["-received_at"]
        constraints = [
            UniqueConstraint(
                name="alert_once_per_agency",
                fields=["agency", "sender", "identifier", "sent"],
                violation_error_message="This message was received before.",
            ),
            sane_time("alert_at_sane_times", "sent", "begins_at", "expires_at", "received_at"),
        ]

    def __str__(self) -> str:
        return self.headline or self.event
