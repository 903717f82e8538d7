from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from agencies.models.agreement import Agreement
from agencies.models.clause import Clause
from audit.rows import Row


class ClauseChange(Row):
    """What an amendment does to a clause of its agreement: puts another in its place, or none.

    Both clauses keep their ids and their words: which of them binds follows from when
    the amendment is in force (RULE-MOU-02, -07).
    """

    amendment = models.ForeignKey(Agreement, models.PROTECT, related_name="changes")
    clause = models.ForeignKey(Clause, models.PROTECT, related_name="changes")
    put = models.ForeignKey(Clause, models.PROTECT, null=True, related_name="puts")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                name="clause_changed_once_by_an_amendment",
                fields=["amendment", "clause"],
                condition=Q(withdrawn_at__isnull=True),
                violation_error_message="This amendment changes that clause already.",
            ),
            CheckConstraint(
                name="clause_is_not_put_in_its_own_place",
                condition=Q(put__isnull=True) | ~Q(put=F("clause")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amendment} on {self.clause}"
