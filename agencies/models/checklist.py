from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from audit.rows import Row, sane_time


class CheckItem(TextChoices):
    """What must be true of an installation before it holds criminal justice data (RULE-CJ-02)."""

    AGREEMENT = "agreement", _("A management control agreement with the state's CJIS agency")
    SCREENING = "screening", _("Fingerprint-based screening of everybody with access (PS)")
    TRAINING = "training", _("Security awareness training of everybody with access (AT-2)")
    MFA = "mfa", _("A second factor for every account (IA-2)")
    IN_TRANSIT = "in_transit", _("Certified encryption of everything in transit (SC-13)")
    AT_REST = "at_rest", _("Encryption of disks and backups (SC-28)")
    AUDIT_REVIEW = "audit_review", _("Somebody who reviews the audit log every week (AU-6)")
    INCIDENT_PLAN = "incident_plan", _("A plan for security incidents (IR-8)")


class ChecklistItem(Row):
    """That one thing on the list was confirmed: by whom, when, and on what ground."""

    item = models.CharField(max_length=16, choices=CheckItem)
    confirmed_by = models.CharField(max_length=120)
    ground = models.CharField(max_length=200)
    confirmed_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                name="checklist_item_confirmed_once",
                fields=["item"],
                condition=Q(withdrawn_at__isnull=True),
                violation_error_message="This is confirmed already.",
            ),
            CheckConstraint(
                name="checklist_item_is_on_the_list", condition=Q(item__in=CheckItem.values)
            ),
            CheckConstraint(
                name="checklist_item_says_who_and_why",
                condition=~Q(confirmed_by="") & ~Q(ground=""),
                violation_error_message="Say who confirms it, and on what ground.",
            ),
            sane_time("checklist_item_at_sane_times", "confirmed_at", "withdrawn_at"),
        ]

    def __str__(self) -> str:
        return f"{self.item}, confirmed by {self.confirmed_by}"
