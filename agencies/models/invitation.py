from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.db.models.functions import Lower

from agencies.models.agency import Agency
from agencies.models.letter import ONE_ADDRESS, Letter
from agencies.models.member import Member, SeatKind
from audit.rows import Row, sane_time

STANDING = Q(accepted_at__isnull=True, revoked_at__isnull=True)


class Invitation(Row):
    """Somebody who may become a member by a link that is good once and for some days.

    Of the link only a digest is kept. Whether the address signs in elsewhere is nobody's business:
    an invitation says nothing of it, and taking it up makes an account of this agency alone.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="invitations")
    email = models.CharField(max_length=254)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    seats = ArrayField(models.CharField(max_length=12, choices=SeatKind), default=list, size=6)
    seated_until = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, unique=True)
    letter = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-invited_at"]
        constraints = [
            UniqueConstraint(
                Lower("email"),
                "agency",
                name="invited_once_at_a_time",
                condition=STANDING,
                violation_error_message="They are invited already.",
            ),
            CheckConstraint(
                name="invitation_to_one_address",
                condition=Q(email__regex=ONE_ADDRESS),
                violation_error_message="Give one e-mail address.",
            ),
            CheckConstraint(
                name="invitation_to_seats_there_are",
                condition=Q(seats__contained_by=SeatKind.values)
                & Q(seats__len__lte=len(SeatKind.values)),
            ),
            CheckConstraint(
                name="invitation_ends_after_it_began",
                condition=Q(expires_at__gt=F("invited_at")),
            ),
            CheckConstraint(
                name="invitation_taken_up_or_revoked",
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
            ),
            CheckConstraint(
                name="invitation_taken_up_by_somebody",
                condition=Q(accepted_at__isnull=True, member__isnull=True)
                | Q(accepted_at__isnull=False, member__isnull=False),
            ),
            sane_time(
                "invitation_at_sane_times",
                *("invited_at", "expires_at", "accepted_at", "revoked_at", "seated_until"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.email})"
