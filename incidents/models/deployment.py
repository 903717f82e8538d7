from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, Resource
from audit.rows import Row, sane_time
from incidents.lifecycle import FINAL, ICS_STATUS, DeploymentState, IcsStatus
from incidents.models.division import Division
from incidents.models.incident import Incident


class OutOfService(TextChoices):
    """Why a resource at the incident cannot work (ICS 210 and its extensions)."""

    MECHANICAL = "mechanical", _("Mechanical")
    PERSONNEL = "personnel", _("Personnel")
    REST = "rest", _("Rest")
    MEDICAL = "medical", _("Medical")
    INVESTIGATION = "investigation", _("Investigation")
    ADMIN = "admin", _("Administrative")


class Deployment(Row):
    """One resource's stay at one incident, from the commitment until it is home.

    ``order_line`` names the line of mutual aid that brought it, if one did: an id
    only, since this app does not know of requests. ``unordered`` marks who came
    without being asked (RULE-RES-04). ``since`` is when the state began, as people say;
    ``recorded_at`` when they said so, where that was later (RULE-SM-04).
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="deployments")
    resource = models.ForeignKey(Resource, models.PROTECT, related_name="deployments")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    state = models.CharField(max_length=16, choices=DeploymentState)
    division = models.ForeignKey(Division, models.PROTECT, null=True, related_name="deployments")
    personnel = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=200, blank=True)
    eta = models.DateTimeField(null=True)
    since = models.DateTimeField()
    recorded_at = models.DateTimeField(null=True)
    checked_in_at = models.DateTimeField(null=True)
    order_line = models.UUIDField(null=True)
    order_number = models.CharField(max_length=24, blank=True)
    unordered = models.BooleanField(default=False)

    class Meta:
        ordering = ["incident", "since"]
        constraints = [
            UniqueConstraint(
                name="deployment_one_at_a_time",  # RULE-RES-01
                fields=["resource"],
                condition=~Q(state__in=sorted(FINAL)),
                violation_error_message="This resource is committed to an incident already.",
            ),
            CheckConstraint(
                name="deployment_in_a_division_when_assigned",
                condition=Q(division__isnull=False) | ~Q(state=DeploymentState.ASSIGNED),
                violation_error_message="Say which division or group it is assigned to.",
            ),
            sane_time("deployment_at_sane_times", "eta", "since", "recorded_at", "checked_in_at"),
        ]

    def __str__(self) -> str:
        return f"{self.resource} at {self.incident}"

    @property
    def status(self) -> DeploymentState:
        """The state, under the name by which ``move`` knows it."""
        return DeploymentState(self.state)

    @status.setter
    def status(self, to: DeploymentState) -> None:
        self.state = to

    @property
    def ics_status(self) -> IcsStatus | None:
        return ICS_STATUS.get(self.status)
