from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.db.models.functions import Upper

from agencies.lifecycle import Readiness
from agencies.models.agency import Agency
from audit.rows import Row, sane_place, sane_time


class Resource(Row):
    """Personnel, a team, a vehicle or equipment that an agency can send.

    ``kind`` is a code of the catalogue (``4-508-1276``); ``type`` the capability
    level, 1 the most capable, nothing for what is not typed (RULE-RES-05).
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="resources")
    call_sign = models.CharField(max_length=40)
    kind = models.CharField(max_length=24)
    type = models.PositiveSmallIntegerField(null=True)
    personnel = models.PositiveSmallIntegerField(default=0)
    leader = models.CharField(max_length=120, blank=True)
    home_base = models.CharField(max_length=120, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    status = models.CharField(max_length=16, choices=Readiness, default=Readiness.AVAILABLE)
    reason = models.CharField(max_length=120, blank=True)
    back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["agency", "kind", "call_sign"]
        constraints = [
            UniqueConstraint(
                "agency",
                Upper("call_sign"),
                name="call_sign_once_in_an_agency",
                condition=~Q(status=Readiness.RETIRED),
                violation_error_message="Your agency has a resource with this call sign.",
            ),
            CheckConstraint(
                name="resource_type_is_one_to_seven",
                condition=Q(type__isnull=True) | Q(type__range=(1, 7)),
                violation_error_message="A type is a number from 1 (most capable) to 7.",
            ),
            CheckConstraint(
                name="resource_out_of_service_for_a_reason",
                condition=~Q(status=Readiness.OUT_OF_SERVICE) | ~Q(reason=""),
                violation_error_message="Say why it is out of service.",
            ),
            sane_place("resource_is_somewhere"),
            sane_time("resource_back_at_a_sane_time", "back_at"),
        ]

    def __str__(self) -> str:
        return self.call_sign
