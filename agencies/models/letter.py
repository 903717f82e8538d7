from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from agencies.models.agency import Agency
from audit.rows import Row, sane_time

ONE_ADDRESS = r"^[^][[:space:][:cntrl:]@<>()\\,;:\"]+@[^][[:space:][:cntrl:]@<>()\\,;:\"]+$"
OPEN = Q(sent_at__isnull=True, parked_at__isnull=True, dropped_at__isnull=True)


class LeftBy(TextChoices):
    """By what a letter left."""

    SMTP = "smtp", _("Sent")
    FILE = "file", _("Written to a file; nobody was sent it")


class Letter(Row):
    """A message by e-mail: written with what causes it, sent once that is committed.

    ``sealed`` is the secret end of the link that it brings, encrypted, and gone once the letter
    has left or will not leave any more.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="letters")
    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=150)
    text = models.CharField(max_length=4000)
    sealed = models.CharField(max_length=1000, blank=True)
    exercise = models.BooleanField(default=False)
    posted_at = models.DateTimeField()
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=120, blank=True)
    means = models.CharField(max_length=4, choices=LeftBy, blank=True)
    sent_at = models.DateTimeField(null=True)
    parked_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-posted_at", "pk"]
        constraints = [
            CheckConstraint(
                name="letter_to_one_address",
                condition=Q(to__regex=ONE_ADDRESS),
                violation_error_message="Give one e-mail address.",
            ),
            CheckConstraint(
                name="letter_subject_is_one_line",
                condition=~Q(subject="") & ~Q(subject__regex="[[:cntrl:]]"),
            ),
            CheckConstraint(
                name="letter_of_an_exercise_says_so",
                condition=Q(exercise=False)
                | Q(
                    subject__startswith="EXERCISE",
                    subject__endswith="EXERCISE",
                    text__startswith="EXERCISE",
                    text__endswith="EXERCISE",
                ),
            ),
            CheckConstraint(
                name="letter_ends_once",
                condition=OPEN
                | Q(sent_at__isnull=False, parked_at__isnull=True, dropped_at__isnull=True)
                | Q(sent_at__isnull=True, parked_at__isnull=False, dropped_at__isnull=True)
                | Q(sent_at__isnull=True, parked_at__isnull=True, dropped_at__isnull=False),
            ),
            CheckConstraint(
                name="letter_left_by_something",
                condition=Q(sent_at__isnull=True, means="")
                | Q(sent_at__isnull=False, means__in=LeftBy.values),
            ),
            CheckConstraint(
                name="letter_keeps_no_secret_once_gone",
                condition=Q(sealed="") | Q(sent_at__isnull=True, dropped_at__isnull=True),
            ),
            CheckConstraint(name="letter_tried_so_often", condition=Q(tries__lte=100)),
            sane_time(
                "letter_at_sane_times", "posted_at", "due_at", "sent_at", "parked_at", "dropped_at"
            ),
        ]
        indexes = [Index(name="letter_due", fields=["due_at"], condition=OPEN)]

    def __str__(self) -> str:
        return f"{self.subject} (to {self.to})"
