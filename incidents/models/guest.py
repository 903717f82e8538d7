from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from agencies.models import Account, Agency
from audit.rows import Row, sane_time
from incidents.models.incident import Incident

# Emergency accounts are gone after three days (CJIS AC-2).
LONGEST_STAY: Final = timedelta(hours=72)


class Tier(TextChoices):
    """How far a guest may go: to look, or also to do what `incidents.guests` writes down."""

    VIEW = "view", _("Looks only")
    ASSIST = "assist", _("May assist")


class GuestSeat(TextChoices):
    """The one seat in which somebody is a guest."""

    DISPATCHER = "dispatcher", _("Dispatcher")
    COMMANDER = "commander", _("Commander or responder")


class Guest(Row):
    """A person of an agency without an account here, at one incident, in one seat, for hours.

    Whoever may share the incident invites them, for a reason, as guest of the ``host``. They
    come in by a link that works once. ``due_at`` is when the stay ends, by the clock, whether
    or not anybody sweeps.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="guests")
    host = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    account = models.OneToOneField(Account, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    agency_name = models.CharField(max_length=120)
    seat = models.CharField(max_length=12, choices=GuestSeat)
    tier = models.CharField(max_length=8, choices=Tier)
    reason = models.CharField(max_length=200)
    invited_by = models.CharField(max_length=120)
    invited_at = models.DateTimeField()
    digest = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001
    came_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["incident", "-invited_at"]
        constraints = [
            CheckConstraint(
                name="guest_invited_for_a_reason",
                condition=~Q(reason="") & ~Q(name="") & ~Q(agency_name=""),
                violation_error_message="Say who it is, of which agency, and why.",
            ),
            CheckConstraint(
                name="guest_stays_three_days_at_most",
                condition=Q(due_at__gt=F("invited_at"), due_at__lte=F("invited_at") + LONGEST_STAY),
                violation_error_message="A guest stays three days at most.",
            ),
            CheckConstraint(
                name="guest_has_a_tier_and_a_seat_there_are",
                condition=Q(tier__in=Tier.values, seat__in=GuestSeat.values),
            ),
            CheckConstraint(
                name="guest_link_ends_with_the_stay",
                condition=Q(ended_at__isnull=True) | Q(digest__isnull=True),
            ),
            sane_time("guest_at_sane_times", "invited_at", "came_at", "due_at", "ended_at"),
        ]
        indexes = [
            Index(name="guest_due", fields=["due_at"], condition=Q(ended_at__isnull=True)),
            Index(name="guest_there", fields=["incident"], condition=Q(ended_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.agency_name}"
