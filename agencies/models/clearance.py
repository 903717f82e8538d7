from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from agencies.categories import ClearanceKind
from agencies.models.member import Member
from audit.rows import Row, sane_time


class Clearance(Row):
    """What a member was vetted or sworn for, since when and until when, as their agency says."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="clearances")
    kind = models.CharField(max_length=12, choices=ClearanceKind)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    basis = models.CharField(max_length=200)

    class Meta:
        constraints = [
            UniqueConstraint(
                name="clearance_held_once",
                fields=["member", "kind"],
                condition=Q(ended_at__isnull=True),
                violation_error_message="They hold this clearance; end it before you renew it.",
            ),
            CheckConstraint(
                name="clearance_of_a_known_kind", condition=Q(kind__in=ClearanceKind.values)
            ),
            CheckConstraint(
                name="clearance_ends_after_it_began",
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                violation_error_message="It ends after it begins.",
            ),
            CheckConstraint(
                name="clearance_for_justice_runs_out",
                condition=~Q(kind=ClearanceKind.CJIS) | Q(until__isnull=False),
                violation_error_message="Say until when they are cleared.",
            ),
            CheckConstraint(
                name="clearance_rests_on_something",
                condition=~Q(basis=""),
                violation_error_message="Say what it rests on.",
            ),
            sane_time("clearance_at_sane_times", "since", "until", "ended_at"),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_kind_display()}"
