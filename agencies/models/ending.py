"""How an agreement rests and ends, for one party or for all."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.models.agreement import Agreement
from agencies.models.party import Party
from audit.rows import Row, sane_time


class Suspension(Row):
    """From when until when an agreement rests, for one party or, without one, for all.

    Whether it rests at a moment follows from these times; nothing has to be run at the end.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="suspensions")
    party = models.ForeignKey(Party, models.PROTECT, null=True, related_name="suspensions")
    reason = models.CharField(max_length=400)
    authority = models.CharField(max_length=200)
    by = models.CharField(max_length=120)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["since"]
        constraints = [
            UniqueConstraint(
                name="suspended_once_at_a_time",
                fields=["agreement", "party"],
                nulls_distinct=False,
                condition=Q(lifted_at__isnull=True, until__isnull=True),
                violation_error_message="It is suspended already.",
            ),
            CheckConstraint(
                name="suspension_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                violation_error_message="It must end after it begins.",
            ),
            CheckConstraint(
                name="suspension_is_lifted_after_it_began",
                condition=Q(lifted_at__isnull=True) | Q(lifted_at__gte=F("since")),
            ),
            sane_time("suspension_at_sane_times", "since", "until", "lifted_at"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement} since {self.since}"


class Withdrawal(Row):
    """A party's written notice that it leaves, and when it does. Before, it may be taken back."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="withdrawals")
    reason = models.CharField(max_length=400, blank=True)
    by = models.CharField(max_length=120)
    received_at = models.DateTimeField()
    leaves_at = models.DateTimeField()
    rescinded_at = models.DateTimeField(null=True)
    rescinded_by = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["received_at"]
        constraints = [
            UniqueConstraint(
                name="notice_given_once_at_a_time",
                fields=["party"],
                condition=Q(rescinded_at__isnull=True),
                violation_error_message="Your agency has given notice.",
            ),
            CheckConstraint(
                name="notice_leaves_after_it_was_received",
                condition=Q(leaves_at__gte=F("received_at")),
            ),
            CheckConstraint(
                name="notice_rescinded_before_it_took_effect",
                condition=Q(rescinded_at__isnull=True) | Q(rescinded_at__lt=F("leaves_at")),
            ),
            sane_time("notice_at_sane_times", "received_at", "leaves_at", "rescinded_at"),
        ]

    def __str__(self) -> str:
        return f"{self.party} leaves at {self.leaves_at}"


class MotionKind(TextChoices):
    SUSPEND = "suspend", _("Suspend it for all")
    RESUME = "resume", _("Resume it for all")
    TERMINATE = "terminate", _("Terminate it")


class Motion(Row):
    """What only all parties together may do; carried once each of them has consented."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="motions")
    kind = models.CharField(max_length=12, choices=MotionKind)
    reason = models.CharField(max_length=400)
    authority = models.CharField(max_length=200, blank=True)
    takes_effect_at = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    moved_by = models.ForeignKey(Party, models.PROTECT, related_name="motions")
    moved_at = models.DateTimeField()
    carried_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["moved_at"]
        constraints = [
            UniqueConstraint(
                name="motion_open_once_of_a_kind",
                fields=["agreement", "kind"],
                condition=Q(carried_at__isnull=True, dropped_at__isnull=True),
                violation_error_message="There is such a motion already. Consent to it instead.",
            ),
            CheckConstraint(
                name="motion_carried_or_dropped",
                condition=Q(carried_at__isnull=True) | Q(dropped_at__isnull=True),
            ),
            sane_time(
                "motion_at_sane_times",
                *("takes_effect_at", "until", "moved_at", "carried_at", "dropped_at"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.agreement}"


class Consent(Row):
    """That a party's signatory consents to a motion."""

    motion = models.ForeignKey(Motion, models.PROTECT, related_name="consents")
    party = models.ForeignKey(Party, models.PROTECT, related_name="consents")
    signer = models.CharField(max_length=120)
    signer_title = models.CharField(max_length=120)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(
                name="consent_once_per_party",
                fields=["motion", "party"],
                violation_error_message="Your agency has consented.",
            ),
            sane_time("consent_at_a_sane_time", "given_at"),
        ]

    def __str__(self) -> str:
        return f"{self.party} on {self.motion}"
