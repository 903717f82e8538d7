from __future__ import annotations

from django.db import models
from django.db.models import (
    CheckConstraint,
    JSONField,
    Q,
    TextChoices,
    UniqueConstraint,
    Value,
)
from django.utils.translation import gettext_lazy as _

from agencies.lifecycle import RedlineStatus
from agencies.models.agreement import Agreement
from agencies.models.clause import Clause
from agencies.models.party import Party
from agencies.models.section import Section
from audit.rows import Row, sane_time


class TextVersion(Row):
    """The text of an agreement as it was once sent out: numbered, whole, never changed.

    ``words`` are the agreement's own; clauses, sections, attachments and parties are named
    by their ids, which mean the same words for ever.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    text_hash = models.CharField(max_length=64)
    words = models.JSONField()
    clauses = models.JSONField()
    parties = models.JSONField()
    sections = models.JSONField(default=list, db_default=Value([], JSONField()))
    attachments = models.JSONField(default=list, db_default=Value([], JSONField()))
    note = models.CharField(max_length=400, blank=True)
    frozen_by = models.CharField(max_length=120)
    frozen_at = models.DateTimeField()

    class Meta:
        ordering = ["agreement", "number"]
        constraints = [
            UniqueConstraint(name="version_number_once", fields=["agreement", "number"]),
            CheckConstraint(
                name="version_is_known_by_its_hash", condition=Q(text_hash__regex=r"^[0-9a-f]{64}$")
            ),
            sane_time("version_at_a_sane_time", "frozen_at"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}, version {self.number}"


class Verdict(TextChoices):
    APPROVED = "approved", _("Approved")
    CHANGES = "changes", _("Asks for changes")


class Review(Row):
    """What a party says of one version: that it may be signed, or that it must change."""

    text = models.ForeignKey(TextVersion, models.PROTECT, related_name="reviews")
    party = models.ForeignKey(Party, models.PROTECT, related_name="reviews")
    verdict = models.CharField(max_length=12, choices=Verdict)
    reason = models.CharField(max_length=400, blank=True)
    reviewer = models.CharField(max_length=120)
    reviewer_title = models.CharField(max_length=120, blank=True)
    reviewed_at = models.DateTimeField()

    class Meta:
        ordering = ["reviewed_at"]
        constraints = [
            UniqueConstraint(
                name="review_once_per_party_and_version",
                fields=["text", "party"],
                violation_error_message="Your agency has answered to this version.",
            ),
            CheckConstraint(
                name="review_says_what_must_change",
                condition=Q(verdict=Verdict.APPROVED) | ~Q(reason=""),
                violation_error_message="Say what must change.",
            ),
            sane_time("review_at_a_sane_time", "reviewed_at"),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.verdict}"


class Remark(Row):
    """What somebody of a party says about a version, or about one clause or section of it."""

    text = models.ForeignKey(TextVersion, models.PROTECT, related_name="remarks")
    party = models.ForeignKey(Party, models.PROTECT, related_name="remarks")
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, related_name="remarks")
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, related_name="remarks", db_index=False
    )
    said = models.TextField(max_length=4000)
    author = models.CharField(max_length=120)
    author_title = models.CharField(max_length=120, blank=True)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at"]
        constraints = [
            sane_time("remark_at_a_sane_time", "written_at"),
            CheckConstraint(
                name="remark_about_one_thing",
                condition=Q(clause__isnull=True) | Q(section__isnull=True),
                violation_error_message="A remark is about a clause or about a section.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.author}: {self.said[:40]}"


class Redline(Row):
    """Other words that a party proposes for a clause; none, where it is to be struck out.

    Whoever leads the agreement takes them into the next version, or says why not.
    """

    text = models.ForeignKey(TextVersion, models.PROTECT, related_name="redlines")
    party = models.ForeignKey(Party, models.PROTECT, related_name="redlines")
    clause = models.ForeignKey(Clause, models.PROTECT, related_name="redlines")
    proposed = models.TextField(max_length=20_000, blank=True)
    why = models.CharField(max_length=400)
    author = models.CharField(max_length=120)
    proposed_at = models.DateTimeField()
    status = models.CharField(max_length=12, choices=RedlineStatus, default=RedlineStatus.OPEN)
    answer = models.CharField(max_length=400, blank=True)
    answered_at = models.DateTimeField(null=True)
    put = models.ForeignKey(Clause, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["proposed_at"]
        constraints = [
            CheckConstraint(
                name="redline_answered_when_it_is_open_no_more",
                condition=Q(status=RedlineStatus.OPEN, answered_at__isnull=True)
                | (~Q(status=RedlineStatus.OPEN) & Q(answered_at__isnull=False)),
            ),
            CheckConstraint(
                name="redline_declined_for_a_reason",
                condition=~Q(status=RedlineStatus.DECLINED) | ~Q(answer=""),
                violation_error_message="Say why it is declined.",
            ),
            sane_time("redline_at_sane_times", "proposed_at", "answered_at"),
        ]

    def __str__(self) -> str:
        return f"{self.party} on {self.clause}"


class Resolution(Row):
    """That a party's governing body approved this very version."""

    text = models.ForeignKey(TextVersion, models.PROTECT, related_name="resolutions")
    party = models.ForeignKey(Party, models.PROTECT, related_name="resolutions")
    body = models.CharField(max_length=120)
    number = models.CharField(max_length=40)
    adopted_on = models.DateField()
    recorded_by = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(
                name="resolution_once_per_party_and_version",
                fields=["text", "party"],
                violation_error_message="A resolution is on record for this version.",
            ),
            CheckConstraint(name="resolution_is_numbered", condition=~Q(number="")),
            CheckConstraint(
                name="resolution_on_a_sane_date",
                condition=Q(adopted_on__range=("1970-01-01", "2100-01-01")),
                violation_error_message="Give a date between the years 1970 and 2100.",
            ),
            sane_time("resolution_at_a_sane_time", "recorded_at"),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.number}"
