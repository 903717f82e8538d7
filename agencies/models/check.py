from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from agencies.models.clause import Clause
from agencies.models.party import Party
from audit.rows import Row, sane_time


class ClauseCheck(Row):
    """That a party's counsel found a clause's coded form to say what its text says (RULE-MOU-08).

    It is about one wording for ever: a clause that is worded anew is another row, and
    unchecked. ``by_counsel`` is false where an agency without counsel answers for itself.
    """

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="checks")
    party = models.ForeignKey(Party, models.PROTECT, related_name="checks")
    clause_hash = models.CharField(max_length=64)
    checker = models.CharField(max_length=120)
    checker_title = models.CharField(max_length=120, blank=True)
    by_counsel = models.BooleanField()
    checked_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=120, blank=True)
    doubt = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["checked_at"]
        constraints = [
            UniqueConstraint(
                name="clause_checked_once_by_a_party",
                fields=["clause", "party"],
                condition=Q(withdrawn_at__isnull=True),
                violation_error_message="Your agency has checked this clause.",
            ),
            CheckConstraint(
                name="check_is_of_a_hash", condition=Q(clause_hash__regex=r"^[0-9a-f]{64}$")
            ),
            CheckConstraint(
                name="check_withdrawn_for_a_reason",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by="", doubt="")
                | (Q(withdrawn_at__isnull=False) & ~Q(doubt="")),
                violation_error_message="Say what is wrong with the coded form.",
            ),
            sane_time("check_at_sane_times", "checked_at", "withdrawn_at"),
        ]

    def __str__(self) -> str:
        return f"{self.clause}, checked by {self.checker}"
