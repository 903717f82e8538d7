from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, Member
from audit.rows import Row, sane_time
from incidents.lifecycle import HandoverStatus
from incidents.models.incident import Incident


class CommandSeat(Row):
    """Command of an incident for one agency: the whole of it, or a co-equal part (unified command).

    A seat without a holder is an incident without somebody in command, and
    every screen says so. ``recorded_at`` is when ``since`` was told, where that was later.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="command_seats")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Member, models.PROTECT, null=True, related_name="commands")
    since = models.DateTimeField()
    recorded_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["incident", "since"]
        constraints = [
            UniqueConstraint(
                name="command_seat_once_per_agency",
                fields=["incident", "agency"],
                condition=Q(ended_at__isnull=True),
                violation_error_message="This agency has a command seat already.",
            ),
            sane_time("command_seat_at_sane_times", "since", "recorded_at", "ended_at"),
        ]

    def __str__(self) -> str:
        return f"command of {self.incident} for {self.agency}"


class BriefingItem(TextChoices):
    """What an incoming incident commander is briefed on (chapter 1.4, transfer of command)."""

    HISTORY = "history", _("Incident history")
    OBJECTIVES = "objectives", _("Priorities and objectives")
    PLAN = "plan", _("Current plan")
    ASSIGNMENTS = "assignments", _("Resource assignments")
    ORGANIZATION = "organization", _("Organization")
    ORDERED = "ordered", _("Resources ordered and needed")
    FACILITIES = "facilities", _("Facilities")
    COMMUNICATIONS = "communications", _("Status of communications")
    CONSTRAINTS = "constraints", _("Constraints and limitations")
    POTENTIAL = "potential", _("Incident potential")
    DELEGATION = "delegation", _("Delegation of authority")


class Handover(Row):
    """Command offered to somebody, who takes it after the briefing, or does not (RULE-ICS-12).

    ``board_seq`` is the incident's ledger line at the moment of the offer: the
    board as of that line is the ICS 201 snapshot, and cannot change afterwards.
    """

    seat = models.ForeignKey(CommandSeat, models.PROTECT, related_name="handovers")
    offered_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    offered_to = models.ForeignKey(Member, models.PROTECT, related_name="command_offers")
    briefing = models.TextField(blank=True)
    heard = ArrayField(models.CharField(max_length=16, choices=BriefingItem), default=list)
    board_seq = models.BigIntegerField(default=0)
    status = models.CharField(max_length=12, choices=HandoverStatus, default=HandoverStatus.OFFERED)
    offered_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-offered_at"]
        constraints = [
            UniqueConstraint(
                name="handover_one_open_offer_per_seat",
                fields=["seat"],
                condition=Q(status=HandoverStatus.OFFERED),
                violation_error_message="Command of this seat is being offered already.",
            ),
            CheckConstraint(
                name="handover_settled_when_not_offered",
                condition=Q(status=HandoverStatus.OFFERED, settled_at__isnull=True)
                | (~Q(status=HandoverStatus.OFFERED) & Q(settled_at__isnull=False)),
            ),
            sane_time("handover_at_sane_times", "offered_at", "settled_at"),
        ]

    def __str__(self) -> str:
        return f"{self.seat}, offered to {self.offered_to}"
