from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.models.agreement import Agreement
from agencies.models.party import Party
from audit.rows import Row, sane_time


class ClauseKind(TextChoices):
    REQUEST_RIGHT = "request_right", _("Right to request")
    SUPPLY_DUTY = "supply_duty", _("Duty to supply")
    RESPONSE_TARGET = "response_target", _("Time to answer")
    DATA_SHARE = "data_share", _("Information sharing")
    COST = "cost", _("Cost")
    AUTO_AID = "auto_aid", _("Automatic aid")
    COMMAND_MODEL = "command_model", _("Command and control")
    POWERS = "powers", _("Powers and limits")
    INSURANCE = "insurance", _("Insurance")
    LIABILITY = "liability", _("Liability")
    TERM = "term", _("Renewal and withdrawal")
    SIGNATURE_RULE = "signature_rule", _("Who must sign")
    PRECONDITION = "precondition", _("Condition for asking")


class Priority(TextChoices):
    EMERGENCY = "emergency", _("Emergency")
    URGENT = "urgent", _("Urgent")
    ROUTINE = "routine", _("Routine")


class Clause(Row):
    """One numbered clause: its text, and whom it binds to whom.

    ``giver`` supplies, answers or discloses; ``receiver`` asks or is shown. No
    giver or receiver means every party. The coded terms hang on it as rows. What
    ``survives`` binds beyond the end, and stays listed.

    A clause's words and terms never change: a new wording is a new row, and the
    old one is marked with ``removed_at``. So a clause's id means one wording for
    ever, and what was decided under it can be read again (RULE-MOU-06, -07).
    ``coded_by`` put the words into coded form; counsel of the parties check it
    (RULE-MOU-08).
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="clauses")
    number = models.CharField(max_length=12)
    kind = models.CharField(max_length=16, choices=ClauseKind)
    heading = models.CharField(max_length=120)
    text = models.TextField()
    giver = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+")
    receiver = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+")
    survives = models.BooleanField(default=False, db_default=False)
    coded_by = models.CharField(max_length=120, blank=True, default="", db_default="")
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["agreement", "number"]
        constraints = [
            UniqueConstraint(
                name="clause_number_once",
                fields=["agreement", "number"],
                condition=Q(removed_at__isnull=True),
                violation_error_message="There is a clause with this number.",
            ),
            sane_time("clause_removed_at_a_sane_time", "removed_at"),
            CheckConstraint(
                name="clause_binds_two_parties",
                condition=Q(giver__isnull=True)
                | Q(receiver__isnull=True)
                | ~Q(giver=F("receiver")),
                violation_error_message="A clause binds two different parties.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}, {self.number}"
