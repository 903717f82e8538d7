from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from agencies.models import Agency, AskingPosition, Declaration, Member, Priority
from audit.rows import Row, sane_time
from incidents.models import Incident
from mutualaid.lifecycle import LineStatus, MessagePurpose, RequestStatus


class ResourceRequest(Row):
    """What a supervisor asks for at an incident: the content of form ICS 213RR.

    ``verbal`` marks an order placed before its signatures (RULE-MA-08), which is
    what a life-safety request is. Its status follows from its lines.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="requests")
    requested_by = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    requester = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    requester_name = models.CharField(max_length=120)
    requester_position = models.CharField(max_length=120, blank=True)
    number = models.CharField(max_length=12)
    priority = models.CharField(max_length=12, choices=Priority)
    needed_by = models.DateTimeField()
    deliver_to = models.CharField(max_length=200)
    remarks = models.TextField(max_length=2000, blank=True)
    asked_as = ArrayField(models.CharField(max_length=20, choices=AskingPosition), default=list)
    declaration = models.CharField(max_length=8, choices=Declaration, blank=True)
    declared_by = models.CharField(max_length=120, blank=True)
    eoc_level = models.PositiveSmallIntegerField(null=True)
    verbal = models.BooleanField(default=True)
    status = models.CharField(
        max_length=16, choices=RequestStatus, default=RequestStatus.IN_PROCESS
    )
    reason = models.CharField(max_length=200, blank=True)
    requested_at = models.DateTimeField()
    held_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["incident", "requested_at"]
        constraints = [
            UniqueConstraint(name="request_number_once", fields=["incident", "number"]),
            CheckConstraint(
                name="request_needed_after_it_was_made",
                condition=Q(needed_by__gt=F("requested_at")),
                violation_error_message="It must be needed at a time that is still to come.",
            ),
            CheckConstraint(
                name="request_held_when_on_hold",
                condition=Q(status=RequestStatus.ON_HOLD, held_at__isnull=False)
                | (~Q(status=RequestStatus.ON_HOLD) & Q(held_at__isnull=True)),
            ),
            CheckConstraint(
                name="request_declaration_is_known",
                condition=Q(declaration__in=["", *Declaration.values])
                & (Q(declaration="", declared_by="") | ~Q(declaration="") & ~Q(declared_by="")),
                violation_error_message="Say who declared the emergency, and by which number.",
            ),
            CheckConstraint(
                name="request_level_is_one_to_three",
                condition=Q(eoc_level__isnull=True) | Q(eoc_level__range=(1, 3)),
                violation_error_message="Levels go from 1 (full activation) to 3.",
            ),
            sane_time("request_at_sane_times", "needed_by", "requested_at", "held_at"),
        ]

    def __str__(self) -> str:
        return f"{self.number} at {self.incident}"


class RequestMessage(Row):
    """The very bytes of a message that made, changed or withdrew a request, and their hash."""

    request = models.ForeignKey(ResourceRequest, models.PROTECT, related_name="messages")
    sent_by = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    message_id = models.CharField(max_length=250)
    purpose = models.CharField(max_length=8, choices=MessagePurpose)
    raw = models.BinaryField()
    raw_hash = models.CharField(max_length=64)
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["request", "received_at"]
        constraints = [
            UniqueConstraint(
                name="request_message_once",  # RULE-SM-05
                fields=["sent_by", "message_id"],
                violation_error_message="This message was received before.",
            ),
            sane_time("request_message_at_sane_times", "received_at"),
        ]

    def __str__(self) -> str:
        return f"{self.message_id} about {self.request}"


class OrderLine(Row):
    """One kind and type of resource, and how many of it, within a resource request.

    Who refused before ``retried_at`` may be asked again. ``element`` is what a
    message calls what the line is for; a later message says by it what changes.
    """

    request = models.ForeignKey(ResourceRequest, models.PROTECT, related_name="lines")
    number = models.CharField(max_length=12)  # "E-12": never reused, cancelled ones remain
    kind = models.CharField(max_length=24)
    type = models.PositiveSmallIntegerField(null=True)
    or_better = models.BooleanField(default=True)
    ordered = models.PositiveSmallIntegerField()
    accepted = models.PositiveSmallIntegerField(default=0)
    received = models.PositiveSmallIntegerField(default=0)
    cancelled = models.PositiveSmallIntegerField(default=0)
    status = models.CharField(max_length=16, choices=LineStatus, default=LineStatus.OPEN)
    tier = models.PositiveSmallIntegerField(null=True)
    details = models.CharField(max_length=400, blank=True)
    retried_at = models.DateTimeField(null=True)
    element = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ["request", "number"]
        constraints = [
            CheckConstraint(
                name="line_orders_something",
                condition=Q(ordered__range=(1, 999)),
                violation_error_message="Order between 1 and 999.",
            ),
            CheckConstraint(
                name="line_never_over_accepted",  # RULE-MA-05
                condition=Q(accepted__lte=F("ordered") - F("cancelled")),
                violation_error_message="More would be accepted than were ordered.",
            ),
            CheckConstraint(
                name="line_never_over_received",
                condition=Q(received__lte=F("accepted")),
            ),
            CheckConstraint(
                name="line_type_is_one_to_seven",
                condition=Q(type__isnull=True) | Q(type__range=(1, 7)),
            ),
            UniqueConstraint(name="line_number_once_per_request", fields=["request", "number"]),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.ordered} × {self.kind}"

    @property
    def wanted(self) -> int:
        """How many are still wanted, as far as acceptances go."""
        return self.ordered - self.cancelled - self.accepted
